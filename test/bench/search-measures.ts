import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locale } from "../../server/contract/types.ts";

/** One line of search-queries/*.jsonl. */
export interface Query {
  lang: Locale;
  query: string;
  /** The article expected first; null when none answers. */
  topic: string | null;
  /** 3 the article, 2 would also solve it, 1 helps. */
  relevant: { topic: string; grade: number }[];
}

/** The slugs of the articles found, best first, at most ten. */
export type Find = (text: string) => string[];

/** Shares from 0 to 1. */
export interface Measures {
  first: number;
  amongThree: number;
  ndcg: number;
  answered: number;
  /** The only one that should be low. */
  unrelatedAnswered: number;
  amongThreeOnAPhone: number;
}

/** The least that is accepted, and what is aimed at. */
export const targets: Record<Locale, Record<"floor" | "goal", Measures>> = {
  en: {
    floor: shares(0.58, 0.78, 0.74, 0.88, 0.3, 0.7),
    goal: shares(0.72, 0.88, 0.82, 0.94, 0.15, 0.8),
  },
  fr: {
    floor: shares(0.55, 0.75, 0.7, 0.88, 0.3, 0.66),
    goal: shares(0.68, 0.85, 0.79, 0.94, 0.15, 0.77),
  },
};

/** The measures that do not reach what is asked of them. */
export function missed(measures: Measures, asked: Measures): string[] {
  return measureNames.filter((name) =>
    name === "unrelatedAnswered" ? measures[name] > asked[name] : measures[name] < asked[name],
  );
}

export const measureNames = [
  "first",
  "amongThree",
  "ndcg",
  "answered",
  "unrelatedAnswered",
  "amongThreeOnAPhone",
] as const satisfies (keyof Measures)[];

const folder = join(import.meta.dirname, "search-queries");

const querySets = [
  "tuning",
  "second-tuning",
  "third-tuning",
  "fourth-tuning",
  "fifth-tuning",
  "sample",
  "unseen",
] as const;

/** Those that are there: the unseen set is added when search is done. */
export async function setsThere(): Promise<(typeof querySets)[number][]> {
  const files = await readdir(folder);
  return querySets.filter((set) => files.includes(`${set}.jsonl`));
}

export async function readQueries(
  name: (typeof querySets)[number] | "unrelated",
  locale: Locale,
): Promise<Query[]> {
  const lines = await readFile(join(folder, `${name}.jsonl`), "utf8");
  // The door: these files are ours.
  const queries = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Query);
  return queries.filter(({ lang }) => lang === locale);
}

export function measure(find: Find, queries: readonly Query[]): Measures {
  const real = queries.filter(({ topic }) => topic !== null);
  const unrelated = queries.filter(({ topic }) => topic === null);
  const isAmong = (query: Query, found: string[], places: number) =>
    found.slice(0, places).some((slug) => gradeOf(query, slug) === 3);
  return {
    first: mean(real, (one) => Number(isAmong(one, find(one.query), 1))),
    amongThree: mean(real, (one) => Number(isAmong(one, find(one.query), 3))),
    ndcg: mean(real, (one) => ndcg(one, find(one.query))),
    answered: mean(real, (one) => Number(find(one.query).length > 0)),
    unrelatedAnswered: mean(unrelated, (one) => Number(find(one.query).length > 0)),
    amongThreeOnAPhone: mean(real, (one) => Number(isAmong(one, find(typedOnAPhone(one.query)), 3))),
  };
}

/**
 * Lower case, no accents or punctuation, a typo in about one word in four, the last word half typed; the same each
 * time.
 */
function typedOnAPhone(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  const random = randomFrom(text);
  return words
    .map((word, at) => {
      if (at === words.length - 1) return word.slice(0, Math.ceil(word.length / 2));
      return random() < 0.25 && word.length > 2 ? withTypo(word, random) : word;
    })
    .join(" ");
}

function withTypo(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1)); // the first letter is seldom the wrong one
  const before = word.slice(0, at);
  const after = word.slice(at + 1);
  const letter = word.charAt(at);
  const other = "abcdefghijklmnopqrstuvwxyz".charAt(Math.floor(random() * 26));
  const typos = [
    before + after,
    before + letter + letter + after,
    before + other + after,
    before.slice(0, -1) + letter + before.slice(-1) + after,
  ];
  return typos[Math.floor(random() * typos.length)] ?? word;
}

/** Numbers from 0 to 1 that depend on the text alone (FNV-1a, then mulberry32). */
function randomFrom(text: string): () => number {
  let state = 2166136261;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of the first ten, with 2^grade - 1 as the worth of each. */
function ndcg(query: Query, found: string[]): number {
  const worth = (grades: number[]) =>
    grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = worth(query.relevant.map(({ grade }) => grade).sort((a, b) => b - a));
  return worth(found.map((slug) => gradeOf(query, slug))) / best;
}

function gradeOf({ relevant }: Query, slug: string): number {
  return relevant.find(({ topic }) => topic === slug)?.grade ?? 0;
}

function mean<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
}

function shares(
  first: number,
  amongThree: number,
  ndcg: number,
  answered: number,
  unrelatedAnswered: number,
  amongThreeOnAPhone: number,
): Measures {
  return { first, amongThree, ndcg, answered, unrelatedAnswered, amongThreeOnAPhone };
}
