import type { CheckResult, Environment } from "../../server/contract/types.ts";

/** The device's clock against the server's, in seconds without sign. */
export function checkClock({ clockErrorMilliseconds }: Environment): CheckResult {
  if (clockErrorMilliseconds === undefined) return { id: "clock", outcome: "unknown" };
  const seconds = Math.round(Math.abs(clockErrorMilliseconds) / 1000);
  const outcome = seconds < 30 ? "pass" : seconds <= 180 ? "warn" : "fail";
  return { id: "clock", outcome, value: seconds };
}
