import { html } from "hono/html";
import { topics, type CheckedArticle } from "../../content/check-article.ts";
import { codesIn, type ErrorCode } from "../../content/error-codes.ts";
import type { SearchHit } from "../../content/search.ts";
import { locales, type Locale } from "../contract/types.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";
import type { Region, Regions } from "../tickets/regions.ts";
import { openingOf } from "../tickets/routing.ts";
import { sayHour } from "../times.ts";
import { contactUrl, minutesToRead } from "./article-page.ts";

type Html = ReturnType<typeof html>;

/** What the help centre's own pages show, in one language. */
export interface HelpCentre {
  locale: Locale;
  articles: readonly CheckedArticle[];
  errorCodes: readonly ErrorCode[];
  regions: Regions;
  now: Date;
}

/** What keeps most people from working, first. */
const oftenNeeded = ["sms-code-not-received", "sso-certificate-expired", "clear-cache"];

export function helpPage(centre: HelpCentre): Page {
  const words = text(centre.locale).help;
  return askingPage(centre, {
    title: words.question,
    body: html`<div class="pairwise">${often(centre)} ${teams(centre)}</div>
      ${subjects(centre)}`,
  });
}

export function searchPage(centre: HelpCentre, asked: string, hits: readonly SearchHit[]): Page {
  const words = text(centre.locale).help;
  const found = hits.length > 0 ? words.found(hits.length) : words.nothingFound;
  return askingPage(centre, {
    title: found,
    asked,
    body: html`<section class="found" aria-labelledby="found">
        ${codeMeanings(centre, asked)}
        <h2 id="found">${found}</h2>
        ${
          hits.length > 0
            ? hitList(centre, hits)
            : html`<p>${words.nothingFoundAdvice}</p>
                <p><a class="button" href="${contactUrl(centre.locale)}">${words.report}</a></p>`
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
  { locale }: HelpCentre,
  {
    title,
    heading,
    advice,
    asked = "",
    body,
  }: { title: string; heading?: string; advice?: string; asked?: string; body: Html },
): Page {
  const words = text(locale).help;
  const other = locales.find((one) => one !== locale) ?? locale;
  return {
    locale,
    title: `${title} | ${text(locale).frame.brand} ${words.title}`,
    section: "help",
    isWide: true,
    otherLanguageUrl: `/help/${other}${asked === "" ? "" : `?q=${encodeURIComponent(asked)}`}`,
    body: html`<section class="ask">
        <h1>${heading ?? words.question}</h1>
        ${advice === undefined ? "" : html`<p>${advice}</p>`}
        <form role="search" action="/help/${locale}">
          <label for="q">${words.searchLabel}</label>
          <input id="q" type="search" name="q" value="${asked}" maxlength="500" required autocomplete="off" />
          <button class="primary">${words.search}</button>
        </form>
      </section>
      ${body}`,
  };
}

function often({ locale, articles }: HelpCentre): Html {
  const words = text(locale).help;
  const needed = oftenNeeded.flatMap((slug) => articles.find((article) => article.slug === slug) ?? []);
  return html`<section aria-labelledby="often">
    <h2 id="often">${words.oftenNeeded}</h2>
    <ol class="rows" role="list">
      ${needed.map(
        (article) =>
          html`<li>
            <a href="/help/${locale}/${article.slug}">${article.title}</a>
            <span class="small muted">${words.minutesShort(minutesToRead(article.blocks))}</span>
            <p>${article.summary}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}

function teams({ locale, regions, now }: HelpCentre): Html {
  const words = text(locale).help;
  return html`<section aria-labelledby="teams">
    <h2 id="teams">${words.someoneToTalkTo}</h2>
    <ul class="teams" role="list">
      ${regions.map((region) => team(region, locale, now))}
    </ul>
    <p class="small muted">${words.localTimes}</p>
    <p><a href="${contactUrl(locale)}">${words.allContacts}</a></p>
  </section>`;
}

function team(region: Region, locale: Locale, now: Date): Html {
  const words = text(locale).help;
  const { isOpen, changesAt } = openingOf(region, now);
  const hour = sayHour(changesAt, locale, region.timeZone);
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: region.timeZone }).format(
    changesAt,
  );
  return html`<li class="${isOpen ? "open" : ""}">
    <span>${region.name[locale]}</span>
    <span class="small muted">${isOpen ? words.openUntil(hour) : words.opensOn(day, hour)}</span>
  </li>`;
}

function subjects({ locale, articles }: HelpCentre): Html {
  const words = text(locale).help;
  const filled = topics.filter((topic) => articles.some((article) => article.topic === topic));
  return html`<section class="subjects" aria-labelledby="subjects">
    <h2 id="subjects">${words.bySubject}</h2>
    <div class="topics">
      ${filled.map(
        (topic) =>
          html`<section id="${topic}">
            <h3>${words.topics[topic]}</h3>
            <ul role="list">
              ${articles
                .filter((article) => article.topic === topic)
                .map(
                  (article) => html`<li><a href="/help/${locale}/${article.slug}">${article.title}</a></li>`,
                )}
            </ul>
          </section>`,
      )}
    </div>
  </section>`;
}

function hitList({ locale }: HelpCentre, hits: readonly SearchHit[]): Html {
  return html`<ol class="hits" role="list">
    ${hits.map(
      (hit) =>
        html`<li>
          <h3><a href="/help/${locale}/${hit.slug}">${hit.title}</a></h3>
          <p>${hit.excerpt}</p>
        </li>`,
    )}
  </ol>`;
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
