import { html } from "hono/html";
import type { Context } from "../context.ts";
import type { Locale } from "../contract/types.ts";
import { causeLabel } from "../tickets/causes.ts";
import {
  canSeeSealed,
  type Queue,
  type QueueFilter,
  type QueueRow,
  type QueueView,
} from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import { findRegion } from "../tickets/regions.ts";
import type { Agent } from "./agents.ts";
import { type Html, option } from "./frame.ts";
import { glyph, severity } from "./glyphs.ts";
import { groupOf, isPressing, type QueueGroup, queueGroups } from "./next-clock.ts";
import { sayDuration, sayNear, timeTag } from "./say-time.ts";
import { teamNames } from "./teams.ts";

export interface QueueList {
  queue: Queue;
  filter: QueueFilter;
  /** The key of the ticket that is open beside the list. */
  openKey?: string | undefined;
}

/** The list of tickets with its views, filters and pages: everything of it works as plain links and forms. */
export function queueList(context: Context, agent: Agent, list: QueueList): Html {
  const words = text(agent.locale).console.queue;
  return html`<section class="list" aria-label="${words.heading}">
    ${filters(context, agent, list)}
    <p
      class="vh"
      role="status"
      data-fresh="${words.freshSaid(0)}"
      data-fresh-one="${words.freshSaid(1)}"
      data-show="${words.show}"
    ></p>
    <div class="list-body" id="list" data-live>
      ${found(agent, list)}
      ${list.queue.rows.length === 0 ? nothing(agent, list) : table(context, agent, list)}
      ${list.queue.rows.some(({ isSample }) => isSample) ? html`<p class="legend muted small">${words.samples}</p>` : ""}
      ${pages(agent, list)}
    </div>
    ${keysLine(agent.locale)}
  </section>`;
}

/** The queue's address for a filter; what is not said stays as it is. */
export function queuePath(filter: QueueFilter, change: Partial<QueueFilter> = {}): string {
  return `/console${queueQuery({ ...filter, page: undefined, ...change })}`;
}

export function queueQuery(filter: QueueFilter): string {
  const query = new URLSearchParams({ view: filter.view });
  for (const name of ["region", "team", "q", "page"] as const) {
    const value = filter[name];
    if (value !== undefined && value !== "" && value !== 1) query.set(name, String(value));
  }
  return `?${query}`;
}

function ticketPath(key: string, filter: QueueFilter): string {
  return `/console/tickets/${key}${queueQuery(filter)}`;
}

function filters(context: Context, agent: Agent, { queue, filter }: QueueList): Html {
  const words = text(agent.locale).console.queue;
  const view = (name: QueueView, count?: number) =>
    html`<a
      href="${queuePath(filter, { view: name })}"
      ${filter.view === name ? html`aria-current="true"` : ""}
      >${words.views[name]} ${count === undefined ? "" : html`<span class="num">${count}</span>`}</a
    >`;
  const { mine, unassigned, open, sealed } = queue.counts;
  return html`<div class="filters">
    <nav class="views" id="views" aria-label="${words.viewsLabel}" data-live>
      ${view("mine", mine)} ${view("unassigned", unassigned)} ${view("open", open)}
      ${canSeeSealed(agent) ? view("sealed", sealed) : ""} ${view("closed")}
    </nav>
    <form class="selects" action="/console" data-submit-on-change>
      <input type="hidden" name="view" value="${filter.view}" />
      ${filter.q ? html`<input type="hidden" name="q" value="${filter.q}" />` : ""}
      <select name="region" aria-label="${words.region}">
        ${option("", words.allRegions, filter.region)}
        ${context.regions.map(({ id, city }) => option(id, city, filter.region))}
      </select>
      <select name="team" aria-label="${words.team}">
        ${option("", words.allTeams, filter.team)}
        ${teamNames(agent.locale).map(([code, name]) => option(code, name, filter.team))}
      </select>
      <button>${words.filter}</button>
    </form>
  </div>`;
}

/** What the search found, and where else the same words may be looked for. */
function found(agent: Agent, { queue, filter }: QueueList): Html | "" {
  if (!filter.q) return "";
  const words = text(agent.locale).console.queue;
  const elsewhere: QueueView = filter.view === "closed" ? "open" : "closed";
  return html`<p class="found">
    <b>${words.found(queue.total, filter.q)}</b>
    <a href="${queuePath(filter, { view: elsewhere })}">${words.alsoIn(words.views[elsewhere])}</a>
    <a href="${queuePath(filter, { q: undefined })}">${words.clear}</a>
  </p>`;
}

function nothing(agent: Agent, { queue, filter }: QueueList): Html {
  const words = text(agent.locale).console.queue;
  if (filter.q) return html``;
  const isFiltered = Boolean(filter.region ?? filter.team);
  const elsewhere = filter.view === "open" || filter.view === "closed" ? "closed" : "open";
  return html`<div class="nothing">
    <h2>${isFiltered ? words.nothingFiltered : words.nothing[filter.view]}</h2>
    <p>${words.nothingHere}</p>
    <p>
      ${
        isFiltered
          ? html`<a href="${queuePath({ view: filter.view })}">${words.noFilters}</a>`
          : elsewhere === "open"
            ? html`<a href="${queuePath({ view: "open" })}"
                >${words.allOf(words.views.open, queue.counts.open)}</a
              >`
            : filter.view === "open"
              ? html`<a href="${queuePath({ view: "closed" })}">${words.views.closed}</a>`
              : ""
      }
    </p>
  </div>`;
}

function table(context: Context, agent: Agent, list: QueueList): Html {
  const words = text(agent.locale).console.queue;
  const { columns } = words;
  const isClosed = list.filter.view === "closed";
  return html`<table class="queue">
    <colgroup>
      <col class="c-dot" />
      <col class="c-sev" />
      <col class="c-key" />
      <col class="c-what" />
      <col class="c-customer" />
      <col class="c-region" />
      <col class="c-needed" />
      <col class="c-clock" />
    </colgroup>
    <thead>
      <tr>
        <th scope="col"><span class="vh">${columns.unread}</span></th>
        <th scope="col"><abbr title="${columns.severity}">${columns.severityShort}</abbr></th>
        <th scope="col">${columns.key}</th>
        <th scope="col">${columns.cause}</th>
        <th scope="col">${columns.customer}</th>
        <th scope="col">${columns.region}</th>
        <th scope="col">${columns.neededBy}</th>
        <th scope="col">${isClosed ? columns.ended : columns.clock}</th>
      </tr>
    </thead>
    ${
      isClosed
        ? html`<tbody>
            ${list.queue.rows.map((one) => row(context, agent, list, one, undefined))}
          </tbody>`
        : groups(context, agent, list)
    }
  </table>`;
}

function groups(context: Context, agent: Agent, list: QueueList) {
  const words = text(agent.locale).console.queue;
  const now = context.clock.now();
  const notes: Partial<Record<QueueGroup, string>> = words.groupNote;
  return queueGroups.map((group) => {
    const rows = list.queue.rows.filter((one) => groupOf(one, now, agent) === group);
    if (rows.length === 0) return "";
    return html`<tbody>
      <tr class="group">
        <th colspan="8" scope="rowgroup">
          ${words.groups[group]} <span class="num">${rows.length}</span>
          ${notes[group] === undefined ? "" : html`<span>${notes[group]}</span>`}
        </th>
      </tr>
      ${rows.map((one) => row(context, agent, list, one, group))}
    </tbody>`;
  });
}

function row(
  context: Context,
  agent: Agent,
  { filter, openKey }: QueueList,
  ticket: QueueRow,
  group: QueueGroup | undefined,
): Html {
  const words = text(agent.locale).console;
  const { key, isRead, isSealed, isSample } = ticket;
  const classes = [...(isRead ? [] : ["unread"]), ...(key === openKey ? ["open"] : [])].join(" ");
  return html`<tr class="${classes}" data-key="${key}">
    <td>
      ${isRead ? "" : html`<span class="dot"></span><span class="vh">${words.queue.columns.unread}</span>`}
    </td>
    <td>${severity(ticket.severity)}</td>
    <td class="key muted">${isSample ? html`<i title="${words.sample}">${key}</i>` : key}</td>
    <td class="what">
      ${isSealed ? html`${glyph("seal")}<span class="vh">${words.sealed}</span> ` : ""}<a
        href="${ticketPath(key, filter)}"
        ${key === openKey ? html`aria-current="true"` : ""}
        >${causeLabel(ticket.cause, agent.locale)}</a
      >
    </td>
    <td>${ticket.customerName ?? html`<span class="muted">${words.queue.noCustomer}</span>`}</td>
    <td class="muted">${findRegion(context.regions, ticket.region).city}</td>
    <td>${needed(context, agent, ticket, group)}</td>
    <td class="right ${group === "overdue" ? "critical" : ""}">${clock(context, agent, ticket, group)}</td>
  </tr>`;
}

/** Whether somebody cannot work, and until when that can wait. */
function needed(context: Context, agent: Agent, ticket: QueueRow, group: QueueGroup | undefined): Html | "" {
  const words = text(agent.locale).console;
  const now = context.clock.now();
  const { canWork, neededBy } = ticket;
  if (canWork === "yes" && neededBy === null) return "";
  if (canWork !== "no" && neededBy === null) {
    return html`<span class="muted">${words.ticket.canWorkWords[canWork]}</span>`;
  }
  const left = neededBy ? neededBy.getTime() - now.getTime() : undefined;
  const label =
    neededBy === null || left === undefined
      ? words.ticket.canWorkWords.no
      : left > 0
        ? words.queue.needed(sayDuration(left, agent.locale))
        : words.queue.neededPast(sayNear(neededBy, now, agent));
  const isOver = group === undefined || group === "waiting" || (left !== undefined && left <= 0);
  const tone = isOver ? "muted" : isPressing(ticket, now) ? "critical" : "";
  return html`<span class="state ${tone}"
    >${canWork === "no" ? html`${glyph("blocked")}<span class="vh">${words.queue.blocked}</span>` : ""}${
      neededBy === null
        ? html`<span aria-hidden="true">${words.queue.blocked}</span>`
        : timeTag(neededBy, agent, label)
    }</span
  >`;
}

function clock(context: Context, agent: Agent, ticket: QueueRow, group: QueueGroup | undefined): Html {
  const { locale } = agent;
  const words = text(locale).console.queue;
  const now = context.clock.now();
  const at = (time: Date, label: string) => timeTag(time, agent, label);
  const left = ticket.answerBy.getTime() - now.getTime();
  if (group === "overdue") return html`<b>${at(ticket.answerBy, words.late(sayDuration(-left, locale)))}</b>`;
  if (group === "hour") return at(ticket.answerBy, words.answerIn(sayDuration(left, locale)));
  if (group === "today" || group === "later")
    return at(ticket.answerBy, sayNear(ticket.answerBy, now, agent));
  // Unread again after an answer: the reporter wrote.
  if (group === "answered" && !ticket.isRead) {
    const since = sayDuration(now.getTime() - ticket.updatedAt.getTime(), locale);
    return html`<b>${at(ticket.updatedAt, words.wrote(since))}</b>`;
  }
  return at(ticket.updatedAt, sayNear(ticket.updatedAt, now, agent));
}

function pages(agent: Agent, { queue, filter }: QueueList): Html | "" {
  if (queue.pages === 1) return "";
  const words = text(agent.locale).console.queue;
  const { page, pages } = queue;
  return html`<nav class="pages" aria-label="${words.pages}">
    ${page > 1 ? html`<a href="${queuePath(filter, { page: page - 1 })}" rel="prev">${words.previous}</a>` : ""}
    <span>${words.page(page, pages)}</span>
    ${page < pages ? html`<a href="${queuePath(filter, { page: page + 1 })}" rel="next">${words.next}</a>` : ""}
  </nav>`;
}

/** Single keys need a script, which shows this line. */
function keysLine(locale: Locale): Html {
  const words = text(locale).console.keys;
  return html`<p class="keys" hidden>
    <span><kbd>J</kbd> <kbd>K</kbd> ${words.move}</span>
    <span><kbd>Enter</kbd> ${words.open}</span>
    <span><kbd>R</kbd> ${words.reply}</span>
    <span><kbd>A</kbd> ${words.mine}</span>
    <button type="button" class="link" data-keys><kbd>?</kbd> ${words.more}</button>
  </p>`;
}

/** Every key, and the switch for people whose own tools press letters. */
export function keysDialog(locale: Locale): Html {
  const words = text(locale).console.keys;
  const keys: [string[], string][] = [
    [["J", "K"], words.move],
    [["Enter"], words.open],
    [["R"], words.reply],
    [["A"], words.mine],
    [["/"], words.search],
    [["?"], words.help],
  ];
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${words.title}</h2>
    <dl class="pairs">
      ${keys.map(
        ([names, what]) =>
          html`<dt>${names.map((name) => html`<kbd>${name}</kbd> `)}</dt>
            <dd>${what}</dd>`,
      )}
    </dl>
    <label class="choice"><input type="checkbox" id="use-keys" /> ${words.use}</label>
    <form method="dialog"><button autofocus>${words.close}</button></form>
  </dialog>`;
}
