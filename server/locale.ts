import type { Context as HonoContext } from "hono";
import { locales, type Locale } from "./contract/types.ts";

/** The best language we have for a BCP 47 tag or a list of them; English when none fits. */
export function closestLocale(...tags: (string | undefined)[]): Locale {
  for (const tag of tags) {
    const language = tag?.trim().toLowerCase().split(/[-_]/, 1)[0];
    const known = locales.find((locale) => locale === language);
    if (known) return known;
  }
  return "en";
}

/** `?lang=` (or `?locale=`) first, since a link may carry it, then what the browser asks for. */
export function localeOf(c: HonoContext): Locale {
  const accepted = (c.req.header("accept-language") ?? "").split(",").map((part) => part.split(";", 1)[0]);
  return closestLocale(c.req.query("lang"), c.req.query("locale"), ...accepted);
}
