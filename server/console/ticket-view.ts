import { html } from "hono/html";
import type { Context } from "../context.ts";
import { causeLabel, isCause } from "../tickets/causes.ts";
import type { DeskTicket, QueueFilter } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import { type Html, option } from "./frame.ts";
import { allCauses } from "./likely-causes.ts";
import { queueQuery } from "./queue-list.ts";
import type { ActorNames } from "./ticket-words.ts";

/** What a ticket's page is made of. */
export interface TicketView {
  ticket: DeskTicket;
  /** The list that it was opened from; undefined when it stands alone. */
  filter: QueueFilter | undefined;
  neighbours: { previous?: string | undefined; next?: string | undefined };
  names: ActorNames;
  agents: readonly { email: string; name: string; permissions: string[] }[];
  /** What was just done, in a sentence. */
  done?: string | undefined;
  unsent?: Unsent | undefined;
}

/** What was sent and could not be taken, to be shown again with its mend. */
export interface Unsent {
  form: "reply" | "note" | "move";
  mend: string;
  fields: Record<string, string>;
}

/** Where this ticket is read, beside the list that it was opened from. */
export function ticketPath({ ticket, filter }: TicketView): string {
  return `/console/tickets/${ticket.key}${filter ? queueQuery(filter) : ""}`;
}

/** Where a form of this ticket goes; it comes back to the same list. */
export function formPath({ ticket, filter }: TicketView, verb: string): string {
  return `/console/tickets/${ticket.key}/${verb}${filter ? queueQuery(filter) : ""}`;
}

/** The article as the reporter may have read it, under its title in the agent's language. */
export function articleLink({ knowledge }: Context, { locale }: Agent, slug: string): Html {
  const article = knowledge.articles.find((one) => one.slug === slug && one.locale === locale);
  return article ? html`<a href="/help/${locale}/${slug}">${article.title}</a>` : html`${slug}`;
}

/** Asked only when "resolved" is chosen: what solved it, and whether the cause was right. */
export function fixFields(agent: Agent, ticket: DeskTicket, form: "reply" | "move"): Html {
  const words = text(agent.locale).console.ticket;
  return html`<div class="needs-fix">
    <label for="${form}-fix">${words.fix}</label>
    <input id="${form}-fix" name="fix" type="text" maxlength="1000" />
    <label for="${form}-cause">${words.fixCause}</label>
    <select id="${form}-cause" name="cause">
      ${isCause(ticket.cause) ? "" : option(ticket.cause, causeLabel(ticket.cause, agent.locale), ticket.cause)}
      ${allCauses(agent.locale).map(([code, label]) => option(code, label, ticket.cause))}
    </select>
  </div>`;
}
