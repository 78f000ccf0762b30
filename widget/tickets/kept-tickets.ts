import type { Symptom } from "../../server/contract/symptoms.ts";
import type { TicketAccess } from "../api-tickets.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";

/** A report sent from this device, and the secret that opens it. */
export interface KeptTicket extends TicketAccess {
  symptom: Symptom;
  sentAt: string;
}

const longestList = 20; // older ones are reached by their mailed link

/** The newest first. */
export function keptTickets({ device }: WidgetContext): KeptTicket[] {
  // We alone write there.
  return (device.read(kept.tickets) ?? []) as KeptTicket[];
}

export function keepTicket(context: WidgetContext, ticket: KeptTicket): void {
  const others = keptTickets(context).filter(({ key }) => key !== ticket.key);
  context.device.write(kept.tickets, [ticket, ...others].slice(0, longestList));
}

export function forgetTickets({ device }: WidgetContext): void {
  device.remove(kept.tickets);
}
