import type { Locale } from "./contract/types.ts";

/** The article that tells how to reach us; on a page of ours, "report it" leads there. */
export const contactSlug = "contact-regional-support";

export function contactUrl(locale: Locale): string {
  return `/help/${locale}/${contactSlug}`;
}
