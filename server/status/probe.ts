import type { Outcome } from "./derive-status.ts";
import type { Probe } from "./services.ts";

/** Asks a service once, as a stranger would: no cookie, no redirect followed, the answer's body not read. */
export async function probe(
  url: URL,
  { timeoutMilliseconds, slowMilliseconds }: Pick<Probe, "timeoutMilliseconds" | "slowMilliseconds">,
): Promise<Outcome> {
  const startedAt = performance.now();
  try {
    const response = await fetch(url, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMilliseconds),
      headers: { "user-agent": "DiliTrust-Help-probe" },
    });
    await response.body?.cancel();
    if (!response.ok) return "fail";
    return performance.now() - startedAt > slowMilliseconds ? "slow" : "ok";
  } catch {
    return "fail"; // whatever fetch says, nobody got an answer
  }
}
