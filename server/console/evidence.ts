import { evidence } from "../text/fr/evidence.ts";
import type { Locale } from "../contract/types.ts";

const french = evidence.map(([english, sentence]) => ({ pattern: patternOf(english), sentence }));

/**
 * The evidence that the rules wrote, in the reader's language; undefined when it exists in English alone.
 * @param answer what the reporter chose in the form, in the reader's words
 */
export function sayEvidence(because: string, locale: Locale, answer?: string): string | undefined {
  if (locale === "en") return because;
  for (const { pattern, sentence } of french) {
    const values = pattern.exec(because);
    if (!values) continue;
    const named: Record<string, string | undefined> = { ...values.groups, ...(answer && { answer }) };
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? "");
  }
  return undefined;
}

/** "{code} is about clocks." fits every sentence that only differs in its code. */
function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$|()[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`, "s");
}
