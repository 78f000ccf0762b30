import type { FindableArticle } from "./article.ts";
import type { CheckId } from "./check-ids.ts";
import type { CheckedArticle } from "./check-article.ts";
import { codesIn, hasSsoCode } from "./error-codes.ts";
import { symptomGuides } from "./symptom-guides.ts";

/** What search must know of a language; content/search-<locale>.ts makes one, so that a page loads only its own. */
export interface SearchLanguage {
  /** Undoes what only this language does to words: elision in French, the possessive in English. */
  split(text: string): string;
  stem(word: string): string;
  /** Without accents, as all words are compared. */
  stopWords: ReadonlySet<string>;
  /** Each line holds words that mean much the same here, apart by spaces; _ joins the words of a phrase. */
  synonyms: readonly string[];
  /** Words, in the same form, that speak of what nobody here can help with: they count against an answer. */
  elsewhere: readonly string[];
}

export interface SearchHit {
  slug: string;
  title: string;
  excerpt: string;
  /** From 0 to 1, best first. */
  score: number;
}

/** What is known without asking. It moves near equals, and never hides what the text says. */
export interface SearchContext {
  /** Of the screen: its name, its path. */
  words?: string;
  failedChecks?: readonly string[];
  /** The last error, as it was shown. */
  error?: string;
}

export type Search = (text: string, options?: { limit?: number; context?: SearchContext }) => SearchHit[];

/**
 * Ranks by words (BM25, stemmed, with synonyms) and by the likeness of letters (n-grams): the first knows rare words,
 * the second forgives typos and endings. Answers nothing when nothing is confident.
 */
export function createSearch(articles: readonly FindableArticle[], language: SearchLanguage): Search {
  const words = wordsOf(language);
  const read = articles.map((article) => readArticle(article, words));
  return searchIn(articles, words, indexWords(read, words), indexLetters(read));
}

/** The same, made so that a page goes on living meanwhile. */
export async function createSearchInSlices(
  articles: readonly FindableArticle[],
  language: SearchLanguage,
): Promise<Search> {
  const words = wordsOf(language);
  const read: ReadArticle[] = [];
  for (const article of articles) {
    if (read.length % articlesInSlice === 0) await rest();
    read.push(readArticle(article, words));
  }
  await rest();
  const byWords = indexWords(read, words);
  await rest();
  return searchIn(articles, words, byWords, indexLetters(read));
}

const rest = () => new Promise((go) => setTimeout(go));

/**
 * Makes articles as they are found. Keywords travel as their telling words, which are all that is compared: without
 * those that the title or another keyword means as well, and in the order of the alphabet, which compresses better.
 */
export function findableIn(language: SearchLanguage): (article: CheckedArticle) => FindableArticle {
  const { telling, term, sameAs } = wordsOf(language);
  return ({ slug, title, summary, keywords, codes, isForAdmins, symptom, checks }) => {
    const titled = telling(title).map(term);
    const more = new Map(keywords.flatMap(telling).map((word) => [term(word), word]));
    for (const key of more.keys()) {
      const meant = sameAs(key);
      // "passcode" is found by all that finds "code".
      const isMeantBy = (other: string) => meant.every((one) => sameAs(other).includes(one));
      if (
        titled.some(isMeantBy) ||
        meant.some((other) => other !== key && more.has(other) && isMeantBy(other))
      )
        more.delete(key);
    }
    return {
      slug,
      title,
      summary,
      words: [...more.values()].sort().join(" "),
      codes,
      ...(isForAdmins && { isForAdmins }),
      ...(symptom && (symptomGuides[symptom] ?? slug) === slug && { symptom }),
      ...(checks.some(canFailUnasked) && { checks: checks.filter(canFailUnasked) }),
    };
  };
}

/** What is looked at before anybody asks; nothing else can have failed when somebody types. Our own trouble is told above. */
const canFailUnasked = (check: CheckId) =>
  /^(?:browser|clock|cookies|build|res_failed|js_errors|http|net|sso_code|cert)$/.test(check);

// Found on the tuning sets of test/bench/search-queries, each checked on the others; around them the measures are flat,
// so that they are round.
const wordsShare = 0.7; // Of the score; the rest is the likeness of letters.
const boosts = { title: 3, keywords: 2, summary: 1 };
const letterCounts = { title: 5, keywords: 3, summary: 1 };
// Whether the question is ours at all. A word of the summary, which must speak of much, proves less than a phrasing.
const proofs = { title: 1.5, keywords: 1, summary: 0.5 };
const othersCount = 0.3; // Words that another article has: we know of what is spoken, and this one does not.
const enoughConfidence = 2.4; // One word of a title that is the whole question, or two or three of ours among others.
const foreignCounts = 2; // Against an answer: a word of another subject outweighs two of ours.
const worthShowing = 0.2; // Against the best hit, which has 1 when words and letters agree.
const pastReview = 0.8; // After its equals; still first where nothing else fits.
const contextShare = 0.1; // For each of screen, failed check and last error: reorders what is nearly equal.
const articlesInSlice = 4; // No slice then takes longer than what comes before and after all of them.

function searchIn(
  articles: readonly FindableArticle[],
  words: Words,
  byWords: ReturnType<typeof indexWords>,
  likeness: ReturnType<typeof indexLetters>,
): Search {
  return (text, { limit = 3, context } = {}) => {
    const telling = words.telling(text);
    const known = byWords(telling);
    const alike = likeness(telling);
    const best = { words: highest(known.scores), letters: highest(alike) };
    const isConfident = articles.some((_, at) => known.confidence(at) >= enoughConfidence);
    const explained = articles.filter(({ codes }) => codesIn(text, codes).length > 0);
    const isExplained = explained.length > 0;
    const isSso = !isExplained && hasSsoCode(text);
    const helps = context && contextOf(articles, byWords, words, context);

    return (
      articles
        .map((article, at) => {
          const wordScore = ((known.scores[at] ?? 0) / best.words) * wordsShare;
          const letterScore = ((alike[at] ?? 0) / best.letters) * (1 - wordsShare);
          const score = (wordScore + letterScore) * (article.isPastReview ? pastReview : 1);
          const hasCode = explained.includes(article) || (isSso && article.slug === "sso-configuration");
          return { article, hasCode, score, rank: score + (helps?.(at) ?? 0) };
        })
        // Beside a code that is known, the words of its message only lead astray.
        .filter(({ hasCode, score }) => hasCode || (!isExplained && isConfident && score >= worthShowing))
        .sort((a, b) => Number(b.hasCode) - Number(a.hasCode) || b.rank - a.rank)
        .slice(0, limit)
        .map(({ article: { slug, title, summary }, hasCode, rank }) => ({
          slug,
          title,
          excerpt: summary,
          score: hasCode ? 1 : Math.min(1, Math.round(rank * 100) / 100),
        }))
    );
  };
}

/** What the surroundings add to each article's score. */
function contextOf(
  articles: readonly FindableArticle[],
  byWords: ReturnType<typeof indexWords>,
  words: Words,
  { words: screen = "", failedChecks = [], error = "" }: SearchContext,
): (at: number) => number {
  const { scores } = byWords(words.telling(screen));
  const best = highest(scores);
  return (at) => {
    const { checks = [], codes = [] } = articles[at] ?? {};
    const says = [
      (scores[at] ?? 0) / best,
      Number(failedChecks.some((check) => checks.includes(check))),
      Number(codesIn(error, codes).length > 0),
    ];
    return says.reduce((sum, share) => sum + share * contextShare, 0);
  };
}

const highest = (numbers: readonly number[]) => Math.max(...numbers, Number.EPSILON);

// Words ----------------------------------------------------------------------------------------------------

interface Words {
  /** Folded, phrases made one word, without stop words. */
  telling(text: string): string[];
  term(word: string): string;
  /** The terms that mean the same as this one, itself first. */
  sameAs(term: string): readonly string[];
  /** All terms that mean the same as another. */
  synonyms: readonly string[];
  /** Whether a word that nobody knows is "the" or "avec" with a typo. */
  isNearStopWord(word: string): boolean;
  /** In these letters: by its stem "formation" would be "format". */
  isElsewhere(word: string): boolean;
}

function wordsOf({ split, stem, stopWords, synonyms, elsewhere }: SearchLanguage): Words {
  // Who writes their address, or pastes a link, does not ask for what it is made of.
  const plain = (text: string) =>
    split(fold(text).replace(/\S+@\S+|https?:\S+/g, " ")).match(/[\p{L}\p{N}]+/gu) ?? [];
  const entryOf = (words: string) => plain(words.replaceAll("_", " "));
  const groups = synonyms.map((line) => line.split(" ").map(entryOf));
  const foreign = elsewhere.flatMap((line) => line.split(" ").map(entryOf));

  const phrases = new Map<string, string[][]>();
  for (const entry of [...groups.flat(), ...foreign]) {
    const [first = "", ...others] = entry;
    if (others.length > 0) phrases.set(first, [...(phrases.get(first) ?? []), entry]);
  }
  // The longest first: "nouveau mot de passe" before "nouveau mot".
  for (const alike of phrases.values()) alike.sort((one, other) => other.length - one.length);
  const phraseAt = (all: string[], at: number) =>
    phrases.get(all[at] ?? "")?.find((entry) => entry.every((word, next) => all[at + next] === word));

  const same = new Map<string, string[]>();
  for (const group of groups) {
    const terms = group.map((entry) => stem(entry.join("")));
    for (const term of terms) same.set(term, [...new Set([...(same.get(term) ?? [term]), ...terms])]);
  }
  const away = new Set(foreign.map((entry) => entry.join("")));
  const stops = [...stopWords].filter((word) => word.length > 2);

  return {
    telling: (text) => {
      const all = plain(text);
      const joined: string[] = [];
      for (let at = 0; at < all.length;) {
        const phrase = phraseAt(all, at) ?? all.slice(at, at + 1);
        joined.push(phrase.join(""));
        at += phrase.length;
      }
      return joined.filter((word) => !stopWords.has(word));
    },
    term: stem,
    sameAs: (term) => same.get(term) ?? [term],
    synonyms: [...same.keys()],
    isElsewhere: (word) => away.has(word) || away.has(word.replace(/[sx]$/, "")),
    isNearStopWord: (word) => stops.some((stop) => isNear(word, stop, 1)),
  };
}

/** Lower case, without accents, with one kind of apostrophe. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
}

const fields = ["title", "keywords", "summary"] as const;

interface ReadArticle {
  terms: Record<(typeof fields)[number], string[]>;
  grams: Vector;
}

function readArticle({ title, words: keywords, summary }: FindableArticle, words: Words): ReadArticle {
  const telling = {
    title: words.telling(title),
    keywords: keywords.split(" "),
    summary: words.telling(summary),
  };
  const grams: Vector = new Map();
  for (const field of fields) countGrams(telling[field], letterCounts[field], grams);
  return {
    terms: {
      title: telling.title.map(words.term),
      keywords: [...telling.keywords, ...telling.title].map(words.term),
      summary: telling.summary.map(words.term),
    },
    grams,
  };
}

/** For each article its score (BM25), and how surely it answers the question's words. */
function indexWords(read: readonly ReadArticle[], words: Words) {
  const holders = new Map<string, Map<number, { weight: number; proof: number }>>();
  for (const field of fields) {
    const average = read.reduce((sum, { terms }) => sum + terms[field].length, 0) / read.length;
    read.forEach(({ terms }, at) => {
      const length = 0.3 + (0.7 * terms[field].length) / average; // the usual b
      for (const [term, times] of tally(terms[field])) {
        const held = holders.get(term) ?? new Map<number, { weight: number; proof: number }>();
        const { weight, proof } = held.get(at) ?? { weight: 0, proof: 0 };
        const more = (boosts[field] * times * 2.2) / (times + 1.2 * length); // the usual k
        // A status such as 403 that an article speaks of is nearly its code.
        const proves = /^\d{3}$/.test(term) ? proofs.title : proofs[field];
        holders.set(term, held.set(at, { weight: weight + more, proof: Math.max(proof, proves) }));
      }
    });
  }
  const isKnown = (term: string) => words.sameAs(term).some((same) => holders.has(same));
  const byFirstLetter = new Map<string, string[]>();
  for (const term of new Set([...holders.keys(), ...words.synonyms].filter(isKnown))) {
    const group = byFirstLetter.get(term.charAt(0)) ?? [];
    group.push(term);
    byFirstLetter.set(term.charAt(0), group);
  }

  /** What the articles may call it, and how alike that is. */
  function variantsOf(word: string, isLast: boolean): (readonly [string, number])[] {
    const term = words.term(word);
    if (isKnown(term)) return words.sameAs(term).map((same) => [same, 1]);
    // Only a word that no article has may be a typo or half typed; a code never is.
    if (/\d/.test(term) || words.isElsewhere(word)) return [];
    const typos = term.length >= 8 ? 2 : term.length >= 4 ? 1 : 0;
    const alike = (byFirstLetter.get(term.charAt(0)) ?? []).flatMap((known): [string, number][] => {
      if (isLast && term.length > 2 && known.startsWith(term)) return [[known, 0.75]];
      return typos > 0 && isNear(term, known, typos) ? [[known, 0.6]] : [];
    });
    return alike.flatMap(([known, share]) => words.sameAs(known).map((same) => [same, share] as const));
  }

  return (telling: readonly string[]) => {
    const scores = read.map(() => 0);
    const answered = read.map(() => 0);
    let asked = 0;
    let ours = 0;
    let foreign = 0;
    telling.forEach((word, place) => {
      const isLast = place === telling.length - 1;
      const found = new Map<number, number>();
      const proven = new Map<number, number>();
      for (const [variant, share] of variantsOf(word, isLast))
        for (const [at, { weight, proof }] of holders.get(variant) ?? []) {
          found.set(at, Math.max(found.get(at) ?? 0, weight * share));
          proven.set(at, Math.max(proven.get(at) ?? 0, proof));
        }

      const rarity = Math.log(1 + (read.length - found.size + 0.5) / (found.size + 0.5));
      for (const [at, weight] of found) scores[at] = (scores[at] ?? 0) + rarity * weight;

      if (words.isElsewhere(word)) foreign += 1;
      else if (found.size === 0) asked += missing(word, isLast);
      else {
        // Whole where a sixth of the articles or fewer have the word: rarer is not more ours.
        const worth = Math.min(1, Math.log(1 + read.length / found.size) / 2);
        asked += worth;
        ours += worth * highest([...proven.values()]);
        for (const [at, proof] of proven) answered[at] = (answered[at] ?? 0) + worth * proof;
      }
    });
    /** How much of the question is this article's, in words and as a share, with a little for words of other articles. */
    const confidence = (at: number) => {
      const answer = answered[at] ?? 0;
      return answer + othersCount * (ours - answer) + answer / (asked || 1) - foreignCounts * foreign;
    };
    return { scores, confidence };
  };

  /** How much a word that no article has counts against an answer: people say much that no article says. */
  function missing(word: string, isLast: boolean): number {
    const isBegun = isLast && word.length < 3;
    return isBegun || /\d/.test(word) || words.isNearStopWord(words.term(word)) ? 0 : 0.75;
  }
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Whether at most so many letters are missing, too many, wrong or swapped; the first is seldom among them. */
function isNear(one: string, other: string, most: number): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return (row[other.length] ?? 0) <= most;
}

// Letters --------------------------------------------------------------------------------------------------

type Vector = Map<string, number>;

/** For each article the cosine between its runs of three and four letters and the question's. */
function indexLetters(read: readonly ReadArticle[]) {
  const holders: Vector = new Map();
  for (const { grams } of read)
    for (const gram of grams.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const rarities = Array.from({ length: read.length + 1 }, (_, held) =>
    Math.log(1 + read.length / (held || 1)),
  );
  const weigh = (gram: string, count: number) =>
    Math.log(1 + count) * (rarities[holders.get(gram) ?? 0] ?? 0);
  const lengthOf = (grams: Vector) => {
    let sum = 0;
    for (const [gram, count] of grams) sum += weigh(gram, count) ** 2;
    return Math.sqrt(sum);
  };
  const lengths = read.map(({ grams }) => lengthOf(grams));

  return (telling: readonly string[]) => {
    const asked = countGrams(telling, 1, new Map());
    const length = lengthOf(asked);
    return read.map(({ grams }, at) => {
      let product = 0;
      for (const [gram, times] of asked) {
        const count = grams.get(gram);
        if (count) product += weigh(gram, times) * weigh(gram, count);
      }
      return product / (length * (lengths[at] ?? 1) || 1);
    });
  };
}

function countGrams(words: readonly string[], times: number, grams: Vector): Vector {
  const text = ` ${words.join(" ")} `;
  for (const size of [3, 4])
    for (let at = 0; at + size <= text.length; at++) {
      const gram = text.slice(at, at + size);
      grams.set(gram, (grams.get(gram) ?? 0) + times);
    }
  return grams;
}
