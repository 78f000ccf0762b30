import type { CheckOutcome, CheckResult, Environment, GuideStep } from "../server/contract/types.ts";
import type { Block, Inline } from "./article.ts";
import { countryName } from "./country-name.ts";

/**
 * A guide in one language, and how it is played. It asks, checks and repairs in the order that its author drew;
 * whoever plays it (panel or page) shows `lookAt`, does what it says, and tells `takeStep` what came of it.
 */
export interface Guide {
  start: string;
  nodes: Record<string, GuideNode>;
}

/** Where an arrow leads: a node of this guide, the guide or text of another article, or the end. */
export type Target = string;
type GuideEnd = "solved" | "ticket";

export type GuideNode =
  | CheckNode
  /** `by` answers for the person where the trait is known, and keeps the answer where it was not. */
  | { kind: "ask"; by?: Trait; text: Inline[]; note?: string; answers: GuideAnswer[] }
  /** A box for a pasted message, in which a code is looked for: the check's value. */
  | { kind: "paste"; check: string; text: Inline[]; found: Target; none: Target }
  /** `byHand` stands where nobody can do the action: neither the widget nor the page it is on. */
  | {
      kind: "do";
      action: string;
      text: Inline[];
      note?: string;
      button: string;
      byHand?: Inline[];
      ways?: Way[];
      checked?: Checked;
      next: Target;
      failed: Target;
    }
  | { kind: "read"; text?: Inline[]; note?: string; ways?: Way[]; checked?: Checked; next: Target }
  | { kind: "end"; end: GuideEnd; text?: Inline[]; attach: string[] };

export interface CheckNode {
  /** What was known will do for a check; `verify` measures again, after something was done. */
  kind: "check" | "verify";
  checks: string[];
  text?: Inline[];
  /** How long to ask again until it passes; for what takes its time, as a code on its way. */
  waitSeconds?: number;
  /** The first that fits is taken, else `next`. */
  arrows: CheckArrow[];
  next: Target;
}

export interface CheckArrow {
  /** Of one check; else of any. */
  check?: string;
  when:
    | { outcome: CheckOutcome }
    /** One of these is the value, or a word in it: `30007`, `delivered`. */
    | { words: string[] }
    /** A number in the value: `age` under 60. */
    | { part: string; under: number }
    | { part: string; atLeast: number };
  to: Target;
}

/** When somebody last saw that other people's screens are as a step describes them. */
export interface Checked {
  /** `2026-11-24`, and the day until which that is fresh. */
  on: string;
  until: string;
  /** What its reader is told after that day. */
  old: string;
}

export interface GuideAnswer {
  id: string;
  label: string;
  to: Target;
}

/** One way to do a step, for those whose traits are listed; a trait that is not listed does not matter. */
export interface Way {
  title: string;
  blocks: Block[];
  for: { [trait in Trait]?: string[] };
}

/** What a person's step can depend on. */
export const traits = {
  browser: ["chrome", "edge", "firefox", "safari"],
  os: ["windows", "mac", "linux", "ios", "android"],
  idp: ["entra", "adfs", "okta", "google", "ping", "keycloak", "other"],
  role: ["user", "admin", "staff"],
} as const;
export type Trait = keyof typeof traits;
export type Traits = { [trait in Trait]?: string };

// Playing ---------------------------------------------------------------------------------------------------

/** Plain data, so that it survives a reload; earlier states stay valid, so that one can go back. */
export interface GuideState {
  /** Whose guide. */
  slug: string;
  at: Target;
  /** When this node was reached, in ms since 1970. */
  since: number;
  path: GuideStep[];
  /** What the person said of themselves, and what they pasted. */
  told: { traits: Traits; checks: CheckResult[] };
}

/** What is known around the guide. */
export interface GuideSetting {
  traits: Traits;
  /** Known measurements, for the notes; `checked` brings those that a node asks for. */
  checks: readonly CheckResult[];
  canDo(action: string): boolean;
  /** In ms since 1970. */
  now: number;
  locale: string;
}

/** What to show or to do now. */
export type GuideView =
  /** Measure these, then `checked`. */
  | {
      kind: "run";
      checks: readonly string[];
      isVerifying: boolean;
      waitSeconds?: number;
      text?: readonly Inline[];
    }
  /** Then `answered`. */
  | { kind: "ask"; text: readonly Inline[]; note?: string; answers: readonly GuideAnswer[] }
  /** Then `pasted`. */
  | { kind: "paste"; text: readonly Inline[]; check: string }
  /** Offer the button, do the action at a tap, then `done` or `failed`; or `read`, when the person goes on without. */
  | { kind: "do"; text: readonly Inline[]; note?: string; action: string; button: string }
  /** Then `read`. Several ways are left where nothing says which is the person's. Not a task: only to be known. */
  | { kind: "read"; text?: readonly Inline[]; note?: string; ways: readonly Way[]; isTask: boolean }
  | { kind: "end"; end: GuideEnd; text?: readonly Inline[]; attach: readonly string[] }
  /** To another article: its guide with `startGuide`, or its text where it has none. */
  | { kind: "go"; slug: string };

export type GuideEvent =
  /** A check without an answer may be left out. */
  | { kind: "checked"; results: readonly CheckResult[] }
  | { kind: "answered"; answer: string }
  /** Without a code in it: no result. */
  | { kind: "pasted"; result?: CheckResult }
  | { kind: "read" }
  /** With what the repair found and left behind. */
  | { kind: "done"; value?: CheckResult["value"] }
  | { kind: "failed" };

const pathAtMost = 60; // what the contract takes; of somebody who goes round in it, the last steps tell most
const longestStep = 86_400_000; // a panel left open over the weekend; the contract takes a day

/** At the first node, or on from another guide (`before`), whose path goes on. */
export function startGuide(
  { slug, guide }: { slug: string; guide: Guide },
  setting: GuideSetting,
  before?: GuideState,
): GuideState {
  const started: GuideStep = { node: slug.replaceAll("-", "_"), outcome: "start" };
  return settle(
    guide,
    {
      slug,
      at: guide.start,
      since: setting.now,
      path: [...(before?.path ?? []), started].slice(-pathAtMost),
      told: before?.told ?? { traits: {}, checks: [] },
    },
    setting,
  );
}

export function lookAt(guide: Guide, state: GuideState, setting: GuideSetting): GuideView {
  const { at, told } = state;
  if (at.startsWith("go:")) return { kind: "go", slug: at.slice(3) };
  if (at.startsWith("end:"))
    return { kind: "end", end: at === "end:solved" ? "solved" : "ticket", attach: [] };
  const node = guide.nodes[at];
  // A guide that has changed since this state was kept: support still gets the path.
  if (!node) return { kind: "end", end: "ticket", attach: [] };

  const traits = { ...setting.traits, ...told.traits };
  const note = (template: string | undefined) => fillNote(template, knownChecks(state, setting), setting);
  const ownNote = ({ note: template, checked }: { note?: string; checked?: Checked }) => {
    const today = new Date(setting.now).toISOString().slice(0, 10);
    const old = checked && checked.until < today ? checked.old : undefined;
    return [note(template), old].filter(Boolean).join(" ") || undefined;
  };
  const { text } = node;
  switch (node.kind) {
    case "check":
    case "verify":
      return {
        kind: "run",
        checks: node.checks,
        isVerifying: node.kind === "verify",
        waitSeconds: node.waitSeconds,
        text,
      };
    case "ask":
      return { kind: "ask", text: node.text, note: note(node.note), answers: node.answers };
    case "paste":
      return { kind: "paste", text: node.text, check: node.check };
    case "do":
      return setting.canDo(node.action)
        ? {
            kind: "do",
            text: node.text,
            note: note(node.note),
            action: node.action,
            button: node.button,
          }
        : {
            kind: "read",
            text: node.byHand ?? node.text,
            note: ownNote(node),
            ways: fittingWays(node.ways ?? [], traits),
            isTask: true,
          };
    case "read": {
      const ways = fittingWays(node.ways ?? [], traits);
      return { kind: "read", text, note: ownNote(node), ways, isTask: ways.length > 0 };
    }
    case "end":
      return { kind: "end", end: node.end, text, attach: node.attach };
  }
}

/** What an event makes of a state; one that does not belong to its node, as from a second click, nothing. */
export function takeStep(
  guide: Guide,
  state: GuideState,
  event: GuideEvent,
  setting: GuideSetting,
): GuideState {
  const node = guide.nodes[state.at];
  const step = node && stepOf(node, state, event, setting);
  if (!step) return state;
  return settle(guide, move(state, step, setting), setting);
}

interface Step {
  outcome: string;
  to: Target;
  value?: CheckResult["value"];
  told?: Partial<GuideState["told"]>;
}

function stepOf(
  node: GuideNode,
  { told }: GuideState,
  event: GuideEvent,
  { canDo }: GuideSetting,
): Step | undefined {
  switch (node.kind) {
    case "check":
    case "verify":
      return event.kind === "checked" ? chooseArrow(node, withTold(event.results, told.checks)) : undefined;
    case "ask": {
      const answer = event.kind === "answered" && node.answers.find(({ id }) => id === event.answer);
      if (!answer) return undefined;
      return {
        outcome: answer.id,
        to: answer.to,
        ...(node.by && { told: { traits: { ...told.traits, [node.by]: answer.id } } }),
      };
    }
    case "paste": {
      if (event.kind !== "pasted") return undefined;
      const { result } = event;
      if (!result) return { outcome: "none", to: node.none };
      const others = told.checks.filter(({ id }) => id !== result.id);
      return { outcome: "found", to: node.found, told: { checks: [...others, result] } };
    }
    case "do":
      if (event.kind === "done") return { outcome: "done", to: node.next, value: event.value };
      if (event.kind === "failed") return { outcome: "failed", to: node.failed };
      if (event.kind !== "read") return undefined;
      // Who was offered the button left it out; who was told how did it themselves.
      return { outcome: canDo(node.action) ? "skipped" : "by_hand", to: node.next };
    case "read":
      return event.kind === "read" ? { outcome: "read", to: node.next } : undefined;
    case "end":
      return undefined;
  }
}

function move(state: GuideState, { outcome, to, value, told }: Step, { now }: GuideSetting): GuideState {
  const milliseconds = Math.min(Math.max(now - state.since, 0), longestStep);
  return {
    ...state,
    at: to,
    since: now,
    path: [
      ...state.path,
      { node: state.at, outcome, milliseconds, ...(value !== undefined && { value }) },
    ].slice(-pathAtMost),
    told: { ...state.told, ...told },
  };
}

/** Goes on over questions that need nobody: a role that is known is not asked. */
function settle(guide: Guide, state: GuideState, setting: GuideSetting): GuideState {
  const node = guide.nodes[state.at];
  if (node?.kind !== "ask" || !node.by) return state;
  const known = { ...setting.traits, ...state.told.traits }[node.by];
  const answer = node.answers.find(({ id }) => id === known);
  if (!answer) return state;
  return settle(guide, move(state, { outcome: answer.id, to: answer.to }, setting), setting);
}

// Checks ----------------------------------------------------------------------------------------------------

/** The worst of several. Something unknown is no pass, but neither does it hide what is known to be wrong. */
export function worstOutcome(results: readonly CheckResult[]): CheckOutcome {
  const order: readonly CheckOutcome[] = ["fail", "warn", "unknown", "pass"];
  return order.find((outcome) => results.some((result) => result.outcome === outcome)) ?? "unknown";
}

function chooseArrow({ checks, arrows, next }: CheckNode, known: readonly CheckResult[]): Step {
  const results = checks.map(
    (id): CheckResult => known.find((result) => result.id === id) ?? { id, outcome: "unknown" },
  );
  for (const arrow of arrows) {
    const asked = arrow.check === undefined ? results : results.filter(({ id }) => id === arrow.check);
    const outcome = fits(arrow.when, asked);
    if (outcome) return { outcome: outcomeName(arrow.check, outcome), to: arrow.to };
  }
  return { outcome: worstOutcome(results), to: next };
}

/** What of these made the arrow fit, in a word. */
function fits(when: CheckArrow["when"], results: readonly CheckResult[]): string | undefined {
  if ("outcome" in when) return worstOutcome(results) === when.outcome ? when.outcome : undefined;
  if ("words" in when) return when.words.find((word) => results.some((result) => says(result, word)));
  const numbers = results
    .map((result) => partOf(result, when.part))
    .filter((part) => typeof part === "number");
  if ("under" in when)
    return numbers.some((number) => number < when.under) ? `${when.part}_under_${when.under}` : undefined;
  return numbers.some((number) => number >= when.atLeast) ? `${when.part}_from_${when.atLeast}` : undefined;
}

/** In a value of several parts only texts are words: 60 may be an age as well as a code. */
function says({ outcome, value }: CheckResult, word: string): boolean {
  if (outcome === "unknown" || value === undefined || value === null) return false;
  if (typeof value !== "object") return String(value) === word;
  return Object.values(value).includes(word);
}

function partOf({ outcome, value }: CheckResult, part: string) {
  if (outcome === "unknown" || typeof value !== "object" || value === null) return undefined;
  return value[part];
}

/** As the contract wants it: `cert_fail`, `30007`, `aadsts50012`. */
function outcomeName(check: string | undefined, outcome: string): string {
  const name = check === undefined ? outcome : `${check}_${outcome}`;
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 60);
}

function knownChecks({ told }: GuideState, { checks }: GuideSetting): CheckResult[] {
  return withTold(checks, told.checks);
}

/** What a person pasted stands for what nobody has measured. */
function withTold(measured: readonly CheckResult[], told: readonly CheckResult[]): CheckResult[] {
  const known = measured.filter(({ outcome }) => outcome !== "unknown");
  return [...known, ...told.filter(({ id }) => !known.some((result) => result.id === id))];
}

// What fits whom --------------------------------------------------------------------------------------------

/** The ways for this person: of those that nothing speaks against, the ones that most speaks for. */
export function fittingWays(ways: readonly Way[], known: Traits): readonly Way[] {
  const scored = ways.flatMap((way) => {
    const needed = (Object.keys(traits) as Trait[]).filter((trait) => way.for[trait]); // as: its own keys
    const agreeing = needed.filter((trait) => way.for[trait]?.includes(known[trait] ?? ""));
    const isRefuted = needed.some((trait) => known[trait] !== undefined && !agreeing.includes(trait));
    return isRefuted ? [] : [{ way, score: agreeing.length }];
  });
  const best = Math.max(...scored.map(({ score }) => score));
  const fitting = scored.filter(({ score }) => score === best).map(({ way }) => way);
  return fitting.length > 0 ? fitting : ways;
}

/** Browser and system from how they were described ("Edge 156", "Windows 11"), or from a user agent's line. */
export function traitsOf({ browser = "", system = "" }: Pick<Environment, "browser" | "system">): Traits {
  const first = (patterns: readonly (readonly [string | undefined, RegExp])[], text: string) =>
    patterns.find(([, pattern]) => pattern.test(text))?.[0];
  return {
    // In this order: Edge also says Chrome, and Chrome also says Safari.
    browser: first(
      [
        ["edge", /\bEdg/],
        [undefined, /\bOPR|Opera|SamsungBrowser|Samsung Internet|MSIE|Trident|Internet Explorer/],
        ["firefox", /\b(?:Firefox|FxiOS)\b/],
        ["chrome", /\b(?:Chrome|Chromium|CriOS)\b/],
        ["safari", /\bSafari\b/],
      ],
      browser,
    ),
    os: first(
      [
        ["ios", /\b(?:iPhone|iPad|iPod|iOS|iPadOS)\b/],
        ["android", /\bAndroid\b/],
        ["windows", /\bWindows\b/],
        ["mac", /\b(?:Mac OS X|macOS)\b/],
        ["linux", /\b(?:Linux|CrOS)\b/],
      ],
      system,
    ),
  };
}

/** "It ends in {sms_e164.ending}." with what was measured; nothing where that is not known. */
function fillNote(
  template: string | undefined,
  checks: readonly CheckResult[],
  { locale }: GuideSetting,
): string | undefined {
  let isKnown = true;
  const filled = template?.replace(/\{(\w+)\.(\w+)\}/g, (_, id: string, part: string) => {
    const result = checks.find((check) => check.id === id);
    const value = result && partOf(result, part);
    if (value === undefined || value === null || value === "") isKnown = false;
    return sayValue(part, value, locale);
  });
  return isKnown ? filled : undefined;
}

/** A date and a country as people write them, anything else as it is. */
function sayValue(part: string, value: unknown, locale: string): string {
  if (part.endsWith("country") && typeof value === "string") return countryName(value, locale);
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value, locale) : String(value);
}

/** `2026-11-24` as people write it. */
export function sayDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "long",
    timeZone: "UTC", // the date itself, wherever the reader is
  }).format(new Date(day));
}
