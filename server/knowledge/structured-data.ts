import type { CheckedArticle } from "../../content/check-article.ts";
import { locales } from "../contract/types.ts";
import { text } from "../text/text.ts";
import { addressOf, type Place } from "./page-head.ts";

/** An article in schema.org's words: what it is, and where it stands. */
export function structuredData(article: CheckedArticle, place: Place): Record<string, unknown>[] {
  const { locale, title, summary, updated, topic, audience } = article;
  const words = text(locale);
  const url = addressOf(place, locale);
  const [original] = locales;
  const publisher = { "@type": "Organization", name: words.frame.brand };
  const crumbs = [
    { name: words.help.title, item: `${place.publicUrl}/help/${locale}` },
    { name: words.help.topics[topic], item: `${place.publicUrl}/help/${locale}#${topic}` },
    { name: title, item: url },
  ];
  return [
    {
      "@type": "TechArticle",
      headline: title,
      description: summary,
      inLanguage: locale,
      dateModified: updated,
      articleSection: words.help.topics[topic],
      audience: audience.map((one) => ({ "@type": "Audience", audienceType: one })),
      mainEntityOfPage: url,
      author: publisher,
      publisher,
      ...(locale !== original && {
        translationOfWork: { "@type": "TechArticle", "@id": addressOf(place, original) },
      }),
    },
    {
      "@type": "BreadcrumbList",
      itemListElement: crumbs.map((crumb, index) => ({
        "@type": "ListItem",
        position: index + 1,
        ...crumb,
      })),
    },
  ];
}
