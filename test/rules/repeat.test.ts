import { expect, test } from "@playwright/test";
import { repeat } from "../../server/repeat.ts";

const never = 600_000;

function fails(error: unknown): never {
  throw error;
}

/** Rounds that end when they are told to. */
function heldRounds() {
  const ends: (() => void)[] = [];
  return { ends, round: () => new Promise<void>((resolve) => ends.push(resolve)) };
}

test("stopping waits for the round under way, and none follows", async () => {
  const { ends, round } = heldRounds();
  const { stop } = repeat(round, { pauseMilliseconds: 0, onError: fails });
  await expect.poll(() => ends.length).toBe(1);
  let isStopped = false;
  const stopped = stop().then(() => (isStopped = true));
  await Promise.resolve();
  expect(isStopped).toBe(false);
  ends[0]?.();
  await stopped;
  expect(ends).toHaveLength(1);
});

test("stopping ends a pause, and a start that is still to come", async () => {
  let rounds = 0;
  const count = async () => void (rounds += 1);
  const paused = repeat(count, { pauseMilliseconds: never, onError: fails });
  await expect.poll(() => rounds).toBe(1);
  await paused.stop();
  await repeat(count, { startMilliseconds: never, pauseMilliseconds: 0, onError: fails }).stop();
  expect(rounds).toBe(1);
});

test("who wakes it has a round that begins afterwards", async () => {
  const { ends, round } = heldRounds();
  const { wake, stop } = repeat(round, { pauseMilliseconds: never, onError: fails });
  await expect.poll(() => ends.length).toBe(1);
  wake();
  wake();
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await stop();
  expect(ends).toHaveLength(2);
});

test("a round that fails is told of, and the next one comes", async () => {
  const errors: unknown[] = [];
  let rounds = 0;
  const { stop } = repeat(
    async () => {
      rounds += 1;
      if (rounds === 1) throw new Error("no connection");
    },
    { pauseMilliseconds: 1, onError: (error) => errors.push(error) },
  );
  await expect.poll(() => rounds).toBeGreaterThan(1);
  await stop();
  expect(errors).toEqual([new Error("no connection")]);
});
