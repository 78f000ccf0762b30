import type { CheckedArticle } from "../../content/check-article.ts";
import type { Context } from "../context.ts";
import type { Locale, OpenProblem } from "../contract/types.ts";
import { statusFor } from "../status/board.ts";

/** Why an article stands on the first page. */
export type UsefulBecause = "open" | "helped" | "chosen";

export interface UsefulNow {
  /** What the status board reports, each with the site that it was asked of. */
  open: (OpenProblem & { site: SiteName })[];
  /** The most useful first, and why each is there. */
  articles: { article: CheckedArticle; because: UsefulBecause }[];
  /** There is more than one site, and nobody said which is theirs: a problem then says its own. */
  isAnySite: boolean;
  /** The support region of the site that was asked for. */
  region?: string | undefined;
}

interface SiteName {
  id: string;
  name: string;
  region: string;
}

/** What readers said of an article, in all languages. */
export interface Votes {
  slug: string;
  yes: number;
  no: number;
}

/** What keeps people from working, in our own judgement: what stands here until readers' votes say more. */
const chosen = [
  "sms-code-not-received",
  "sso-certificate-expired",
  "clear-cache",
  "document-wont-open",
  "password-reset",
];
/** For a problem that no article explains. */
const forAnyProblem = "platform-down";

const places = 5;
const votesDays = 30;
const fewestVotes = 5; // What one person liked is no news for all.

export function orderUseful(
  articles: readonly CheckedArticle[],
  problems: readonly OpenProblem[],
  votes: readonly Votes[],
): UsefulNow["articles"] {
  const open = problems.map((problem) => problem.article ?? forAnyProblem);
  const helped = votes
    .filter(({ yes, no }) => yes >= fewestVotes && yes > 2 * no)
    .sort((a, b) => b.yes - b.no - (a.yes - a.no) || (a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
  const because = new Map<string, UsefulBecause>();
  for (const [reason, slugs] of Object.entries({ open, helped, chosen }) as [UsefulBecause, string[]][])
    for (const slug of slugs) if (!because.has(slug)) because.set(slug, reason);
  return [...because]
    .flatMap(([slug, reason]) => {
      const article = articles.find((one) => one.slug === slug);
      return article ? [{ article, because: reason }] : [];
    })
    .slice(0, places);
}

const keptMilliseconds = 5_000; // In an outage everybody opens this page: one reading serves them.
const patienceMilliseconds = 1_500;

/**
 * Asks the status board and the votes. Who looks for help gets the page without them too: when the database does not
 * answer, our own choice stands there, and nobody waits for the same silence twice.
 */
export function createUsefulNow(
  context: Context,
): (asked: { siteId: string | undefined; locale: Locale }) => Promise<UsefulNow> {
  const { clock, knowledge, log } = context;
  const kept = new Map<Locale, { until: number; news: Promise<News> }>();

  function newsIn(locale: Locale): Promise<News> {
    const now = clock.now().getTime();
    const last = kept.get(locale);
    if (last && last.until > now) return last.news;
    const news = within(patienceMilliseconds, readNews(context, locale)).catch((error: unknown) => {
      log.warn("help centre without status and votes", { error });
      return { boards: [], votes: [] };
    });
    kept.set(locale, { until: now + keptMilliseconds, news });
    return news;
  }

  return async ({ siteId, locale }) => {
    const { boards, votes } = await newsIn(locale);
    const own = boards.filter(({ site }) => site.id === siteId);
    const shown = own.length > 0 ? own : boards;
    const open = shown.flatMap(({ site, problems }) => problems.map((problem) => ({ ...problem, site })));
    const articles = knowledge.articles.filter((article) => article.locale === locale);
    return {
      open,
      articles: orderUseful(articles, open, votes),
      isAnySite: shown.length > 1,
      region: own[0]?.site.region,
    };
  };
}

interface News {
  boards: { site: SiteName; problems: OpenProblem[] }[];
  votes: Votes[];
}

async function readNews(context: Context, locale: Locale): Promise<News> {
  const since = new Date(context.clock.now().getTime() - votesDays * 86_400_000);
  const [sites, votes] = await Promise.all([
    context.database.rows<SiteName>(
      "select id, name, region from sites where is_enabled order by created_at, id",
    ),
    context.database.rows<Votes>(
      `select slug, count(*) filter (where is_helpful) as yes, count(*) filter (where not is_helpful) as no
       from article_feedback where at > $1 group by slug`,
      [since],
    ),
  ]);
  const boards = sites.map(async (site) => {
    const { problems } = await statusFor(context, site.id, locale);
    return { site, problems };
  });
  return { boards: await Promise.all(boards), votes };
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
