import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { FindableArticle } from "../../content/article.ts";
import { english } from "../../content/search-en.ts";
import { findableIn } from "../../content/search.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";
import { probableArticles, type Signs } from "../../widget/knowledge/probable-articles.ts";

let library: FindableArticle[];

test.beforeAll(async () => {
  const { articles } = await readKnowledge(join(import.meta.dirname, "../../content"));
  library = articles.filter(({ locale }) => locale === "en").map(findableIn(english));
});

const cases: [name: string, signs: Signs, offered: string[]][] = [
  ["the screen of a code offers the guide for codes", { screen: "sms_code" }, ["sms-code-not-received"]],
  [
    "a code that one article explains is answered by it alone",
    { screen: "sso_error", error: "AADSTS50011", failedChecks: ["sso_code"] },
    ["sso-configuration"],
  ],
  [
    "a code that no article knows leaves what fits the screen, and who mends sign-in",
    { screen: "sso_error", error: "AADSTS99999", failedChecks: ["sso_code"] },
    ["sso-certificate-expired", "sso-configuration"],
  ],
  [
    "files that did not come offer what helps a broken page",
    { failedChecks: ["res_failed"] },
    ["blank-page"],
  ],
  ["requests that failed may mean too much to offer anything", { failedChecks: ["http"] }, []],
  [
    "on a screen that fits they speak for one article",
    { screen: "document", failedChecks: ["http"] },
    ["document-wont-open"],
  ],
  ["a screen that works offers nothing", { screen: "meetings" }, []],
  ["nothing known, nothing offered", {}, []],
];
for (const [name, signs, offered] of cases) {
  test(name, () => {
    expect(probableArticles(library, signs).map(({ slug }) => slug)).toEqual(offered);
  });
}

test("what nobody has read again in time is not offered unasked", () => {
  const old = library.map((article) => ({ ...article, isPastReview: true as const }));
  expect(probableArticles(old, { screen: "sms_code" })).toEqual([]);
});
