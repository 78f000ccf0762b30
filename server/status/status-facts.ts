import type { Symptom } from "../contract/symptoms.ts";
import type { Context } from "../context.ts";
import { type Measured, readFacts } from "../tickets/facts.ts";
import { worstOf } from "./derive-status.ts";
import { siteNow } from "./site-now.ts";

/**
 * What the board says to a report: of the services that explain its symptom only, so that a failing SMS gateway does
 * not become the cause of a wrong date.
 */
export async function statusFacts(context: Context, siteId: string, symptom: Symptom): Promise<Measured> {
  const site = await siteNow(context, siteId);
  if (!site) return {};
  if (site.status === "critical") return { platform: "down", status: "critical" };
  const concerned = site.services.filter(({ service }) => service.symptoms.includes(symptom));
  const failing = concerned.filter(({ status }) => status === "major");
  const general = concerned.filter(
    ({ service, status }) => !(status === "major" && service.fact !== undefined),
  );
  return readFacts({
    ...Object.assign({}, ...failing.map(({ service }) => service.fact ?? {})),
    // "unknown", and the status of no service at all, are not words of this fact: readFacts leaves them out.
    status: worstOf(general.map(({ status }) => status)),
  });
}
