import { join } from "node:path";
import { expect, test } from "@playwright/test";
import MiniSearch from "minisearch";
import type { FindableArticle } from "../../content/article.ts";
import { english } from "../../content/search-en.ts";
import { createSearch } from "../../content/search.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";
import { questions } from "../rules/search-questions.ts";
import { percentile } from "./statistics.ts";
import { printTable } from "./table.ts";

type Find = (text: string) => string[];

const p95AtMostMilliseconds = 5; // a frame has 16

/** MiniSearch as its own manual begins: no options but the fields, and as-you-type search. */
function withDefaults(articles: readonly FindableArticle[]): Find {
  const index = new MiniSearch({ idField: "slug", fields: ["title", "summary", "keywords"] });
  index.addAll(articles.map((article) => ({ ...article, keywords: article.keywords.join(" ") })));
  return (text) => index.search(text, { prefix: true }).map(({ id }) => String(id));
}

test("what a key press costs, and what it finds, beside MiniSearch's defaults", async () => {
  const { articles } = await readKnowledge(join(import.meta.dirname, "../../content"));
  const library = articles.filter(({ locale }) => locale === "en");
  const ours = createSearch(library, english);
  const searches: Record<string, Find> = {
    "DiliTrust Help": (text) => ours(text).map(({ slug }) => slug),
    "MiniSearch's defaults": withDefaults(library),
  };
  const { unrelated = [], ...real } = questions.en;
  const asked = Object.entries(real).flatMap(([slug, texts]) => texts.map((text) => ({ slug, text })));

  const rows = Object.entries(searches).map(([name, find]) => {
    const milliseconds: number[] = [];
    // Twice: the first time through, the engine still compiles.
    for (const isWarm of [false, true]) {
      for (const { text } of asked) {
        for (let length = 1; length <= text.length; length += 1) {
          const start = performance.now();
          find(text.slice(0, length));
          if (isWarm) milliseconds.push(performance.now() - start);
        }
      }
    }
    const isFirst = asked.filter(({ slug, text }) => find(text)[0] === slug).length / asked.length;
    const isSilent = unrelated.filter((text) => find(text).length === 0).length / unrelated.length;
    return { name, p50: percentile(milliseconds, 50), p95: percentile(milliseconds, 95), isFirst, isSilent };
  });

  const percent = (share: number) => `${Math.round(share * 100)} %`;
  printTable(
    `Search, per key press, over ${library.length} articles and ${asked.length} questions typed letter by letter`,
    ["search", "p50, ms", "p95, ms", "the right article first", "silent where nothing fits"],
    rows.map(({ name, p50, p95, isFirst, isSilent }) => [
      name,
      p50.toFixed(3),
      p95.toFixed(3),
      percent(isFirst),
      percent(isSilent),
    ]),
  );
  expect(rows[0]?.p95).toBeLessThanOrEqual(p95AtMostMilliseconds);
});
