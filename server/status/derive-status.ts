import type { ServiceStatus } from "../contract/types.ts";
import type { Probe } from "./services.ts";

/** What one probe saw. */
export type Outcome = "ok" | "slow" | "fail";

/** A measurement that is older says nothing of the present. */
export const staleAfterMilliseconds = 120_000;

/**
 * The status after the last outcomes, newest last. It takes several in a row to change anything, so that one lost
 * packet is no problem and one lucky answer no end of one.
 */
export function nextStatus(
  previous: ServiceStatus,
  outcomes: readonly Outcome[],
  { failuresToOpen, successesToClose }: Pick<Probe, "failuresToOpen" | "successesToClose">,
): ServiceStatus {
  const lastAre = (count: number, isSo: (outcome: Outcome) => boolean) =>
    outcomes.length >= count && outcomes.slice(-count).every(isSo);
  if (lastAre(failuresToOpen, (outcome) => outcome === "fail")) return "major";
  if (lastAre(successesToClose, (outcome) => outcome === "ok")) return "ok";
  if (previous === "major") {
    return lastAre(successesToClose, (outcome) => outcome !== "fail") ? "minor" : previous;
  }
  if (lastAre(failuresToOpen, (outcome) => outcome !== "ok")) return "minor";
  // There is nothing to hold on to yet, and a good answer is an answer.
  if (previous === "unknown" && outcomes.at(-1) === "ok") return "ok";
  return previous;
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

/** A site's status: that of its worst service, and critical when none works. */
export function siteStatus(services: readonly ServiceStatus[]): ServiceStatus {
  const isDown = services.length > 0 && services.every((status) => status === "major");
  return isDown ? "critical" : worstOf(services);
}
