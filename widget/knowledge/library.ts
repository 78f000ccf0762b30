import type { FindableArticle } from "../../content/article.ts";
import { fetchArticles } from "../api.ts";
import type { WidgetContext } from "../context.ts";

const libraries = new WeakMap<WidgetContext, Promise<FindableArticle[]>>();

/** The articles in the panel's language, loaded once; a failure is forgotten, so that asking again helps. */
export function openLibrary(context: WidgetContext): Promise<FindableArticle[]> {
  let library = libraries.get(context);
  if (!library) {
    library = fetchArticles(context).then(({ articles }) => articles);
    library.catch(() => libraries.delete(context));
    libraries.set(context, library);
  }
  return library;
}

/** Where an article stands on the help server. */
export function articleUrl({ base, text }: WidgetContext, slug: string): string {
  return `${base}/help/${text.locale}/${slug}`;
}
