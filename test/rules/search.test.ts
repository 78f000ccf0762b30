import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createSearch, type Search } from "../../content/search.ts";
import { english } from "../../content/search-en.ts";
import { french } from "../../content/search-fr.ts";
import { locales, type Locale } from "../../server/contract/types.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";
import { questions } from "./search-questions.ts";

const content = join(import.meta.dirname, "../../content");

let searches: Record<Locale, Search>;
test.beforeAll(async () => {
  const { articles } = await readKnowledge(content);
  const of = (locale: Locale) => articles.filter((article) => article.locale === locale);
  searches = { en: createSearch(of("en"), english), fr: createSearch(of("fr"), french) };
});

const slugs = (locale: Locale, text: string) => searches[locale](text).map(({ slug }) => slug);

for (const locale of locales)
  test(`real questions find their article and unrelated ones find nothing (${locale})`, () => {
    const { unrelated = [], ...real } = questions[locale];
    const asked = Object.entries(real).flatMap(([slug, texts]) => texts.map((text) => ({ slug, text })));
    const share = (isGood: (asked: { slug: string; text: string }) => boolean) => {
      const missed = asked.filter((one) => !isGood(one)).map(({ slug, text }) => `${slug}: ${text}`);
      return { share: 1 - missed.length / asked.length, missed: missed.join("\n") };
    };

    const first = share(({ slug, text }) => slugs(locale, text)[0] === slug);
    expect(first.share, first.missed).toBeGreaterThan(0.88);
    const amongThree = share(({ slug, text }) => slugs(locale, text).includes(slug));
    expect(amongThree.share, amongThree.missed).toBeGreaterThan(0.91);
    const onAPhone = share(({ slug, text }) => slugs(locale, typedOnAPhone(text)).includes(slug));
    expect(onAPhone.share, onAPhone.missed).toBeGreaterThan(0.75);

    const answered = unrelated.filter((text) => slugs(locale, text).length > 0);
    expect(answered.length / unrelated.length, answered.join("\n")).toBeLessThan(0.15);
  });

/** Lower case, no accents or punctuation, a letter lost in every fourth word, the last word half typed. */
function typedOnAPhone(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word, at) => {
      if (at === words.length - 1) return word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)));
      return at % 4 === 1 && word.length > 3 ? word.slice(0, 2) + word.slice(3) : word;
    })
    .join(" ");
}

test("the cache article is found by sentences that stand nowhere in it", async () => {
  expect(slugs("en", "still last week's agenda")[0]).toBe("clear-cache");
  expect(slugs("fr", "écran resté sur l'ancienne version")[0]).toBe("clear-cache");

  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.join(" ") ?? "";
  for (const file of await readdir(content, { recursive: true })) {
    if (!/\.(md|json|ts)$/.test(file)) continue;
    const text = words(await readFile(join(content, file), "utf8"));
    expect(text, file).not.toContain(words("still last week's agenda"));
    expect(text, file).not.toContain(words("écran resté sur l'ancienne version"));
  }
});

test("what is half typed already finds", () => {
  for (const typed of ["certif", "sms c", "sms code not rec", "clear the ca", "incid", "support pho"])
    expect(slugs("en", typed).length, typed).toBeGreaterThan(0);
});

test("an error code is found exactly, alone or inside a pasted text", () => {
  const pasted =
    "Sorry, but we're having trouble signing you in. AADSTS50012: Authentication failed. Trace ID: 1f0c-9 " +
    "Timestamp: 2026-11-24 09:10:11Z";
  for (const locale of locales) {
    for (const text of ["AADSTS50012", "aadsts 50012", "50012", pasted, "MSIS0038"])
      expect(searches[locale](text)[0], text).toMatchObject({ slug: "sso-certificate-expired", score: 1 });
    expect(searches[locale]("Twilio error 30007")[0]).toMatchObject({
      slug: "sms-code-not-received",
      score: 1,
    });
    // One digit away is another trouble.
    for (const text of ["AADSTS50013", "AADSTS5001", "30009", "MSIS0039"])
      expect(slugs(locale, text), text).toEqual([]);
  }
});

test("a hit says what a list shows, and never more of them than asked", () => {
  expect(searches.en("sms code", { limit: 1 })).toEqual([
    {
      slug: "sms-code-not-received",
      title: "The SMS code does not arrive",
      excerpt: expect.stringContaining("Wait 60 seconds"),
      score: 1,
    },
  ]);
  for (const nothing of ["", "   ", "?!", "the", "la", "\u{1f600}", "x".repeat(5_000)])
    for (const locale of locales) expect(slugs(locale, nothing), nothing).toEqual([]);
});
