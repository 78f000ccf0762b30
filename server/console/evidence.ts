import { countryName } from "../../content/country-name.ts";
import { evidence } from "../text/fr/evidence.ts";
import type { Locale } from "../contract/types.ts";

const sentences = evidence.map(([en, fr]) => ({ pattern: patternOf(en), said: { en, fr } }));

/**
 * The evidence that the rules wrote, in the reader's language; undefined when it exists in English alone.
 * @param answer what the reporter chose in the form, in the reader's words
 */
export function sayEvidence(because: string, locale: Locale, answer?: string): string | undefined {
  for (const { pattern, said } of sentences) {
    const values = pattern.exec(because);
    if (!values) continue;
    const { country } = values.groups ?? {};
    const named: Record<string, string | undefined> = {
      ...values.groups,
      ...(country !== undefined && { country: countryName(country, locale) }),
      ...(answer && { answer }),
    };
    return said[locale].replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? "");
  }
  return locale === "en" ? because : undefined;
}

/** "{code} is about clocks." fits every sentence that only differs in its code. */
function patternOf(english: string): RegExp {
  const escaped = english.replace(/[.*+?^$|()[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`, "s");
}
