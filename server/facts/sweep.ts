import type { Context } from "../context.ts";

const sweepMinutes = 10; // nothing past its end is ever read; this only gives back its place

/** Deletes facts and codes that are over, now and then, until stopped. */
export function startSweep(context: Context): () => Promise<void> {
  const sweep = () =>
    sweepOnce(context).catch((error: unknown) => {
      context.log.error("facts: what is over was not deleted", { error }); // the next round tries again
    });
  const timer = setInterval(sweep, sweepMinutes * 60_000);
  return async () => clearInterval(timer);
}

export async function sweepOnce({ database, clock }: Context): Promise<void> {
  await database.rows("delete from facts where until <= $1", [clock.now()]);
  await database.rows("delete from identity_codes where expires_at <= $1", [clock.now()]);
}
