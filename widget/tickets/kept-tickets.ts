import type { Symptom } from "../../server/contract/symptoms.ts";
import type { Stage } from "../../server/contract/types.ts";
import type { TicketAccess } from "../api-tickets.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";

/** A report sent from this device, and the secret that opens it. */
export interface KeptTicket extends TicketAccess {
  symptom: Symptom;
  sentAt: string;
  /** The code of what we had found, where the report is about that. */
  finding?: string;
  /** How far it was when we last heard of it. */
  stage?: Stage;
  isOver?: boolean;
  /** The latest answer of support. */
  answer?: { id: string; from: string };
  /** The answer that was read here, or "". Absent: it went out by itself, and nobody has seen that. */
  read?: string;
}

const recentMilliseconds = 7 * 86_400_000; // a report that nobody asked about for a week is not what brings one here

/** Where the tab keeps what somebody is writing to this report. */
export const replyDraft = (key: string): string => `reply-${key}`;

/** The newest first. */
export function keptTickets({ device }: WidgetContext): KeptTicket[] {
  // We alone write there.
  return (device.read(kept.tickets) ?? []) as KeptTicket[];
}

/** Those of the last days that are still open, the newest first. */
export function recentTickets(context: WidgetContext): KeptTicket[] {
  const since = Date.now() - recentMilliseconds;
  return keptTickets(context).filter(({ isOver, sentAt }) => !isOver && Date.parse(sentAt) > since);
}
