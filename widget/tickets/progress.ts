import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ReporterTicket } from "../../server/contract/types.ts";
import { fetchTicket } from "../api-tickets.ts";
import { ApiError } from "../api.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import { keptTickets } from "./kept-tickets.ts";
import type { KeptTicket } from "./kept-tickets.ts";

/** Asks how a report stands and keeps the answer; without one, what was last known stays. */
export async function hearOf(context: WidgetContext, ticket: KeptTicket): Promise<void> {
  try {
    const answer = await fetchTicket(context, ticket);
    if (answer) update(context, ticket.key, progressOf(answer.ticket));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.isTemporary) update(context, ticket.key, { isOver: true });
  }
}

/** The person has this before their eyes: from now on only a later answer is new. */
export function noteRead(context: WidgetContext, key: string, ticket?: ReporterTicket): void {
  const progress = ticket && progressOf(ticket);
  update(context, key, { ...progress, read: progress?.answer?.id ?? "" });
}

export function hasNewAnswer({ answer, read }: KeptTicket): boolean {
  return answer !== undefined && answer.id !== read;
}

/** How far a report is, in a few words. */
export function progressWords({ text }: WidgetContext, ticket: KeptTicket): TemplateResult | string {
  const { answer, read, isOver, stage = "received" } = ticket;
  if (answer && hasNewAnswer(ticket)) return html`<b class="new">${text.thread.newAnswer(answer.from)}</b>`;
  if (isOver) return text.reports.closed;
  return read === undefined ? text.reports.wentOut : text.stages[stage];
}

function progressOf({ stage, state, messages, team }: ReporterTicket): Partial<KeptTicket> {
  const latest = messages.findLast(({ author }) => author === "agent");
  return {
    stage,
    isOver: state === "closed" || state === "cancelled",
    answer: latest && { id: latest.id, from: latest.name ?? team.name },
  };
}

/** A report that was opened by its mailed link is not kept here, and stays so. */
function update(context: WidgetContext, key: string, news: Partial<KeptTicket>): void {
  const tickets = keptTickets(context).map((ticket) =>
    ticket.key === key ? { ...ticket, ...news } : ticket,
  );
  if (tickets.length > 0) context.device.write(kept.tickets, tickets);
}
