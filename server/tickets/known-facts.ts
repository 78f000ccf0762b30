import type { Context } from "../context.ts";
import type { Measured } from "./facts.ts";

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
