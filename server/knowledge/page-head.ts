import { html, raw } from "hono/html";
import { locales, type Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";

type Html = ReturnType<typeof html>;

/** A page of the help centre in all its languages. */
export interface Place {
  publicUrl: string;
  /** Below `/help/en`: nothing for the first page, else `/` and the slug. */
  path: string;
}

/** What search engines and previews of links read; people see nothing of it. */
export function pageHead(
  place: Place,
  page: {
    locale: Locale;
    title: string;
    description: string;
    /** The day on which an article last changed. */
    updated?: string;
    data?: readonly Record<string, unknown>[];
  },
): Html {
  const { locale, title, description, updated, data = [] } = page;
  const url = addressOf(place, locale);
  const { brand, help } = text(locale).frame;
  return html`<meta name="description" content="${description}" />
    <link rel="canonical" href="${url}" />
    ${alternates(place).map(
      ({ language, url }) => html`<link rel="alternate" hreflang="${language}" href="${url}" />`,
    )}
    <meta property="og:type" content="${updated === undefined ? "website" : "article"}" />
    <meta property="og:site_name" content="${brand} ${help}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:locale" content="${territories[locale]}" />
    ${locales
      .filter((other) => other !== locale)
      .map((other) => html`<meta property="og:locale:alternate" content="${territories[other]}" />`)}
    ${updated === undefined ? "" : html`<meta property="article:modified_time" content="${updated}" />`}
    ${data.map(dataBlock)}`;
}

/** For what is an answer to one person, or none at all. */
export const notForSearchEngines = html`<meta name="robots" content="noindex" />`;

const territories: Record<Locale, string> = { en: "en_GB", fr: "fr_FR" };

export function addressOf({ publicUrl, path }: Place, locale: Locale): string {
  return `${publicUrl}/help/${locale}${path}`;
}

/** Each language, and the address that leads everybody to theirs. */
export function alternates(place: Place): { language: string; url: string }[] {
  return [
    ...locales.map((language) => ({ language, url: addressOf(place, language) })),
    { language: "x-default", url: `${place.publicUrl}/help${place.path}` },
  ];
}

/** A block of data is not a script, so no policy refuses it; but a `<` in it could end it. */
function dataBlock(data: Record<string, unknown>): Html {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">
    ${raw(json)}
  </script>`;
}
