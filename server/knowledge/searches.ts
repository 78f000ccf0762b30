import { maskText } from "../contract/mask.ts";
import type { SearchInput } from "../contract/feedback.ts";
import type { Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { foldWords } from "../tickets/fold-words.ts";
import { qualify } from "../tickets/qualify.ts";

export interface Search extends SearchInput {
  locale: Locale;
  place: "widget" | "help";
}

const wordsLength = 200; // a pasted error's first lines

/**
 * Keeps what somebody sought, and what came of it, without a trace of who. The same id again is the same search,
 * typed on. What may tell of a breach is for the security team alone, so it is not kept where others read.
 */
export async function recordSearch({ database, clock }: Context, search: Search): Promise<void> {
  const { id, locale, place, results, opened = null, isSolved = false, hasTicket = false } = search;
  const words = maskSearch(search.words);
  const term = foldWords(words);
  // What masking leaves no word of tells nobody which article is missing.
  const isAllMasked = foldWords(words.replace(/\[[^\]]*\]/g, " ")) === "";
  if (isAllMasked || qualify({ symptom: "other", lang: locale, text: search.words }).security) return;
  await database.rows(
    `insert into searches (id, locale, place, words, term, results, opened, is_solved, has_ticket, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do update
       set words = excluded.words, term = excluded.term, results = excluded.results, at = excluded.at
       where excluded.at >= searches.at -- pages do not wait, so an earlier letter may come later`,
    [id, locale, place, words, term, results, opened, isSolved, hasTicket, clock.now()],
  );
}

/** Of a search on the help centre's page: this article was opened from its results. */
export async function noteOpened(
  { database, clock }: Context,
  { locale, words, slug }: { locale: Locale; words: string; slug: string },
): Promise<void> {
  await database.rows(
    `update searches set opened = $3 where id =
       (select id from searches where place = 'help' and locale = $1 and term = $2 and opened is null
          and at > $4::timestamptz - interval '30 minutes' order by at desc limit 1)`,
    [locale, foldWords(maskSearch(words)), slug, clock.now()],
  );
}

/** Beyond what any text is masked of: addresses of pages, and runs of digits longer than an error's code. */
function maskSearch(words: string): string {
  return maskText(words)
    .replace(/https?:\/\/\S+/gi, "[link]")
    .replace(/\d{8,}/g, "[number]")
    .trim()
    .slice(0, wordsLength);
}
