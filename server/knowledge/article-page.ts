import { html } from "hono/html";
import { anchorOf, textOf, type Block } from "../../content/article.ts";
import { audiences, type Audience, type CheckedArticle } from "../../content/check-article.ts";
import { contactSlug, helpUrl } from "../help-url.ts";
import { locales } from "../contract/types.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";
import { formatter } from "../times.ts";
import { feedbackForm, type FeedbackState } from "./feedback-form.ts";
import { addressOf, pageHead } from "./page-head.ts";
import { renderBlocks } from "./render-blocks.ts";
import { structuredData } from "./structured-data.ts";

type Html = ReturnType<typeof html>;

export function articlePage(
  article: CheckedArticle,
  {
    related,
    feedback,
    publicUrl,
    site,
  }: {
    related: readonly CheckedArticle[];
    feedback: FeedbackState;
    publicUrl: string;
    site: string | undefined;
  },
): Page {
  const { locale, slug, blocks } = article;
  const reader = { locale, site };
  const words = text(locale).help;
  const sections = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2
      ? [block.text]
      : block.kind === "otherwise"
        ? [block.title]
        : [],
  );
  const contents = html`<ul role="list">
    ${sections.map((title) => html`<li><a href="#${anchorOf(title)}">${title}</a></li>`)}
  </ul>`;
  const place = { publicUrl, path: `/${slug}` };
  return {
    locale,
    title: `${article.title} | ${text(locale).frame.brand} ${words.title}`,
    section: "help",
    scripts: ["/assets/feedback.js"],
    isWide: true,
    site,
    otherLanguageUrl: helpUrl({ locale: locale === "en" ? "fr" : "en", site }, slug),
    head: pageHead(place, {
      locale,
      title: article.title,
      description: article.summary,
      updated: article.updated,
      data: structuredData(article, place),
    }),
    body: html`<nav class="crumbs" aria-label="${words.youAreHere}">
        <a href="${helpUrl(reader)}">${words.title}</a> /
        <a href="${helpUrl(reader)}#${article.topic}">${words.topics[article.topic]}</a>
      </nav>
      <div class="article">
        <article>
          <h1>${article.title}</h1>
          <p class="meta">
            ${words.updatedOn} <time datetime="${article.updated}">${sayDate(article)}</time>&nbsp;·
            ${words.minutes(minutesToRead(blocks))}&nbsp;· ${words.audience[widestAudience(article)]}
          </p>
          ${article.isBehind ? html`<p class="notice">${words.isBehind} <a href="${helpUrl({ locale: locales[0], site }, slug)}" hreflang="${locales[0]}" data-address="${addressOf(place, locales[0])}">${words.readOriginal}</a></p>` : ""}
          <p class="meta printed">${addressOf(place, locale)}</p>
          ${forWhom(article)}
          <p class="answer">${article.summary}</p>
          ${article.guide ? html`<p class="to-guide"><a class="button" href="${helpUrl(reader, `${slug}/guide`)}">${words.guide.begin}</a></p>` : ""}
          ${
            sections.length < sectionsThatNeedAList
              ? ""
              : html`<details class="contents-first">
                  <summary>${words.onThisPage}</summary>
                  ${contents}
                </details>`
          }
          ${renderBlocks(blocks, {
            ...reader,
            publicUrl,
            ...(slug !== contactSlug && { report: words.report }),
          })}
          ${feedbackForm(article, site, feedback)}
        </article>
        <aside class="beside">
          <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">${words.onThisPage}</h2>
            ${contents}
          </nav>
          <nav aria-labelledby="close">
            <h2 id="close">${words.closeToThis}</h2>
            <ul role="list">
              ${related.map(
                (other) => html`<li><a href="${helpUrl(reader, other.slug)}">${other.title}</a></li>`,
              )}
            </ul>
          </nav>
        </aside>
      </div>`,
  };
}

/** A phone has no place beside the text: there a long article begins with its list, closed. */
const sectionsThatNeedAList = 4;

/** Who lacks the rights for all that follows learns it before the first step. */
function forWhom(article: CheckedArticle): Html | string {
  const audience = widestAudience(article);
  return audience === "user"
    ? ""
    : html`<p class="notice">${text(article.locale).help.needsRights[audience]}</p>`;
}

/** Of several ways that exclude each other, a reader follows one: the longest counts for all. */
export function minutesToRead(blocks: readonly Block[]): number {
  const wordsIn = (some: readonly Block[]) => textOf(some).split(/\s+/).length;
  const ways = blocks.filter((block) => block.kind === "details");
  const rest = blocks.filter((block) => block.kind !== "details");
  const count = wordsIn(rest) + Math.max(0, ...ways.map((way) => wordsIn([way])));
  return Math.max(1, Math.round(count / 220)); // words a minute, slower than a novel
}

export function widestAudience({ audience }: Pick<CheckedArticle, "audience">): Audience {
  return audiences.find((one) => audience.includes(one)) ?? "user";
}

/** In UTC it is the date that its author wrote. */
function sayDate({ updated, locale }: CheckedArticle): string {
  return formatter(locale, "UTC", { dateStyle: "long" }).format(new Date(updated));
}
