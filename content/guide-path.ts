import type { CheckOutcome, GuideStep } from "../server/contract/types.ts";
import { textOf, type Block, type Inline } from "./article.ts";
import type { Guide, GuideNode } from "./guide.ts";

/** A step of a path as one reads it: what was asked or done, and what came of it. */
export interface PathLine {
  /** At the start of a guide `what` is its title; of a step that its guide no longer has nothing is known. */
  kind: GuideNode["kind"] | "start" | "unknown";
  what: string;
  outcome: string;
  /** "Page version: 7 → 8" */
  changes: string[];
}

/** One per language; the checks by their ids. */
export interface PathWords {
  checks: Record<string, string>;
  outcomes: Record<CheckOutcome, string>;
  checked: (names: string) => string;
  /** Outcomes of a step that the person takes, by what the player calls them. */
  steps: Record<"done" | "failed" | "by_hand" | "skipped" | "read" | "found" | "none", string>;
  /** "Service worker: doubtful" */
  found: (name: string, outcome: string) => string;
  /** "Page version: 7 → 8" */
  change: (name: string, before: string, after: string) => string;
  /** What a check's value says in a word. */
  values: Record<string, string>;
}

/**
 * A path in the reader's words. A guide may have changed since, or be gone: then the names that its author gave the
 * steps must do.
 */
export function sayPath(
  path: readonly GuideStep[],
  findGuide: (slug: string) => { title: string; guide?: Guide } | undefined,
  words: PathWords,
): PathLine[] {
  let guide: Guide | undefined;
  return path.map((step): PathLine => {
    if (step.outcome === "start") {
      const found = findGuide(step.node.replaceAll("_", "-"));
      guide = found?.guide;
      return { kind: "start", what: found?.title ?? plain(step.node), outcome: "", changes: [] };
    }
    const node = guide?.nodes[step.node];
    return {
      kind: node?.kind ?? "unknown",
      what: (node && sayNode(node, words)) ?? plain(step.node),
      outcome: sayOutcome(step, node, words),
      changes: sayChanges(step, words),
    };
  });
}

function sayNode(node: GuideNode, words: PathWords): string | undefined {
  switch (node.kind) {
    case "check":
    case "verify":
      return words.checked(node.checks.map((id) => words.checks[id] ?? plain(id)).join(", "));
    case "ask":
    case "paste":
      return sayInlines(node.text);
    case "do":
      return node.button;
    case "read":
      return node.text ? sayInlines(node.text) : node.ways?.[0]?.title;
    case "end":
      return undefined; // Nobody leaves it by a step.
  }
}

function sayOutcome({ outcome = "" }: GuideStep, node: GuideNode | undefined, words: PathWords): string {
  if (node?.kind === "ask") return node.answers.find(({ id }) => id === outcome)?.label ?? plain(outcome);
  if (isKeyOf(words.steps, outcome) && node?.kind !== "check" && node?.kind !== "verify")
    return words.steps[outcome];
  if (isKeyOf(words.outcomes, outcome)) return words.outcomes[outcome];
  // `cert_fail`: one of several checks was looked for.
  const [, check = "", of = ""] = /^(\w+)_([a-z]+)$/.exec(outcome) ?? [];
  if (isKeyOf(words.outcomes, of))
    return words.found(words.checks[check] ?? plain(check), words.outcomes[of]);
  return words.values[outcome] ?? plain(outcome).toUpperCase();
}

/** `build_before` and `build_after` as one change. */
function sayChanges({ value }: GuideStep, words: PathWords): string[] {
  const measured = typeof value === "object" && value !== null ? value : {};
  return Object.entries(measured).flatMap(([name, before]) => {
    const id = /^(\w+)_before$/.exec(name)?.[1];
    const after = id && measured[`${id}_after`];
    if (!id || after === undefined) return [];
    const say = (part: unknown) => words.values[String(part)] ?? String(part);
    return [words.change(words.checks[id] ?? plain(id), say(before), say(after))];
  });
}

function sayInlines(text: readonly Inline[]): string {
  const paragraph: Block = { kind: "paragraph", text: [...text] };
  return textOf([paragraph]);
}

function plain(code: string): string {
  return code.replaceAll("_", " ");
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}
