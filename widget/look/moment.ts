import type { FirstText } from "../text/text.ts";

/** "10:43 today", "08:30 tomorrow": when something is due or was, in the language's own way. */
export function moment(text: FirstText, time: string | Date): string {
  const at = new Date(time);
  return text.moment(at, daysAhead(at));
}

/** 0 today, 1 tomorrow. */
export function daysAhead(at: Date): number {
  return Math.round((midnight(at) - midnight(new Date())) / 86_400_000);
}

function midnight(at: Date): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
