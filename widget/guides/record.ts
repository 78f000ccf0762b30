import type { PathLine } from "../../content/guide-path.ts";
import type { GuideState, Traits } from "../../content/guide.ts";
import type { CheckResult } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";

/** How far somebody has come in a guide. It survives a reload of the page in this tab, and goes with a report. */
export interface GuideRecord {
  /** Of the article: another version may have other steps. */
  hash: string;
  state: GuideState;
  /** Which screen of the page it was begun on. */
  screen?: string;
  /** Where Back leads, the last one first to be gone back to. What was repaired is not undone. */
  earlier: GuideState[];
  /** What they said of themselves in earlier guides. */
  traits: Traits;
  /** What was measured on the way. */
  checks: CheckResult[];
  /** The path in the person's words. */
  said: PathLine[];
  /** The repair for which the page was left, with what was found before. */
  doing?: { before: readonly CheckResult[] };
  /** Who they are was asked, and they went on without. */
  isAnonymous?: true;
  /** Solved, left, or handed to a report: nobody is brought back to it. */
  isOver?: true;
}

export function readGuideRecord({ tab }: WidgetContext): GuideRecord | undefined {
  // We alone write there.
  return tab.read(kept.guide) as GuideRecord | undefined;
}

export function keepGuideRecord({ tab }: WidgetContext, record: GuideRecord): void {
  tab.write(kept.guide, record);
}
