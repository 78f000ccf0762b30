import { html } from "hono/html";
import type { Context } from "../context.ts";
import { allowedMoves } from "../tickets/states.ts";
import { causeLabel } from "../tickets/causes.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import { findRegion } from "../tickets/regions.ts";
import type { Agent } from "./agents.ts";
import { deviceOf } from "./device.ts";
import { type Html, option } from "./frame.ts";
import { allCauses, likelyCauses } from "./likely-causes.ts";
import { glyph } from "./glyphs.ts";
import { hoursAhead, sayNear, timeTag } from "./say-time.ts";
import { teamNames } from "./teams.ts";
import { fixFields, formPath, type TicketView } from "./ticket-view.ts";
import { actionOf, actorName, whoOf } from "./ticket-words.ts";

/** Beside the ticket: the person, the work, the qualification, the device, who saw it, the log. */
export function ticketSide(context: Context, agent: Agent, view: TicketView): Html {
  return html`<div class="side">
    ${person(context, agent, view.ticket)} ${work(agent, view)} ${qualification(agent, view)}
    ${device(agent, view.ticket)} ${view.ticket.isSealed ? seenBy(context, agent, view) : ""}
    ${log(context, agent, view)}
  </div>`;
}

function person(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const { reporter, customer } = ticket;
  const language = new Intl.DisplayNames(locale, { type: "language" }).of(ticket.locale);
  const search = reporter.email ?? reporter.phone ?? "";
  return html`<section class="part">
    <header>
      <h2>${words.person}</h2>
      <span class="end muted num">${timeThere(context, agent, ticket)}</span>
    </header>
    <p class="who">${whoOf(ticket, locale)}</p>
    <dl class="pairs">
      ${
        reporter.email === undefined
          ? ""
          : pair(words.email, html`<a href="mailto:${reporter.email}">${reporter.email}</a>`)
      }
      ${
        reporter.email === undefined
          ? ""
          : pair(
              words.identity,
              ticket.isIdentityProved
                ? html`<span class="ok">${glyph("ok")} ${words.identityProved}</span>`
                : html`<span class="muted">${words.identityNotProved}</span>`,
            )
      }
      ${
        reporter.phone === undefined
          ? ""
          : pair(
              words.callBack,
              html`<a class="num" href="tel:${reporter.phone.replace(/[^+\d]/g, "")}">${reporter.phone}</a>`,
            )
      }
      ${pair(words.language, language ?? ticket.locale)}
      ${pair(
        words.customer,
        customer
          ? html`<a href="/console/customers/${customer.id}">${customer.name}</a>${
                customer.source === "hint" ? html` <span class="muted">${words.customerHint}</span>` : ""
              }`
          : html`<span class="muted">${words.customerUnknown}</span>`,
      )}
      ${pair(words.region, findRegion(context.regions, ticket.region).city)}
    </dl>
    ${
      ticket.isSealed || search === ""
        ? ""
        : html`<p><a href="/console?q=${encodeURIComponent(search)}">${words.otherReports}</a></p>`
    }
  </section>`;
}

function timeThere(context: Context, agent: Agent, { environment }: DeskTicket): string {
  const words = text(agent.locale).console.ticket;
  const now = context.clock.now();
  const ahead = hoursAhead(environment.timeZone, agent.timeZone, now);
  if (ahead === undefined || environment.timeZone === undefined) return "";
  const hours = Math.abs(ahead).toLocaleString(agent.locale);
  const difference = ahead === 0 ? "" : (ahead > 0 ? words.hoursAhead : words.hoursBehind)(hours);
  const there = { locale: agent.locale, timeZone: environment.timeZone };
  return words.hereTime(sayNear(now, now, there), difference);
}

function work(agent: Agent, view: TicketView): Html {
  const { ticket, agents, unsent } = view;
  const words = text(agent.locale).console.ticket;
  const moves = allowedMoves(ticket.state, "agent");
  const refused = unsent?.form === "move" ? unsent : undefined;
  const colleagues = agents.filter(({ permissions }) => !ticket.isSealed || permissions.includes("security"));
  const assignee = agents.find(({ name }) => name === ticket.assignee?.name)?.email ?? "";
  return html`<section class="part" id="work" data-live ${refused ? html`data-unsent` : ""}>
    <header>
      <h2>${words.work}</h2>
      <span class="end">${words.states[ticket.state]}</span>
    </header>
    ${
      moves.length === 0
        ? html`<p class="muted">${words.noMoves}</p>`
        : html`<form class="field" method="post" action="${formPath(view, "state")}">
            <label for="move-to">${words.toState}</label>
            <div class="with">
              <select id="move-to" name="to">
                ${moves.map((to) => option(to, words.states[to], refused?.fields.to))}
              </select>
              <button>${words.move}</button>
            </div>
            ${refused ? html`<p class="mend critical" role="alert">${refused.mend}</p>` : ""}
            ${fixFields(agent, ticket, "move")}
            <div class="needs-reason">
              <label for="move-reason">${words.reason}</label>
              <input id="move-reason" name="reason" type="text" maxlength="500" />
            </div>
          </form>`
    }
    <form class="field" method="post" action="${formPath(view, "assignment")}">
      <label for="team">${words.team}</label>
      <select id="team" name="team">
        ${teamNames(agent.locale).map(([code, name]) => option(code, name, ticket.team))}
      </select>
      <label for="assignee">${words.assignee}</label>
      <div class="with">
        <select id="assignee" name="assignee">
          ${option("", words.nobody, assignee)}
          ${colleagues.map(({ email, name }) => option(email, name, assignee))}
        </select>
        <button>${words.assign}</button>
      </div>
    </form>
  </section>`;
}

function qualification(agent: Agent, view: TicketView): Html {
  const { ticket } = view;
  const { locale } = agent;
  const words = text(locale).console.ticket;
  const { impact, urgency } = ticket.automatic.inputs;
  const isCorrected = ticket.cause !== ticket.automatic.cause;
  const likely = likelyCauses[ticket.symptom].filter((cause) => cause !== ticket.cause).slice(0, 4);
  return html`<section class="part" id="qualification">
    <header>
      <h2>${words.qualification}</h2>
      <span class="end muted">${ticket.isConfirmed ? words.confirmed : words.notConfirmed}</span>
    </header>
    <dl class="pairs">
      ${pair(words.kind, words.kindWords[ticket.kind])} ${pair(words.cause, causeLabel(ticket.cause, locale))}
      ${isCorrected ? pair(words.automatic, causeLabel(ticket.automatic.cause, locale)) : ""}
      ${pair(
        words.severity,
        html`S${ticket.severity} <span class="muted">${words.severityInputs(impact, urgency)}</span>`,
      )}
      ${pair(words.ruleLabel, `${ticket.rule}, ${ticket.confidence.toLocaleString(locale, { style: "percent" })}`)}
    </dl>
    ${
      ticket.isConfirmed
        ? ""
        : html`<form class="moves" method="post" action="${formPath(view, "confirmation")}">
            <button>${words.confirm}</button>
          </form>`
    }
    <details id="correct">
      <summary>${words.correctIt}</summary>
      <form method="post" action="${formPath(view, "qualification")}">
        <div class="field">
          <label for="why">${words.correctReason}</label>
          <select id="why" name="reason">
            ${Object.values(words.reasons).map((reason) => option(reason, reason, undefined))}
          </select>
        </div>
        <div class="picks">
          ${likely.map((cause) => html`<button name="pick" value="${cause}">${causeLabel(cause, locale)}</button>`)}
        </div>
        <details id="another" ${ticket.isSealed ? html`open` : ""}>
          <summary>${words.anotherCause}</summary>
          <div class="field">
            <label for="other-cause">${words.cause}</label>
            <select id="other-cause" name="cause">
              ${allCauses(locale).map(([code, label]) => option(code, label, ticket.cause))}
            </select>
            <label for="other-severity">${words.severity}</label>
            <select id="other-severity" name="severity">
              ${option("", words.unchanged, "")}
              ${["1", "2", "3", "4"].map((level) => option(level, `S${level}`, undefined))}
            </select>
            <label class="choice"
              ><input type="checkbox" name="${ticket.isSealed ? "unseal" : "seal"}" />
              ${ticket.isSealed ? words.unseal : words.seal}</label
            >
            <button>${words.correctAct}</button>
          </div>
        </details>
      </form>
      <p class="small muted">${words.correctHint}</p>
    </details>
  </section>`;
}

function device(agent: Agent, ticket: DeskTicket): Html {
  const words = text(agent.locale).console.ticket;
  const details = deviceOf(ticket, agent.locale);
  return html`<section class="part">
    <header><h2>${words.device}</h2></header>
    ${
      details.length === 0
        ? html`<p class="muted">${words.deviceNothing}</p>`
        : html`<dl class="pairs">
            ${details.map(({ label, value, tone }) => pair(label, html`<span class="${tone ?? ""}">${value}</span>`))}
          </dl>`
    }
  </section>`;
}

/** Who looked at a sealed ticket, and when last. */
function seenBy(context: Context, agent: Agent, { ticket, names }: TicketView): Html {
  const words = text(agent.locale).console.seal;
  const lastViews = new Map(
    ticket.audit.filter(({ action }) => action === "viewed").map(({ actor, at }) => [actor, at]),
  );
  return html`<section class="part" id="seen" data-live>
    <header><h2>${words.seenBy}</h2></header>
    ${
      lastViews.size === 0
        ? html`<p class="muted">${words.nobodyYet}</p>`
        : html`<ul>
            ${[...lastViews].map(
              ([actor, at]) =>
                html`<li>
                  ${actorName(actor, names, agent.locale)}
                  ${timeTag(at, agent, sayNear(at, context.clock.now(), agent))}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function log(context: Context, agent: Agent, { ticket, names }: TicketView): Html {
  const words = text(agent.locale).console.ticket;
  return html`<section class="part" id="log-part">
    <details id="log">
      <summary>${words.log} <span class="muted num">${ticket.audit.length}</span></summary>
      <ol class="log" id="log-lines" data-live>
        ${ticket.audit.map(
          (entry) =>
            html`<li>
              <span class="muted"
                >${timeTag(entry.at, agent, sayNear(entry.at, context.clock.now(), agent))}</span
              >
              <span>
                <b>${actorName(entry.actor, names, agent.locale)}</b>
                ${actionOf(entry, names, agent.locale)}
              </span>
            </li>`,
        )}
      </ol>
    </details>
  </section>`;
}

function pair(label: string, value: Html | string): Html {
  return html`<dt>${label}</dt>
    <dd>${value}</dd>`;
}
