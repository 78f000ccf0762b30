import { expect, test } from "@playwright/test";
import { printTable } from "../bench/table.ts";
import { crash } from "./crash.ts";

test("everything that was acknowledged survives many kills", async () => {
  const rounds = Number(process.env.CRASH_ROUNDS);
  const { forgotten, strangeAnswers, worstRestartMilliseconds, ...tallies } = await crash({
    rounds,
    waitForMail: true,
    say: console.log,
  });
  printTable(
    `${rounds} kills of the server, ${Math.floor(rounds / 2)} of them with PostgreSQL`,
    ["", "acknowledged", "lost", "doubled"],
    Object.entries(tallies).map(([what, { acknowledged, lost, doubled }]) => [
      what.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      acknowledged,
      lost,
      doubled,
    ]),
  );
  console.log(`\nsame id and token, another answer: ${forgotten}; strange answers: ${strangeAnswers}`);
  console.log(`worst restart to ready: ${(worstRestartMilliseconds / 1_000).toFixed(1)} s`);

  // A mail may arrive twice, under one Message-ID: whether a killed conversation succeeded, nobody knows.
  const promises = { ...tallies, mailsDelivered: { ...tallies.mailsDelivered, doubled: 0 } };
  for (const tally of Object.values(promises)) expect(tally).toMatchObject({ lost: 0, doubled: 0 });
  expect([forgotten, strangeAnswers]).toEqual([0, 0]);
});
