import { Hono } from "hono";
import { compress } from "hono/compress";
import { html } from "hono/html";
import type { Context } from "../context.ts";
import { locales, type Locale } from "../contract/types.ts";
import { addressOf, alternates, type Place } from "./page-head.ts";

type Html = ReturnType<typeof html>;

/** `/robots.txt` and `/sitemap.xml`: what search engines are to read, and when it changed. */
export function discoveryRoutes({ knowledge, settings }: Context): Hono {
  const routes = new Hono();

  routes.get("/robots.txt", (c) =>
    c.text(`User-agent: *
Disallow: /api/
Disallow: /console
Disallow: /reports/

Sitemap: ${settings.publicUrl}/sitemap.xml
`),
  );

  routes.get("/sitemap.xml", compress(), async (c) => {
    const { publicUrl } = settings;
    const days = knowledge.articles.map(({ updated }) => updated).sort();
    const slugs = [...new Set(knowledge.articles.map(({ slug }) => slug))];
    const entries = locales.flatMap((locale) => [
      entry({ publicUrl, path: "" }, { locale, updated: days.at(-1) }),
      ...slugs.map((slug) => {
        const article = knowledge.articles.find((one) => one.slug === slug && one.locale === locale);
        return entry({ publicUrl, path: `/${slug}` }, { locale, updated: article?.updated });
      }),
    ]);
    const map = await html`<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        ${entries}
      </urlset>`;
    return c.body(String(map), 200, { "content-type": "application/xml; charset=utf-8" });
  });

  return routes;
}

function entry(place: Place, { locale, updated }: { locale: Locale; updated: string | undefined }): Html {
  return html`<url>
    <loc>${addressOf(place, locale)}</loc>
    ${updated === undefined ? "" : html`<lastmod>${updated}</lastmod>`}
    ${alternates(place).map(
      ({ language, url }) => html`<xhtml:link rel="alternate" hreflang="${language}" href="${url}" />`,
    )}
  </url>`;
}
