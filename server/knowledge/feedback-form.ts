import { html } from "hono/html";
import type { CheckedArticle } from "../../content/check-article.ts";
import { feedbackReasons } from "../contract/feedback.ts";
import { limits } from "../contract/limits.ts";
import { helpUrl } from "../help-url.ts";
import type { Page } from "../page.ts";
import { text } from "../text/text.ts";

type Html = ReturnType<typeof html>;

/** What a form shows: nothing yet, what was typed with what to mend, or thanks. */
export type FeedbackState =
  | {
      makeToken: () => string;
      values?: FeedbackValues;
      mend?: { field?: string | undefined; sentence: string };
    }
  | { thanks: "helpful" | "sent" };

export interface FeedbackValues {
  reasons: string[];
  comment: string;
  email: string;
}

/** Under every article: was it helpful, and if not, why. A plain form; browser/feedback.ts adds to it. */
export function feedbackForm(article: CheckedArticle, site: string | undefined, state: FeedbackState): Html {
  const words = text(article.locale).help.feedback;
  if ("thanks" in state) {
    return html`<section class="feedback" id="feedback" aria-label="${words.question}">
      <p class="ok" role="status">
        <b>${state.thanks === "helpful" ? words.thanks : words.sent}</b>
      </p>
    </section>`;
  }
  const { slug, locale, hash } = article;
  const action = `${helpUrl({ locale, site }, `${slug}/feedback`)}#feedback`;
  const hidden = () =>
    html`<input type="hidden" name="token" value="${state.makeToken()}" />
      <input type="hidden" name="version" value="${hash}" />`;
  return html`<section
    class="feedback"
    id="feedback"
    aria-labelledby="helpful"
    data-slug="${slug}"
    data-verifying="${words.verifying}"
    data-select-reason="${words.selectReason}"
    data-failed="${words.failed}"
    data-thanks="${words.thanks}"
    data-sent="${words.sent}"
  >
    <h2 id="helpful">${words.question}</h2>
    <form method="post" action="${action}">
      ${hidden()}
      <button name="helpful" value="yes">${words.yes}</button>
    </form>
    <details ${state.mend === undefined ? "" : html`open`}>
      <summary class="button">${words.no}</summary>
      ${improveForm(words, { action, hidden: hidden(), values: state.values, mend: state.mend })}
    </details>
    <p class="said" role="status"></p>
  </section>`;
}

type Words = ReturnType<typeof text>["help"]["feedback"];

function improveForm(
  words: Words,
  {
    action,
    hidden,
    values = { reasons: [], comment: "", email: "" },
    mend,
  }: {
    action: string;
    hidden: Html;
    values?: FeedbackValues | undefined;
    mend: { field?: string | undefined; sentence: string } | undefined;
  },
): Html {
  const isBesideField = ["reasons", "comment", "email"].some((field) => field === mend?.field);
  const mendOf = (field: string) =>
    mend?.field === field ? html`<p class="mend critical" id="${field}-mend">${mend.sentence}</p>` : "";
  const described = (field: string, hint?: string) => {
    const ids = [mend?.field === field ? `${field}-mend` : "", hint ?? ""].filter(Boolean).join(" ");
    return ids === "" ? "" : html`aria-describedby="${ids}"`;
  };
  return html`<form class="improve" method="post" action="${action}">
    ${hidden}
    <h3>${words.sorry}</h3>
    ${mend && !isBesideField ? html`<p class="mend critical" role="alert">${mend.sentence}</p>` : ""}
    <fieldset ${described("reasons")}>
      <legend>${words.reasonsLabel} <span class="small muted">${words.atLeastOne}</span></legend>
      ${mendOf("reasons")}
      <div class="chips">
        ${feedbackReasons.map(
          (reason) =>
            html`<label
              ><input
                type="checkbox"
                name="reasons"
                value="${reason}"
                ${values.reasons.includes(reason) ? html`checked` : ""}
              />${words.reasons[reason]}</label
            >`,
        )}
      </div>
    </fieldset>
    <div class="field">
      <label for="comment">${words.comment} <span class="small muted">${words.optional}</span></label>
      <p class="small muted" id="comment-hint">${words.commentHint}</p>
      ${mendOf("comment")}
      <textarea
        id="comment"
        name="comment"
        rows="3"
        maxlength="${limits.commentLength}"
        ${described("comment", "comment-hint")}
      >
${values.comment}</textarea>
    </div>
    <div class="field">
      <label for="email">${words.email} <span class="small muted">${words.optional}</span></label>
      <p class="small muted" id="email-hint">${words.emailHint}</p>
      ${mendOf("email")}
      <input
        id="email"
        type="email"
        name="email"
        value="${values.email}"
        maxlength="${limits.emailLength}"
        autocomplete="email"
        ${described("email", "email-hint")}
        ${mend?.field === "email" ? html`aria-invalid="true"` : ""}
      />
    </div>
    <p><button class="primary" name="helpful" value="no">${words.send}</button></p>
  </form>`;
}

/** The form again, by itself, with what to mend. */
export function feedbackPage(article: CheckedArticle, site: string | undefined, state: FeedbackState): Page {
  const { locale, slug, title } = article;
  const reader = { locale, site };
  const words = text(locale).help;
  return {
    ...reader,
    title: `${words.feedback.question} | ${title}`,
    section: "help",
    scripts: ["/assets/feedback.js"],
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<nav class="crumbs" aria-label="${words.youAreHere}">
        <a href="${helpUrl(reader)}">${words.title}</a> /
        <a href="${helpUrl(reader, slug)}">${title}</a>
      </nav>
      <h1 class="again">${title}</h1>
      ${feedbackForm(article, site, state)}`,
  };
}
