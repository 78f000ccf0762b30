import MiniSearch from "minisearch";
import type { FindableArticle } from "./article.ts";
import { codesIn } from "./error-codes.ts";

/** What search must know of a language; content/search-<locale>.ts makes one, so that a page loads only its own. */
export interface SearchLanguage {
  /** Undoes what only this language does to words: elision in French, the possessive in English. */
  split(text: string): string;
  stem(word: string): string;
  /** Without accents, as all words are compared. */
  stopWords: ReadonlySet<string>;
  /** Words that mean the same here, each group by its first. */
  synonyms: readonly (readonly string[])[];
}

export interface SearchHit {
  slug: string;
  title: string;
  excerpt: string;
  /** From 0 to 1, best first. */
  score: number;
}

export type Search = (text: string, options?: { limit?: number }) => SearchHit[];

/**
 * Ranks by words (MiniSearch, stemmed) and by the likeness of letters (n-grams), half and half: the first knows
 * rare words, the second forgives typos and endings. Answers nothing when nothing is confident.
 */
export function createSearch(articles: readonly FindableArticle[], language: SearchLanguage): Search {
  const words = wordsOf(language);
  const byWords = indexWords(articles, words);
  const likeness = indexLetters(articles, words);

  return (text, { limit = 3 } = {}) => {
    const terms = words.terms(text);
    const known = byWords(terms);
    const alike = likeness(text);
    const best = { words: highest(known.map((hit) => hit.score)), letters: highest(alike) };
    const hits = articles.map((article, index) => {
      const { score = 0, share = 0 } = known[index] ?? {};
      const letters = alike[index] ?? 0;
      return {
        article,
        hasCode: codesIn(text, article.codes).length > 0,
        score:
          (score / best.words / 2 + letters / best.letters / 2) * (article.isPastReview ? pastReview : 1),
        confidence: share / 2 + Math.min(1, letters / enoughLetters) / 2,
      };
    });
    return hits
      .filter((hit) => hit.hasCode || (hit.confidence >= enoughConfidence && hit.score >= worthShowing))
      .sort((a, b) => Number(b.hasCode) - Number(a.hasCode) || b.score - a.score)
      .slice(0, limit)
      .map(({ article, hasCode, score }) => ({
        slug: article.slug,
        title: article.title,
        excerpt: article.summary,
        score: hasCode ? 1 : Math.round(score * 100) / 100,
      }));
  };
}

const enoughLetters = 0.35; // The likeness of a question in other words to its article.
const enoughConfidence = 0.3; // Answers nineteen of twenty real problems and one unrelated text in seven.
const pastReview = 0.8; // After its equals; still first where nothing else fits.
const worthShowing = 0.35; // Against the best hit, which has 1 when words and letters agree.

const highest = (numbers: readonly number[]) => Math.max(...numbers, Number.EPSILON);

// Words ----------------------------------------------------------------------------------------------------

interface Words {
  /** Folded, without stop words; of a text of stop words all of them. */
  telling(text: string): string[];
  /** The same words stemmed, synonyms made one. */
  terms(text: string): string[];
}

function wordsOf({ split, stem, stopWords, synonyms }: SearchLanguage): Words {
  const same = new Map(
    synonyms.flatMap(([first = "", ...others]) =>
      others.map((word): [string, string] => [stem(fold(word)), stem(fold(first))]),
    ),
  );
  const telling = (text: string) => {
    const words = split(fold(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
    const rest = words.filter((word) => !stopWords.has(word));
    return rest.length > 0 ? rest : words;
  };
  const terms = (text: string) =>
    telling(text).map((word) => {
      const term = stem(word);
      return same.get(term) ?? term;
    });
  return { telling, terms };
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

/** For each article its score and the share of the question's weight that it answers. */
function indexWords(articles: readonly FindableArticle[], words: Words) {
  const index = new MiniSearch<{ id: number; title: string; keywords: string; summary: string }>({
    fields: ["title", "keywords", "summary"],
    tokenize: words.terms,
    processTerm: (term) => term,
  });
  const holders = new Map<string, number>();
  articles.forEach((article, id) => {
    const fields = {
      title: article.title,
      keywords: article.keywords.join("\n"),
      summary: article.summary,
    };
    index.add({ id, ...fields });
    for (const term of new Set(words.terms(Object.values(fields).join("\n"))))
      holders.set(term, (holders.get(term) ?? 0) + 1);
  });
  const weight = (term: string) => Math.log(1 + articles.length / (holders.get(term) ?? 1));

  // Only a word that no article has may be a typo or half typed; a code never is.
  const isOpen = (term: string) => !holders.has(term) && !/\d/.test(term);

  return (terms: string[]) => {
    const total = terms.reduce((sum, term) => sum + weight(term), 0);
    const found: { score: number; share: number }[] = [];
    for (const hit of index.search(terms.join(" "), {
      tokenize: () => terms,
      boost: { title: 3, keywords: 2 },
      fuzzy: (term) => isOpen(term) && (term.length >= 8 ? 2 : term.length >= 4 ? 1 : false),
      prefix: (term, at) => isOpen(term) && at === terms.length - 1 && term.length > 2,
      weights: { fuzzy: 0.6, prefix: 0.75 },
    })) {
      const matched = new Set(hit.queryTerms);
      const answered = terms.reduce((sum, term) => sum + (matched.has(term) ? weight(term) : 0), 0);
      found[Number(hit.id)] = { score: hit.score, share: answered / total };
    }
    return articles.map((_, id) => found[id] ?? { score: 0, share: 0 });
  };
}

// Letters --------------------------------------------------------------------------------------------------

type Vector = Map<string, number>;

/** For each article the cosine between its runs of three and four letters and the question's. */
function indexLetters(articles: readonly FindableArticle[], words: Words) {
  const counts = articles.map((article) => {
    const grams: Vector = new Map();
    countGrams(words.telling(article.title), 5, grams);
    countGrams(words.telling(article.keywords.join(" ")), 3, grams);
    countGrams(words.telling(article.summary), 1, grams);
    return grams;
  });
  const holders: Vector = new Map();
  for (const gram of counts.flatMap((grams) => [...grams.keys()]))
    holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const weigh = (grams: Vector): Vector =>
    new Map(
      [...grams].map(([gram, count]) => [
        gram,
        (1 + Math.log(count)) * Math.log(1 + articles.length / (holders.get(gram) ?? 1)),
      ]),
    );
  const vectors = counts.map(weigh);
  const lengths = vectors.map(lengthOf);

  return (text: string) => {
    const asked = weigh(countGrams(words.telling(text), 1, new Map()));
    const length = lengthOf(asked);
    return vectors.map((vector, at) => {
      let product = 0;
      for (const [gram, weight] of asked) product += weight * (vector.get(gram) ?? 0);
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

function lengthOf(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
