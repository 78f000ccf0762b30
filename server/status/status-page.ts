import { html, raw } from "hono/html";
import type { Locale, ServiceStatus, StatusSnapshot } from "../contract/types.ts";
import type { Site } from "../customers/customers.ts";
import { contactUrl, helpUrl, statusUrl } from "../help-url.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";
import type { Region } from "../tickets/regions.ts";
import { openingOf } from "../tickets/routing.ts";
import { cityOf, sayDay, sayDuration, sayHour, saySince, sayTime } from "../times.ts";
import type { PastIncident, ServiceHistory } from "./history.ts";
import { shownState } from "./shown-state.ts";
import { stateGlyph, stateWord } from "./state-glyph.ts";

type Html = ReturnType<typeof html>;

/** All that the status page shows of a site. */
export interface StatusBoard {
  locale: Locale;
  site: Pick<Site, "id" | "name">;
  /** Every site there is to choose from. */
  sites: readonly Pick<Site, "id" | "name">[];
  region: Region;
  snapshot: StatusSnapshot;
  history: readonly ServiceHistory[];
  incidents: readonly PastIncident[];
  now: Date;
}

const troubled: readonly ServiceStatus[] = ["minor", "major", "critical"];

export function statusPage(board: StatusBoard): Page {
  const { locale, site, snapshot } = board;
  const other = locale === "en" ? "fr" : "en";
  return {
    locale,
    title: text(locale).status.pageTitle(verdictOf(board).sentence),
    section: "status",
    site: site.id,
    otherLanguageUrl: statusUrl({ locale: other, site: site.id }),
    scripts: ["/assets/status-page.js"],
    body: html`<div id="board" data-site="${site.id}" data-shown="${shownState(snapshot)}">
        <section class="verdict" id="verdict" data-live aria-live="polite" aria-atomic="true">
          ${verdict(board)}
        </section>
        <p class="checked muted" id="checked" data-live>${checked(board)}</p>
        <div id="problems" data-live>${openProblems(board)}</div>
        <div id="updates" data-live>${currentUpdates(board)}</div>
        ${services(board)}
        <div id="before" data-live>${beforeToday(board)}</div>
      </div>
      ${foot(board)} ${templates(board)}`,
  };
}

// The verdict ----------------------------------------------------------------------------------------------

interface Verdict {
  status: ServiceStatus;
  sentence: string;
  lead: string;
}

/** What the page says first: in one sentence what is wrong, or that nothing is. */
function verdictOf({ locale, region, snapshot, now }: StatusBoard): Verdict {
  const words = text(locale).status;
  const { status, services, problems, at } = snapshot;
  if (isBlind(snapshot)) {
    const since = saySince(new Date(at), now, locale, region.timeZone);
    return { status: "unknown", sentence: words.notKnown, lead: words.notKnownSince(since) };
  }
  if (status === "ok") return { status, sentence: words.allWork, lead: "" };

  const working = services.filter((service) => service.status === "ok").length;
  const named = problems.length || 1;
  const others = working > 0 && working + named === services.length ? words.othersWork : "";
  const [problem] = problems;
  if (problem && problems.length === 1) {
    return {
      status: problem.status,
      sentence: problem.title.replace(/\.$/, ""),
      lead: [problem.nextStep, others].filter(Boolean).join(" "),
    };
  }
  const names = services.filter((service) => service.status === status).map(({ name }) => name);
  const sentence =
    problems.length > 1
      ? words.manyProblems(problems.length)
      : words.theyAre(names.join(", "), words.states[status]);
  return { status, sentence, lead: others };
}

function isBlind({ services }: StatusSnapshot): boolean {
  return services.every((service) => service.status === "unknown");
}

function verdict(board: StatusBoard): Html {
  const { status, sentence, lead } = verdictOf(board);
  return html`<h1>${stateGlyph(status)}<span>${sentence}</span></h1>
    ${lead === "" ? "" : html`<p>${lead}</p>`} ${readMore(board)} ${delivery(board)}`;
}

/** Not ours, so it changes no verdict; but whoever waits for a code must not read that all is well. */
function delivery({ locale, site, snapshot }: StatusBoard): Html | string {
  if (snapshot.delivery === undefined) return "";
  const article = helpUrl({ locale, site: site.id }, "sms-code-not-received");
  return html`<p>
    ${stateGlyph("minor")} ${snapshot.delivery}
    <a href="${article}">${text(locale).status.whatToDo}</a>
  </p>`;
}

/** How old all this is, apart from the verdict: it changes all the time and is no news. */
function checked({ locale, region, snapshot, site }: StatusBoard): Html | string {
  const words = text(locale).status;
  const { timeZone } = region;
  const at = new Date(snapshot.at);
  return html`${
      isBlind(snapshot)
        ? ""
        : html`${words.checkedAt}
            <time datetime="${snapshot.at}" data-zone="${timeZone}">${sayHour(at, locale, timeZone)}</time>.`
    }
    ${words.timesIn(cityOf(timeZone))}
    <noscript><a href="/status?lang=${locale}&amp;site=${site.id}">${words.reload}</a></noscript>`;
}

function readMore({ locale, site, snapshot: { problems } }: StatusBoard): Html | string {
  const [problem] = problems;
  if (!problem?.article || problems.length > 1) return "";
  return html`<p>
    <a href="${helpUrl({ locale, site: site.id }, problem.article)}">${text(locale).status.whatToDo}</a>
  </p>`;
}

/** Several at once: each with its own sentence and way on. */
function openProblems({ locale, site, snapshot: { problems } }: StatusBoard): Html | string {
  if (problems.length < 2) return "";
  const words = text(locale).status;
  return html`<section class="block" aria-labelledby="open-now">
    <h2 id="open-now">${words.nowOpen}</h2>
    <ul class="entries" role="list">
      ${problems.map(
        ({ status, title, nextStep, article }) =>
          html`<li>
            ${stateWord(status, locale)}
            <div>
              <h3>${title}</h3>
              ${nextStep === undefined ? "" : html`<p>${nextStep}</p>`}
              ${
                article === undefined
                  ? ""
                  : html`<p>
                      <a href="${helpUrl({ locale, site: site.id }, article)}">${words.whatToDo}</a>
                    </p>`
              }
            </div>
          </li>`,
      )}
    </ul>
  </section>`;
}

// Incidents ------------------------------------------------------------------------------------------------

/** What support says of what is open, newest first. */
function currentUpdates(board: StatusBoard): Html | string {
  const { locale, region, now } = board;
  const words = text(locale).status;
  const open = board.incidents.filter((incident) => isToday(incident, board));
  if (open.length === 0) return "";
  return html`<section class="block" aria-labelledby="updates-title">
    <h2 id="updates-title">${words.updates}</h2>
    ${open.map(
      (incident) =>
        html`<h3 class="incident" id="incident-${incident.id}">${incident.title}</h3>
          <ol class="entries" role="list">
            ${newestFirst(incident).map(
              ({ at, body, status }) =>
                html`<li>
                  <time datetime="${at.toISOString()}">${shortTime(at, now, locale, region.timeZone)}</time>
                  <div>
                    <b>${words.steps[status] ?? ""}</b>
                    <p>${body}</p>
                  </div>
                </li>`,
            )}
          </ol>`,
    )}
  </section>`;
}

/** The hour alone where the day goes without saying. */
function shortTime(at: Date, now: Date, locale: Locale, timeZone: string): string {
  const hour = sayHour(at, locale, timeZone);
  const day = dayIn(at, timeZone);
  return day === dayIn(now, timeZone) ? hour : `${sayDay(day, locale, "short")}, ${hour}`;
}

function isToday({ resolvedAt, startedAt }: PastIncident, { region, now }: StatusBoard): boolean {
  if (resolvedAt === null) return true;
  const today = dayIn(now, region.timeZone);
  return dayIn(startedAt, region.timeZone) === today || dayIn(resolvedAt, region.timeZone) === today;
}

function newestFirst({ updates }: PastIncident): PastIncident["updates"] {
  return updates.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function beforeToday(board: StatusBoard): Html {
  const { locale, region } = board;
  const words = text(locale).status;
  const past = board.incidents.filter((incident) => !isToday(incident, board));
  return html`<section class="block" aria-labelledby="before-today">
    <h2 id="before-today">${words.beforeToday}</h2>
    ${
      past.length === 0
        ? html`<p class="muted">${words.noIncidents}</p>`
        : html`<ol class="entries" role="list">
            ${past.map((incident) => pastIncident(incident, locale, region.timeZone))}
          </ol>`
    }
  </section>`;
}

function pastIncident(incident: PastIncident, locale: Locale, timeZone: string): Html {
  const words = text(locale).status;
  const { id, title, startedAt, resolvedAt, isSample } = incident;
  const [last, ...earlier] = newestFirst(incident);
  const duration =
    resolvedAt === null
      ? words.stillOpen
      : sayDuration((resolvedAt.getTime() - startedAt.getTime()) / 60_000);
  return html`<li id="incident-${id}">
    <time datetime="${startedAt.toISOString()}">${sayDay(dayIn(startedAt, timeZone), locale, "short")}</time>
    <div>
      <h3>${title}<span class="said">${duration}${isSample ? `, ${words.sample}` : ""}</span></h3>
      ${last === undefined ? "" : html`<p>${last.body}</p>`}
      ${
        earlier.length === 0
          ? ""
          : html`<details>
              <summary>${words.allUpdates(earlier.length + 1)}</summary>
              <ol role="list">
                ${[...earlier.toReversed(), ...(last ? [last] : [])].map(
                  ({ at, body, status }) =>
                    html`<li>
                      <time datetime="${at.toISOString()}">${sayHour(at, locale, timeZone)}</time>
                      <p><b>${words.steps[status] ?? ""}</b> ${body}</p>
                    </li>`,
                )}
              </ol>
            </details>`
      }
    </div>
  </li>`;
}

// Services -------------------------------------------------------------------------------------------------

function services(board: StatusBoard): Html {
  const { locale, snapshot, history } = board;
  const words = text(locale).status;
  const days = history[0]?.days.length ?? 0;
  return html`<section class="block" aria-labelledby="services">
    <header>
      <h2 id="services">${words.services}</h2>
      ${siteChoice(board)}
    </header>
    <p class="small muted how">
      <span data-how="${words.howToRead}">${words.howToReadPlain}</span>
    </p>
    <ul class="services" role="list" data-ok="${words.wholeDay}" data-unknown="${words.noMeasurement}">
      ${snapshot.services.map((service) => serviceRow(board, service))}
    </ul>
    ${
      days === 0
        ? ""
        : html`<p class="days-foot" aria-hidden="true">
            <span class="long">${words.daysAgo(days)}</span><span class="short">${words.daysAgo(30)}</span
            ><span>${words.today}</span>
          </p>`
    }
  </section>`;
}

/** Only where there is something to choose; a plain form, so that nothing moves before it is asked to. */
function siteChoice({ locale, site, sites }: StatusBoard): Html | string {
  if (sites.length < 2) return "";
  const words = text(locale).status;
  return html`<form action="/status">
    <input type="hidden" name="lang" value="${locale}" />
    <label class="vh" for="site">${words.site}</label>
    <select id="site" name="site">
      ${sites.map(
        ({ id, name }) =>
          html`<option value="${id}" ${id === site.id ? raw("selected") : ""}>${name}</option>`,
      )}
    </select>
    <button>${words.show}</button>
  </form>`;
}

function serviceRow(board: StatusBoard, service: StatusSnapshot["services"][number]): Html {
  const { locale } = board;
  const words = text(locale).status;
  const days = board.history.find(({ serviceId }) => serviceId === service.id)?.days ?? [];
  const told = days.filter(({ worst }) => troubled.includes(worst) || worst === "maintenance");
  return html`<li>
    <h3>${service.name}</h3>
    <p class="now" id="state-${service.id}" data-live data-state>${stateWord(service.status, locale)}</p>
    <div
      class="days"
      id="days-${service.id}"
      data-live
      data-label="${words.days(service.name)}"
      data-last="${days.at(-1)?.day ?? ""}"
    >
      ${days.map((day) => dayMark(board, service.id, day))}
    </div>
    <p class="said" id="said-${service.id}" data-live>${sumUp(days, locale)}</p>
    ${
      told.length === 0
        ? ""
        : html`<noscript>
            <ul class="days-told" role="list">
              ${told
                .toReversed()
                .map((day) => html`<li>${sayDay(day.day, locale)}: ${sayOfDay(day, locale)}</li>`)}
            </ul>
          </noscript>`
    }
  </li>`;
}

type Day = ServiceHistory["days"][number];

/** A plain day is a bare mark: most of them are, and there are hundreds. */
function dayMark({ locale, incidents, region }: StatusBoard, serviceId: string, day: Day): Html {
  if (day.worst === "ok") return html`<i></i>`;
  if (day.worst === "unknown") return html`<i class="unknown"></i>`;
  const incident = incidents.find(
    ({ service, startedAt }) =>
      [serviceId, "platform"].includes(service) && dayIn(startedAt, region.timeZone) === day.day,
  );
  return html`<i
    class="${day.worst}"
    data-said="${sayOfDay(day, locale)}"
    ${incident === undefined ? "" : html`data-incident="${incident.id}"`}
  ></i>`;
}

function sayOfDay({ worst, minutesByStatus }: Day, locale: Locale): string {
  return `${text(locale).status.states[worst]}, ${sayDuration(minutesByStatus[worst] ?? 0)}`;
}

/** The marks in words, for everybody who does not see or point at them. */
function sumUp(days: readonly Day[], locale: Locale): string {
  const words = text(locale).status;
  const bad = days.filter(({ worst }) => troubled.includes(worst));
  const planned = days.filter(({ worst }) => worst === "maintenance").length;
  const minutes = bad.reduce(
    (sum, { minutesByStatus }) =>
      sum + troubled.reduce((ofDay, status) => ofDay + (minutesByStatus[status] ?? 0), 0),
    0,
  );
  const firstWatched = days.findIndex(({ worst }) => worst !== "unknown");
  const firstDay = days[firstWatched];
  if (!firstDay) return words.notWatched;
  return [
    bad.length > 0 ? words.troubledDays(bad.length, days.length, sayDuration(minutes)) : "",
    planned > 0 ? words.plannedDays(planned) : "",
    bad.length + planned === 0 ? words.nothingToReport : "",
    firstWatched > 0 ? words.notWatchedBefore(sayDay(firstDay.day, locale, "long")) : "",
  ]
    .filter(Boolean)
    .join("; ");
}

// The rest -------------------------------------------------------------------------------------------------

function foot({ locale, site, region, now }: StatusBoard): Html {
  const words = text(locale).status;
  const { isOpen, changesAt } = openingOf(region, now);
  const team = region.name[locale];
  return html`<footer class="foot">
    <p>
      <b>${team}</b>,
      ${
        isOpen
          ? words.openUntil(sayHour(changesAt, locale, region.timeZone))
          : words.opens(sayTime(changesAt, locale, region.timeZone))
      }<br />
      ${region.phone === null ? "" : html`<a href="tel:${region.phone.replaceAll(" ", "")}">${region.phone}</a>, `}
      <a href="mailto:${region.email}">${region.email}</a>
    </p>
    <p><a href="${contactUrl({ locale, site: site.id })}">${words.report}</a></p>
  </footer>`;
}

/** What the page's script shows when it has lost us: it must not go on saying that all is well. */
function templates({ locale, region, snapshot }: StatusBoard): Html {
  const words = text(locale).status;
  return html`<template id="blind-verdict" data-title="${words.pageTitle(words.connectionLost)}">
      <h1>${stateGlyph("unknown")}<span>${words.connectionLost}</span></h1>
      <p>${words.connectionLostAdvice(sayHour(new Date(snapshot.at), locale, region.timeZone))}</p>
    </template>
    <template id="blind-state">${stateWord("unknown", locale)}</template>
    <template id="what-happened"><a>${words.whatHappened}</a></template>`;
}

/** "2026-11-24": the day of a moment at a place. */
function dayIn(time: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(time);
}
