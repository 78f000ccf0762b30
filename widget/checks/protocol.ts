import type { CheckResult } from "../../server/contract/types.ts";

/** How the page came: an old protocol hints at a proxy between, and never proves one. */
export function checkProtocol(): CheckResult {
  // By their type; old browsers have none.
  const [page] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming | undefined)[];
  const protocol = page?.nextHopProtocol;
  if (!protocol) return { id: "proto", outcome: "unknown" };
  return { id: "proto", outcome: /^h[23]/.test(protocol) ? "pass" : "warn", value: protocol };
}
