import { daysUntil, knownCertificate } from "../checks/certificate.ts";
import type { Context } from "../context.ts";
import type { Customer, CustomerSource, Site } from "../customers/customers.ts";
import type { Symptom } from "../contract/symptoms.ts";
import { statusFacts } from "../status/status-facts.ts";
import type { Measured } from "./facts.ts";

/** What our own records say of the site that a report comes from, and of whoever reports. */
export async function knownFacts(
  context: Context,
  report: {
    site: Site;
    symptom: Symptom;
    customer: (Customer & { source: CustomerSource }) | null;
  },
): Promise<Measured> {
  return {
    ...(await statusFacts(context, report.site.id, report.symptom)),
    ...(await certificateFacts(context, report.customer)),
  };
}

/** Only the page's host opens a customer's records: a hint is no proof. */
async function certificateFacts(
  context: Context,
  customer: (Customer & { source: CustomerSource }) | null,
): Promise<Measured> {
  if (customer?.source !== "host") return {};
  const certificate = await knownCertificate(context, customer.id);
  return certificate ? { cert_days: daysUntil(certificate.notAfter, context.clock.now()) } : {};
}

const latestSimilar = {
  name: "latest-similar",
  text: `select count(distinct who) as users, count(distinct customer_id) as customers
     from (select coalesce(reporter->>'email', reporter->>'phone') as who, customer_id from tickets
           where not is_sealed and cause = $1 and region = $2 and created_at > $3::timestamptz - interval '30 minutes'
           order by created_at desc limit 100) latest`,
};

/**
 * How many others have the same trouble: distinct people and customers with the same cause in the same region within
 * 30 minutes. Sealed tickets are never counted. Only the latest hundred are looked at, so that a report costs the same
 * in the worst outage; the rules ask for five people or three customers.
 */
export async function similarFacts(context: Context, cause: string, regionId: string): Promise<Measured> {
  const similar = await context.database.row<{ users: number; customers: number }>(latestSimilar, [
    cause,
    regionId,
    context.clock.now(),
  ]);
  return { similar_users: similar?.users ?? 0, similar_tenants: similar?.customers ?? 0 };
}
