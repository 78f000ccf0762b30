import { daysUntil, knownCertificate } from "../checks/certificate.ts";
import type { Context } from "../context.ts";
import type { Customer, CustomerSource } from "../customers/customers.ts";
import type { Measured } from "./facts.ts";

/** What our own records say of whoever reports. Only the page's host opens a customer's: a hint is no proof. */
export async function knownFacts(
  context: Context,
  { customer }: { customer: (Customer & { source: CustomerSource }) | undefined },
): Promise<Measured> {
  if (customer?.source !== "host") return {};
  const certificate = await knownCertificate(context, customer.id);
  return certificate ? { cert_days: daysUntil(certificate.notAfter, context.clock.now()) } : {};
}

/**
 * How many others have the same trouble: distinct people and customers with the same cause in the same region within
 * 30 minutes. Sealed tickets are never counted.
 */
export async function similarFacts(context: Context, cause: string, regionId: string): Promise<Measured> {
  const similar = await context.database.row<{ users: number; customers: number }>(
    `select count(distinct coalesce(reporter->>'email', reporter->>'phone')) as users, count(distinct customer_id) as customers
     from tickets where not is_sealed and cause = $1 and region = $2 and created_at > $3::timestamptz - interval '30 minutes'`,
    [cause, regionId, context.clock.now()],
  );
  return { similar_users: similar?.users ?? 0, similar_tenants: similar?.customers ?? 0 };
}
