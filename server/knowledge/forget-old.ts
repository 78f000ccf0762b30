import type { Context } from "../context.ts";
import { repeat, type Repeated } from "../repeat.ts";

const day = 86_400_000;
const keptFor = "12 months"; // a year's seasons of one article, and no longer

/** Deletes what readers said and sought a year ago, and proofs that have expired: at the start, then once a day. */
export function startForgetting(context: Context): Repeated {
  return repeat(() => forgetOld(context), {
    pauseMilliseconds: day,
    onError: (error) => context.log.error("knowledge: what is old could not be deleted", { error }),
  });
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
