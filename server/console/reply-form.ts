import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import type { Locale, TicketState } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { helpUrl } from "../help-url.ts";
import { closestLocale } from "../locale.ts";
import { articleOf, suggestReply } from "../tickets/causes.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { allowedMoves } from "../tickets/states.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import { type Html, option } from "./frame.ts";
import { glyph } from "./glyphs.ts";
import { sayDate } from "./say-time.ts";
import { fixFields, type TicketView } from "./ticket-view.ts";
import { certificateEnd } from "./ticket-words.ts";

/** The reply, with a suggestion in the reporter's language until somebody has answered. */
export function replyForm(context: Context, agent: Agent, view: TicketView, action: string): Html {
  const { ticket } = view;
  const unsent = view.unsent?.form === "reply" ? view.unsent : undefined;
  const words = text(agent.locale).console.ticket;
  if (["closed", "cancelled"].includes(ticket.state)) {
    return html`<p class="reply muted" id="reply-form">${words.endedHint}</p>`;
  }
  const locale = closestLocale(ticket.locale);
  const isFirst = ticket.firstAnsweredAt === null;
  const suggestion = suggestionFor(context, ticket, locale);
  return html`<section class="reply" id="reply-form" ${unsent ? html`data-unsent` : ""}>
    ${
      unsent
        ? html`<div class="alert critical" role="alert">
            ${glyph("critical")}
            <div>${unsent.mend}</div>
          </div>`
        : ""
    }
    <header>
      <h2><label for="reply-body">${words.replyIn(words.languages[locale])}</label></h2>
      ${isFirst && !unsent ? html`<span class="muted">${words.suggested}</span>` : ""}
      ${otherLanguage(context, agent, ticket, locale, isFirst)}
    </header>
    <form id="reply" method="post" action="${action}">
      <input type="hidden" name="id" value="${unsent?.fields.id ?? randomUUID()}" />
      <textarea
        id="reply-body"
        name="body"
        lang="${locale}"
        rows="9"
        maxlength="5000"
        aria-describedby="reply-to"
      >
${unsent?.fields.body ?? (isFirst ? suggestion : "")}</textarea>
      <div class="acts">
        <button class="primary">${words.send}</button>
        ${afterwards(agent, ticket, unsent?.fields.afterwards)}
      </div>
      ${fixFields(agent, ticket, "reply")}
      <p class="small muted" id="reply-to">${whereItGoes(agent, ticket)}</p>
    </form>
  </section>`;
}

/** What becomes of the ticket then; nothing to choose where it stays as it is. */
function afterwards(agent: Agent, ticket: DeskTicket, chosen = ""): Html | "" {
  const words = text(agent.locale).console.ticket;
  const states = nextStates(ticket);
  if (states.length === 1) return "";
  const say = ticket.assignee ? words.thenState : words.thenMine;
  return html`<select name="afterwards" aria-label="${words.after}">
    ${states.map((state, index) =>
      option(index === 0 ? "" : state, say(words.states[state].toLocaleLowerCase(agent.locale)), chosen),
    )}
  </select>`;
}

/** The state that answering leads to first, then where it may go from there. */
function nextStates({ state }: DeskTicket): TicketState[] {
  const answered = ["qualified", "assigned", "reopened"].includes(state) ? "in_progress" : state;
  return [answered, ...allowedMoves(answered, "agent").filter((to) => to !== "cancelled")];
}

function whereItGoes(agent: Agent, { isSealed, reporter }: DeskTicket): string {
  const words = text(agent.locale).console.ticket;
  if (isSealed) return words.goesSealed;
  return reporter.email === undefined ? words.goesToPage : words.goesTo(reporter.email);
}

/** The suggestion in the agent's own language, or, once somebody has answered, in the reporter's. */
function otherLanguage(
  context: Context,
  agent: Agent,
  ticket: DeskTicket,
  locale: Locale,
  isFirst: boolean,
): Html | "" {
  if (isFirst && agent.locale === locale) return "";
  const words = text(agent.locale).console.ticket;
  const shown = isFirst ? agent.locale : locale;
  return html`<details class="read-in" id="read-in">
    <summary>${isFirst ? words.readIn(words.languages[shown]) : words.suggestion}</summary>
    <p class="text" lang="${shown}">${suggestionFor(context, ticket, shown)}</p>
  </details>`;
}

function suggestionFor(context: Context, ticket: DeskTicket, locale: Locale): string {
  const slug = articleOf(ticket.cause);
  const article = context.knowledge.articles.find((one) => one.slug === slug && one.locale === locale);
  const expiresOn = certificateEnd(ticket.checks);
  return suggestReply(ticket.cause, locale, {
    ...(ticket.customerName === null ? {} : { customerName: ticket.customerName }),
    ...(ticket.reporter.name === undefined ? {} : { reporterName: ticket.reporter.name }),
    ...(expiresOn && { expiresOn: sayDate(expiresOn, { locale, timeZone: "UTC" }) }),
    ...(article && {
      article: {
        title: article.title,
        url: context.settings.publicUrl + helpUrl({ locale, site: ticket.siteId }, article.slug),
      },
    }),
  });
}

/** Closed at first and apart from the reply, so that a note never goes out. */
export function noteForm(agent: Agent, { unsent }: TicketView, action: string): Html {
  const words = text(agent.locale).console.ticket;
  const isUnsent = unsent?.form === "note";
  return html`<details class="note" id="note" ${isUnsent ? html`open data-unsent` : ""}>
    <summary>${words.note}</summary>
    <form method="post" action="${action}">
      <input type="hidden" name="id" value="${randomUUID()}" />
      <label for="note-body" class="muted">${words.noteHint}</label>
      ${isUnsent ? html`<p class="mend critical" role="alert">${unsent.mend}</p>` : ""}
      <textarea id="note-body" name="body" rows="3" maxlength="5000"></textarea>
      <div class="acts"><button>${words.saveNote}</button></div>
    </form>
  </details>`;
}
