import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { textOf, type Block } from "../../content/article.ts";
import { checkArticle, type CheckedArticle } from "../../content/check-article.ts";
import { checkLibrary } from "../../content/check-library.ts";
import { codesIn, type ErrorCode } from "../../content/error-codes.ts";
import { typeset } from "../../content/typeset.ts";
import { locales, type Locale } from "../../server/contract/types.ts";
import { contentVerb } from "../../server/operate-content.ts";
import { readRegions } from "../../server/tickets/regions.ts";
import { parseArticle, readKnowledge } from "../../server/knowledge/read-articles.ts";

const content = join(import.meta.dirname, "../../content");

const goodFront = `title: "A test"
summary: What to do when it does not.
audience: [user]
topic: signing_in
keywords: [one two, three four, five six, seven eight, nine ten, eleven twelve]
codes: []
related: []
checks: []
updated: 2026-11-16
review_by: 2027-11-16`;
const goodBody = `## First\n\nDo it.\n\n> ### If not\n>\n> [Tell us](report:).\n`;

const check = (front: string, body: string, locale: Locale = "en") => {
  const whole = locale === "en" ? front : `${front}\ntranslation_of: "0123456789ab"`;
  return checkArticle(parseArticle("content/articles/en/a-test.md", locale, `---\n${whole}\n---\n${body}`));
};

const blocksOf = (body: string, locale: Locale = "en"): Block[] => {
  const { article, problems } = check(goodFront, body, locale);
  expect(problems).toBeUndefined();
  return article?.blocks ?? [];
};

test("an article becomes a tree of text", () => {
  const blocks = blocksOf(`## First

Press [[Ctrl]] [[F5]], see **this *one***, \`code\`
and [the cache](clear-cache).

1. One
2. Two

   - inside

#### Chrome

Open it.

---

After, write to [us](mailto:help@example.com).

> ### If not
>
> [Tell us](report:).
`);
  expect(blocks).toEqual([
    { kind: "heading", level: 2, text: "First" },
    {
      kind: "paragraph",
      text: [
        "Press ",
        { kind: "key", text: "Ctrl" },
        "\u00a0",
        { kind: "key", text: "F5" },
        ", see ",
        { kind: "strong", text: ["this ", { kind: "emphasis", text: ["one"] }] },
        ", ",
        { kind: "code", text: "code" },
        " and ",
        { kind: "article", slug: "clear-cache", text: ["the cache"] },
        ".",
      ],
    },
    {
      kind: "list",
      ordered: true,
      items: [
        [{ kind: "paragraph", text: ["One"] }],
        [
          { kind: "paragraph", text: ["Two"] },
          { kind: "list", ordered: false, items: [[{ kind: "paragraph", text: ["inside"] }]] },
        ],
      ],
    },
    { kind: "details", title: "Chrome", blocks: [{ kind: "paragraph", text: ["Open it."] }] },
    {
      kind: "paragraph",
      text: ["After, write to ", { kind: "link", href: "mailto:help@example.com", text: ["us"] }, "."],
    },
    {
      kind: "otherwise",
      title: "If not",
      blocks: [{ kind: "paragraph", text: [{ kind: "report", text: ["Tell us"] }, "."] }],
    },
  ]);
  expect(textOf(blocks)).toContain("Press Ctrl\u00a0F5, see this one, code and the cache.");
});

test("French gets the spaces that must not break", () => {
  for (const [typed, set] of [
    ["Est-ce l'heure ? Oui !", "Est-ce l’heure\u202f? Oui\u202f!"],
    ["À faire : « rien »", "À faire\u00a0: «\u00a0rien\u00a0»"],
    ["de 8 h 30 à 19 h", "de 8\u00a0h\u00a030 à 19\u00a0h"],
    ["25 % de 60 s", "25\u00a0% de 60\u00a0s"],
  ] as const)
    expect(typeset(typed, "fr")).toBe(set);
});

test("English gets its quotes", () => {
  expect(typeset(`It's "19:00" ("go!")`, "en")).toBe("It’s “19:00” (“go!”)");
});

// The front matter ends on line 12, so the text begins on line 13.
const wrongBodies: [name: string, body: string, line: number, message: RegExp][] = [
  ["an HTML block", `## A\n\n<div onclick="x()">x</div>\n\n${goodBody}`, 15, /holds no HTML: <div/],
  ["HTML in a sentence", `One\ntwo <b>three</b>\n\n${goodBody}`, 14, /holds no HTML: <b>/],
  ["HTML in a step", `1. One\n2. Two\n3. <img src=x>\n\n${goodBody}`, 15, /holds no HTML: <img/],
  ["HTML in the box", `> ### If not\n>\n> <i>x</i>\n`, 15, /holds no HTML: <i>/],
  ["a comment", `<!-- later -->\n\n${goodBody}`, 13, /holds no HTML/],
  ["an entity", `A&nbsp;B\n\n${goodBody}`, 13, /instead of &nbsp;/],
  ["a script link", `[x](javascript:alert(1))\n\n${goodBody}`, 13, /not to javascript:/],
  ["an unsafe link", `[x](http://example.com)\n\n${goodBody}`, 13, /not to http:/],
  ["a picture", `![x](x.png)\n\n${goodBody}`, 13, /no place for this \(image\)/],
  ["a table", `| a | b |\n|---|---|\n| 1 | 2 |\n\n${goodBody}`, 13, /no place for this \(table\)/],
  ["a second title", `# Title\n\n${goodBody}`, 13, /a heading is ##/],
  ["a heading with a link", `## [x](report:)\n\n${goodBody}`, 13, /a heading is plain text/],
  ["a box without its heading", `> Tell us.\n`, 13, /begins with its heading/],
  ["the same heading twice", `## A\n\nOne.\n\n## A\n\nTwo.\n\n${goodBody}`, 13, /two headings say the same/],
  ["no box", `## A\n\nDo it.\n`, 13, /if this does not work/],
];
for (const [name, body, line, message] of wrongBodies)
  test(`${name} is refused with its line`, () => {
    const { problems = [] } = check(goodFront, body);
    expect(problems.map((problem) => `${problem.line} ${problem.message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${line} .*${message.source}`)),
    );
  });

const wrongFronts: [name: string, front: string, line: number, message: RegExp][] = [
  ["an unknown field", `${goodFront}\nauthor: me`, 12, /author: no such field/],
  ["an unknown reader", goodFront.replace("[user]", "[director]"), 4, /audience: one or more of user/],
  ["an unknown subject", goodFront.replace("signing_in", "billing"), 5, /topic: one of/],
  ["five phrasings", goodFront.replace(", eleven twelve", ""), 6, /keywords: at least 6/],
  ["the same phrasing twice", goodFront.replace("three four", "one two"), 6, /stands here twice/],
  ["single words as phrasings", goodFront.replace("one two", "one"), 6, /phrasings of two words/],
  ["codes that are numbers", goodFront.replace("codes: []", "codes: [30003]"), 7, /list of texts/],
  ["no such check", goodFront.replace("checks: []", "checks: [weather]"), 9, /checks: only names/],
  ["no date", goodFront.replace("2026-11-16", "November"), 10, /updated: a date like/],
  ["no day of review", goodFront.replace("\nreview_by: 2027-11-16", ""), 1, /review_by: a date like/],
  ["a day that does not exist", goodFront.replace("2027-11-16", "2027-06-31"), 11, /review_by: a date like/],
  ["a review in years", goodFront.replace("2027-11-16", "2029-11-16"), 11, /within a year/],
  [
    "an original that is a translation",
    `${goodFront}\ntranslation_of: "0123456789ab"`,
    12,
    /is no translation/,
  ],
  [
    "no summary",
    goodFront.replace("summary: What to do when it does not.\n", ""),
    1,
    /summary: a text is missing/,
  ],
  [
    "a summary of one word",
    goodFront.replace("What to do when it does not.", "x"),
    3,
    /summary: the answer in a sentence, in 6 words or more/,
  ],
  [
    "a title of one word",
    goodFront.replace("A test", "Cache"),
    2,
    /title: the problem as the reader would say it, in 2 words or more/,
  ],
  ["a long title", goodFront.replace("A test", "A".repeat(71)), 2, /at most 70/],
];
for (const [name, front, line, message] of wrongFronts)
  test(`front matter with ${name} is refused with its line`, () => {
    const { problems = [] } = check(front, goodBody);
    expect(problems.map((problem) => `${problem.line} ${problem.message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${line} .*${message.source}`)),
    );
  });

test("what one article cannot know alone is checked together", () => {
  const { article, links = [] } = check(goodFront, `See\n[this](gone).\n\n${goodBody}`);
  const english: CheckedArticle = { ...article!, codes: ["E1"], related: ["nowhere", "a-test"] };
  const codes: ErrorCode[] = [
    { code: "E2", source: "x", meaning: { en: "x", fr: "x" }, cause: "x", article: "a-test" },
  ];
  const messages = (articles: CheckedArticle[]) =>
    checkLibrary(
      articles.map((article) => ({ article, links })),
      codes,
    ).map(({ locale, field, message }) => `${locale} ${field}: ${message}`);

  expect(messages([english])).toEqual([
    "en title: content/articles/fr/a-test.md is missing",
    "en related: an article is not related to itself",
    "en related: there is no article nowhere",
    "en text: it links to gone, which does not exist",
    "en codes: E1 has no entry in content/error-codes.json",
    "en codes: content/error-codes.json sends E2 here, so it must be listed",
  ]);
  expect(messages([english, { ...english, locale: "fr", codes: ["E2"], audience: ["admin"] }])).toEqual(
    expect.arrayContaining(["fr audience: must be the same as in en", "fr codes: must be the same as in en"]),
  );
});

test("the shipped articles are complete in every language", async () => {
  const { articles, errorCodes } = await readKnowledge(content);
  for (const locale of locales)
    expect(articles.filter((article) => article.locale === locale).map(({ slug }) => slug)).toEqual([
      "account-locked",
      "after-update-changed",
      "annotations-missing",
      "app-update-mobile",
      "authenticator-app",
      "blank-page",
      "change-phone-number",
      "clear-cache",
      "clock-skew",
      "contact-regional-support",
      "cookies-blocked",
      "data-migrated-wrong",
      "document-wont-open",
      "download-blocked",
      "duplicate-account",
      "e-signature-fails",
      "export-reports",
      "follow-my-ticket",
      "language-change",
      "meeting-invite-missing",
      "network-allowlist",
      "notifications-email",
      "offline-sync-ipad",
      "password-reset",
      "permission-denied",
      "platform-down",
      "printing-problem",
      "report-security-breach",
      "search-finds-nothing",
      "session-expired",
      "slow-platform",
      "sms-code-not-received",
      "sso-certificate-expired",
      "sso-configuration",
      "supported-browsers",
      "upload-fails",
      "video-conference",
      "voting-fails",
      "what-is-an-incident",
    ]);
  // Whoever renders the tree relies on it: a string in it is a text, so a tag would be shown, not obeyed.
  expect(JSON.stringify(articles)).not.toMatch(/<\/?[a-z]/i);

  for (const { code, source, meaning, cause, article, checked } of errorCodes) {
    expect(code).toMatch(/^\w+$/);
    for (const text of [source, meaning.en, meaning.fr, cause, article]) expect(text).toBeTruthy();
    if (checked !== undefined) expect(checked).toMatch(/^2026-\d\d-\d\d$/);
  }
  expect(new Set(errorCodes.map(({ code }) => code)).size).toBe(errorCodes.length);
});

test("the contact article names every region as it is staffed", async () => {
  const { articles } = await readKnowledge(content);
  const regions = await readRegions(join(content, "regions.json"));
  const french = (time: string) => time.replace(/^0?(\d+):(\d\d)$/, "$1 h $2").replace(/ 00$/, "");
  for (const locale of locales) {
    const article = articles.find((one) => one.locale === locale && one.slug === "contact-regional-support");
    const lists = article?.blocks.flatMap((block) => (block.kind === "list" ? block.items : [])) ?? [];
    const items = lists.map((item) => textOf(item).replaceAll("\u00a0", " "));
    for (const { name, hours, phone, email } of regions) {
      const city = name[locale].replace(/ ?support ?/i, "");
      const item = items.find((text) => text.startsWith(`${city},`)) ?? `no item for ${city}`;
      expect(item).toContain(email);
      expect(item).toContain(phone ?? { en: "We call you back", fr: "Nous vous rappelons" }[locale]);
      for (const opening of Object.values(hours).flat()) {
        const [from = "", to = ""] = opening.split("-");
        expect(item).toContain(locale === "en" ? `${from}–${to}` : `de ${french(from)} à ${french(to)}`);
      }
    }
    expect(items.filter((text) => text.includes("@"))).toHaveLength(regions.length);
  }
});

test("a link that leads nowhere is named with its own line", async ({}, testInfo) => {
  const copy = testInfo.outputPath("content");
  await cp(content, copy, { recursive: true });
  const file = join(copy, "articles/fr/clear-cache.md");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("](offline-sync-ipad)", "](offline-sync-ipod)"));
  const line = text.slice(0, text.indexOf("](offline-sync-ipad)")).split("\n").length;
  await expect(readKnowledge(copy)).rejects.toThrow(
    `clear-cache.md:${line} text: it links to offline-sync-ipod`,
  );
});

test("a broken file is named with every line to mend", async ({}, testInfo) => {
  const copy = testInfo.outputPath("content");
  await cp(content, copy, { recursive: true });
  const file = join(copy, "articles/fr/clear-cache.md");
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace("topic: pages", "topic: wages").replace("\n## Recharger", "\n<p>\n\n## R"),
  );
  await expect(readKnowledge(copy)).rejects.toThrow(
    /fr\/clear-cache\.md:5 topic: one of .*\n.*fr\/clear-cache\.md:39 an article holds no HTML: <p>/,
  );
});

test("an author is told what is behind and what is to be read again, until it is stamped", async ({}, testInfo) => {
  const copy = testInfo.outputPath("content");
  await cp(content, copy, { recursive: true });
  const english = join(copy, "articles/en/clear-cache.md");
  await writeFile(english, `${await readFile(english, "utf8")}\nOne sentence more.\n`);

  const { articles } = await readKnowledge(copy);
  expect(articles.filter(({ isBehind }) => isBehind).map(({ slug, locale }) => `${locale} ${slug}`)).toEqual([
    "fr clear-cache",
  ]);
  expect(await contentVerb(copy, [], new Date("2026-11-24"))).toContain(
    "content/articles/fr/clear-cache.md is older than its original",
  );
  await contentVerb(copy, ["stamp", "clear-cache"], new Date("2026-11-24"));
  expect(await contentVerb(copy, [], new Date("2026-11-24"))).not.toContain("older");
  expect(await contentVerb(copy, [], new Date("2029-01-01"))).toMatch(
    /content\/articles\/en\/clear-cache\.md was to be read again by 2027-\d\d-\d\d; since then/,
  );
});

test("codes are found exactly, alone or inside a pasted text", () => {
  const codes = [
    "AADSTS50011",
    "AADSTS50012",
    "AADSTS500172",
    "app_not_configured",
    "SAML_AuthnFailed",
    "SAML_Responder",
    "30007",
  ];
  for (const [text, found] of [
    ["AADSTS50012", ["AADSTS50012"]],
    ["aadsts50012: The reply (Trace ID: 9f-1)", ["AADSTS50012"]],
    ["Error code 50012 at 09:10", ["AADSTS50012"]],
    ["AADSTS 500172", ["AADSTS500172"]],
    ["AADSTS5001", []],
    ["Error: app_not_configured_for_user", []],
    ["403 app_not_configured.", ["app_not_configured"]],
    ["urn:oasis:names:tc:SAML:2.0:status:AuthnFailed", ["SAML_AuthnFailed"]],
    ["ErrorCode=30007", ["30007"]],
    ["130007", []],
    ["erreur 30007 chez Twilio", ["30007"]],
    ["30007", ["30007"]],
    ["the invoice over 30007 euros", []],
    ["status:Responder", ["SAML_Responder"]],
    ["SAML_Responder", ["SAML_Responder"]],
    ["the first responder has left", []],
  ] as const)
    expect(codesIn(text, codes), text).toEqual(found);
});

test("steps that name others' screens are listed when nobody has looked at them for long", async () => {
  const check = (day: string) => contentVerb(content, [], new Date(day));
  expect(await check("2027-05-20")).not.toContain("was checked on");
  expect(await check("2027-05-24"), "its last day, as for its readers").not.toContain("was checked on");
  expect(await check("2027-05-25")).toContain("was checked on");
  const inSummer = await check("2027-06-01");
  expect(inSummer, "six months for a browser's menus").toMatch(
    /content\/articles\/en\/clear-cache\.md:\d+ guide\.nodes\.\w+ was checked on 2026-11-24/,
  );
  expect(inSummer).not.toMatch(/sso-certificate-expired\.md:\d+ guide/);
  expect(await check("2027-12-01"), "a year for the others").toMatch(/sso-certificate-expired\.md:\d+ guide/);
});

test("a step cannot have been checked tomorrow", async () => {
  await expect(contentVerb(content, [], new Date("2026-11-23"))).rejects.toThrow(
    /^The articles cannot be published:\n(?:.*\n)*.*en\/clear-cache\.md:\d+ guide\.nodes\.\w+: checked_on: 2026-11-24 is still to come/,
  );
});
