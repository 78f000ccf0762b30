/** Lower case, no accents, letters and digits only: what support types finds what people wrote. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A typed search as a tsquery over folded words: all of them, the last ones perhaps unfinished. Empty: none. */
export function searchQuery(text: string): string {
  return foldWords(text)
    .split(" ")
    .filter(Boolean)
    .slice(0, 12)
    .map((word) => `${word}:*`)
    .join(" & ");
}
