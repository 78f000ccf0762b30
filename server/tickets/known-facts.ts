import { daysUntil, knownProvider } from "../checks/certificate.ts";
import type { Context } from "../context.ts";
import type { Customer, CustomerSource, Site } from "../customers/customers.ts";
import type { Symptom } from "../contract/symptoms.ts";
import { findStatedFacts } from "../facts/facts.ts";
import { statusFacts } from "../status/status-facts.ts";
import { factsOfPlatform, type Measured, readFacts } from "./facts.ts";

/**
 * What our own records and the platform say of the site that a report comes from, and of whoever reports, once they
 * have proved who they are (`subject`).
 */
export async function knownFacts(
  context: Context,
  report: {
    site: Site;
    symptom: Symptom;
    customer: (Customer & { source: CustomerSource }) | null;
    subject: string | undefined;
  },
): Promise<Measured> {
  // Only the page's host opens a customer's records: a hint is no proof.
  const customerId = report.customer?.source === "host" ? report.customer.id : undefined;
  const [status, told, provider] = await Promise.all([
    statusFacts(context, report.site.id, report.symptom),
    findStatedFacts(context, { siteId: report.site.id, customerId, subject: report.subject }),
    customerId === undefined ? {} : providerFacts(context, customerId),
  ]);
  // The trouble of one of several countries explains nothing as long as nobody knows the reporter's.
  const sure = told.filter(({ id }) => told.filter((other) => other.id === id).length === 1);
  // What we see ourselves counts more than what we are told.
  return ofSymptom(report.symptom, Object.assign({}, ...sure.map(factsOfPlatform), status, provider));
}

async function providerFacts(context: Context, customerId: string): Promise<Measured> {
  const { certificate, reach } = await knownProvider(context, customerId);
  return readFacts({
    cert_days: certificate && daysUntil(certificate.notAfter, context.clock.now()),
    idp_reach: reach,
  });
}

/** A whole company's trouble with its sign-in explains nobody's missing SMS, and the other way round. */
function ofSymptom(symptom: Symptom, facts: Measured): Measured {
  const isExplained = ([name]: [string, unknown]) => explained[name]?.includes(symptom) ?? true;
  return readFacts(Object.fromEntries(Object.entries(facts).filter(isExplained)));
}

const companySignIn: readonly Symptom[] = ["sso_error", "cannot_sign_in"];
const explained: Record<string, readonly Symptom[]> = {
  sms_rate: ["sms_code"],
  sms_provider: ["sms_code"],
  sso_reason: companySignIn,
  sso_code: companySignIn,
  idp_reach: companySignIn,
};
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
