import type { Context as HonoContext } from "hono";
import type { Locale } from "./contract/types.ts";

/** The article that tells how to reach us; on a page of ours, "report it" leads there. */
export const contactSlug = "contact-regional-support";

/** Who reads the help centre: in which language, and, where it is known, of which site. */
export interface HelpReader {
  locale: Locale;
  site?: string | undefined;
}

/** Where the reader comes from, if the page that led here said so. */
export function siteOf(c: HonoContext): string | undefined {
  const site = c.req.query("site");
  return site !== undefined && /^[a-z0-9-]{1,80}$/.test(site) ? site : undefined;
}

/** An address in the help centre. It carries the site along, whose status and support team are then shown there. */
export function helpUrl(
  { locale, site }: HelpReader,
  slug?: string,
  query: Record<string, string> = {},
): string {
  const all = new URLSearchParams({ ...query, ...(site && { site }) });
  return `/help/${locale}${slug ? `/${slug}` : ""}${all.size > 0 ? `?${all}` : ""}`;
}

/** The three doors, for the same reader. */
export function frontDoorUrl({ locale, site }: HelpReader): string {
  return `/?${new URLSearchParams({ lang: locale, ...(site && { site }) })}`;
}

export function contactUrl(reader: HelpReader): string {
  return helpUrl(reader, contactSlug);
}

/** The status page of the same reader. */
export function statusUrl({ locale, site }: HelpReader): string {
  return `/status?${new URLSearchParams({ lang: locale, ...(site && { site }) })}`;
}
