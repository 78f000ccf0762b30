import type { TicketInput } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { Customer } from "../customers/customers.ts";
import type { Measured } from "./facts.ts";

/**
 * What the server itself knows when a report arrives; it outranks what a client sends. Similar reports: the same
 * symptom in the same region within 30 minutes, by distinct people and customers. Sealed ones are never counted.
 */
export async function knownFacts(
  context: Context,
  input: TicketInput,
  _customer: Customer | undefined,
  regionId: string,
): Promise<Measured> {
  const similar = await context.database.row<{ users: number; customers: number }>(
    `select count(distinct coalesce(reporter->>'email', reporter->>'phone')) as users, count(distinct customer_id) as customers
     from tickets where not is_sealed and symptom = $1 and region = $2 and created_at > $3::timestamptz - interval '30 minutes'`,
    [input.symptom, regionId, context.clock.now()],
  );
  return { similar_users: similar?.users ?? 0, similar_tenants: similar?.customers ?? 0 };
}
