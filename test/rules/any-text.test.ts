import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict"; // `expect` costs a step of the report
import { randomUUID } from "node:crypto";
import { test } from "@playwright/test";
import * as fc from "fast-check";
import { textOf } from "../../content/article.ts";
import { checkArticle, type ArticleSource } from "../../content/check-article.ts";
import { createSearch, findableIn } from "../../content/search.ts";
import { english } from "../../content/search-en.ts";
import { limits } from "../../server/contract/limits.ts";
import { maskText, routeOf } from "../../server/contract/mask.ts";
import { parseArticle } from "../../server/knowledge/read-articles.ts";
import { anyText, patience, runs } from "../arbitraries.ts";

test.describe.configure(patience);

const secrets = {
  mail: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
  phone: /(?<![\w-])\+?\d[\d ().-]{7,17}\d(?![\w-])/,
  token: /\beyJ[\w-]{10,}\.[\w-]+|\b[A-Fa-f0-9]{32,}|\b(?:api|sk|pk|ghp)[_-][\w-]{16,}/,
};

/** Pieces of secrets, and what people write around them. */
const secretText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "ana",
        "@",
        ".",
        "-",
        "+",
        "example.com",
        "a@b.c",
        "eyJ",
        "sk_",
        "•",
        "*",
        "[",
        " ",
        "(",
        ")",
        "\n",
      ),
      fc.stringMatching(/^\d{1,12}$/),
      fc.stringMatching(/^[a-f0-9]{20,40}$/),
      fc.emailAddress(),
      anyText,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("").slice(0, limits.messageLength));

test("a masked text holds no address, phone or secret, and is masked for good", () => {
  fc.assert(
    fc.property(secretText, (text) => {
      const masked = maskText(text);
      for (const shape of Object.values(secrets)) doesNotMatch(masked, shape);
      equal(maskText(masked), masked);
    }),
    runs(3_000, [["a@b.c@d.e"], ["a@b.c.@d.e"], ["eyJ000example.com"]]),
  );
});

test("what is masked in a sentence cannot be read back", () => {
  const address = fc.stringMatching(
    /^[a-zà-öø-ÿ][a-zà-öø-ÿ0-9._'+-]{2,12}[a-z0-9]@[a-z]{3,8}\.[a-z]{2,8}\.(com|fr)$/,
  );
  const phone = fc.stringMatching(/^\+[1-9]\d( \d\d){4}$/);
  fc.assert(
    fc.property(address, phone, fc.uuid(), (mail, number, id) => {
      const masked = maskText(`Write to ${mail} or call ${number}, the code is ${id.replaceAll("-", "")}.`);
      const [name = "", domain = ""] = mail.split("@");
      for (const secret of [name, domain, number.slice(4), id.slice(0, 8)])
        ok(!masked.includes(secret), masked);
    }),
    runs(1_000, [["o'brien@example.com", "+33 1 99 00 12", randomUUID()]]),
  );
});

test("masking takes no longer than reading, whatever stands there", () => {
  const piece = fc.constantFrom(
    "a",
    "-eyJ",
    "a@",
    "a.",
    "@a.",
    "1 ",
    "(1",
    "A1",
    "AB12 CD34 ",
    "sk_-",
    "f",
    "/1",
    ".-+",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (parts) => {
      const text = parts.join("").repeat(limits.messageLength).slice(0, limits.messageLength);
      const since = process.cpuUsage();
      maskText(text);
      routeOf(text);
      ok(process.cpuUsage(since).user < 1_000_000);
    }),
    runs(60, [[["a"]], [["-eyJ"]]]),
  );
});

test("a route names no person and no document", () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.array(anyText),
      (url, parts) => {
        for (const path of [url.replace(/^\w+:\/\/[^/]*/, ""), `/${parts.join("/")}`]) {
          const route = routeOf(path);
          doesNotMatch(route, /[?#@%]/);
          ok(route.length <= 200);
          for (const segment of route.split("/")) {
            doesNotMatch(segment, /^\d+$/);
            ok(segment.length <= 24);
          }
          equal(routeOf(route), route);
        }
      },
    ),
    runs(1_000),
  );
});

const front = `title: Upload stops
summary: What to do when an upload stops.
audience: [user]
topic: pages_and_documents
symptom: upload
keywords: [the upload stops, my file does not go, nothing happens here, it stops at half, file too big, cannot send it]
updated: "2026-11-16"`;

const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "# ",
        "## ",
        "### ",
        "#### ",
        "> ### If this does not work\n> ",
        "> ",
        "1. ",
        "- ",
        "   ",
        "\n",
        "\n\n",
        "---\n",
        "```\n",
        "| a | b |\n|---|---|\n",
        "[[Ctrl]]",
        "[[",
        "]]",
        "**",
        "*",
        "_",
        "`",
        "[a](report:)",
        "[a](javascript:x)",
        "[a](sso-certificate-expired)",
        "![a](b.png)",
        "<b>",
        "<script>alert(1)</script>",
        "&amp;",
        "\\",
        "[a]: https://example.com\n",
        "word ",
      ),
      anyText,
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join("").slice(0, 4_000));

/** Undefined when the author is told why it cannot be read. */
function read(text: string): ArticleSource | undefined {
  try {
    return parseArticle("upload.md", "en", text);
  } catch (error) {
    match(String(error), /^Error: upload\.md:\d+ /);
    return undefined;
  }
}

test("an article is whole, or its author is told every line to mend", () => {
  const anyFront = fc.oneof(
    { weight: 3, arbitrary: fc.constant(front) },
    fc
      .tuple(fc.constantFrom(...front.split("\n")), anyText)
      .map(([line, text]) => front.replace(line, `${line.split(":", 1)[0]}: ${text}`)),
    anyText,
  );
  fc.assert(
    fc.property(anyFront, markdown, fc.boolean(), (head, body, isClosed) => {
      const box = "\n\n> ### If this does not work\n> [Report it](report:)\n";
      const text = `---\n${head}\n---\n${body}${isClosed ? box : ""}`;
      const lines = text.split("\n").length;
      const source = read(text);
      if (!source) return;
      const { article, problems } = checkArticle(source);
      for (const { line, message } of problems ?? []) {
        ok(message !== "" && line >= 1 && line <= lines, `${line} of ${lines}: ${message}`);
      }
      if (!article) return;
      deepEqual(JSON.parse(JSON.stringify(article)), article);
      doesNotMatch(textOf(article.blocks), /<script>/);
      createSearch([findableIn(english)(article)], english)("upload", { limit: 3 });
    }),
    runs(800),
  );
});

test("an article is read in no time, whatever stands there", () => {
  const piece = fc.constantFrom(
    "> ",
    "- ",
    "*",
    "_",
    "`",
    "[",
    "](",
    "<",
    "&",
    "[[",
    "1. ",
    "#",
    "|",
    "\\",
    "~",
    "\n",
    " ",
    "a",
    "!",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (parts) => {
      const body = parts.join("").repeat(2_000).slice(0, 4_000);
      const since = process.cpuUsage();
      const source = read(`---\n${front}\n---\n${body}`);
      if (source) checkArticle(source);
      ok(process.cpuUsage(since).user < 2_000_000);
    }),
    runs(100, [[["> "]]]),
  );
});
