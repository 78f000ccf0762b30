import type { Context } from "../context.ts";
import type { DeskTicket, Viewer } from "../tickets/desk.ts";

/** Notes who looked at a sealed ticket. A page that refreshes itself is the same look for ten minutes. */
export async function recordSealedView(
  { database, clock }: Context,
  viewer: Viewer,
  ticket: Pick<DeskTicket, "id" | "isSealed">,
): Promise<void> {
  if (!ticket.isSealed) return;
  await database.rows(
    `insert into audit_entries (at, actor, action, ticket_id) select $1, $2, 'viewed', $3
     where not exists (select from audit_entries
       where ticket_id = $3 and actor = $2 and action = 'viewed' and at > $1::timestamptz - interval '10 minutes')`,
    [clock.now(), viewer.actor, ticket.id],
  );
}
