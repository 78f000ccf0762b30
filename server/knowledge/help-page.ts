import { html } from "hono/html";
import { topics, type Audience, type CheckedArticle } from "../../content/check-article.ts";
import { codesIn, type ErrorCode } from "../../content/error-codes.ts";
import type { SearchHit } from "../../content/search.ts";
import { contactSlug, contactUrl, helpUrl, statusUrl, type HelpReader } from "../help-url.ts";
import { symptoms } from "../contract/symptoms.ts";
import { locales, type Locale } from "../contract/types.ts";
import type { Page } from "../page.ts";
import { stateGlyph } from "../status/state-glyph.ts";
import { text } from "../text/text.ts";
import type { Region, Regions } from "../tickets/regions.ts";
import { openingOf } from "../tickets/routing.ts";
import { formatter, sayHour } from "../times.ts";
import { minutesToRead, widestAudience } from "./article-page.ts";
import { notForSearchEngines, pageHead } from "./page-head.ts";
import type { UsefulNow } from "./useful-now.ts";

type Html = ReturnType<typeof html>;

/** What the help centre's own pages show, in one language. */
export interface HelpCentre extends HelpReader {
  articles: readonly CheckedArticle[];
  errorCodes: readonly ErrorCode[];
  regions: Regions;
  useful: UsefulNow;
  publicUrl: string;
  now: Date;
}

export const mostHits = 10;
const mostOpen = 3;

/** Whose articles the list by subject may be narrowed to. Everybody's is the whole list. */
export const narrower = ["admin", "support"] as const satisfies Audience[];

export function helpPage(centre: HelpCentre, audience: Audience | undefined): Page {
  const { locale, publicUrl } = centre;
  const words = text(locale).help;
  return askingPage(centre, {
    title: words.question,
    head: pageHead(
      { publicUrl, path: "" },
      { locale, title: words.question, description: words.description },
    ),
    query: audience && { for: audience },
    body: html`<div class="pairwise">${useful(centre)} ${teams(centre)}</div>
      ${subjects(centre, audience)}`,
  });
}

export function searchPage(centre: HelpCentre, asked: string, hits: readonly SearchHit[]): Page {
  const words = text(centre.locale).help;
  const found = hits.length > 0 ? words.found(hits.length) : words.nothingFound;
  return askingPage(centre, {
    title: found,
    head: notForSearchEngines,
    asked,
    body: html`<section class="found" aria-labelledby="found">
        ${codeMeanings(centre, asked)}
        <h2 id="found">${found}</h2>
        ${
          hits.length > 0
            ? hitList(centre, hits)
            : html`<p>${words.nothingFoundAdvice}</p>
                <p><a class="button" href="${contactUrl(centre)}">${words.report}</a></p>`
        }
      </section>
      ${subjects(centre)}`,
  });
}

/** For an address that no article has: what its words may have meant, and a way on. */
export function missingPage(centre: HelpCentre, hits: readonly SearchHit[]): Page {
  const words = text(centre.locale).help;
  return askingPage(centre, {
    title: words.missing,
    head: notForSearchEngines,
    heading: words.missing,
    advice: words.missingAdvice,
    body: html`${
      hits.length > 0
        ? html`<section class="found" aria-labelledby="found">
            <h2 id="found">${words.found(hits.length)}</h2>
            ${hitList(centre, hits)}
          </section>`
        : ""
    }
    ${subjects(centre)}`,
  });
}

// Parts ----------------------------------------------------------------------------------------------------

function askingPage(
  centre: HelpCentre,
  {
    title,
    head,
    heading,
    advice,
    asked = "",
    query = asked === "" ? undefined : { q: asked },
    body,
  }: {
    title: string;
    head: Html;
    heading?: string;
    advice?: string;
    asked?: string;
    query?: Record<string, string> | undefined;
    body: Html;
  },
): Page {
  const { locale, site } = centre;
  const words = text(locale).help;
  const other = locales.find((one) => one !== locale) ?? locale;
  return {
    locale,
    title: `${title} | ${text(locale).frame.brand} ${words.title}`,
    head,
    scripts: ["/assets/help-search.js"],
    section: "help",
    isWide: true,
    site,
    otherLanguageUrl: helpUrl({ locale: other, site }, undefined, query),
    body: html`<section class="ask">
        <h1>${heading ?? words.question}</h1>
        ${advice === undefined ? "" : html`<p>${advice}</p>`}
        <form role="search" action="/help/${locale}">
          ${site === undefined ? "" : html`<input type="hidden" name="site" value="${site}" />`}
          <label for="q">${words.searchLabel}</label>
          <input id="q" type="search" name="q" value="${asked}" maxlength="500" required autocomplete="off" />
          <button class="primary">${words.search}</button>
        </form>
        <p class="vh" role="status" data-found="${JSON.stringify(foundSentences(locale))}"></p>
        ${openNow(centre)}
      </section>
      <div id="answer">${body}</div>
      ${resultsPattern(centre)}`,
  };
}

/** What the script says of no result, of one, and so on. */
function foundSentences(locale: Locale): string[] {
  const words = text(locale).help;
  return Array.from({ length: mostHits + 1 }, (_, count) =>
    count === 0 ? words.nothingFound : words.found(count),
  );
}

/** What is known to be wrong comes before all advice: it may be us, not them. */
function openNow(centre: HelpCentre): Html | string {
  const { open, isAnySite } = centre.useful;
  if (open.length === 0) return "";
  const words = text(centre.locale);
  return html`<ul class="open-now" role="list">
    ${open.slice(0, mostOpen).map(
      ({ status, title, article, site }) =>
        html`<li>
          <span class="${status}"
            >${stateGlyph(status)} ${isAnySite ? words.help.ofSite(site.name, title) : title}</span
          >
          ${article === undefined ? "" : html`<a href="${helpUrl(centre, article)}">${words.status.whatToDo}</a>`}
        </li>`,
    )}
    <li><a href="${statusUrl(centre)}">${words.help.statusBoard}</a></li>
  </ul>`;
}

function useful(centre: HelpCentre): Html {
  const { articles } = centre.useful;
  const words = text(centre.locale).help;
  const reasons = [...new Set(articles.map(({ because }) => because))];
  return html`<section aria-labelledby="useful">
    <h2 id="useful">${words.usefulNow}</h2>
    <p class="small muted">${words.usefulBecause(reasons)}</p>
    <ol class="rows" role="list">
      ${articles.map(
        ({ article }) =>
          html`<li>
            <a href="${helpUrl(centre, article.slug)}">${article.title}</a>
            <span class="small muted">${words.minutesShort(minutesToRead(article.blocks))}</span>
            ${forWhom(article)}
            <p>${article.summary}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}

function teams(centre: HelpCentre): Html {
  const { locale, regions, now, useful } = centre;
  const words = text(locale).help;
  const own = regions.find(({ id }) => id === useful.region);
  return html`<section aria-labelledby="teams">
    <h2 id="teams">${words.someoneToTalkTo}</h2>
    ${own ? ownTeam(own, locale) : ""}
    <ul class="teams" role="list">
      ${regions.map((region) => team(region, locale, now))}
    </ul>
    <p class="small muted">${words.localTimes}</p>
    <p><a href="${contactUrl(centre)}">${words.allContacts}</a></p>
  </section>`;
}

/** Of the site that the reader comes from. */
function ownTeam({ name, phone, email }: Region, locale: Locale): Html {
  return html`<p class="own-team">
    ${text(locale).help.yourTeam(name[locale])}<br />
    ${phone === null ? "" : html`<a href="tel:${phone.replaceAll(" ", "")}">${phone}</a><br />`}
    <a href="mailto:${email}">${email}</a>
  </p>`;
}

function team(region: Region, locale: Locale, now: Date): Html {
  const words = text(locale).help;
  const { isOpen, changesAt } = openingOf(region, now);
  const hour = sayHour(changesAt, locale, region.timeZone);
  const day = formatter(locale, region.timeZone, { weekday: "long" }).format(changesAt);
  return html`<li class="${isOpen ? "open" : ""}">
    <span>${region.name[locale]}</span>
    <span class="small muted">${isOpen ? words.openUntil(hour) : words.opensOn(day, hour)}</span>
  </li>`;
}

function subjects(centre: HelpCentre, audience?: Audience): Html {
  const { locale, articles } = centre;
  const words = text(locale).help;
  const shown = articles
    .filter((article) => audience === undefined || article.audience.includes(audience))
    .sort((a, b) => tileOf(a) - tileOf(b));
  const filled = topics.filter((topic) => shown.some((article) => article.topic === topic));
  return html`<section class="subjects" id="subjects" aria-labelledby="by-subject">
    <h2 id="by-subject">${words.bySubject}</h2>
    <nav class="audiences" aria-label="${words.showArticles}">
      ${[undefined, ...narrower].map((one) => audienceLink(centre, one, one === audience))}
    </nav>
    <nav class="jump" aria-label="${words.bySubject}">
      ${filled.map((topic) => html`<a href="#${topic}">${words.topics[topic]}</a>`)}
    </nav>
    <div class="topics">
      ${filled.map(
        (topic) =>
          html`<section id="${topic}">
            <h3>${words.topics[topic]}</h3>
            <ul role="list">
              ${shown
                .filter((article) => article.topic === topic)
                .map(
                  (article) =>
                    html`<li>
                      <a href="${helpUrl(centre, article.slug)}">${article.title}</a>
                      ${topic === "administrators" ? "" : forWhom(article)}
                    </li>`,
                )}
            </ul>
          </section>`,
      )}
    </div>
  </section>`;
}

/** Within a subject the order is that of the report form's tiles: what stops most people comes first. */
function tileOf({ symptom }: CheckedArticle): number {
  return symptom === undefined ? symptoms.length : symptoms.indexOf(symptom);
}

function audienceLink(centre: HelpCentre, audience: Audience | undefined, isShown: boolean): Html {
  const words = text(centre.locale).help;
  const count = centre.articles.filter((article) => !audience || article.audience.includes(audience)).length;
  return html`<a
    href="${helpUrl(centre, undefined, audience && { for: audience })}#subjects"
    ${isShown ? html`aria-current="true"` : ""}
    >${audience ? words.audience[audience] : words.allArticles} <span class="num">${count}</span></a
  >`;
}

function hitList(centre: HelpCentre, hits: readonly SearchHit[]): Html {
  const rows = hits.flatMap(({ slug }) => centre.articles.find((article) => article.slug === slug) ?? []);
  return html`<ol class="hits" role="list">
    ${rows.map((article) => hitRow(centre, article))}
  </ol>`;
}

function hitRow(
  reader: HelpReader,
  article: Pick<CheckedArticle, "locale" | "slug" | "title" | "summary" | "audience">,
): Html {
  const { slug, title, summary } = article;
  return html`<li>
    <h3><a href="${helpUrl(reader, slug)}">${title}</a></h3>
    ${forWhom(article)}
    <p>${summary}</p>
  </li>`;
}

/** What the script fills for each article that it finds. */
function resultsPattern(reader: HelpReader): Html {
  const { locale } = reader;
  const { question } = text(locale).help;
  return html`<template id="results">
    <h2>${question}</h2>
    <ol class="hits" role="list">
      ${hitRow(reader, { locale, slug: contactSlug, title: question, summary: "", audience: ["admin"] })}
    </ol>
  </template>`;
}

/** Only where an article is not for everybody. */
function forWhom(article: Pick<CheckedArticle, "locale" | "audience">): Html | string {
  const audience = widestAudience(article);
  return audience === "user"
    ? ""
    : html`<span class="for">${text(article.locale).help.audience[audience]}</span>`;
}

/** Who pasted an error learns what its code means, even where no article tells more. */
function codeMeanings({ locale, errorCodes }: HelpCentre, asked: string): Html[] {
  const codes = errorCodes.filter(({ code }) => codesIn(asked, [code]).length > 0);
  return codes.map(
    ({ code, source, meaning }) =>
      html`<p class="meaning">
        <code>${code}</code> <span class="small muted">${source}</span><br />
        ${meaning[locale]}
      </p>`,
  );
}
