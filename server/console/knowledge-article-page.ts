import { html } from "hono/html";
import type { CheckedArticle } from "../../content/check-article.ts";
import { feedbackReasons } from "../contract/feedback.ts";
import type { ArticleRow, CommentRow, TrendRow } from "../knowledge/author-lists.ts";
import { text } from "../text/text.ts";
import { sayDay } from "../times.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { state } from "./glyphs.ts";
import {
  bareTable,
  type Cell,
  type Column,
  plainPart,
  type Reading,
  sayShare,
  table,
} from "./knowledge-parts.ts";
import { sayNear, timeTag } from "./say-time.ts";

/** What is known of one article. */
export interface Judged {
  row: ArticleRow | undefined;
  comments: CommentRow[];
  months: (TrendRow & { month: string })[];
  versions: (TrendRow & { version: string; updated: string | null })[];
}

/** How an article does over time, why it does not help, and what the present version mends. */
export function articleBody(
  page: Reading,
  article: CheckedArticle,
  { row, comments, months, versions }: Judged,
): Html {
  const { agent } = page;
  const words = text(agent.locale).authors;
  const { columns } = words;
  const { slug, locale, title, updated, hash } = article;
  const votes: Column[] = [
    [columns.votes, "right"],
    [columns.helpful, "right nowrap"],
  ];
  const shares = (trend: TrendRow): Cell[] => [trend.votes, sayShare(trend.helpful / trend.votes, agent)];
  return html`<p><a href="/console/knowledge">${words.back}</a></p>
    <h1 lang="${locale}">${title}</h1>
    <p class="muted">
      ${words.languages[locale]} · ${words.presentOf(sayDay(updated, agent.locale, "long"))}
      <code>${hash}</code> · <a href="/help/${locale}/${slug}">${words.read}</a>
    </p>
    <p>
      ${row && row.votes > 0 ? words.helpfulNow(sayShare(row.helpfulShare, agent), row.votes) : words.noVotes}
    </p>
    ${
      row && row.votes > 0
        ? html`<div class="trend">
            ${plainPart(
              words.byMonth,
              bareTable(
                [[columns.month], ...votes],
                months.map((trend) => [sayMonth(trend.month, agent), ...shares(trend)]),
              ),
            )}
            ${plainPart(
              words.byVersion,
              bareTable(
                [[columns.version], ...votes],
                versions.map((trend) => [versionName(page, trend, hash), ...shares(trend)]),
              ),
            )}
            ${plainPart(
              words.why,
              html`<ul role="list" class="counts">
                ${feedbackReasons
                  .filter((reason) => row.reasons[reason] > 0)
                  .map(
                    (reason) =>
                      html`<li>
                        <span>${words.reasons[reason]}</span> <b class="num">${row.reasons[reason]}</b>
                      </li>`,
                  )}
              </ul>`,
            )}
          </div>`
        : ""
    }
    ${said(page, article, comments)}`;
}

function said(page: Reading, { slug, locale }: CheckedArticle, comments: CommentRow[]): Html {
  const words = text(page.agent.locale).authors;
  const { columns } = words;
  // What has neither words nor somebody who waits is counted above.
  const told = comments.filter(({ comment, wantsToKnow }) => comment !== null || wantsToKnow);
  if (told.length === 0) return plainPart(words.whatReadersSay, html`<p>${words.noComments}</p>`);
  const canBeMended = told.some(isMendable);
  const rows = table(
    words.whatReadersSay,
    [[columns.choose], [columns.said, "nowrap"], [columns.reasons], [columns.comment], [columns.state]],
    told.map((comment) => commentCells(page, comment)),
  );
  return plainPart(
    words.whatReadersSay,
    html`<form method="post" action="/console/knowledge/${locale}/${slug}/fixed">
      ${rows}
      ${
        canBeMended
          ? html`<p class="muted">${words.fixedHint}</p>
              <p><button class="primary">${words.markFixed}</button></p>`
          : html`<p class="muted">${words.nothingToFix}</p>`
      }
    </form>`,
  );
}

function isMendable({ isPresent, fixedAt }: CommentRow): boolean {
  return !isPresent && fixedAt === null;
}

function commentCells({ context, agent }: Reading, comment: CommentRow): Cell[] {
  const words = text(agent.locale).authors;
  const { id, at, reasons, wantsToKnow, fixedAt, isPresent } = comment;
  const now = context.clock.now();
  const when = sayNear(at, now, agent);
  return [
    isMendable(comment)
      ? html`<input
          type="checkbox"
          name="comment"
          value="${id}"
          checked
          aria-label="${`${words.columns.choose}, ${when}`}"
        />`
      : "",
    timeTag(at, agent, when),
    reasons.map((reason) => words.reasons[reason]).join(", "),
    comment.comment === null
      ? html`<span class="muted">${words.noComment}</span>`
      : html`<span class="text" lang="${comment.locale}">${comment.comment}</span>`,
    html`${
      fixedAt
        ? state("ok", words.fixed(sayNear(fixedAt, now, agent)), "ok")
        : state("waiting", isPresent ? words.openPresent : words.open)
    }
    ${wantsToKnow ? html`<br /><span class="muted">${words.wantsToKnow}</span>` : ""}`,
  ];
}

function versionName(
  { agent }: Reading,
  { version, updated }: Judged["versions"][number],
  present: string,
): Html {
  const words = text(agent.locale).authors;
  const day = updated === null ? "" : words.versionOf(sayDay(updated, agent.locale, "long"));
  return html`${day}
    <code>${version}</code> ${version === present ? html`<span class="mark">${words.present}</span>` : ""}`;
}

function sayMonth(month: string, { locale }: Agent): string {
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-15`),
  );
}
