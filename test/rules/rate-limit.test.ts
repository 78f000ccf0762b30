import { expect, test } from "@playwright/test";
import { Hono } from "hono";
import { createRateLimit, networkOf } from "../../server/rate-limit.ts";

function countingClock() {
  let now = Date.parse("2026-11-24T09:00:00Z");
  return { now: () => new Date(now), passSeconds: (seconds: number) => (now += seconds * 1_000) };
}

test("who calls too often is told how long to wait, and may call again then", () => {
  const clock = countingClock();
  const limit = createRateLimit(clock, [{ atMost: 2, seconds: 60 }]);
  limit("ana");
  clock.passSeconds(20);
  limit("ana");
  limit("ben");
  expect(() => limit("ana")).toThrow(expect.objectContaining({ retryAfterSeconds: 40 }));
  clock.passSeconds(40);
  limit("ana");
});

test("of more senders than it remembers the latest stay limited", () => {
  const clock = countingClock();
  const limit = createRateLimit(clock, [{ atMost: 1, seconds: 60 }], "too-many-requests", 10);
  for (let sender = 0; sender < 30; sender += 1) {
    limit(`sender ${sender}`);
    clock.passSeconds(1);
  }
  for (let sender = 20; sender < 30; sender += 1) expect(() => limit(`sender ${sender}`)).toThrow();
  limit("sender 19");
});

const networks: [forwarded: string, network: string][] = [
  ["192.0.2.7", "192.0.2.7"],
  ["198.51.100.1, 192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:40112", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::1]:40112", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["x".repeat(9_000), "x".repeat(45)],
];

for (const [forwarded, network] of networks) {
  test(`${forwarded.slice(0, 50)} is of the network ${network}`, async () => {
    const app = new Hono().get("/", (c) => c.text(networkOf(c, 1)));
    const response = await app.request("/", { headers: { "x-forwarded-for": forwarded } });
    expect(await response.text()).toBe(network);
  });
}
