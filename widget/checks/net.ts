import type { CheckResult, Environment } from "../../server/contract/types.ts";

/** How long one question to the help server takes. */
export function checkNet({ roundTripMilliseconds: rtt, isOnline }: Environment): CheckResult {
  if (isOnline === false) return { id: "net", outcome: "fail" };
  if (rtt === undefined) return { id: "net", outcome: "unknown" };
  const outcome = rtt < 150 ? "pass" : rtt <= 400 ? "warn" : "fail";
  return { id: "net", outcome, value: { rtt } };
}
