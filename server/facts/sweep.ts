import type { Context } from "../context.ts";
import { repeat, type Repeated } from "../repeat.ts";

const sweepMinutes = 10; // nothing past its end is ever read; this only gives back its place

/** Deletes facts and codes that are over, now and then, until stopped. */
export function startSweep(context: Context): Repeated {
  return repeat(() => sweepOnce(context), {
    pauseMilliseconds: sweepMinutes * 60_000,
    onError: (error) => context.log.error("facts: what is over was not deleted", { error }),
  });
}

export async function sweepOnce({ database, clock }: Context): Promise<void> {
  await database.rows("delete from facts where until <= $1", [clock.now()]);
  await database.rows("delete from identity_codes where expires_at <= $1", [clock.now()]);
}
