import type { Locale } from "../server/contract/types.ts";

/**
 * Lets authors type what their keyboard has. Apostrophes become curly, English quotes too, and French gets the
 * spaces that must not break: a narrow one before `; ! ?`, a full one before `:` and inside « ».
 */
export function typeset(text: string, locale: Locale): string {
  const curly = text.replace(/(?<=[\p{L}\d])'/gu, "’");
  if (locale === "en") return curly.replace(/(?<=^|[\s(])"/g, "“").replace(/"/g, "”");
  return curly
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:»])/g, "\u00a0")
    .replace(/(?<=«) /g, "\u00a0")
    .replace(/(?<=\d) (?=h\b|min\b|s\b|%|\d{3}\b)/g, "\u00a0")
    .replace(/(?<=\d\u00a0h) (?=\d)/g, "\u00a0");
}
