import type { QueueRow } from "../tickets/desk.ts";
import { isSameDay, type Reader } from "./say-time.ts";

/** The groups of the queue, in its order: what must be answered soonest first, what waits for others last. */
export const queueGroups = ["overdue", "hour", "today", "later", "answered", "waiting"] as const;
export type QueueGroup = (typeof queueGroups)[number];

/** Where a ticket stands in the queue. A stopped clock comes before everything else, an answer before what was due. */
export function groupOf(
  row: Pick<QueueRow, "state" | "firstAnsweredAt" | "answerBy">,
  now: Date,
  reader: Reader,
): QueueGroup {
  if (row.state.startsWith("waiting")) return "waiting";
  if (row.firstAnsweredAt) return "answered";
  const left = row.answerBy.getTime() - now.getTime();
  if (left < 0) return "overdue";
  if (left <= 3_600_000) return "hour";
  return isSameDay(row.answerBy, now, reader) ? "today" : "later";
}

/** Less than an hour is left to somebody who cannot work: the one case that a list shows in red. */
export function isPressing(row: Pick<QueueRow, "canWork" | "neededBy">, now: Date): boolean {
  if (row.canWork !== "no" || row.neededBy === null) return false;
  const left = row.neededBy.getTime() - now.getTime();
  return left > 0 && left < 3_600_000;
}
