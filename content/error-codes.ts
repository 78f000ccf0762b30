import type { Locale } from "../server/contract/types.ts";

/** One entry of `error-codes.json`. */
export interface ErrorCode {
  /** As it is shown: `AADSTS50012`, `app_not_configured`, `SAML_AuthnFailed`, `30007`. */
  code: string;
  /** Whose code it is, in words: "Microsoft Entra ID". */
  source: string;
  meaning: Record<Locale, string>;
  /** The cause that the first qualification gives it. */
  cause: string;
  /** The article that tells what to do; it may still be unwritten. */
  article: string;
  /** When it was last compared with its source; absent where it was not. Vendors change their codes. */
  checked?: string;
}

/**
 * The codes that stand in a text, alone or inside a pasted message. Exactly, because AADSTS50011 and
 * AADSTS50012 mean different things.
 */
export function codesIn(text: string, codes: readonly string[]): string[] {
  const words = new Set(text.toLowerCase().match(/[a-z0-9_]+/g));
  return codes.filter((code) => shapesOf(code).some((shape) => words.has(shape)));
}

/** Microsoft's number is often copied without its letters, SAML's status without our prefix. */
function shapesOf(code: string): string[] {
  const whole = code.toLowerCase();
  return [whole, whole.replace(/^(?:aadsts|saml_)/, "")];
}
