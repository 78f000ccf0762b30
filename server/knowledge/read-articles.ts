import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { marked } from "marked";
import { isMap, isScalar, LineCounter, parse, parseDocument, YAMLParseError } from "yaml";
import {
  checkArticle,
  type ArticleLink,
  type ArticleSource,
  type CheckedArticle,
} from "../../content/check-article.ts";
import { checkGuides, type CheckedFile } from "../../content/check-guide.ts";
import { checkLibrary } from "../../content/check-library.ts";
import { checkRedirects } from "../../content/check-redirects.ts";
import type { ErrorCode } from "../../content/error-codes.ts";
import { typeset } from "../../content/typeset.ts";
import { locales, type Locale } from "../contract/types.ts";

export interface Knowledge {
  articles: CheckedArticle[];
  errorCodes: ErrorCode[];
  /** Slugs that articles once had, and where they stand now. */
  redirects: ReadonlyMap<string, string>;
}

/** Everything in the content folder that a reader may meet. Throws with every file and line to mend. */
export async function readKnowledge(contentFolder: string): Promise<Knowledge> {
  const errorCodes = await readErrorCodes(join(contentFolder, "error-codes.json"));
  const files = (await Promise.all(locales.map((locale) => readSources(contentFolder, locale)))).flat();

  const checked: (CheckedFile & { links: ArticleLink[] })[] = [];
  const complaints: string[] = [];
  for (const { path, source } of files) {
    const { article, ways, links, problems } = checkArticle(source);
    if (article) checked.push({ path, source, article, ways, links });
    else complaints.push(...problems.map(({ line, message }) => `${path}:${line} ${message}`));
  }
  // A broken article would only repeat itself as a missing one, and a missing one in the guides.
  refuse(complaints);
  const articles = checked.map(({ article }) => article);
  refuse(
    checkLibrary(checked, errorCodes).map(({ slug, locale, field, line, message }) => {
      const file = files.find(({ source }) => source.slug === slug && source.locale === locale);
      return `${file?.path}:${line ?? file?.source.lineOfField(field)} ${field}: ${message}`;
    }),
  );
  const redirects = await readRedirects(contentFolder, articles);
  const { guides, problems } = checkGuides(checked, {
    codes: new Set(errorCodes.map(({ code }) => code)),
    lexInline: (text) => marked.Lexer.lexInline(text),
  });
  refuse(problems.map(({ path, line, message }) => `${path}:${line} ${message}`));
  return {
    articles: articles.map((article) => {
      const guide = guides.get(article.slug)?.[article.locale];
      return { ...markBehind(article, articles), ...(guide && { guide }) };
    }),
    errorCodes,
    redirects,
  };
}

export function refuse(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(`The articles cannot be published:\n${complaints.join("\n")}`);
}

async function readRedirects(contentFolder: string, articles: readonly CheckedArticle[]) {
  const path = join(contentFolder, "redirects.json");
  const text = await readFile(path, "utf8");
  const { redirects, problems } = checkRedirects(
    parseJson(path, text),
    new Set(articles.map(({ slug }) => slug)),
  );
  const lines = text.split("\n");
  const lineOf = (from: string) => lines.findIndex((line) => line.trim().startsWith(`"${from}"`)) + 1 || 1;
  refuse(problems.map(({ from, message }) => `${path}:${lineOf(from)} ${message}`));
  return redirects;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}:1 this is not JSON: ${String(error)}`, { cause: error });
  }
}

function markBehind(article: CheckedArticle, articles: readonly CheckedArticle[]): CheckedArticle {
  const original = articles.find(({ slug, translationOf }) => slug === article.slug && !translationOf);
  const isBehind = article.translationOf !== undefined && article.translationOf !== original?.hash;
  return isBehind ? { ...article, isBehind } : article;
}

async function readSources(contentFolder: string, locale: Locale) {
  const folder = join(contentFolder, "articles", locale);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, source: parseArticle(path, locale, await readFile(path, "utf8")) };
    }),
  );
}

export function parseArticle(path: string, locale: Locale, text: string): ArticleSource {
  const parts = /^---\n(?<front>.*?)\n---\n(?<body>.*)$/s.exec(text.replaceAll("\r\n", "\n"))?.groups;
  if (!parts) throw new Error(`${path}:1 an article begins with its front matter between two lines of ---`);
  const { front = "", body = "" } = parts;
  const frontMatter = parseFrontMatter(path, front);
  return {
    slug: basename(path, ".md"),
    locale,
    frontMatter,
    hash: hashOf(frontMatter, body),
    tokens: readMarkdown(path, body),
    lineOfField: (...fields) => lineOf(fields, front),
    firstLine: front.split("\n").length + 3,
  };
}

/** A changed date, keyword or mark of a step does not make a translation old: no reader sees it. */
function hashOf(frontMatter: unknown, body: string): string {
  const { title, summary } = Object(frontMatter) as Record<string, unknown>;
  return createHash("sha256")
    .update(JSON.stringify([title, summary, body.replace(/^(#+ .*?) \{.*\}$/gm, "$1")]))
    .digest("hex")
    .slice(0, 12);
}

function readMarkdown(path: string, body: string) {
  try {
    return marked.lexer(body);
  } catch (error) {
    // A thousand boxes in one another exhaust its stack.
    throw new Error(`${path}:1 the Markdown cannot be read: ${String(error)}`, { cause: error });
  }
}

function parseFrontMatter(path: string, front: string): unknown {
  try {
    return parse(front, { logLevel: "error" });
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) + 1 : 2;
    throw new Error(`${path}:${line} the front matter is not YAML: ${String(error)}`, { cause: error });
  }
}

/** The line of the innermost field that is there; a field that is missing on line 1, the first ---. */
function lineOf(fields: readonly string[], front: string): number {
  const lineCounter = new LineCounter();
  let node: unknown = parseDocument(front, { logLevel: "error", lineCounter }).contents;
  let line = 1;
  for (const field of fields) {
    const pair = isMap(node) && node.items.find(({ key }) => isScalar(key) && String(key.value) === field);
    if (!pair) break;
    if (isScalar(pair.key) && pair.key.range) line = lineCounter.linePos(pair.key.range[0]).line + 1;
    node = pair.value;
  }
  return line;
}

async function readErrorCodes(path: string): Promise<ErrorCode[]> {
  // The door: this file is ours, and its test holds every entry against its shape.
  const entries = JSON.parse(await readFile(path, "utf8")) as ErrorCode[];
  return entries.map((entry) => ({
    ...entry,
    meaning: { en: typeset(entry.meaning.en, "en"), fr: typeset(entry.meaning.fr, "fr") },
  }));
}
