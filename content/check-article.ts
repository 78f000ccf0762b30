import type { Token, Tokens } from "marked";
import { locales, type Locale } from "../server/contract/types.ts";
import { symptoms } from "../server/contract/symptoms.ts";
import { anchorOf, type Article, type Block, type Inline } from "./article.ts";
import { checkIds, type CheckId } from "./check-ids.ts";
import { traits, type Trait, type Way } from "./guide.ts";
import { typeset } from "./typeset.ts";

export const audiences = ["user", "admin", "support"] as const;
export type Audience = (typeof audiences)[number];

/** The help centre's subjects, in the order of its first page. */
export const topics = [
  "signing_in",
  "pages_and_documents",
  "meetings",
  "administrators",
  "our_side",
  "reaching_us",
] as const;
export type Topic = (typeof topics)[number];

export interface CheckedArticle extends Article {
  locale: Locale;
  audience: Audience[];
  topic: Topic;
  /** What people say when they need this article, in their words. */
  keywords: string[];
  /** What to look at first when somebody needs this article. */
  checks: CheckId[];
  /** After this day it is ranked lower, until its owner has read it again. */
  reviewBy: string;
  /** The hash of the original that this was translated from; absent in the original. */
  translationOf?: string;
}

/** One file, parsed but not yet believed. */
export interface ArticleSource {
  slug: string;
  locale: Locale;
  frontMatter: unknown;
  tokens: readonly Token[];
  /** Of title, summary and text, 12 hexadecimal digits. */
  hash: string;
  /** The file's line on which a front matter field stands, or the innermost field inside it that is there. */
  lineOfField: (...path: string[]) => number;
  /** The file's line on which the Markdown begins. */
  firstLine: number;
}

/** A part of the text that a guide shows as a step: its heading ends in `{key browser=firefox os=windows,mac}`. */
export interface MarkedWay extends Way {
  key: string;
  line: number;
}

/** Where the text leads to another article. */
export interface ArticleLink {
  slug: string;
  line: number;
}

interface ArticleProblem {
  line: number;
  message: string;
}

/** Either an article that everybody may rely on, or everything that its author must mend. */
export type ArticleCheck =
  | { article: CheckedArticle; ways: MarkedWay[]; links: ArticleLink[]; problems?: undefined }
  | { article?: undefined; ways?: undefined; links?: undefined; problems: ArticleProblem[] };

type Report = (line: number, message: string) => void;

export function checkArticle(source: ArticleSource): ArticleCheck {
  const problems: ArticleProblem[] = [];
  const front = checkFrontMatter(source, (field, message) =>
    problems.push({ line: source.lineOfField(field), message: `${field}: ${message}` }),
  );
  const report: Report = (line, message) => problems.push({ line, message });
  const marks: Mark[] = [];
  const links: ArticleLink[] = [];
  const setting = { locale: source.locale, report, marks, links };
  const blocks = checkBlocks(source.tokens, source.firstLine, setting);
  const headings = blocks.flatMap((block) =>
    block.kind === "heading" ? [block.text] : block.kind === "otherwise" ? [block.title] : [],
  );
  if (new Set(headings.map(anchorOf)).size < headings.length)
    report(source.firstLine, "two headings say the same: a contents list could not tell them apart");
  if (!blocks.some((block) => block.kind === "otherwise"))
    report(source.firstLine, "a reader must find what to do if this does not work: add the box (> ### …)");
  if (problems.length > 0) return { problems };
  return {
    article: { slug: source.slug, locale: source.locale, hash: source.hash, ...front, blocks },
    ways: marks.map((mark) => wayOf(mark, blocks)),
    links,
  };
}

// Front matter ---------------------------------------------------------------------------------------------

const fields = [
  "title",
  "summary",
  "audience",
  "topic",
  "symptom",
  "keywords",
  "codes",
  "related",
  "checks",
  "updated",
  "review_by",
  "translation_of",
  "guide",
];
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestUnreadDays = 366;
const fewestKeywords = 6; // Five real phrasings lift the first hit most; the sixth is for the phone.

type FrontMatter = Omit<CheckedArticle, "slug" | "locale" | "hash" | "blocks">;

function checkFrontMatter(
  { frontMatter, slug, locale }: ArticleSource,
  report: (field: string, message: string) => void,
): FrontMatter {
  const given = isRecord(frontMatter) ? frontMatter : {};
  for (const field of Object.keys(given)) if (!fields.includes(field)) report(field, "no such field");

  const text = (field: string, longest: number, fewestWords: number, whatItSays: string) => {
    const value = given[field];
    if (typeof value !== "string" || value.trim() === "") report(field, "a text is missing");
    else if (value.length > longest) report(field, `at most ${longest} characters`);
    else if (value.trim().split(/\s+/).length < fewestWords)
      report(field, `${whatItSays}, in ${fewestWords} words or more`);
    return typeof value === "string" ? typeset(value.trim(), locale) : "";
  };
  const texts = (field: string) => {
    const value = given[field] ?? [];
    if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
      report(field, "a list of texts is needed");
      return [];
    }
    if (new Set(value).size < value.length) report(field, "something stands here twice");
    return value;
  };

  const audience = texts("audience").filter((name) => isOneOf(audiences, name));
  if (audience.length === 0 || audience.length < texts("audience").length)
    report("audience", `one or more of ${audiences.join(", ")}`);

  const topic = given["topic"];
  if (!isOneOf(topics, topic)) report("topic", `one of ${topics.join(", ")}`);

  const symptom = given["symptom"];
  if (symptom !== undefined && !isOneOf(symptoms, symptom)) report("symptom", "no such tile");

  const keywords = texts("keywords");
  if (keywords.filter((phrasing) => phrasing.trim().includes(" ")).length < fewestKeywords)
    report("keywords", `at least ${fewestKeywords} phrasings of two words or more, as people would say it`);

  const checks = texts("checks").filter((id) => isOneOf(checkIds, id));
  if (checks.length < texts("checks").length) report("checks", `only names of content/check-ids.ts`);

  const date = (field: string) => {
    const value = given[field];
    if (isDay(value)) return value;
    report(field, "a date like 2026-11-16 is needed");
    return "";
  };
  const updated = date("updated");
  const reviewBy = date("review_by");
  if (updated !== "" && reviewBy !== "") {
    const days = (Date.parse(reviewBy) - Date.parse(updated)) / 86_400_000;
    if (days < 1 || days > longestUnreadDays) report("review_by", "within a year after updated");
  }

  const translationOf = given["translation_of"];
  const isTranslation = locale !== locales[0];
  if (isTranslation && (typeof translationOf !== "string" || !/^[0-9a-f]{12}$/.test(translationOf)))
    report("translation_of", `run: npm run content -- stamp ${slug}`);
  if (!isTranslation && translationOf !== undefined)
    report("translation_of", "the original is no translation");
  if (isTranslation && given["guide"] !== undefined)
    report("guide", "a guide stands in the original, with its texts in every language");

  return {
    title: text("title", 70, 2, "the problem as the reader would say it"), // longer ones break in a search result
    summary: text("summary", 220, 6, "the answer in a sentence"),
    audience,
    ...(!audience.includes("user") && { isForAdmins: true }),
    topic: isOneOf(topics, topic) ? topic : "our_side",
    ...(isOneOf(symptoms, symptom) && { symptom }),
    keywords,
    codes: texts("codes"),
    related: texts("related"),
    checks,
    updated,
    reviewBy,
    ...(isTranslation && { translationOf: String(translationOf) }),
  };
}

// Blocks ---------------------------------------------------------------------------------------------------

export interface Setting {
  locale: Locale;
  report: Report;
  /** Where a heading may be marked as a step of the guide. */
  marks?: Mark[];
  /** Collects them. */
  links?: ArticleLink[];
}

interface Mark {
  key: string;
  for: Way["for"];
  line: number;
  /** The heading. */
  block: Block;
}

/** Tokens carry no position, but their raw texts are the file in order: line ends are counted on the way. */
function checkBlocks(tokens: readonly Token[], firstLine: number, setting: Setting): Block[] {
  const blocks: Block[] = [];
  let details: { kind: "details"; title: string; blocks: Block[] } | undefined;
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === "heading") {
      const { depth } = asHeading(token);
      const { title, mark } = splitMark(plainText(token, line, setting), line, setting);
      details = undefined;
      if (depth === 4) blocks.push((details = { kind: "details", title, blocks: [] }));
      else if (depth === 2 || depth === 3) blocks.push({ kind: "heading", level: depth, text: title });
      else setting.report(line, "a heading is ##, ### or, for one of several ways, ####");
      const block = blocks.at(-1);
      if (mark && block) setting.marks?.push({ ...mark, line, block });
    } else if (token.type === "hr") {
      details = undefined;
    } else if (token.type === "blockquote") {
      details = undefined;
      blocks.push(checkBox(token, line, setting));
    } else {
      const block = checkBlock(token, line, setting);
      if (block) (details?.blocks ?? blocks).push(block);
    }
    line += lineEnds(token.raw);
  }
  return blocks;
}

function checkBlock(token: Token, line: number, setting: Setting): Block | undefined {
  switch (token.type) {
    case "space":
    case "def":
      return undefined;
    case "paragraph":
    case "text":
      return { kind: "paragraph", text: checkInlines(childrenOf(token), line, setting) };
    case "list":
      return checkList(token, line, setting);
    case "html":
      setting.report(line, `an article holds no HTML: ${firstLineOf(token.raw)}`);
      return undefined;
    default:
      setting.report(line, `an article has no place for this (${token.type}): ${firstLineOf(token.raw)}`);
      return undefined;
  }
}

function checkList(token: Token, firstLine: number, setting: Setting): Block {
  const list = asList(token);
  let line = firstLine;
  const items: Block[][] = [];
  for (const item of list.items) {
    const blocks = checkBlocks(item.tokens, line, { ...setting, marks: undefined });
    if (blocks.some((block) => block.kind !== "paragraph" && block.kind !== "list"))
      setting.report(line, "a step holds only paragraphs and lists");
    items.push(blocks);
    line += lineEnds(item.raw);
  }
  return { kind: "list", ordered: list.ordered, items };
}

function checkBox(token: Token, line: number, setting: Setting): Block {
  const [title, ...blocks] = checkBlocks(childrenOf(token), line, { ...setting, marks: undefined });
  if (title?.kind === "heading") return { kind: "otherwise", title: title.text, blocks };
  setting.report(line, "the box begins with its heading: > ### If this does not work");
  return { kind: "otherwise", title: "", blocks };
}

// Steps of a guide -----------------------------------------------------------------------------------------

/** A heading's text, and the mark that makes what stands under it a step. Readers never see the mark. */
function splitMark(
  heading: string,
  line: number,
  { report, marks }: Setting,
): { title: string; mark?: Pick<Mark, "key" | "for"> } {
  const [, title = "", inside] = /^(.*?)\s*\{(.*)\}$/.exec(heading) ?? [];
  if (inside === undefined) return { title: heading };
  if (!marks) report(line, "only a heading of its own can be a step of the guide, not one in a box or list");
  const [key = "", ...conditions] = inside.split(" ");
  if (!/^[a-z][a-z0-9_]*$/.test(key)) report(line, "a step's mark begins with its name: {clear_one_site …}");
  const needed: Way["for"] = {};
  for (const condition of conditions) {
    const [trait = "", values = ""] = condition.split("=");
    if (!isOneOf(Object.keys(traits) as Trait[], trait)) report(line, `no such trait: ${trait}`);
    else {
      needed[trait] = values.split(",");
      for (const value of needed[trait])
        if (!isOneOf(traits[trait], value)) report(line, `${trait} is one of ${traits[trait].join(", ")}`);
    }
  }
  return { title, mark: { key, for: needed } };
}

/** Under a way, all of it; under another heading, all until the next one of its rank. */
function wayOf({ block, ...mark }: Mark, blocks: readonly Block[]): MarkedWay {
  if (block.kind === "details") return { ...mark, title: block.title, blocks: block.blocks };
  const title = block.kind === "heading" ? block.text : "";
  const rest = blocks.slice(blocks.indexOf(block) + 1);
  const end = rest.findIndex(
    (next) =>
      next.kind === "otherwise" ||
      (next.kind === "heading" && block.kind === "heading" && next.level <= block.level),
  );
  return { ...mark, title, blocks: end < 0 ? rest : rest.slice(0, end) };
}

// Inside a paragraph ---------------------------------------------------------------------------------------

export function checkInlines(tokens: readonly Token[], firstLine: number, setting: Setting): Inline[] {
  const inlines: Inline[] = [];
  let line = firstLine;
  for (const token of tokens) {
    inlines.push(...checkInline(token, line, setting));
    line += lineEnds(token.raw);
  }
  return inlines;
}

function checkInline(token: Token, line: number, setting: Setting): Inline[] {
  switch (token.type) {
    case "text":
    case "escape":
      return checkText(asText(token), line, setting);
    case "strong":
      return [{ kind: "strong", text: checkInlines(childrenOf(token), line, setting) }];
    case "em":
      return [{ kind: "emphasis", text: checkInlines(childrenOf(token), line, setting) }];
    case "codespan":
      return [{ kind: "code", text: asText(token) }];
    case "link":
      return checkLink(token, line, setting);
    case "html":
      setting.report(line, `an article holds no HTML: ${firstLineOf(token.raw)}`);
      return [];
    default:
      setting.report(line, `a sentence has no place for this (${token.type}): ${firstLineOf(token.raw)}`);
      return [];
  }
}

/** Keys are written `[[Ctrl]]`; those that are pressed together stay on one line. */
function checkText(text: string, line: number, setting: Setting): Inline[] {
  const entity = /&#?\w+;/.exec(text);
  if (entity) setting.report(line, `write the character itself instead of ${entity[0]}`);
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/\]\] \[\[/g, "]]\u00a0[[")
    .split(/\[\[(.+?)\]\]/)
    .map((part, index): Inline =>
      index % 2 === 1 ? { kind: "key", text: part } : typeset(part, setting.locale),
    )
    .filter((inline) => inline !== "");
}

function checkLink(token: Token, line: number, setting: Setting): Inline[] {
  const { href } = asLink(token);
  const text = checkInlines(childrenOf(token), line, setting);
  if (href === "report:") return [{ kind: "report", text }];
  if (slugPattern.test(href)) {
    setting.links?.push({ slug: href, line });
    return [{ kind: "article", slug: href, text }];
  }
  if (/^(?:https|mailto|tel):./.test(href)) return [{ kind: "link", href, text }];
  setting.report(
    line,
    `a link goes to an article (its slug), report:, https:, mailto: or tel:, not to ${href}`,
  );
  return [];
}

function plainText(token: Token, line: number, setting: Setting): string {
  const inlines = checkInlines(childrenOf(token), line, setting);
  if (inlines.some((inline) => typeof inline !== "string"))
    setting.report(line, "a heading is plain text, so that the contents list can show it");
  return inlines.filter((inline) => typeof inline === "string").join("");
}

// The door from marked's types: its union ends in a catch-all that no `switch` can narrow. ------------------

const asHeading = (token: Token) => token as Tokens.Heading;
const asList = (token: Token) => token as Tokens.List;
const asLink = (token: Token) => token as Tokens.Link;
const asText = (token: Token) => (token as Tokens.Text).text;
const childrenOf = (token: Token): readonly Token[] => ("tokens" in token && token.tokens) || [];

const lineEnds = (raw: string) => raw.split("\n").length - 1;
const firstLineOf = (raw: string) => raw.trim().split("\n", 1)[0] ?? "";

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(value);
  // `2026-02-31` would be read as a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function isOneOf<T extends string>(names: readonly T[], value: unknown): value is T {
  return (names as readonly unknown[]).includes(value);
}
