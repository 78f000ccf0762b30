import type { ServiceStatus } from "../contract/types.ts";
import type { Probe } from "./services.ts";

/** What one probe saw. */
export type Outcome = "ok" | "slow" | "fail";

/** A measurement that is older says nothing of the present. */
export const staleAfterMilliseconds = 120_000;

/** How many outcomes are looked at together: at the shipped pace the last minute. */
export const outcomesToKeep = 10;
const failuresThatMakeItPartly = 3;

/**
 * The status after the last outcomes, newest last: `critical` when it does not answer, `major` when it fails now and
 * then (one of two machines is down), `minor` when it is slow. It takes several in a row to change anything, so that
 * one lost packet is no problem and one lucky answer no end of one.
 */
export function nextStatus(
  previous: ServiceStatus,
  outcomes: readonly Outcome[],
  { failuresToOpen, successesToClose }: Pick<Probe, "failuresToOpen" | "successesToClose">,
): ServiceStatus {
  const lastAre = (count: number, isSo: (outcome: Outcome) => boolean) =>
    outcomes.length >= count && outcomes.slice(-count).every(isSo);
  if (lastAre(failuresToOpen, (outcome) => outcome === "fail")) return "critical";
  if (lastAre(successesToClose, (outcome) => outcome === "ok")) return "ok";
  if (failuresSinceRecovery(outcomes, successesToClose) >= failuresThatMakeItPartly) return "major";
  if (previous === "critical" || previous === "major") {
    return lastAre(successesToClose, (outcome) => outcome !== "fail") ? "minor" : previous;
  }
  if (lastAre(failuresToOpen, (outcome) => outcome !== "ok")) return "minor";
  // There is nothing to hold on to yet, and a good answer is an answer.
  if (previous === "unknown" && outcomes.at(-1) === "ok") return "ok";
  return previous;
}

/** What went wrong before a run of good answers is over. */
function failuresSinceRecovery(outcomes: readonly Outcome[], successesToClose: number): number {
  let failures = 0;
  let goodInARow = 0;
  for (const outcome of outcomes) {
    goodInARow = outcome === "ok" ? goodInARow + 1 : 0;
    if (outcome === "fail") failures += 1;
    if (goodInARow >= successesToClose) failures = 0;
  }
  return failures;
}

/** Never green when blind: what was not measured lately is unknown. */
export function believedStatus(
  state: { status: ServiceStatus; checkedAt: Date } | undefined,
  now: Date,
): ServiceStatus {
  if (!state) return "unknown";
  const age = now.getTime() - state.checkedAt.getTime();
  return age > staleAfterMilliseconds ? "unknown" : state.status;
}

/** From the best to the worst that a whole site can be in; not knowing is worse than knowing that all is well. */
const worseAndWorse: readonly ServiceStatus[] = [
  "ok",
  "unknown",
  "maintenance",
  "minor",
  "major",
  "critical",
];

export function worstOf(statuses: readonly ServiceStatus[]): ServiceStatus {
  const worst = Math.max(...statuses.map((status) => worseAndWorse.indexOf(status)));
  return worseAndWorse[worst] ?? "unknown";
}

/** A site's status: critical when no service answers; one that is out is a site that is partly out. */
export function siteStatus(services: readonly ServiceStatus[]): ServiceStatus {
  const worst = worstOf(services);
  if (worst !== "critical") return worst;
  return services.every((status) => status === "critical") ? "critical" : "major";
}
