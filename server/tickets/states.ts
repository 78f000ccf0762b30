import { limits } from "../contract/limits.ts";
import type { Stage, TicketState } from "../contract/types.ts";

/** Who may move a ticket. `timer` is the closing after silence, `rule` what follows from a check or an answer. */
export type Actor = "agent" | "reporter" | "rule" | "timer";

type Moves = Partial<Record<TicketState, readonly Actor[]>>;

const resolvable: Moves = { resolved: ["agent"], cancelled: ["agent"] };

/** Every allowed move, and by whom. What is not listed is refused. */
const moves: Record<TicketState, Moves> = {
  new: { qualified: ["rule", "agent"], cancelled: ["agent"] },
  // A guided fix that a check verified needs nobody to work on it.
  qualified: { assigned: ["agent"], resolved: ["rule"], cancelled: ["agent"] },
  assigned: { in_progress: ["agent"], cancelled: ["agent"] },
  in_progress: {
    waiting_customer: ["agent"],
    waiting_third_party: ["agent"],
    workaround_offered: ["agent"],
    ...resolvable,
  },
  waiting_customer: { in_progress: ["agent", "rule"], ...resolvable },
  waiting_third_party: { in_progress: ["agent"], ...resolvable },
  workaround_offered: { in_progress: ["agent"], ...resolvable },
  resolved: { closed: ["reporter", "timer"], reopened: ["reporter"] },
  closed: { reopened: ["reporter"] },
  reopened: { in_progress: ["agent"], cancelled: ["agent"] },
  cancelled: {},
};

/** Nobody works on it any more; it may be reopened. */
export function isOver(state: TicketState): boolean {
  return ["resolved", "closed", "cancelled"].includes(state);
}

export function canMove(from: TicketState, to: TicketState, actor: Actor): boolean {
  return moves[from][to]?.includes(actor) ?? false;
}

/** The states that an actor may choose now, in the order of the process. */
export function allowedMoves(from: TicketState, actor: Actor): TicketState[] {
  // Object.keys forgets the key type that Moves has.
  return (Object.keys(moves[from]) as TicketState[]).filter((to) => canMove(from, to, actor));
}

/** A reporter may take a ticket up again for 14 days after it was resolved, or closed if it never was. */
export function isReopenable(state: TicketState, endedAt: Date | null, now: Date): boolean {
  if (!canMove(state, "reopened", "reporter") || endedAt === null) return false;
  return now.getTime() - endedAt.getTime() <= limits.reopenDays * 86_400_000;
}

const stageByState: Record<TicketState, Stage> = {
  new: "received",
  qualified: "qualified",
  assigned: "with_team",
  in_progress: "with_team",
  waiting_customer: "with_team",
  waiting_third_party: "with_team",
  workaround_offered: "fix",
  resolved: "fix",
  closed: "confirmed",
  reopened: "with_team",
  cancelled: "received", // nothing was fixed, and nobody confirmed anything
};

/** Which of the reporter's five stages a state belongs to. */
export function stageOf(state: TicketState): Stage {
  return stageByState[state];
}
