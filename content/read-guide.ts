import { checkOutcomes, locales, type Locale } from "../server/contract/types.ts";
import { textOf, type Block, type Inline } from "./article.ts";
import { isDay, isOneOf, isRecord, type MarkedWay } from "./check-article.ts";
import { checkIds, type CheckId } from "./check-ids.ts";
import { slugsIn } from "./check-library.ts";
import { factWords, guideActions } from "./guide-names.ts";
import { guideWords } from "./guide-words.ts";
import {
  sayDay,
  traits,
  type CheckArrow,
  type Checked,
  type CheckNode,
  type Guide,
  type GuideAnswer,
  type GuideNode,
  type Target,
  type Way,
} from "./guide.ts";
import { typeset } from "./typeset.ts";

/** A guide as its author wrote it, and what it may speak of. It is read once for each language. */
export interface GuideSource {
  raw: unknown;
  locale: Locale;
  /** The codes that the guide's article explains: what `own_code` stands for. */
  ownCodes: readonly string[];
  codes: ReadonlySet<string>;
  slugs: ReadonlySet<string>;
  /** The steps that are marked in the article's text in this language. */
  ways: readonly MarkedWay[];
  /** Markdown as inside a paragraph. */
  readInlines: (text: string, report: (message: string) => void) => Inline[];
  /** The path leads to the field that is wrong. */
  report: (path: readonly string[], message: string) => void;
}

const longestText = 300; // A step is read on a phone, between two attempts.
const longestLabel = 60; // A button on that phone.
const longestWaitSeconds = 300;
const namePattern = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** The tree that can be played. Whether it leads anywhere is for `check-guide.ts` to see. */
export function readGuide(source: GuideSource): Guide {
  const top = openFields(source.raw, [], source);
  const inside = openFields(top.take("nodes"), ["nodes"], source);
  const names = inside.left();
  const nodes: Guide["nodes"] = {};
  for (const name of names) {
    const fields = inside.open(name);
    if (!isName(name)) fields.report("", "a node's name is a few words in small letters: looks_right");
    Object.assign(nodes, readNode(name, fields, { ...source, names }));
    fields.refuseRest();
  }
  const start = readTarget(top, "start", { ...source, names });
  top.refuseRest();
  return { start, nodes };
}

interface NodeSource extends GuideSource {
  /** Of all nodes. */
  names: readonly string[];
}

/** One node, or two where what was done is verified at once. */
function readNode(name: string, fields: Fields, source: NodeSource): Record<string, GuideNode> {
  if (fields.has("end")) return { [name]: readEnd(fields, source) };
  if (fields.has("paste")) return { [name]: readPaste(fields, source) };
  if (fields.has("ask")) return { [name]: readQuestion(fields, source) };
  if (fields.has("by")) return { [name]: readFork(fields, source) };
  const isStep = fields.has("do") || fields.has("steps");
  if (!isStep && (fields.has("check") || fields.has("verify"))) {
    const text = readText(fields, source);
    return { [name]: { ...readCheck(fields, source), ...(text && { text }) } };
  }
  // No author can give this name to a node.
  const verified = `${name}__verified`;
  const isVerified = fields.has("verify");
  const step = readStep(fields, source, isVerified ? verified : readTarget(fields, "next", source));
  return { [name]: step, ...(isVerified && { [verified]: readCheck(fields, source) }) };
}

function readEnd(fields: Fields, source: NodeSource): GuideNode {
  const end = fields.take("end");
  if (end !== "solved" && end !== "ticket") fields.report("end", "solved or ticket");
  const text = readText(fields, source);
  return {
    kind: "end",
    end: end === "solved" ? "solved" : "ticket",
    ...(text && { text }),
    attach: readChecks(fields, "attach"),
  };
}

function readPaste(fields: Fields, source: NodeSource): GuideNode {
  const [check = ""] = readChecks(fields, "paste");
  if (check !== "sso_code") fields.report("paste", "only sso_code is looked for in what is pasted");
  return {
    kind: "paste",
    check,
    text: needText(fields, source),
    found: readTarget(fields, "found", source),
    none: readTarget(fields, "none", source),
  };
}

/** `yes`, `no` and `cannot` say the same in every guide; other answers bring their words. */
function readQuestion(fields: Fields, source: NodeSource): GuideNode {
  const question = fields.open("ask");
  const text = needText(question, source);
  question.refuseRest();
  const usual = guideWords[source.locale].answers;
  const answers: GuideAnswer[] = (["yes", "no", "cannot"] as const)
    .filter(fields.has)
    .map((id) => ({ id, label: usual[id], to: readTarget(fields, id, source) }));
  if (fields.has("answers")) {
    const others = fields.open("answers");
    for (const id of others.left()) {
      const answer = others.open(id);
      if (!isName(id)) answer.report("", "an answer's name is a word in small letters");
      answers.push({
        id,
        label: readWords(answer, source, longestLabel),
        to: readTarget(answer, "to", source),
      });
      answer.refuseRest();
    }
  }
  if (answers.length < 2) fields.report("ask", "a question has two answers or more");
  return { kind: "ask", text, ...readNote(fields, source), answers };
}

/** Who is known goes on without a question; it has the same words in every guide. */
function readFork(fields: Fields, source: NodeSource): GuideNode {
  const by = fields.take("by");
  if (by !== "role" && by !== "idp") fields.report("by", "role or idp");
  const trait = by === "idp" ? "idp" : "role";
  const { question, values } = guideWords[source.locale][trait];
  const labels: Record<string, string> = values;
  const answers = traits[trait].filter(fields.has).map((id) => ({
    id,
    label: labels[id] ?? id,
    to: readTarget(fields, id, source),
  }));
  if (answers.length < 2) fields.report("by", `two or more of ${traits[trait].join(", ")}`);
  return { kind: "ask", by: trait, text: readText(fields, source) ?? [question], answers };
}

function readStep(fields: Fields, source: NodeSource, next: Target): GuideNode {
  const ways = readWays(fields, source);
  const note = readNote(fields, source);
  const checked = readChecked(fields, source, ways);
  if (!fields.has("do")) {
    const text = ways ? readText(fields, source) : needText(fields, source);
    return { kind: "read", ...(text && { text }), ...note, ...(ways && { ways }), ...checked, next };
  }
  const action = fields.take("do");
  if (!isOneOf(guideActions, action)) fields.report("do", `one of ${guideActions.join(", ")}`);
  const button = fields.open("button");
  const label = readWords(button, source, longestLabel);
  button.refuseRest();
  const byHand = fields.has("by_hand") ? fields.open("by_hand") : undefined;
  const handText = byHand && needText(byHand, source);
  byHand?.refuseRest();
  return {
    kind: "do",
    action: String(action),
    text: needText(fields, source),
    ...note,
    button: label,
    ...(handText && { byHand: handText }),
    ...(ways && { ways }),
    ...checked,
    next,
    failed: fields.has("failed") ? readTarget(fields, "failed", source) : next,
  };
}

/** Their screens change without us. */
const othersProducts =
  /\b(?:Chrome|Edge|Firefox|Safari|Windows|Mac|iPhone|iPad|Android|Word|PowerPoint|Excel|Outlook|OneDrive|SharePoint|Teams|Acrobat|Microsoft|Entra|AD FS|Okta|Google|Ping\w*|Keycloak)\b/;
const othersTraits = ["browser", "os", "idp"] as const;

/** A step for one of their products only, or one that puts a word on a screen beside a product's name. */
function namesOthersScreens({ for: needed, blocks }: Way): boolean {
  return (
    othersTraits.some((trait) => needed[trait]) ||
    paragraphsIn(blocks).some(
      (text) =>
        text.some((inline) => typeof inline === "object" && inline.kind === "strong") &&
        othersProducts.test(textOf([{ kind: "paragraph", text }])),
    )
  );
}

function paragraphsIn(blocks: readonly Block[]): Inline[][] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [block.text];
    if (block.kind === "list") return block.items.flatMap(paragraphsIn);
    return "blocks" in block ? paragraphsIn(block.blocks) : [];
  });
}

const freshMonths = { usual: 12, browser: 6 }; // A browser's menus move with its releases.
const namesBrowser = /\b(?:Chrome|Edge|Firefox|Safari)\b/;

function readChecked(
  fields: Fields,
  { locale }: GuideSource,
  ways: readonly Way[] = [],
): { checked?: Checked } {
  if (!fields.has("checked_on")) {
    if (ways.some(namesOthersScreens))
      fields.report(
        "checked_on",
        "these steps name screens of other people's products: say when you saw them so",
      );
    return {};
  }
  const on = fields.take("checked_on");
  if (!isDay(on)) {
    fields.report("checked_on", "a date like 2026-11-16 is needed");
    return {};
  }
  const isOfBrowser = ways.some(({ title, blocks }) => namesBrowser.test(`${title} ${textOf(blocks)}`));
  const until = addMonths(on, isOfBrowser ? freshMonths.browser : freshMonths.usual);
  const old = guideWords[locale].old(sayDay(on, locale));
  return { checked: { on, until, old } };
}

/** The same day of a later month, or that month's last where it has no such day. */
function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

// Checks and arrows -----------------------------------------------------------------------------------------

function readCheck(fields: Fields, source: NodeSource): CheckNode {
  const kind = fields.has("verify") ? "verify" : "check";
  const checks = readChecks(fields, kind);
  if (checks.length === 0) fields.report(kind, "what is checked is missing");
  const waitSeconds = fields.take("wait_seconds");
  const isWaiting = typeof waitSeconds === "number" && waitSeconds > 0 && waitSeconds <= longestWaitSeconds;
  if (waitSeconds !== undefined && !isWaiting)
    fields.report("wait_seconds", `a number up to ${longestWaitSeconds}`);
  const next = readTarget(fields, "else", source);
  // What nobody else has understood are arrows, first to last.
  const arrows = fields.left().flatMap((field) => {
    const to = readTarget(fields, field, source);
    const test = readTest(field, checks, source);
    if (typeof test === "string") fields.report(field, test);
    return typeof test === "string" ? [] : [{ ...test, to }];
  });
  return { kind, checks, ...(isWaiting && { waitSeconds }), arrows, next };
}

/** `fail`, `cert.fail`, `30003, 30008`, `sms_receipt.delivered`, `age < 60`, `resends >= 5`; or what is wrong. */
function readTest(
  field: string,
  checks: readonly CheckId[],
  { ownCodes, codes }: GuideSource,
): Omit<CheckArrow, "to"> | string {
  const [, prefix, test = ""] = /^(?:(\w+)\.)?(.*)$/.exec(field) ?? [];
  const check = checks.find((id) => id === prefix);
  if (prefix !== undefined && !check) return `${prefix} is not checked here`;
  // Fields that are numbers would lose their place in the order.
  if (/^\d+$/.test(field)) return `write ${checks[0]}.${field}`;
  const of = check && { check };

  if (isOneOf(checkOutcomes, test)) return { ...of, when: { outcome: test } };
  const [, part = "", sign, number] = /^(\w+) (<|>=) (\d+)$/.exec(test) ?? [];
  if (sign === "<") return { ...of, when: { part, under: Number(number) } };
  if (sign === ">=") return { ...of, when: { part, atLeast: Number(number) } };
  if (test === "own_code") return { ...of, when: { words: [...ownCodes] } };
  const words = test.split(/, ?/);
  const known = (check ? [check] : checks).flatMap((id) => factWords[id] ?? []);
  const unknown = words.find((word) => !known.includes(word) && !codes.has(word));
  if (unknown === undefined) return { ...of, when: { words } };
  return `${unknown} is no outcome (${checkOutcomes.join(", ")}), no word of content/guide-names.ts, no known code`;
}

function readChecks(fields: Fields, field: string): CheckId[] {
  const given = fields.take(field) ?? [];
  const names: unknown[] = Array.isArray(given) ? given : [given];
  for (const name of names)
    if (!isOneOf(checkIds, name)) fields.report(field, `${String(name)} is no name of content/check-ids.ts`);
  return names.filter((name) => isOneOf(checkIds, name));
}

function readTarget(fields: Fields, field: string, { names, slugs }: NodeSource): Target {
  const to = fields.take(field);
  if (typeof to !== "string") fields.report(field, "an arrow is missing: where does it go on?");
  else if (to.startsWith("go:")) {
    if (!slugs.has(to.slice(3))) fields.report(field, `there is no article ${to.slice(3)}`);
  } else if (to !== "end:solved" && to !== "end:ticket" && !names.includes(to))
    fields.report(field, `there is no node ${to}`);
  return String(to);
}

// Texts -----------------------------------------------------------------------------------------------------

function readWays(fields: Fields, { ways, locale }: GuideSource): Way[] | undefined {
  if (!fields.has("steps")) return undefined;
  const key = fields.take("steps");
  const found = ways.filter((way) => way.key === key);
  // Where a translation marks other steps than the original, `check-guide.ts` names its own line.
  if (found.length === 0 && locale === locales[0])
    fields.report("steps", `no heading of the ${locale} text ends in {${String(key)}}`);
  return found.map(({ title, blocks, for: needed }) => ({ title, blocks, for: needed }));
}

function readText(fields: Fields, source: GuideSource): Inline[] | undefined {
  return locales.some(fields.has) ? needText(fields, source) : undefined;
}

/** As in a paragraph: **words**, [[keys]], links. */
function needText(fields: Fields, source: GuideSource): Inline[] {
  const { locale, slugs, readInlines } = source;
  const report = (message: string) => fields.report(locale, message);
  const text = readInlines(readWords(fields, source, longestText), report);
  for (const slug of slugsIn(text)) if (!slugs.has(slug)) report(`there is no article ${slug}`);
  return text;
}

/** "It ends in {sms_e164.ending}.": what stands in braces is a part of a check's value. */
function readNote(fields: Fields, source: GuideSource): { note?: string } {
  if (!fields.has("note")) return {};
  const note = fields.open("note");
  const words = readWords(note, source, longestText);
  note.refuseRest();
  const parts = [...words.matchAll(/\{(.*?)\}/g)].map(([, part = ""]) => part);
  if (parts.length === 0) note.report(source.locale, "a note tells what was measured: {cert.expiresOn}");
  for (const part of parts)
    if (!/^\w+\.\w+$/.test(part) || !isOneOf(checkIds, part.split(".", 1)[0]))
      note.report(source.locale, `{${part}} is no check and part of its value`);
  return { note: typeset(words, source.locale) };
}

function readWords(fields: Fields, { locale }: GuideSource, longest: number): string {
  const words = fields.take(locale);
  // The others are looked at when the guide is read for them.
  for (const other of locales) fields.take(other);
  if (typeof words !== "string" || words.trim() === "") {
    fields.report(locale, `the ${locale} text is missing`);
    return "";
  }
  if (words.length > longest) fields.report(locale, `at most ${longest} characters`);
  return words.trim();
}

const isName = (name: string) => namePattern.test(name) && name.length <= 40; // the contract's path takes 60

// Fields ----------------------------------------------------------------------------------------------------

/** A part of the front matter, field by field: what nobody takes is refused, so that no typo is passed over. */
interface Fields {
  has: (field: string) => boolean;
  take: (field: string) => unknown;
  /** Takes a field that holds fields itself. */
  open: (field: string) => Fields;
  left: () => string[];
  refuseRest: () => void;
  report: (field: string, message: string) => void;
}

function openFields(raw: unknown, path: readonly string[], source: GuideSource): Fields {
  const report = (field: string, message: string) => source.report([...path, field], message);
  if (!isRecord(raw)) report("", "fields are missing");
  const given = isRecord(raw) ? raw : {};
  const left = new Set(Object.keys(given));
  const take = (field: string) => {
    left.delete(field);
    return given[field];
  };
  return {
    has: (field) => Object.hasOwn(given, field),
    take,
    open: (field) => openFields(take(field), [...path, field], source),
    left: () => [...left],
    refuseRest: () => {
      for (const field of left) report(field, "there is no place for this here");
    },
    report,
  };
}
