import { feedbackReasons, type FeedbackReason } from "../contract/feedback.ts";
import type { Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { isFailing, type Reading } from "./judge-article.ts";

/** What authors look at, over a period that ends now. */
export interface Period {
  days: number;
}

export interface ArticleRow extends Reading {
  slug: string;
  locale: Locale;
  title: string;
  /** Its present version, and the date that it bears. */
  version: string;
  updated: string;
  /** 0 to 1; null without votes. */
  helpfulShare: number | null;
  /** The same over as many days before. */
  earlierShare: number | null;
  reasons: Record<FeedbackReason, number>;
  /** Not mended yet. */
  comments: number;
  isFailing: boolean;
}

export async function listArticles(context: Context, period: Period): Promise<ArticleRow[]> {
  const [since, before] = [daysAgo(context, period.days), daysAgo(context, 2 * period.days)];
  const { database, knowledge } = context;
  const [votes, reasons, openings] = await Promise.all([
    database.rows<{
      slug: string;
      locale: string;
      votes: number;
      helpful: number;
      earlierVotes: number;
      earlierHelpful: number;
      comments: number;
    }>(
      `select slug, locale,
         count(*) filter (where at >= $1) as votes,
         count(*) filter (where at >= $1 and is_helpful) as helpful,
         count(*) filter (where at < $1) as "earlierVotes",
         count(*) filter (where at < $1 and is_helpful) as "earlierHelpful",
         count(*) filter (where at >= $1 and fixed_at is null and (comment is not null or email is not null)) as comments
       from article_feedback where at >= $2 group by slug, locale`,
      [since, before],
    ),
    database.rows<{ slug: string; locale: string; reason: FeedbackReason; count: number }>(
      `select slug, locale, reason, count(*) as count from article_feedback, unnest(reasons) as reason
       where at >= $1 group by slug, locale, reason`,
      [since],
    ),
    database.rows<{ slug: string; locale: string; openings: number; tickets: number }>(
      `select opened as slug, locale, count(*) as openings, count(*) filter (where has_ticket) as tickets
       from searches where opened is not null and at >= $1 group by opened, locale`,
      [since],
    ),
  ]);
  return knowledge.articles.map(({ slug, locale, title, hash, updated }) => {
    const isThis = (row: { slug: string; locale: string }) => row.slug === slug && row.locale === locale;
    const voted = votes.find(isThis);
    const opened = openings.find(isThis);
    const reading: Reading = {
      votes: voted?.votes ?? 0,
      helpful: voted?.helpful ?? 0,
      openings: opened?.openings ?? 0,
      tickets: opened?.tickets ?? 0,
    };
    const given = (reason: FeedbackReason) =>
      reasons.find((row) => isThis(row) && row.reason === reason)?.count ?? 0;
    return {
      slug,
      locale,
      title,
      version: hash,
      updated,
      ...reading,
      helpfulShare: share(reading.helpful, reading.votes),
      earlierShare: share(voted?.earlierHelpful ?? 0, voted?.earlierVotes ?? 0),
      // The keys are those of the list.
      reasons: Object.fromEntries(feedbackReasons.map((one) => [one, given(one)])) as ArticleRow["reasons"],
      comments: voted?.comments ?? 0,
      isFailing: isFailing(reading),
    };
  });
}

export async function listFailingArticles(context: Context, period: Period): Promise<ArticleRow[]> {
  const failing = (await listArticles(context, period)).filter((article) => article.isFailing);
  return failing.sort((a, b) => (a.helpfulShare ?? 1) - (b.helpfulShare ?? 1));
}

export interface CommentRow {
  id: string;
  at: Date;
  slug: string;
  locale: Locale;
  version: string;
  /** Said of the version that readers see now. */
  isPresent: boolean;
  reasons: FeedbackReason[];
  comment: string | null;
  /** Left an address to be told; it is shown nowhere. */
  wantsToKnow: boolean;
  fixedIn: string | null;
  fixedAt: Date | null;
}

/** Every no with its reasons, the newest first; of all articles, or of one. */
export async function listComments(
  { database, knowledge, ...context }: Context,
  period: Period,
  article?: { slug: string; locale: Locale },
): Promise<CommentRow[]> {
  const rows = await database.rows<Omit<CommentRow, "isPresent">>(
    `select id, at, slug, locale, version, reasons, comment, email is not null as "wantsToKnow",
       fixed_in as "fixedIn", fixed_at as "fixedAt"
     from article_feedback where not is_helpful and at >= $1
       and ($2::text is null or (slug = $2 and locale = $3))
     order by at desc limit 1000`,
    [daysAgo(context, period.days), article?.slug ?? null, article?.locale ?? null],
  );
  return rows.map((row) => ({
    ...row,
    isPresent: knowledge.articles.some(
      ({ slug, locale, hash }) => slug === row.slug && locale === row.locale && hash === row.version,
    ),
  }));
}

export interface TermRow {
  words: string;
  locale: Locale;
  searches: number;
  lastAt: Date;
}

/** What people sought and found nothing for. */
export function listTermsWithoutResult(
  { database, ...context }: Context,
  period: Period,
): Promise<TermRow[]> {
  return database.rows(
    `select (array_agg(words order by at desc))[1] as words, locale, count(*) as searches, max(at) as "lastAt"
     from searches where results = 0 and at >= $1
     group by locale, term order by searches desc, "lastAt" desc limit 1000`,
    [daysAgo(context, period.days)],
  );
}

export interface TicketTermRow extends TermRow {
  tickets: number;
  /** What was opened most often before the ticket. */
  opened: string | null;
}

/** What people sought, and sent a ticket all the same. */
export function listTermsWithTicket(
  { database, ...context }: Context,
  period: Period,
): Promise<TicketTermRow[]> {
  return database.rows(
    `select (array_agg(words order by at desc))[1] as words, locale, count(*) as searches, max(at) as "lastAt",
       count(*) filter (where has_ticket) as tickets, mode() within group (order by opened) as opened
     from searches where at >= $1
     group by locale, term having bool_or(has_ticket) order by tickets desc, "lastAt" desc limit 1000`,
    [daysAgo(context, period.days)],
  );
}

export interface TrendRow {
  votes: number;
  helpful: number;
}

/** One article's votes month by month, and version by version, the newest first. */
export async function readTrend(
  { database }: Context,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<{
  months: (TrendRow & { month: string })[];
  versions: (TrendRow & { version: string; updated: string | null; lastAt: Date })[];
}> {
  const [months, versions] = await Promise.all([
    database.rows<TrendRow & { month: string }>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*) as votes,
         count(*) filter (where is_helpful) as helpful
       from article_feedback where slug = $1 and locale = $2 group by month order by month desc`,
      [slug, locale],
    ),
    database.rows<TrendRow & { version: string; updated: string | null; lastAt: Date }>(
      `select version, to_char(max(updated), 'YYYY-MM-DD') as updated, count(*) as votes,
         count(*) filter (where is_helpful) as helpful, max(at) as "lastAt"
       from article_feedback where slug = $1 and locale = $2 group by version order by "lastAt" desc`,
      [slug, locale],
    ),
  ]);
  return { months, versions };
}

function share(some: number, all: number): number | null {
  return all === 0 ? null : some / all;
}

function daysAgo({ clock }: Pick<Context, "clock">, days: number): Date {
  return new Date(clock.now().getTime() - days * 86_400_000);
}
