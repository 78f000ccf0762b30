import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { ServiceStatus } from "../../server/contract/types.ts";
import { projectDir } from "../../server/settings.ts";
import { believedStatus, nextStatus, type Outcome, siteStatus } from "../../server/status/derive-status.ts";
import { shippedPace } from "../../server/status/start-status.ts";
import { jitter } from "../../server/status/watch-site.ts";
import { readServices } from "../../server/status/services.ts";

const twice = { failuresToOpen: 2, successesToClose: 2 };
const { ok, slow, fail } = { ok: "ok", slow: "slow", fail: "fail" } as const;

const cases: [says: string, previous: ServiceStatus, outcomes: Outcome[], next: ServiceStatus][] = [
  ["nothing measured leaves all as it was", "unknown", [], "unknown"],
  ["the first good answer is enough to know", "unknown", [ok], "ok"],
  ["the first bad answer is not", "unknown", [fail], "unknown"],
  ["two bad answers make a problem", "unknown", [fail, fail], "major"],
  ["one lost answer is no problem", "ok", [ok, ok, fail], "ok"],
  ["two lost answers are one", "ok", [ok, fail, fail], "major"],
  ["one now and then is none", "ok", [fail, ok, fail, ok, fail], "ok"],
  ["one lucky answer ends no problem", "major", [fail, fail, ok], "major"],
  ["two good answers end it", "major", [fail, ok, ok], "ok"],
  ["one slow answer is no problem", "ok", [ok, slow], "ok"],
  ["two are a small one", "ok", [slow, slow], "minor"],
  ["slow and lost in turns is a small one", "ok", [slow, fail], "minor"],
  ["slow becomes lost", "minor", [slow, fail, fail], "major"],
  ["a service that answers again, but slowly, has a small problem", "major", [fail, slow, slow], "minor"],
  ["a first quick answer leaves it there", "major", [fail, slow, ok], "minor"],
  ["one quick answer does not end slowness", "minor", [slow, ok], "minor"],
  ["two do", "minor", [slow, ok, ok], "ok"],
];

for (const [says, previous, outcomes, next] of cases) {
  test(`${previous}, then ${outcomes.join(", ") || "nothing"}: ${says}`, () => {
    expect(nextStatus(previous, outcomes, twice)).toBe(next);
  });
}

test("what was measured more than two minutes ago is not known now", () => {
  const checkedAt = new Date("2026-11-24T10:00:00Z");
  const state = { status: "ok", checkedAt } as const;
  expect(believedStatus(state, new Date("2026-11-24T10:02:00Z"))).toBe("ok");
  expect(believedStatus(state, new Date("2026-11-24T10:02:01Z"))).toBe("unknown");
  expect(believedStatus(undefined, checkedAt)).toBe("unknown");
});

const sites: [services: ServiceStatus[], site: ServiceStatus][] = [
  [["ok", "ok"], "ok"],
  [["ok", "minor"], "minor"],
  [["ok", "major", "minor"], "major"],
  [["major", "major"], "critical"],
  [["major", "unknown"], "major"],
  [["ok", "unknown"], "unknown"],
  [["ok", "maintenance"], "maintenance"],
  [["unknown", "unknown"], "unknown"],
  [[], "unknown"],
];

for (const [services, site] of sites) {
  test(`a site whose services are ${services.join(", ") || "not watched"} is ${site}`, () => {
    expect(siteStatus(services)).toBe(site);
  });
}

test("with the shipped settings a death and a return are known within 30 seconds, whatever the moment", async () => {
  const { services } = await readServices(join(projectDir, "content", "services.json"));
  for (const { id, probe } of services) {
    const slowest = probe.timeoutMilliseconds / 1_000;
    const round = probe.intervalSeconds * (1 + jitter) + slowest;
    // A probe that is under way at that moment may still see what was before.
    const toOpen = slowest + probe.failuresToOpen * round;
    const toClose = slowest + probe.successesToClose * round;
    expect(toOpen, `${id} dies`).toBeLessThan(30);
    expect(toClose, `${id} returns`).toBeLessThan(30);
  }
  // A process that takes over from one that ended knows what that one had written.
  expect(shippedPace.superviseMilliseconds).toBeLessThanOrEqual(5_000);
  expect(shippedPace.heartbeatMilliseconds).toBeLessThanOrEqual(30_000);
});
