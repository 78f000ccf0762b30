import { html } from "hono/html";
import type { Breadcrumb, CheckResult } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { state } from "./glyphs.ts";
import { cityOf, hoursAhead, sayDate, sayDuration, saySeconds, timeTag } from "./say-time.ts";
import { articleLink } from "./ticket-view.ts";
import { certificateEnd } from "./ticket-words.ts";
import { type TimelineRow, timelineOf } from "./timeline.ts";

/** What happened before the report: time, kind, what, and how it ended at the right. */
export function timeline(context: Context, agent: Agent, ticket: DeskTicket): Html {
  const words = text(agent.locale).console.ticket;
  const rows = timelineOf(ticket);
  const zone = `${words.times(cityOf(agent.timeZone))}${zoneNote(agent, ticket)}`;
  return html`<section class="part" id="timeline">
    <header>
      <h2>${words.timeline}</h2>
      <span class="muted">${zone}</span>
      ${
        rows.some(({ tone }) => tone === "failed")
          ? html`<label class="end filter"
              ><input type="checkbox" id="only-failed" /> ${words.onlyFailed}</label
            >`
          : ""
      }
    </header>
    ${rows.length === 1 ? html`<p class="muted">${words.nothingRecorded}</p>` : ""}
    <table class="events">
      <caption class="vh">
        ${words.timeline}, ${zone}
      </caption>
      <tbody>
        ${rows.map((row) => eventRow(context, agent, ticket, row))}
      </tbody>
    </table>
  </section>`;
}

function zoneNote(agent: Agent, { environment, createdAt }: DeskTicket): string {
  const words = text(agent.locale).console.ticket;
  const ahead = hoursAhead(environment.timeZone, agent.timeZone, createdAt);
  if (!ahead || environment.timeZone === undefined) return "";
  const hours = Math.abs(ahead).toLocaleString(agent.locale);
  return ` · ${(ahead > 0 ? words.addHours : words.subtractHours)(hours, cityOf(environment.timeZone))}`;
}

function eventRow(context: Context, agent: Agent, ticket: DeskTicket, row: TimelineRow): Html {
  const classes = [row.tone, ...(row.isCut ? ["cut"] : []), ...(row.event.kind === "gap" ? ["gap"] : [])];
  return html`<tr class="${classes.join(" ")}">
    <td>${row.at ? timeTag(row.at, agent, saySeconds(row.at, agent)) : ""}</td>
    <td>${kindOf(agent, row)}</td>
    <td>${what(context, agent, ticket, row)}${repeats(agent, row)}</td>
    <td>${outcome(agent, row)}</td>
  </tr>`;
}

function kindOf(agent: Agent, { event }: TimelineRow): string {
  const { kinds } = text(agent.locale).console.ticket;
  switch (event.kind) {
    case "breadcrumb":
      return kinds[event.breadcrumb.kind];
    case "gap":
      return "";
    case "checks":
      return kinds.check;
    default:
      return kinds[event.kind];
  }
}

function what(context: Context, agent: Agent, ticket: DeskTicket, { event }: TimelineRow): Html | string {
  const words = text(agent.locale).console.ticket;
  const labels = (ids: string[]) => ids.map((id) => words.checks[id] ?? id).join(", ");
  switch (event.kind) {
    case "breadcrumb":
      return happened(agent, event.breadcrumb);
    case "gap":
      return words.gap(sayDuration(event.milliseconds, agent.locale));
    case "check":
      return html`${labels([event.check.id])}${measured(agent, event.check)}`;
    case "checks":
      return event.outcome === "unknown" ? `${words.notChecked}: ${labels(event.ids)}` : labels(event.ids);
    case "read":
      return articleLink(context, agent, event.slug);
    case "report":
      return words.sent(ticket.automatic.rule);
  }
}

function happened(agent: Agent, { kind, what }: Breadcrumb): Html | string {
  const words = text(agent.locale).console.ticket;
  if (kind === "page") return html`${words.opened} <code>${what}</code>`;
  if (kind === "help") return what === "opened" ? words.helpOpened : what;
  if (kind !== "click") return html`<code>${what}</code>`;
  // `button "Save"`, as the recorder describes what was pressed.
  const [, role = "", name] = /^(\w+)(?: "?(.+?)"?)?$/.exec(what) ?? [];
  const roleName = words.roles[role];
  if (roleName === undefined) return what;
  return name === undefined ? roleName : `${roleName} ${words.quoted(name)}`;
}

/** What a check measured, as short as it came. */
function measured(agent: Agent, check: CheckResult): string {
  const { value } = check;
  const { locale } = agent;
  const end = certificateEnd([check]);
  if (end) return `: ${text(locale).console.ticket.validUntil(sayDate(end, { locale, timeZone: "UTC" }))}`;
  if (value === undefined || value === null || typeof value === "boolean") return "";
  if (typeof value === "number") return `: ${value.toLocaleString(locale)}`;
  if (typeof value === "string") return `: ${value}`;
  const parts = Object.entries(value).map(([name, part]) => `${name} ${String(part)}`);
  return `: ${parts.join(", ")}`;
}

function repeats(agent: Agent, { times, milliseconds }: TimelineRow): string {
  if (times === 1) return "";
  const words = text(agent.locale).console.ticket;
  if (milliseconds < 1_000) return `, ${words.repeated(times)}`;
  return `, ${words.repeatedIn(times, sayDuration(milliseconds, agent.locale))}`;
}

function outcome(agent: Agent, { event, tone }: TimelineRow): Html | string {
  const words = text(agent.locale).console.ticket;
  switch (event.kind) {
    case "breadcrumb":
      return tone === "failed" ? failure(agent, event.breadcrumb) : took(agent, event.breadcrumb);
    case "check":
      return event.check.outcome === "fail"
        ? state("critical", words.outcomes.fail, "critical")
        : state("minor", words.outcomes.warn, "minor");
    case "checks":
      return event.outcome === "pass"
        ? state("ok", words.passed(event.ids.length), "ok")
        : words.outcomes.unknown;
    case "read":
      return event.helped === undefined ? "" : event.helped ? words.solved : words.notSolved;
    default:
      return "";
  }
}

function failure(agent: Agent, breadcrumb: Breadcrumb): Html {
  const words = text(agent.locale).console.ticket;
  const { kind, status } = breadcrumb;
  const said = status
    ? String(status)
    : { error: words.thrown, resource: words.notLoaded, request: words.noAnswer }[String(kind)];
  return html`${state("critical", said ?? "", "critical")}${
    breadcrumb.milliseconds === undefined ? "" : ` · ${took(agent, { ...breadcrumb, status: undefined })}`
  }`;
}

function took(
  agent: Agent,
  { status, milliseconds }: { status?: number | undefined; milliseconds?: number },
): string {
  return [
    ...(status === undefined ? [] : [String(status)]),
    ...(milliseconds === undefined
      ? []
      : [`${Math.round(milliseconds).toLocaleString(agent.locale)}\u00a0ms`]),
  ].join(" · ");
}
