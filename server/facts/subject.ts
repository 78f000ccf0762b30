import { createHmac } from "node:crypto";
import type { Context } from "../context.ts";

/**
 * What a site's platform makes pseudonyms with. It is the site's, not a key's: a key may be replaced without every
 * fact losing its person. It is made from our own secret, so that a copy of the database does not hold it.
 */
export function subjectSecret({ secret }: Pick<Context, "secret">, siteId: string): string {
  return createHmac("sha256", secret).update(`subjects ${siteId}`).digest("base64url");
}

/** The name under which facts of a person are kept instead of the address. The platform computes the same. */
export function pseudonymOf(subjectSecret: string, email: string): string {
  return createHmac("sha256", subjectSecret).update(email.trim().toLowerCase()).digest("hex");
}

export function subjectOf(context: Pick<Context, "secret">, siteId: string, email: string): string {
  return pseudonymOf(subjectSecret(context, siteId), email);
}
