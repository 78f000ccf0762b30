import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { marked } from "marked";
import { parse } from "yaml";
import { checkArticle, type ArticleSource, type CheckedArticle } from "../../content/check-article.ts";
import { checkLibrary } from "../../content/check-library.ts";
import type { ErrorCode } from "../../content/error-codes.ts";
import { typeset } from "../../content/typeset.ts";
import { locales, type Locale } from "../contract/types.ts";

export interface Knowledge {
  articles: CheckedArticle[];
  errorCodes: ErrorCode[];
}

/** Everything in the content folder that a reader may meet. Throws with every file and line to mend. */
export async function readKnowledge(contentFolder: string): Promise<Knowledge> {
  const errorCodes = await readErrorCodes(join(contentFolder, "error-codes.json"));
  const files = (await Promise.all(locales.map((locale) => readSources(contentFolder, locale)))).flat();

  const complaints: string[] = [];
  const articles: CheckedArticle[] = [];
  for (const { path, source } of files) {
    const { article, problems } = checkArticle(source);
    if (article) articles.push(article);
    else complaints.push(...problems.map(({ line, message }) => `${path}:${line} ${message}`));
  }
  // A broken article would only repeat itself here as a missing one.
  if (complaints.length === 0)
    for (const { slug, locale, field, message } of checkLibrary(articles, errorCodes)) {
      const file = files.find(({ source }) => source.slug === slug && source.locale === locale);
      complaints.push(`${file?.path}:${file?.source.lineOfField(field)} ${field}: ${message}`);
    }
  if (complaints.length > 0) throw new Error(`The articles cannot be published:\n${complaints.join("\n")}`);
  return { articles: articles.map((article) => markBehind(article, articles)), errorCodes };
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
    // Line 1 is the first ---; a field that is missing is reported there.
    lineOfField: (field) => front.split("\n").findIndex((line) => line.startsWith(`${field}:`)) + 2,
    firstLine: front.split("\n").length + 3,
  };
}

/** A changed date or keyword does not make a translation old. */
function hashOf(frontMatter: unknown, body: string): string {
  const { title, summary } = Object(frontMatter) as Record<string, unknown>;
  return createHash("sha256")
    .update(JSON.stringify([title, summary, body]))
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
    throw new Error(`${path}:2 the front matter is not YAML: ${String(error)}`, { cause: error });
  }
}

async function readErrorCodes(path: string): Promise<ErrorCode[]> {
  // The door: this file is ours, and its test holds every entry against its shape.
  const entries = JSON.parse(await readFile(path, "utf8")) as ErrorCode[];
  return entries.map((entry) => ({
    ...entry,
    meaning: { en: typeset(entry.meaning.en, "en"), fr: typeset(entry.meaning.fr, "fr") },
  }));
}
