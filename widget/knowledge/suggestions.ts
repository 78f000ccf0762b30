import type { FindableArticle } from "../../content/article.ts";
import type { SearchLanguage } from "../../content/search.ts";
import type { WidgetContext } from "../context.ts";
import { openLibrary } from "./library.ts";

/** The articles that may help with these words, best first; none where nothing is confident. */
export type Suggest = (words: string) => FindableArticle[];

const languages: Record<string, (() => Promise<SearchLanguage>) | undefined> = {
  en: () => import("../../content/search-en.ts").then(({ english }) => english),
  fr: () => import("../../content/search-fr.ts").then(({ french }) => french),
};

/** Loads what searching needs, all at once; until somebody wants to search, none of it. */
export async function loadSuggestions(context: WidgetContext): Promise<Suggest> {
  const [articles, { createSearch }, language] = await Promise.all([
    openLibrary(context),
    import("../../content/search.ts"),
    languages[context.text.locale]?.(),
  ]);
  if (!language) return () => [];
  const search = createSearch(articles, language);
  return (words) =>
    search(words).flatMap(({ slug }) => articles.find((article) => article.slug === slug) ?? []);
}
