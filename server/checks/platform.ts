import type { CheckOutcome, CheckResult, ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { siteNow } from "../status/site-now.ts";

const reachOutcomes: Record<ServiceStatus, CheckOutcome> = {
  ok: "pass",
  maintenance: "warn",
  minor: "warn",
  major: "warn",
  critical: "fail",
  unknown: "unknown",
};

/**
 * The checks `reach`, whether the platform answers others than the person who asks, and `status`, what the status page
 * says: that maintenance was announced is an answer there, not a doubt.
 */
export async function checkPlatform(context: Context, siteId: string): Promise<CheckResult[]> {
  const status = (await siteNow(context, siteId))?.status ?? "unknown";
  const outcome = reachOutcomes[status];
  return [
    { id: "reach", outcome, value: status },
    { id: "status", outcome: status === "maintenance" ? "fail" : outcome, value: status },
  ];
}
