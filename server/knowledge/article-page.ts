import { html } from "hono/html";
import { anchorOf, textOf, type Block } from "../../content/article.ts";
import { audiences, type CheckedArticle } from "../../content/check-article.ts";
import { locales } from "../contract/types.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";
import { feedbackForm, type FeedbackState } from "./feedback-form.ts";
import { renderBlocks } from "./render-blocks.ts";

/** The article that tells how to reach us; on a page of ours, "report it" leads there. */
const contactSlug = "contact-regional-support";

export function articlePage(
  article: CheckedArticle,
  {
    related,
    feedback,
    publicUrl,
  }: { related: readonly CheckedArticle[]; feedback: FeedbackState; publicUrl: string },
): Page {
  const { locale, slug, blocks } = article;
  const words = text(locale).help;
  const report = { url: contactUrl(locale), label: words.report };
  const sections = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2
      ? [block.text]
      : block.kind === "otherwise"
        ? [block.title]
        : [],
  );
  return {
    locale,
    title: `${article.title} | ${text(locale).frame.brand} ${words.title}`,
    section: "help",
    scripts: ["/assets/feedback.js"],
    isWide: true,
    otherLanguageUrl: `/help/${locale === "en" ? "fr" : "en"}/${slug}`,
    head: html`<meta name="description" content="${article.summary}" /> ${locales.map(
        (other) =>
          html`<link rel="alternate" hreflang="${other}" href="${publicUrl}/help/${other}/${slug}" />`,
      )}`,
    body: html`<nav class="crumbs" aria-label="${words.youAreHere}">
        <a href="/help/${locale}">${words.title}</a> /
        <a href="/help/${locale}#${article.topic}">${words.topics[article.topic]}</a>
      </nav>
      <div class="article">
        <article>
          <h1>${article.title}</h1>
          <p class="meta">
            ${words.updatedOn} <time datetime="${article.updated}">${sayDate(article)}</time> ·
            ${words.minutes(minutesToRead(blocks))} · ${words.audience[widestAudience(article)]}
          </p>
          ${article.isBehind ? html`<p class="behind">${words.isBehind} <a href="/help/${locales[0]}/${slug}" hreflang="${locales[0]}">${words.readOriginal}</a></p>` : ""}
          <p class="answer">${article.summary}</p>
          ${article.guide ? html`<p class="to-guide"><a class="button" href="/help/${locale}/${slug}/guide">${words.guide.begin}</a></p>` : ""}
          ${renderBlocks(blocks, { locale, ...(slug !== contactSlug && { report }) })}
          ${feedbackForm(article, feedback)}
        </article>
        <aside class="beside">
          <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">${words.onThisPage}</h2>
            <ul role="list">
              ${sections.map((title) => html`<li><a href="#${anchorOf(title)}">${title}</a></li>`)}
            </ul>
          </nav>
          <nav aria-labelledby="close">
            <h2 id="close">${words.closeToThis}</h2>
            <ul role="list">
              ${related.map(
                (other) => html`<li><a href="/help/${locale}/${other.slug}">${other.title}</a></li>`,
              )}
            </ul>
          </nav>
        </aside>
      </div>`,
  };
}

export function contactUrl(locale: string): string {
  return `/help/${locale}/${contactSlug}`;
}

/** Of several ways that exclude each other, a reader follows one: the longest counts for all. */
export function minutesToRead(blocks: readonly Block[]): number {
  const wordsIn = (some: readonly Block[]) => textOf(some).split(/\s+/).length;
  const ways = blocks.filter((block) => block.kind === "details");
  const rest = blocks.filter((block) => block.kind !== "details");
  const count = wordsIn(rest) + Math.max(0, ...ways.map((way) => wordsIn([way])));
  return Math.max(1, Math.round(count / 220)); // words a minute, slower than a novel
}

function widestAudience({ audience }: CheckedArticle) {
  return audiences.find((one) => audience.includes(one)) ?? "user";
}

function sayDate({ updated, locale }: CheckedArticle): string {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-FR", {
    dateStyle: "long",
    timeZone: "UTC", // the date as its author wrote it
  });
  return format.format(new Date(updated));
}
