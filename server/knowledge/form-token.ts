import { createHmac, randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { isSameSecret } from "../tickets/tokens.ts";

/** Which form, and where it was drawn. */
export interface Form {
  slug: string;
  locale: string;
  version: string;
  network: string;
}

const leastSeconds = 3; // nobody reads the question and answers it sooner
const validSeconds = 12 * 3_600; // a tab that stays open over a working day

/**
 * The human check of a form that works without a script. Whoever reads the page can take a token from it, so it
 * proves no more than that somebody opened this page here some seconds ago; the rest is what one network may send.
 */
export function makeFormToken({ secret, clock }: Context, form: Form): string {
  const id = randomUUID();
  const at = clock.now().getTime();
  return `${id}.${at}.${signatureOf(secret, form, id, at)}`;
}

/** The id of what the form says, the same however often it is sent. Throws form-expired, form-too-fast. */
export function readFormToken({ secret, clock }: Context, form: Form, token: string): string {
  const [id = "", at = "", signature = ""] = token.split(".");
  const ageSeconds = (clock.now().getTime() - Number(at)) / 1_000;
  const isOurs = isSameSecret(Buffer.from(signature), Buffer.from(signatureOf(secret, form, id, Number(at))));
  if (!isOurs || ageSeconds > validSeconds) throw new Problem("form-expired");
  if (ageSeconds < leastSeconds) throw new Problem("form-too-fast", { retryAfterSeconds: leastSeconds });
  return id;
}

function signatureOf(secret: string, form: Form, id: string, at: number): string {
  const said = ["feedback-form", form.slug, form.locale, form.version, form.network, id, at].join("\n");
  return createHmac("sha256", secret).update(said).digest("base64url");
}
