import type { FindableArticle } from "../../content/article.ts";
import type { SearchContext } from "../../content/search.ts";

/** What is known of a page before anybody says what is wrong. */
export interface Signs extends Pick<SearchContext, "failedChecks" | "error"> {
  /** As the page calls it; the name of a tile says what somebody there has trouble with. */
  screen?: string;
}

const decisive = 3; // a code says exactly what is wrong: then nothing else is offered beside it
const enough = 0.5; // a failed check that three articles name proves nothing alone
const most = 2;

/** The articles that probably help here, best first; none where nothing speaks for one clearly. */
export function probableArticles(
  articles: readonly FindableArticle[],
  { screen, failedChecks = [], error = "" }: Signs,
): FindableArticle[] {
  const naming = (id: string) => articles.filter(({ checks }) => checks?.includes(id)).length;
  const scored = articles
    // What nobody has read again in time is found, but not offered.
    .filter(({ isPastReview }) => !isPastReview)
    .map((article) => {
      const { codes, symptom, checks = [] } = article;
      const failed = failedChecks.filter((id) => checks.includes(id));
      const score =
        (codes.includes(error) ? decisive : 0) +
        (screen !== undefined && screen === symptom ? 1 : 0) +
        failed.reduce((sum, id) => sum + 1 / naming(id), 0);
      return { article, score };
    })
    .sort((one, other) => other.score - one.score);
  const least = Math.max(enough, (scored[0]?.score ?? 0) / 2);
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, most)
    .map(({ article }) => article);
}
