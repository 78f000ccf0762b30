import type { TemplateResult } from "lit";
import type { FindableArticle } from "../../content/article.ts";
import { createSearchInSlices } from "../../content/search.ts";
import type { SearchContext, SearchLanguage } from "../../content/search.ts";
import type { WidgetContext } from "../context.ts";
import type { View } from "../views.ts";
import { articleRow } from "./article-row.ts";

/** Search in one language, and its results as rows. */
export interface Suggestions {
  /** The articles that may help, best first; none where nothing is confident. */
  find(words: string, context?: SearchContext): FindableArticle[];
  /** The first is marked: it is what Enter opens. */
  rows(articles: readonly FindableArticle[], go: (view: View) => void): TemplateResult[];
}

export async function openSuggestions(
  context: WidgetContext,
  articles: readonly FindableArticle[],
  language: SearchLanguage,
): Promise<Suggestions> {
  const search = await createSearchInSlices(articles, language);
  return {
    find: (words, around) =>
      search(words, { context: around }).flatMap(
        ({ slug }) => articles.find((article) => article.slug === slug) ?? [],
      ),
    rows: (found, go) =>
      found.map((article, index) => articleRow(context, article, go, index === 0 ? "current" : "")),
  };
}
