import type { Context as HonoContext } from "hono";
import { streamSSE } from "hono/streaming";
import type { Context } from "../context.ts";
import { inTurn } from "../in-turn.ts";
import { canSeeSealed, listTickets, type Viewer } from "../tickets/desk.ts";
import { viewerOf } from "./access.ts";

const pingSeconds = 20; // a proxy would close a silent connection

/**
 * What changes in the queue, as server-sent events: `ticket` with the key of each ticket that changed, `count` with
 * the numbers of the views when they are others than before. Nothing at all comes of a ticket that this viewer may
 * not see; and whoever is signed out meanwhile hears nothing more.
 */
export async function streamTickets(context: Context, c: HonoContext): Promise<Response> {
  await viewerOf(context, c); // refuses before the stream begins
  return streamSSE(c, async (stream) => {
    let counts = "";

    async function tell(ticketId: string | undefined): Promise<void> {
      const now = await viewerOf(context, c).catch(() => undefined);
      if (!now) return stream.close();
      const key = ticketId === undefined ? undefined : await keyOf(context, now, ticketId);
      if (key !== undefined) await stream.writeSSE({ event: "ticket", data: JSON.stringify({ key }) });
      const counted = await readCounts(context, now);
      if (counted !== counts) await stream.writeSSE({ event: "count", data: counted });
      counts = counted;
    }

    // So that nobody hears an older count after a newer one.
    const tellInTurn = inTurn((ticketId?: string) =>
      tell(ticketId).catch((error: unknown) => {
        context.log.warn("console: a stream could not be fed", { error });
      }),
    );
    const unsubscribe = context.changes.subscribe(
      ({ topic, key }) => topic === "ticket" && tellInTurn(key),
      () => tellInTurn(),
    );
    stream.onAbort(unsubscribe);
    tellInTurn();
    while (!stream.aborted && !stream.closed) {
      await stream.sleep(pingSeconds * 1_000);
      tellInTurn();
      await stream.write(": still here\n\n");
    }
    unsubscribe();
  });
}

async function readCounts(context: Context, viewer: Viewer): Promise<string> {
  return JSON.stringify((await listTickets(context, viewer, { view: "open" })).counts);
}

async function keyOf(context: Context, viewer: Viewer, ticketId: string): Promise<string | undefined> {
  const ticket = await context.database.row<{ key: string }>(
    "select key from tickets where id = $1 and ($2 or not is_sealed)",
    [ticketId, canSeeSealed(viewer)],
  );
  return ticket?.key;
}
