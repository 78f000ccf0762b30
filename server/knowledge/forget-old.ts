import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "../context.ts";

const hour = 3_600_000;
const keptFor = "12 months"; // a year's seasons of one article, and no longer

/** Deletes what readers said and sought a year ago, and proofs that have expired: at the start, then once a day. */
export function startForgetting(context: Context): { stop(): Promise<void> } {
  const stopping = new AbortController();

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      await forgetOld(context).catch((error: unknown) =>
        context.log.error("knowledge: what is old could not be deleted", { error }),
      );
      // Ends early when stopped.
      await delay(24 * hour, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

export async function forgetOld({ database, clock }: Context): Promise<void> {
  const now = clock.now();
  for (const table of ["article_feedback", "searches"]) {
    await database.rows(`delete from ${table} where at < $1::timestamptz - $2::interval`, [now, keptFor]);
  }
  // Who asked to be told was told that their address goes.
  await database.rows(
    `delete from outbox where letter = 'article-fixed'
       and coalesce(sent_at, gave_up_at) < $1::timestamptz - interval '6 days'`,
    [now],
  );
  await database.rows("delete from spent_proofs where expires_at < $1", [now]);
}
