import { html } from "hono/html";
import type { Inline } from "../../content/article.ts";
import type { CheckedArticle } from "../../content/check-article.ts";
import type { GuideView, Way } from "../../content/guide.ts";
import type { Locale } from "../contract/types.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";
import { contactUrl, helpUrl } from "../help-url.ts";
import { renderBlocks, type BlockLinks } from "./render-blocks.ts";

type Html = ReturnType<typeof html>;

/** A guide as it stands; what it still runs or leads to elsewhere, the route has done. */
export type Standing = Exclude<GuideView, { kind: "run" } | { kind: "go" }>;

interface Places {
  site: string | undefined;
  publicUrl: string;
  /** This place, as an address's query. */
  query: Record<string, string>;
  addressIn: (locale: Locale) => string;
  /** The questions with their answers and the steps that were taken, for whoever helps next. */
  tried: readonly string[];
}

export function guidePage(article: CheckedArticle, view: Standing, places: Places): Page {
  const { locale, slug, topic, title } = article;
  const reader = { locale, site: places.site };
  const words = text(locale).help;
  return {
    ...reader,
    title: `${title}: ${words.guide.stepByStep} | ${text(locale).frame.brand} ${words.title}`,
    section: "help",
    isWide: true,
    otherLanguageUrl: places.addressIn(locale === "en" ? "fr" : "en"),
    // Each place is a page of its own, and none of them is an answer to a search.
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<nav class="crumbs" aria-label="${words.youAreHere}">
        <a href="${helpUrl(reader)}">${words.title}</a> /
        <a href="${helpUrl(reader)}#${topic}">${words.topics[topic]}</a> /
        <a href="${helpUrl(reader, slug)}">${title}</a>
      </nav>
      <div class="article">
        <article class="guide">
          <h1>${title}</h1>
          <p class="meta">${words.guide.stepByStep}</p>
          ${standing(view, article, places)}
          <p class="meta">
            <a href="${helpUrl(reader, `${slug}/guide`)}">${words.guide.again}</a> ·
            <a href="${helpUrl(reader, slug)}">${words.guide.wholeArticle}</a>
          </p>
        </article>
      </div>`,
  };
}

function standing(view: Standing, { locale, slug }: CheckedArticle, places: Places): Html {
  const { site, publicUrl, addressIn, query, tried } = places;
  const reader = { locale, site };
  const words = text(locale).help.guide;
  const links: BlockLinks = { ...reader, publicUrl, report: text(locale).help.report };
  const said = (inlines: readonly Inline[] | undefined) =>
    inlines ? html`<div class="answer">${paragraph(inlines, links)}</div>` : "";
  // Buttons, not links: whoever follows every link would walk every way there is through every guide.
  const choices = (buttons: Html | Html[]) =>
    html`<form class="choices" action="/help/${locale}/${slug}/guide">
      ${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${buttons}
    </form>`;
  switch (view.kind) {
    case "ask":
      return html`${said(view.text)} ${note(view.note)}
      ${choices(
        view.answers.map(({ id, label }) => html`<button name="answer" value="${id}">${label}</button>`),
      )}`;
    case "paste":
      return html`${said(view.text)}
        <form class="paste" method="post" action="${addressIn(locale)}">
          <label for="message">${words.message}</label>
          <textarea id="message" name="message" rows="4" maxlength="4000" required></textarea>
          <div class="choices">
            <button class="primary">${words.lookForCode}</button>
            <button name="none" value="yes" formnovalidate>${words.noMessage}</button>
          </div>
        </form>`;
    case "do":
    case "read": {
      const { ways, isTask } = view.kind === "read" ? view : { ways: [], isTask: true };
      return html`${said(view.text)} ${note(view.note)} ${renderWays(ways, links)}
      ${choices(
        html`<button class="primary" name="answer" value="go_on">
          ${isTask ? words.done : words.goOn}
        </button>`,
      )}`;
    }
    case "end":
      return view.end === "solved"
        ? html`<h2>${words.solved}</h2>
            ${said(view.text)}
            <p>${words.solvedAdvice}</p>
            <p class="choices"><a class="button" href="${helpUrl(reader)}">${words.toHelp}</a></p>`
        : html`<h2>${words.ticket}</h2>
            ${said(view.text)}
            <p>${words.ticketAdvice}</p>
            <p class="choices">
              <a class="button primary" href="${contactUrl(reader)}">${text(locale).help.report}</a>
            </p>
            ${
              tried.length > 0
                ? html`<h2>${words.tried}</h2>
                    <ul class="points" role="list">
                      ${tried.map((step) => html`<li>${step}</li>`)}
                    </ul>`
                : ""
            }`;
  }
}

/** One way stands open; of several, a reader chooses. */
function renderWays(fitting: readonly Way[], links: BlockLinks): Html | Html[] {
  const [only, ...others] = fitting;
  if (only && others.length === 0)
    return html`<h2>${only.title}</h2>
      ${renderBlocks(only.blocks, links)}`;
  return fitting.map(
    ({ title, blocks }) =>
      html`<details>
        <summary>${title}</summary>
        ${renderBlocks(blocks, links)}
      </details>`,
  );
}

function paragraph(inlines: readonly Inline[], links: BlockLinks): Html[] {
  return renderBlocks([{ kind: "paragraph", text: [...inlines] }], links);
}

function note(words: string | undefined): Html | string {
  return words === undefined ? "" : html`<p>${words}</p>`;
}
