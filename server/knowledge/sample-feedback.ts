import { randomUUID } from "node:crypto";
import type { FeedbackReason } from "../contract/feedback.ts";
import type { Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { foldWords } from "../tickets/fold-words.ts";

/** A year of a fictional help centre's readers, for the demonstration's console. Done once. */
export async function writeSampleFeedback(context: Context): Promise<void> {
  if (await context.database.row("select 1 from searches where is_sample limit 1")) return;
  for (const votes of sampleVotes) await writeVotes(context, votes);
  for (const [locale, slug, daysAgo, reasons, comment] of sampleComments)
    await writeVote(context, { locale, slug, daysAgo, reasons, comment });
  for (const search of sampleSearches) await writeSearches(context, search);
}

const earlierVersion = "5a3e10c7d942"; // of no article that there is

/** How many readers a month found it helpful or not, the present month first. */
const sampleVotes: [locale: Locale, slug: string, months: [helpful: number, not: number][]][] = [
  [
    "en",
    "clear-cache",
    [
      [14, 3],
      [11, 4],
      [9, 6],
      [8, 5],
    ],
  ],
  [
    "fr",
    "clear-cache",
    [
      [9, 2],
      [7, 2],
      [6, 3],
    ],
  ],
  [
    "en",
    "sms-code-not-received",
    [
      [8, 9],
      [10, 8],
      [7, 7],
    ],
  ],
  [
    "fr",
    "sms-code-not-received",
    [
      [6, 4],
      [5, 3],
    ],
  ],
  [
    "en",
    "sso-certificate-expired",
    [
      [6, 1],
      [4, 0],
      [5, 1],
    ],
  ],
  [
    "fr",
    "contact-regional-support",
    [
      [12, 1],
      [10, 1],
    ],
  ],
];

const sampleComments: [Locale, string, daysAgo: number, FeedbackReason[], comment: string | null][] = [
  ["en", "sms-code-not-received", 3, ["not_solved"], "My number is right and I am not abroad. What now?"],
  ["en", "sms-code-not-received", 9, ["incomplete", "unclear"], "Where do I see which number is registered?"],
  [
    "en",
    "sms-code-not-received",
    41,
    ["outdated"],
    "The button is called “Use another way” since the update.",
  ],
  ["fr", "clear-cache", 6, ["incomplete"], "Il manque Firefox sur Android."],
  [
    "fr",
    "sms-code-not-received",
    12,
    ["translation"],
    "« Jeton » au lieu de « code » au deuxième paragraphe.",
  ],
  ["en", "clear-cache", 65, ["hard_to_find"], null],
];

/** What was sought, how many articles fitted, which was opened, and how often: in all, solved, with a ticket. */
const sampleSearches: [
  locale: Locale,
  words: string,
  results: number,
  opened: string | null,
  counts: [all: number, solved: number, tickets: number],
][] = [
  ["en", "delegate my seat to a deputy", 0, null, [17, 0, 3]],
  ["en", "one zip of the whole board pack", 0, null, [11, 0, 5]],
  ["fr", "désigner un suppléant", 0, null, [14, 0, 6]],
  ["fr", "reliure du dossier", 0, null, [6, 0, 1]],
  ["en", "no sms code", 3, "sms-code-not-received", [24, 6, 11]],
  ["fr", "je ne reçois pas le code", 2, "sms-code-not-received", [13, 6, 2]],
  ["en", "old version of the page", 2, "clear-cache", [19, 13, 1]],
  ["fr", "page blanche", 3, "blank-page", [8, 5, 1]],
  ["en", "AADSTS50012", 1, "sso-certificate-expired", [7, 5, 1]],
];

async function writeVotes(
  context: Context,
  [locale, slug, months]: (typeof sampleVotes)[number],
): Promise<void> {
  for (const [month, [helpful, not]] of months.entries())
    for (let vote = 0; vote < helpful + not; vote += 1) {
      const reasons: FeedbackReason[] = vote < helpful ? [] : [vote % 3 === 0 ? "unclear" : "not_solved"];
      await writeVote(context, { locale, slug, daysAgo: month * 30 + vote, reasons, comment: null });
    }
}

async function writeVote(
  { database, knowledge, clock }: Context,
  {
    locale,
    slug,
    daysAgo,
    reasons,
    comment,
  }: {
    locale: Locale;
    slug: string;
    daysAgo: number;
    reasons: FeedbackReason[];
    comment: string | null;
  },
): Promise<void> {
  const article = knowledge.articles.find((one) => one.locale === locale && one.slug === slug);
  const isEarlier = daysAgo > 8;
  await database.rows(
    `insert into article_feedback (id, slug, locale, version, updated, is_helpful, reasons, comment, at, is_sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
    [
      randomUUID(),
      slug,
      locale,
      isEarlier ? earlierVersion : article?.hash,
      isEarlier ? "2026-05-04" : article?.updated,
      reasons.length === 0,
      reasons,
      comment,
      new Date(clock.now().getTime() - daysAgo * 86_400_000),
    ],
  );
}

async function writeSearches(
  { database, clock }: Context,
  [locale, words, results, opened, [all, solved, tickets]]: (typeof sampleSearches)[number],
): Promise<void> {
  for (let one = 0; one < all; one += 1)
    await database.rows(
      `insert into searches (id, locale, place, words, term, results, opened, is_solved, has_ticket, at, is_sample)
       values ($1, $2, 'widget', $3, $4, $5, $6, $7, $8, $9, true)`,
      [
        randomUUID(),
        locale,
        words,
        foldWords(words),
        results,
        opened,
        one < solved,
        one >= all - tickets,
        new Date(clock.now().getTime() - (one * 80 * 86_400_000) / all),
      ],
    );
}
