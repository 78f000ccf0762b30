import { locales, type Locale } from "../server/contract/types.ts";
import type { Inline } from "./article.ts";
import type { ArticleLink, CheckedArticle } from "./check-article.ts";
import type { ErrorCode } from "./error-codes.ts";

export interface LibraryProblem {
  slug: string;
  locale: Locale;
  field: string;
  /** Where it is not the field's own. */
  line?: number;
  message: string;
}

/** What no article can know alone: every language is there and says the same, and nothing points nowhere. */
export function checkLibrary(
  files: readonly { article: CheckedArticle; links: readonly ArticleLink[] }[],
  errorCodes: readonly ErrorCode[],
): LibraryProblem[] {
  const articles = files.map(({ article }) => article);
  const slugs = new Set(articles.map((article) => article.slug));
  const known = new Set(errorCodes.map(({ code }) => code));
  return files.flatMap(({ article, links }) => {
    const { slug, locale } = article;
    const twins = articles.filter((other) => other.slug === slug);
    const found: [field: string, message: string, line?: number][] = [];

    for (const missing of locales.filter((locale) => !twins.some((twin) => twin.locale === locale)))
      found.push(["title", `content/articles/${missing}/${slug}.md is missing`]);

    const original = twins.find((twin) => twin.locale === locales[0]) ?? article;
    for (const field of ["audience", "topic", "symptom", "codes", "related"] as const)
      if (JSON.stringify(article[field]) !== JSON.stringify(original[field]))
        found.push([field, `must be the same as in ${original.locale}`]);

    if (article.related.includes(slug)) found.push(["related", "an article is not related to itself"]);
    for (const other of article.related.filter((other) => !slugs.has(other)))
      found.push(["related", `there is no article ${other}`]);
    for (const link of links.filter((link) => !slugs.has(link.slug)))
      found.push(["text", `it links to ${link.slug}, which does not exist`, link.line]);

    for (const code of article.codes.filter((code) => !known.has(code)))
      found.push(["codes", `${code} has no entry in content/error-codes.json`]);
    for (const { code } of errorCodes.filter((entry) => entry.article === slug))
      if (!article.codes.includes(code))
        found.push(["codes", `content/error-codes.json sends ${code} here, so it must be listed`]);

    return found.map(([field, message, line]) => ({ slug, locale, field, line, message }));
  });
}

/** The articles that a text links to. */
export function slugsIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (typeof inline === "string" || typeof inline.text === "string") return [];
    return [...(inline.kind === "article" ? [inline.slug] : []), ...slugsIn(inline.text)];
  });
}
