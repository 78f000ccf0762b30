import type { DeskMessage, DeskTicket } from "../tickets/desk.ts";

/** The whole conversation: what the report itself said is its first message. */
export function threadOf(ticket: DeskTicket): DeskMessage[] {
  if (ticket.message === null) return ticket.messages;
  const first: DeskMessage = {
    id: ticket.id,
    author: "reporter",
    name: ticket.reporter.name ?? null,
    isInternal: false,
    body: ticket.message,
    at: ticket.createdAt,
  };
  return [first, ...ticket.messages];
}
