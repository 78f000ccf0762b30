import { html } from "hono/html";
import type { Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { causeLabel } from "../tickets/causes.ts";
import type { DeskTicket, QueueFilter } from "../tickets/desk.ts";
import { isOver } from "../tickets/states.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { glyph, severity, state } from "./glyphs.ts";
import { isPressing } from "./next-clock.ts";
import { queuePath, queueQuery } from "./queue-list.ts";
import { cityOf, isTimeZone, sayAgo, sayDuration, sayNear, timeTag } from "./say-time.ts";
import { noteForm, replyForm } from "./reply-form.ts";
import { sayEvidence } from "./evidence.ts";
import { sealedContacts } from "./seal.ts";
import { statedFacts } from "./stated-facts.ts";
import { threadOf } from "./thread.ts";
import { ticketSide } from "./ticket-side.ts";
import { guidedSteps } from "./guided-steps.ts";
import { articleLink, formPath, ticketPath, type TicketView } from "./ticket-view.ts";
import { timeline } from "./timeline-table.ts";
import { actorName, answerLabel, answersOf, sentenceOf, whoOf } from "./ticket-words.ts";
import { hasFailed } from "./timeline.ts";

/** A ticket on one screen: sentence, clocks, finding, what was said, the reply, what happened; the rest beside it. */
export function ticketArticle(context: Context, agent: Agent, view: TicketView): Html {
  const { ticket, done, filter } = view;
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const now = context.clock.now();
  return html`<div
    class="ticket-pane"
    id="ticket"
    data-key="${ticket.key}"
    ${view.unsent ? html`data-address="${ticketPath(view)}"` : ""}
  >
    <article class="ticket" aria-label="${words.label(ticket.key)}">
      <p class="done" role="status">${done ? html`${glyph("ok")} ${done}` : ""}</p>
      <header id="head" data-live>
        <div class="ticket-line">
          <span class="key">${ticket.key}</span>
          <span>${[words.states[ticket.state], ticket.assigneeName].filter(Boolean).join(", ")}</span>
          ${timeTag(ticket.createdAt, agent, sayAgo(ticket.createdAt, now, locale))}
          ${ticket.isSample ? html`<span class="mark">${text(locale).console.sample}</span>` : ""}
          <div class="end">${ways(agent, view)}</div>
        </div>
        <h1>${sentenceOf(ticket, now, agent)}</h1>
        ${clocks(context, agent, ticket)} ${finding(context, agent, view)}
      </header>
      ${told(context, agent, ticket)} ${statedFacts(context, agent, ticket)}
      ${guidedSteps(context, agent, ticket)} ${thread(context, agent, ticket)}
      ${ticket.isSealed ? sealedContacts(agent, ticket) : ""}
      ${replyForm(context, agent, view, formPath(view, "reply"))}
      ${noteForm(agent, view, formPath(view, "note"))} ${timeline(context, agent, ticket)}
      ${ticket.isSealed ? "" : similar(context, agent, ticket, filter)}
    </article>
    ${ticketSide(context, agent, view)}
  </div>`;
}

function ways(agent: Agent, view: TicketView): Html {
  const words = text(agent.locale).console.ticket;
  const { ticket, filter, neighbours } = view;
  const way = (key: string | undefined, label: string) =>
    key === undefined || !filter
      ? ""
      : html`<a class="when-alone" href="/console/tickets/${key}${queueQuery(filter)}">${label}</a>`;
  return html`${
      ticket.assignee?.id === agent.agentId || isOver(ticket.state)
        ? ""
        : html`<form method="post" action="${formPath(view, "mine")}">
            <button class="link" data-mine>${words.assignToMe}</button>
          </form>`
    }
    <a
      class="${filter ? "when-alone" : ""}"
      href="${filter ? queuePath(filter, { page: filter.page }) : "/console"}"
      >${words.queue}</a
    >
    ${way(neighbours.previous, words.previous)} ${way(neighbours.next, words.next)}
    ${filter ? html`<a class="when-beside" href="/console/tickets/${ticket.key}">${words.alone}</a>` : ""}`;
}

function clocks(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  return html`<dl class="clocks" aria-label="${words.clocks}">
    ${ticket.isSealed ? knownSince(context, agent, ticket) : neededBy(context, agent, ticket)}
    ${firstAnswer(context, agent, ticket)}
    <div>
      <dt>${words.canWork}</dt>
      <dd>${words.canWorkWords[ticket.canWork]}</dd>
      <dd>${words.scopeWords[ticket.scope]}</dd>
    </div>
    <div>
      <dt>${words.severity}</dt>
      <dd>${severity(ticket.severity)}</dd>
      <dd>${severitySource(agent, ticket)}</dd>
    </div>
  </dl>`;
}

function neededBy(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const words = text(agent.locale).console.ticket;
  const now = context.clock.now();
  const { neededBy: time, environment } = ticket;
  if (time === null) {
    return html`<div>
      <dt>${words.neededBy}</dt>
      <dd class="plain">${words.notSaid}</dd>
    </div>`;
  }
  const { timeZone } = environment;
  const there =
    timeZone !== undefined && timeZone !== agent.timeZone && isTimeZone(timeZone)
      ? words.there(sayNear(time, now, { locale: agent.locale, timeZone }), cityOf(timeZone))
      : undefined;
  const left = time.getTime() - now.getTime();
  return html`<div>
    <dt>${words.neededBy}</dt>
    <dd class="${isPressing(ticket, now) ? "hot" : ""}">
      ${timeTag(time, agent, sayNear(time, now, agent))}
    </dd>
    <dd>${there ?? (left > 0 ? text(agent.locale).console.inTime(sayDuration(left, agent.locale)) : "")}</dd>
  </div>`;
}

function firstAnswer(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const now = context.clock.now();
  const { answerBy, firstAnsweredAt, createdAt } = ticket;
  if (firstAnsweredAt) {
    return html`<div>
      <dt>${words.answered}</dt>
      <dd>${timeTag(firstAnsweredAt, agent, sayNear(firstAnsweredAt, now, agent))}</dd>
      <dd>${words.answeredAfter(sayDuration(firstAnsweredAt.getTime() - createdAt.getTime(), locale))}</dd>
    </div>`;
  }
  const left = answerBy.getTime() - now.getTime();
  return html`<div>
    <dt>${words.answerDue}</dt>
    <dd class="${left < 0 ? "hot" : ""}">${timeTag(answerBy, agent, sayNear(answerBy, now, agent))}</dd>
    <dd>
      ${
        left < 0
          ? words.late(sayDuration(-left, locale))
          : text(locale).console.inTime(sayDuration(left, locale))
      }
    </dd>
  </div>`;
}

/** From here run the legal clocks of a breach, so it is told in UTC as well. */
function knownSince(context: Context, agent: Agent, { createdAt }: DeskTicket): Html {
  const now = context.clock.now();
  return html`<div>
    <dt>${text(agent.locale).console.ticket.knownSince}</dt>
    <dd>${timeTag(createdAt, agent, sayNear(createdAt, now, agent))}</dd>
    <dd>${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC</dd>
  </div>`;
}

function severitySource(agent: Agent, ticket: DeskTicket): string {
  const words = text(agent.locale).console.ticket;
  const { automatic } = ticket;
  if (ticket.severity !== automatic.severity) return words.severityAutomatic(automatic.severity);
  const { fixedByRule, raisedByMeeting, impact, urgency } = automatic.inputs;
  if (fixedByRule) return words.severityFixed(automatic.rule);
  return raisedByMeeting ? words.severityRaised : words.severityInputs(impact, urgency);
}

/** What is wrong, in a sentence; then its evidence; then how sure that is. */
function finding(context: Context, agent: Agent, { ticket, names }: TicketView): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const { automatic, rule, confidence } = ticket;
  const correction = ticket.audit.findLast(({ action }) => action === "requalified");
  return html`<section class="finding" aria-label="${words.finding}">
    <p class="say">${correction ? `${causeLabel(ticket.cause, locale)}.` : evidence(ticket, locale)}</p>
    <p class="proof">${proofs(agent, ticket)}</p>
    ${
      correction
        ? html`<p class="proof">
            ${words.corrected(actorName(correction.actor, names, locale), sayNear(correction.at, context.clock.now(), agent))}${
              typeof correction.detail.reason === "string" ? `: ${correction.detail.reason}` : ""
            }
          </p>`
        : ""
    }
    <p class="proof">
      ${correction ? html`${words.automatic}: ` : ""}${causeLabel(automatic.cause, locale)} ·
      ${words.rule(rule, Math.round(confidence * 100))} ·
      <a href="#qualification">${correction ? words.why : words.correct}</a>
    </p>
  </section>`;
}

function evidence(ticket: DeskTicket, locale: Locale): Html {
  const { because } = ticket;
  const sentence = sayEvidence(because, locale, answerLabel(ticket, locale));
  return sentence === undefined ? html`<span lang="en">${because}</span>` : html`${sentence}`;
}

function proofs(agent: Agent, ticket: DeskTicket): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const count = (kinds: string[]) =>
    ticket.breadcrumbs
      .filter((one) => kinds.includes(one.kind) && hasFailed(one))
      .reduce((sum, { times = 1 }) => sum + times, 0);
  const requests = count(["request", "resource"]);
  const errors = count(["error"]);
  const openTwins = ticket.similar.filter((one) => !isOver(one.state)).length;
  const passed = ticket.checks.filter(({ outcome }) => outcome === "pass");
  const fine = passed.slice(0, 4).map(({ id }) => (words.checks[id] ?? id).toLocaleLowerCase(locale));
  const parts = [
    ...(openTwins > 0 ? [html`<b class="num">${words.sameCause(openTwins)}</b>`] : []),
    ...(requests > 0 ? [html`${words.failedRequests(requests)}`] : []),
    ...(errors > 0 ? [html`${words.scriptErrors(errors)}`] : []),
    ...(fine.length > 0 ? [html`${words.fine(fine.join(", "))}`] : []),
  ];
  return html`${parts.map((part, index) => html`${index === 0 ? "" : " · "}${part}`)}`;
}

/** What they wrote, chose and read: nobody must ask for it again. */
function told(context: Context, agent: Agent, ticket: DeskTicket): Html | "" {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const answers = answersOf(ticket, locale);
  const read = ticket.suggestions.filter(({ opened }) => opened);
  if (ticket.message === null && answers.length === 0 && read.length === 0) return "";
  return html`<dl class="pairs told">
    ${
      ticket.message === null
        ? ""
        : html`<dt>${words.wrote}</dt>
            <dd lang="${ticket.locale}" class="quote">${ticket.message}</dd>`
    }
    ${
      answers.length === 0
        ? ""
        : html`<dt>${words.said}</dt>
            <dd>${answers.join(", ")}</dd>`
    }
    ${
      read.length === 0
        ? ""
        : html`<dt>${words.tried}</dt>
            <dd>
              ${read.map(
                ({ slug, helped }, index) =>
                  html`${index === 0 ? "" : ", "}${articleLink(context, agent, slug)}${
                    helped === undefined ? "" : `, ${helped ? words.solved : words.notSolved}`
                  }`,
              )}
              <span class="muted">(${words.noNeedToAsk})</span>
            </dd>`
    }
  </dl>`;
}

/** The conversation after the report itself. */
function thread(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const { locale } = agent;
  const now = context.clock.now();
  const words = text(locale).console.ticket;
  const messages = threadOf(ticket).filter(({ id }) => id !== ticket.id);
  const last = messages.findLast(({ isInternal }) => !isInternal)?.id ?? "";
  return html`<section class="thread" id="thread" aria-label="${words.thread}" data-live>
    <input type="hidden" name="after" value="${last}" form="reply" />
    ${messages.map(
      (message) =>
        html`<div class="message ${message.isInternal ? "internal" : message.author}">
          <p class="by">
            <b
              >${
                message.author === "reporter" ? whoOf(ticket, locale) : (message.name ?? words.supportAuthor)
              }</b
            >
            ${message.isInternal ? html`<span class="mark">${words.internal}</span>` : ""}
            <span class="muted">${timeTag(message.at, agent, sayNear(message.at, now, agent))}</span>
          </p>
          <p class="text" lang="${message.isInternal ? locale : ticket.locale}">${message.body}</p>
        </div>`,
    )}
  </section>`;
}

function similar(context: Context, agent: Agent, ticket: DeskTicket, filter: QueueFilter | undefined): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  return html`<section class="part" id="similar" data-live>
    <header><h2>${words.similar}</h2></header>
    ${
      ticket.similar.length === 0
        ? html`<p class="muted">${words.noSimilar}</p>`
        : html`<table class="solved">
            <caption class="vh">
              ${words.similar}
            </caption>
            <tbody>
              ${ticket.similar.map(
                (one) =>
                  html`<tr>
                    <td>
                      <b>${one.customerName ?? text(locale).console.queue.noCustomer}</b>,
                      <a class="key" href="/console/tickets/${one.key}${filter ? queueQuery(filter) : ""}"
                        >${one.key}</a
                      >, ${timeTag(one.createdAt, agent, sayNear(one.createdAt, context.clock.now(), agent))}
                      ${one.fix === null ? "" : html`<br /><span class="muted">${one.fix}</span>`}
                    </td>
                    <td>
                      ${
                        one.resolvedAt
                          ? html`${state("ok", words.states[one.state], "ok")}<br /><span class="muted"
                                >${words.solvedIn(
                                  sayDuration(one.resolvedAt.getTime() - one.createdAt.getTime(), locale),
                                )}</span
                              >`
                          : words.states[one.state]
                      }
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
