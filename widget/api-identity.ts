import type { Identity } from "../server/contract/types.ts";
import { call, fetchJson, hasAll } from "./api.ts";
import type { Place } from "./api.ts";

/**
 * A code by mail, for whoever wants to see what the platform says of them. Keep what `verifyCode` answers as the
 * context's `identity`: from then on checks hold their facts, and reports are qualified with them.
 */

/** Done means asked, not sent: nobody learns here whether an address is known. Throws `too-many-requests`. */
export async function requestCode(place: Place, email: string): Promise<void> {
  const { site, locale } = place;
  await call(place, "/api/identity", { body: { site, locale, email } });
}

/** Throws `code-invalid` for a code that is wrong, used, or older than ten minutes. */
export function verifyCode(place: Place, email: string, code: string): Promise<Identity> {
  const body = { site: place.site, email, code };
  return fetchJson(place, "/api/identity/verify", { body }, isIdentity);
}

const isIdentity = (value: unknown): value is Identity => hasAll(value, "token", "until");
