import type { MessageInput, ReporterTicket, TicketInput, TicketReceipt } from "../server/contract/types.ts";
import { call, fetchJson, guarded, hasAll } from "./api.ts";
import type { Place } from "./api.ts";

/** The calls about a person's own reports. They come with the views that make them. */

/** What opens one ticket for its reporter. */
export interface TicketAccess {
  key: string;
  accessToken: string;
}

/** Sending the same report again is harmless: its id and token make it the same ticket. */
export function sendTicket(place: Place, report: TicketInput): Promise<TicketReceipt> {
  // Whoever leaves out what the server checked keeps the proof back, too: it would let the server look again.
  const isChecked = report.checks?.some(({ id }) => id === "reach");
  const token = isChecked ? place.identity?.token : undefined;
  return fetchJson(place, "/api/tickets", { body: report, token }, isReceipt);
}

/** Sending the same message again is harmless, too. */
export function sendMessage(place: Place, { key, accessToken }: TicketAccess, message: MessageInput) {
  return fetchJson(place, `/api/tickets/${key}/messages`, { body: message, token: accessToken }, isTicket);
}

/** The ticket, or nothing when it is still as `etag` says. */
export async function fetchTicket(place: Place, { key, accessToken }: TicketAccess, etag = "") {
  const response = await call(place, `/api/tickets/${key}`, { token: accessToken, etag });
  if (response.status === 304) return undefined;
  const ticket = guarded(await response.json(), isTicket);
  return { ticket, etag: response.headers.get("etag") ?? "" };
}

/** Each state of the ticket as it happens, nothing for a sign of life; until the line or `signal` ends it. */
export async function* streamTicket(place: Place, { key, accessToken }: TicketAccess, signal: AbortSignal) {
  const response = await call(place, `/api/tickets/${key}/stream`, { token: accessToken, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return;
    const blocks = (unread + chunk.value).split(/\r?\n\r?\n/);
    unread = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: ?(.+)$/m.exec(block)?.[1];
      yield data ? guarded(JSON.parse(data), isTicket) : undefined;
    }
  }
}

const isReceipt = (value: unknown): value is TicketReceipt => hasAll(value, "key", "team", "answerBy");
const isTicket = (value: unknown): value is ReporterTicket =>
  hasAll(value, "key", "stages", "messages", "team");
