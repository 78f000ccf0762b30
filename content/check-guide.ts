import type { Token } from "marked";
import { locales, type Locale } from "../server/contract/types.ts";
import {
  checkInlines,
  isRecord,
  type ArticleSource,
  type CheckedArticle,
  type MarkedWay,
} from "./check-article.ts";
import type { Guide, GuideNode, Target } from "./guide.ts";
import { readGuide } from "./read-guide.ts";

/** A file, and what its own check made of it. */
export interface CheckedFile {
  path: string;
  source: ArticleSource;
  article: CheckedArticle;
  ways: readonly MarkedWay[];
}

/** What guides may speak of, beside the articles. */
interface Surroundings {
  codes: ReadonlySet<string>;
  /** Markdown as inside a paragraph. */
  lexInline: (text: string) => readonly Token[];
}

type Guides = ReadonlyMap<string, Record<Locale, Guide>>;
interface GuideProblem {
  path: string;
  line: number;
  message: string;
}
type Report = (file: CheckedFile, line: number, message: string) => void;

/**
 * The guides by the slug of their article, in each language, or everything that their authors must mend. The files
 * are in order by themselves, and each is there in every language.
 */
export function checkGuides(
  files: readonly CheckedFile[],
  surroundings: Surroundings,
): { guides: Guides; problems: GuideProblem[] } {
  // What is wrong with a tree itself is met once in each language.
  const problems = new Map<string, GuideProblem>();
  const report: Report = ({ path }, line, message) =>
    problems.set(`${path} ${line} ${message}`, { path, line, message });

  const originals = files.filter(({ article }) => article.locale === locales[0]);
  const slugs = new Set(originals.map(({ article }) => article.slug));
  const guides = new Map<string, Record<Locale, Guide>>();
  for (const file of originals) {
    const { article, source } = file;
    const inLocale = (locale: Locale) =>
      files.find((other) => other.article.slug === article.slug && other.article.locale === locale) ?? file;
    const raw = isRecord(source.frontMatter) ? source.frontMatter["guide"] : undefined;
    checkWays(file, locales.slice(1).map(inLocale), raw, report);
    if (raw === undefined) continue;
    const read = (locale: Locale) =>
      readGuide({
        raw,
        locale,
        ownCodes: article.codes,
        codes: surroundings.codes,
        slugs,
        ways: inLocale(locale).ways,
        readInlines: (text, complain) =>
          checkInlines(surroundings.lexInline(text), 0, {
            locale,
            report: (_, message) => complain(message),
          }),
        report: (path, message) => reportField(file, path, message, report),
      });
    guides.set(article.slug, { en: read("en"), fr: read("fr") });
  }
  // Where an arrow dangles, what follows from it would only be said again.
  if (problems.size === 0)
    for (const file of originals)
      for (const [name, message] of flawsOf(file.article.slug, guides))
        reportField(file, ["nodes", name.replace(/__verified$/, "")], message, report);
  return { guides, problems: [...problems.values()] };
}

function reportField(file: CheckedFile, path: readonly string[], message: string, report: Report): void {
  const fields = ["guide", ...path].filter((field) => field !== "");
  report(file, file.source.lineOfField(...fields), `${fields.join(".")}: ${message}`);
}

/** Each step that the original marks is shown by some node, and stands in every language for the same people. */
function checkWays(
  original: CheckedFile,
  translations: readonly CheckedFile[],
  guide: unknown,
  report: Report,
): void {
  const nodes = Object.values(Object(Object(guide).nodes));
  const shown = new Set(nodes.map((node) => Object(node).steps));
  for (const { key, line } of original.ways)
    if (!shown.has(key)) report(original, line, `{${key}}: no node of the guide has it as its steps`);

  const markOf = ({ key, for: needed }: MarkedWay) =>
    `{${[key, ...Object.entries(needed).map(([trait, values]) => `${trait}=${values.join(",")}`)].join(" ")}}`;
  const marks = new Set(original.ways.map(markOf));
  for (const file of translations) {
    const own = new Set(file.ways.map(markOf));
    const missing = [...marks].filter((mark) => !own.has(mark));
    const strays = file.ways.filter((way) => !marks.has(markOf(way)));
    for (const way of strays) {
      const instead = missing.length > 0 ? `, but ${missing.join(", ")}` : "";
      report(file, way.line, `the original has no step ${markOf(way)}${instead}`);
    }
    // What is missing beside a stray mark is most often the same, misspelt.
    if (strays.length === 0)
      for (const mark of missing)
        report(file, file.source.firstLine, `the step ${mark} stands only in the original`);
  }
}

// The way through -------------------------------------------------------------------------------------------

/** What is wrong with a tree whose arrows all lead somewhere: the node, and why. */
function* flawsOf(slug: string, guides: Guides): Generator<[name: string, message: string]> {
  const guide = guides.get(slug)?.en;
  if (!guide) return;
  const reached = reachable([guide.start], (name) => targetsOf(guide.nodes[name]));
  for (const [name, node] of Object.entries(guide.nodes)) {
    if (!reached.has(name)) yield [name, "no arrow leads here"];
    const ahead = [...reachable([name], (next) => targetsOf(guide.nodes[next]))];
    if (!ahead.some((target) => target.includes(":") || guide.nodes[target]?.kind === "end"))
      yield [name, "from here there is no way out"];
    if (isAutomatic(node) && isTrap(`${slug} ${name}`, guides))
      yield [name, "nobody is asked on the way from here back to here: it would run for ever"];
    for (const to of unprovenTargets(node))
      if (isSolved(guide, to))
        yield [name, "solved is only what a person answers, or what verify finds to pass"];
  }
}

function reachable(from: readonly string[], targets: (name: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set takes in what is added while it is walked.
  for (const name of found) for (const target of targets(name)) found.add(target);
  return found;
}

function targetsOf(node: GuideNode | undefined): Target[] {
  switch (node?.kind) {
    case "check":
    case "verify":
      return [...node.arrows.map(({ to }) => to), node.next];
    case "ask":
      return node.answers.map(({ to }) => to);
    case "paste":
      return [node.found, node.none];
    case "do":
      return [node.next, node.failed];
    case "read":
      return [node.next];
    case "end":
    case undefined:
      return [];
  }
}

function isSolved(guide: Guide, to: Target): boolean {
  const node = guide.nodes[to];
  return to === "end:solved" || (node?.kind === "end" && node.end === "solved");
}

/** Where a node leads without anybody's word or a check's proof. */
function unprovenTargets(node: GuideNode): Target[] {
  if (node.kind === "ask" && !node.by) return [];
  if (node.kind !== "verify") return targetsOf(node);
  const proven = node.arrows.filter(({ when }) => "outcome" in when && when.outcome === "pass");
  return targetsOf(node).filter((to) => !proven.some((arrow) => arrow.to === to));
}

/** Checks and forks go on by themselves. */
function isAutomatic(node: GuideNode | undefined): boolean {
  return node?.kind === "check" || node?.kind === "verify" || (node?.kind === "ask" && node.by !== undefined);
}

/** Whether a node, named with its guide, can come back to itself over automatic ones, through other guides too. */
function isTrap(place: string, guides: Guides): boolean {
  const ahead = (from: string): string[] => {
    const [slug = "", name = ""] = from.split(" ");
    const node = guides.get(slug)?.en.nodes[name];
    if (!isAutomatic(node)) return [];
    return targetsOf(node).map((to) => {
      const other = to.startsWith("go:") ? to.slice(3) : undefined;
      return other === undefined ? `${slug} ${to}` : `${other} ${guides.get(other)?.en.start}`;
    });
  };
  return reachable(ahead(place), ahead).has(place);
}
