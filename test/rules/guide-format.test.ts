import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { marked } from "marked";
import { checkArticle } from "../../content/check-article.ts";
import { checkGuides } from "../../content/check-guide.ts";
import type { Locale } from "../../server/contract/types.ts";
import { parseArticle, readKnowledge } from "../../server/knowledge/read-articles.ts";

const steps = {
  en: `## Reload {reload}

Press [[F5]].

### If you are in a hurry

Wait.

## Ways

#### Chrome or Edge {clear browser=chrome,edge os=windows,mac}

1. Open it.

#### iPhone {clear os=ios}

Open Safari.

> ### If not
>
> [Tell us](report:).
`,
  fr: `## Recharger {reload}

Appuyez sur [[F5]].

### Si vous êtes pressé

Attendez.

## Façons

#### Chrome ou Edge {clear browser=chrome,edge os=windows,mac}

1. Ouvrez-le.

#### iPhone {clear os=ios}

Ouvrez Safari.

> ### Sinon
>
> [Écrivez-nous](report:).
`,
};

const front = (locale: Locale) => `title: A test
summary: What to do when it does not.
audience: [user]
topic: signing_in
keywords: [one two, three four, five six, seven eight, nine ten, eleven twelve]
codes: ["AADSTS50012", "30007"]
related: []
checks: []
updated: 2026-11-16
review_by: 2027-05-16${locale === "fr" ? `\ntranslation_of: "0123456789ab"` : ""}`;

/** The front matter before it ends on line 11, so the guide begins on line 12. */
const good = `guide:
  start: files
  nodes:
    files: {check: [build, sw], sw.warn: refresh, fail: refresh, else: role}
    refresh:
      do: refresh_site_files
      en: It's **new** now, see [this](a-test).
      fr: "C'est **neuf** : voir [ceci](a-test)."
      button: {en: Refresh, fr: Rafraîchir}
      by_hand: {en: Press F5., fr: Appuyez sur F5.}
      steps: reload
      verify: [build]
      wait_seconds: 20
      pass: end:solved
      else: right_now
      failed: clear
    right_now:
      ask: {en: Right now?, fr: C'est bon ?}
      note: {en: "Of {build.loaded}.", fr: "De {build.loaded}."}
      yes: end:solved
      cannot: clear
      answers:
        later: {en: Later, fr: Plus tard, to: end:ticket}
    role: {by: role, user: clear, admin: message}
    clear: {steps: clear, checked_on: 2026-11-16, next: report}
    message:
      paste: sso_code
      en: Paste it.
      fr: Collez-le.
      found: code
      none: report
    code:
      check: [sso_code, sms_receipt]
      own_code: clear
      sms_receipt.30007: report
      AADSTS50012, delivered: clear
      age < 60: report
      sms_receipt.resends >= 5: report
      else: go:other
    report: {end: ticket, en: Tell us., fr: Dites-le., attach: [build, sw]}`;

const other = `guide:
  start: again
  nodes:
    again: {en: Again., fr: Encore., next: end:ticket}`;

interface Files {
  guide?: string;
  otherGuide?: string;
  en?: string;
  fr?: string;
}

function check({ guide = good, otherGuide = other, en = steps.en, fr = steps.fr }: Files) {
  const box = "> ### If not\n>\n> [Tell us](report:).\n";
  const texts: [slug: string, locale: Locale, text: string][] = [
    ["a-test", "en", `---\n${front("en")}\n${guide}\n---\n${en}`],
    ["a-test", "fr", `---\n${front("fr")}\n---\n${fr}`],
    ["other", "en", `---\n${front("en")}\n${otherGuide}\n---\n${box}`],
    ["other", "fr", `---\n${front("fr")}\n---\n${box}`],
  ];
  const problems: string[] = [];
  const files = texts.flatMap(([slug, locale, text]) => {
    const path = `${locale}/${slug}.md`;
    const source = parseArticle(path, locale, text);
    const { article, ways, problems: own = [] } = checkArticle(source);
    problems.push(...own.map(({ line, message }) => `${path}:${line} ${message}`));
    return article ? [{ path, source, article, ways }] : [];
  });
  if (problems.length > 0) return { problems, guides: undefined, files };
  const { guides, problems: found } = checkGuides(files, {
    codes: new Set(["AADSTS50012", "30007"]),
    lexInline: (text) => marked.Lexer.lexInline(text),
  });
  return { guides, problems: found.map(({ path, line, message }) => `${path}:${line} ${message}`), files };
}

test("a mark misspelt in a translation is named once, with its own line", () => {
  const fr = steps.fr.replace("{reload}", "{relaod}");
  expect(check({ fr }).problems).toEqual(["fr/a-test.md:14 the original has no step {relaod}, but {reload}"]);
});

test("what was checked at the end of a month is fresh until the end of a shorter one", () => {
  const untilOf = (on: string) => {
    const { guides } = check({
      guide: good.replace("checked_on: 2026-11-16", `checked_on: ${on}`),
    });
    const node = guides?.get("a-test")?.en.nodes["clear"];
    return node?.kind === "read" ? node.checked?.until : undefined;
  };
  expect(untilOf("2026-11-24")).toBe("2027-05-24");
  expect(untilOf("2026-08-31")).toBe("2027-02-28");
  expect(untilOf("2027-08-31")).toBe("2028-02-29");
});

test("a tree in the front matter becomes a guide in each language", () => {
  const { guides, problems, files } = check({});
  expect(problems).toEqual([]);
  const { en, fr } = guides?.get("a-test") ?? {};
  expect(Object.keys(en?.nodes ?? {})).toEqual([
    "files",
    "refresh",
    "refresh__verified",
    "right_now",
    "role",
    "clear",
    "message",
    "code",
    "report",
  ]);
  expect(en?.nodes["files"]).toEqual({
    kind: "check",
    checks: ["build", "sw"],
    arrows: [
      { check: "sw", when: { outcome: "warn" }, to: "refresh" },
      { when: { outcome: "fail" }, to: "refresh" },
    ],
    next: "role",
  });
  expect(en?.nodes["refresh"]).toMatchObject({
    kind: "do",
    text: [
      "It’s ",
      { kind: "strong", text: ["new"] },
      " now, see ",
      { kind: "article", slug: "a-test" },
      ".",
    ],
    button: "Refresh",
    byHand: ["Press F5."],
    // A section goes on until the next heading of its rank.
    ways: [{ title: "Reload", for: {}, blocks: [{}, { text: "If you are in a hurry" }, {}] }],
    next: "refresh__verified",
    failed: "clear",
  });
  expect(en?.nodes["refresh__verified"]).toEqual({
    kind: "verify",
    checks: ["build"],
    waitSeconds: 20,
    arrows: [{ when: { outcome: "pass" }, to: "end:solved" }],
    next: "right_now",
  });
  expect(fr?.nodes["right_now"]).toEqual({
    kind: "ask",
    text: ["C’est bon\u202f?"],
    note: "De {build.loaded}.",
    answers: [
      { id: "yes", label: "Oui", to: "end:solved" },
      { id: "cannot", label: "Je ne peux pas le faire", to: "clear" },
      { id: "later", label: "Plus tard", to: "end:ticket" },
    ],
  });
  expect(fr?.nodes["role"]).toMatchObject({
    kind: "ask",
    by: "role",
    answers: [
      { id: "user", label: "Je l’utilise", to: "clear" },
      { id: "admin", to: "message" },
    ],
  });
  expect(fr?.nodes["clear"]).toMatchObject({
    kind: "read",
    ways: [
      { title: "Chrome ou Edge", for: { browser: ["chrome", "edge"], os: ["windows", "mac"] } },
      { title: "iPhone", for: { os: ["ios"] } },
    ],
  });
  expect(en?.nodes["code"]).toMatchObject({
    arrows: [
      { when: { words: ["AADSTS50012", "30007"] }, to: "clear" },
      { check: "sms_receipt", when: { words: ["30007"] } },
      { when: { words: ["AADSTS50012", "delivered"] } },
      { when: { part: "age", under: 60 } },
      { check: "sms_receipt", when: { part: "resends", atLeast: 5 } },
    ],
    next: "go:other",
  });
  // Readers never see a mark.
  expect(JSON.stringify(files.map(({ article }) => article.blocks))).not.toMatch(/[{ ]clear|reload\}/);
});

const change = (from: string, to: string): Files => {
  expect(good).toContain(from);
  return { guide: good.replace(from, to) };
};
const text = (locale: Locale, from: string, to: string): Files => {
  expect(steps[locale]).toContain(from);
  return { [locale]: steps[locale].replace(from, to) };
};
const wrong: [name: string, files: () => Files, problem: RegExp][] = [
  [
    "an unknown check",
    () => change("[build, sw], sw", "[build, sv, sw], sw"),
    /en.*:15 .*files\.check: sv is no name/,
  ],
  [
    "an unknown action",
    () => change("do: refresh_site_files", "do: format_disk"),
    /:17 .*refresh\.do: one of refresh_site/,
  ],
  [
    "a dangling arrow",
    () => change("found: code", "found: cod"),
    /:41 .*message\.found: there is no node cod/,
  ],
  [
    "an arrow to no article",
    () => change("go:other", "go:nowhere"),
    /:50 .*code\.else: there is no article nowhere/,
  ],
  [
    "a link to no article",
    () => change("[this](a-test)", "[this](gone)"),
    /:18 .*refresh\.en: there is no article gone/,
  ],
  ["a missing arrow", () => change(", else: role", ""), /:15 .*files\.else: an arrow is missing/],
  [
    "an unknown start",
    () => change("start: files", "start: file"),
    /:13 guide\.start: there is no node file/,
  ],
  ["no English text", () => change("      en: Paste it.\n", ""), /:37 .*message\.en: the en text is missing/],
  [
    "no French text",
    () => change(", fr: C'est bon ?", ""),
    /:29 .*right_now\.ask\.fr: the fr text is missing/,
  ],
  ["a text that is too long", () => change("en: Later", `en: ${"x".repeat(61)}`), /later\.en: at most 60/],
  [
    "HTML in a text",
    () => change("en: Paste it.", "en: <b>Paste</b> it."),
    /:39 .*message\.en: an article holds no HTML/,
  ],
  [
    "a misspelt outcome",
    () => change("fail: refresh, else", "failed: refresh, else"),
    /:15 .*files\.failed: failed is no outcome/,
  ],
  [
    "an unknown code",
    () => change("30007: report", "30008: report"),
    /:46 .*30008 is no outcome.*no known code/,
  ],
  ["a number alone", () => change("sms_receipt.30007", "30007"), /:46 .*write sso_code\.30007/],
  ["an arrow for a check not made", () => change("sw.warn", "cert.warn"), /:15 .*cert is not checked here/],
  [
    "an unknown field",
    () => change("yes: end:solved", "yes: end:solved\n      maybe: clear"),
    /:32 .*right_now\.maybe: there is no place/,
  ],
  [
    "one answer",
    () =>
      change(
        "      cannot: clear\n      answers:\n        later: {en: Later, fr: Plus tard, to: end:ticket}\n",
        "",
      ),
    /:29 .*two answers or more/,
  ],
  ["one role", () => change("user: clear, ", ""), /by: two or more of user, admin, staff/],
  [
    "a note without a value",
    () => change("Of {build.loaded}.", "Of today."),
    /note\.en: a note tells what was measured/,
  ],
  [
    "a note of no check",
    () => change("Of {build.loaded}.", "Of {builds.x}."),
    /note\.en: \{builds\.x\} is no check/,
  ],
  ["an endless wait", () => change("wait_seconds: 20", "wait_seconds: 9000"), /:24 .*a number up to 300/],
  [
    "a browser's steps that nobody dated",
    () => change("checked_on: 2026-11-16, ", ""),
    /:36 .*clear\.checked_on: these steps name screens of other people's products/,
  ],
  [
    "a menu of another product that nobody dated",
    () => ({ en: steps.en.replace("Press [[F5]].", "In Word, select **File**.") }),
    /:16 .*refresh\.checked_on: these steps name screens/,
  ],
  [
    "a month instead of a day",
    () => change("checked_on: 2026-11-16", "checked_on: 2026-11"),
    /:36 .*clear\.checked_on: a date like 2026-11-16/,
  ],
  [
    "a day that does not exist",
    () => change("checked_on: 2026-11-16", "checked_on: 2026-02-31"),
    /:36 .*clear\.checked_on: a date like 2026-11-16/,
  ],
  [
    "a name in capitals",
    () => change("    role: {by: role", "    Role: {by: role"),
    /:35 .*Role: a node's name/,
  ],
  [
    "no step of that name",
    () => change("steps: reload", "steps: reloads"),
    /:22 .*refresh\.steps: no heading of the en text ends in \{reloads\}/,
  ],
  [
    "an unreachable node",
    () => change("none: report", "none: report\n    alone: {en: a, fr: b, next: report}"),
    /:43 .*nodes\.alone: no arrow leads here/,
  ],
  [
    "a loop without exit",
    () => change("none: report", "none: round\n    round: {en: a, fr: b, next: round}"),
    /:43 .*round: from here there is no way out/,
  ],
  [
    "checks that lead back to themselves",
    () => change("else: role}", "else: files}"),
    /:15 .*files: nobody is asked on the way/,
  ],
  [
    "a circle through another guide",
    () => ({
      otherGuide: other.replace(
        "{en: Again., fr: Encore., next: end:ticket}",
        "{check: build, else: go:a-test}",
      ),
      ...change("start: files", "start: code"),
    }),
    /other\.md:15 .*nobody is asked/,
  ],
  [
    "solved without proof",
    () =>
      change(
        "clear: {steps: clear, checked_on: 2026-11-16, next: report}",
        "clear: {steps: clear, checked_on: 2026-11-16, next: end:solved}",
      ),
    /:36 .*clear: solved is only what/,
  ],
  [
    "a mark that no node shows",
    () => text("en", "## Ways", "## Ways {ways}"),
    /en\/a-test\.md:\d+ \{ways\}: no node/,
  ],
  [
    "a step that French has not",
    () => text("fr", " {clear os=ios}", ""),
    /fr\/a-test\.md:14 the step \{clear os=ios\} stands only in/,
  ],
  [
    "a step for another browser",
    () => text("fr", "chrome,edge", "chrome"),
    /fr\/a-test\.md:24 the original has no step \{clear browser=chrome os/,
  ],
  [
    "a mark of an unknown browser",
    () => text("en", "chrome,edge", "chrom"),
    /en\/a-test\.md:\d+ browser is one of chrome/,
  ],
  ["a mark of an unknown trait", () => text("en", "os=ios", "phone=ios"), /no such trait: phone/],
  ["a mark in the box", () => text("en", "### If not", "### If not {clear}"), /only a heading of its own/],
  ["a guide that is no tree", () => ({ guide: "guide: later" }), /:12 guide: fields are missing/],
];
for (const [name, files, problem] of wrong)
  test(`a guide with ${name} is refused with its file and line`, () => {
    expect(check(files()).problems).toContainEqual(expect.stringMatching(problem));
  });

test("a broken guide stops the start with its file and line", async ({}, testInfo) => {
  const copy = testInfo.outputPath("content");
  await cp(join(import.meta.dirname, "../../content"), copy, { recursive: true });
  const file = join(copy, "articles/en/slow-platform.md");
  const lines = (await readFile(file, "utf8")).split("\n");
  const line = lines.findIndex((text) => text.includes("your_line: {check: [net]"));
  lines[line] = lines[line]?.replace("[net]", "[nett]") ?? "";
  await writeFile(file, lines.join("\n"));
  await expect(readKnowledge(copy)).rejects.toThrow(
    new RegExp(`slow-platform\\.md:${line + 1} guide\\.nodes\\.your_line\\.check: nett is no name`),
  );
});
