import type { SearchInput } from "../../server/contract/feedback.ts";
import { limits } from "../../server/contract/limits.ts";
import { maskText } from "../../server/contract/mask.ts";
import { isSameSearch } from "../../server/contract/same-search.ts";
import type { Symptom } from "../../server/contract/symptoms.ts";
import type { WidgetContext } from "../context.ts";

/**
 * What a person sought, told to the help server once, when the search has ended: masked, and with nothing that says
 * who. Words that went on into a report leave with it or not at all.
 */
export interface SearchLog {
  /** `at`: this is told later than it happened. */
  sought(words: string, results: number, at: number): void;
  opened(slug: string): void;
  solved(): void;
  reporting(): void;
  reported(symptom: Symptom): void;
  ended(): void;
  stop(): void;
}

interface Sought extends SearchInput {
  /** As it stands in the box: letters may have been taken back. */
  typed: string;
  at: number;
  isReporting: boolean;
}

const leastLength = 3; // less is no question yet

export function openSearchLog(context: WidgetContext): SearchLog {
  let current: Sought | undefined;

  // The last moment at which a page that goes away can say something.
  addEventListener("pagehide", ended);

  function sought(words: string, results: number, at: number): void {
    const typed = words.trim();
    if (typed.length < leastLength) return;
    const isTyping =
      current && !current.opened && isSameSearch(current.typed, typed, (at - current.at) / 1_000);
    if (!current || !isTyping) {
      ended();
      const { locale } = context.text;
      current = { id: crypto.randomUUID(), locale, words: typed, results, typed, at, isReporting: false };
      return;
    }
    current.typed = typed;
    current.at = at;
    if (!current.words.startsWith(typed)) Object.assign(current, { words: typed, results });
  }

  function ended(): void {
    if (!current?.isReporting) send();
  }

  function send(): void {
    if (!current) return;
    const { id, locale, words, results, opened, isSolved, hasTicket } = current;
    current = undefined;
    const masked = maskText(words).slice(0, limits.answerLength);
    const search: SearchInput = { id, locale, words: masked, results, opened, isSolved, hasTicket };
    // As plain text it needs no leave to be asked for first, and outlives the page.
    void fetch(`${context.base}/api/searches`, {
      method: "POST",
      body: JSON.stringify(search),
      mode: "no-cors",
      credentials: "omit",
      keepalive: true,
    }).catch(() => {}); // a search less
  }

  return {
    sought,
    ended,
    stop() {
      ended();
      removeEventListener("pagehide", ended);
    },
    opened: (slug) => current && (current.opened = slug),
    solved: () => current && (current.isSolved = true),
    reporting: () => current && (current.isReporting = true),
    reported(symptom) {
      // A breach is for the security team alone.
      if (symptom === "security") current = undefined;
      if (current) current.hasTicket = true;
      send();
    },
  };
}
