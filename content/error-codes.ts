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
  const words = text.toLowerCase().match(/[a-z0-9_]+/g) ?? [];
  const stands = new Set(words.filter((word, at) => !isOrdinary(word) || isCode(words, at)));
  return codes.filter((code) => shapesOf(code).some((shape) => stands.has(shape)));
}

/**
 * Whether a code of company sign-in stands there that may be in no list of ours: Microsoft and AD FS add some, and what
 * to look at is much the same.
 */
export function hasSsoCode(text: string): boolean {
  return /\b(?:aadsts *\d{4,7}|msis *\d{4})\b/i.test(text);
}

/** Microsoft's number is often copied without its letters, SAML's status without our prefix. */
function shapesOf(code: string): string[] {
  const whole = code.toLowerCase();
  return [whole, whole.replace(/^(?:aadsts|saml_)/, "")];
}

/** What may be a code, and may be a sum of money or somebody who answers. */
function isOrdinary(word: string): boolean {
  return /^(?:\d+|requester|responder)$/.test(word);
}

/** It stands alone, or the word before it says what it is. */
function isCode(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  return words.length === 1 || /^(?:aadsts|error|err|erreur|code|status|saml)$|code$/.test(before);
}
