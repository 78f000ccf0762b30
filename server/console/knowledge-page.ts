import { html } from "hono/html";
import { feedbackReasons } from "../contract/feedback.ts";
import type { Locale } from "../contract/types.ts";
import type { ArticleRow, TermRow, TicketTermRow } from "../knowledge/author-lists.ts";
import { text } from "../text/text.ts";
import type { Html } from "./frame.ts";
import { bareTable, type Cell, type Column, part, type Reading, sayShare, table } from "./knowledge-parts.ts";
import { sayNear, timeTag } from "./say-time.ts";

export const periods = [30, 90, 365] as const;
const rowsShown = 20; // the CSV has the rest

/** What to mend or write next: articles that fail, terms that lead nowhere, then all articles. */
export function overviewBody(
  page: Reading,
  {
    articles,
    withoutResult,
    withTicket,
  }: { articles: ArticleRow[]; withoutResult: TermRow[]; withTicket: TicketTermRow[] },
): Html {
  const words = text(page.agent.locale).authors;
  return html`<h1>${words.title}</h1>
    <p class="muted">${words.lead}</p>
    ${periodLinks(page)}
    ${failing(
      page,
      articles.filter(({ isFailing }) => isFailing),
    )}
    ${termsWithoutResult(page, withoutResult)} ${termsWithTicket(page, withTicket)}
    ${allArticles(page, articles)}`;
}

function periodLinks({ agent, days }: Reading): Html {
  const words = text(agent.locale).authors;
  return html`<nav class="views" aria-label="${words.period}">
    ${periods.map(
      (one) =>
        html`<a href="?days=${one}" ${one === days ? html`aria-current="page"` : ""}
          >${words.periods[one]}</a
        >`,
    )}
  </nav>`;
}

function failing(page: Reading, articles: ArticleRow[]): Html {
  const words = text(page.agent.locale).authors;
  return part(page, "failing-articles", {
    title: words.failing,
    lead: words.failingLead,
    none: words.noneFails,
    body: articles.length === 0 ? undefined : articleTable(page, words.failing, articles),
  });
}

function allArticles(page: Reading, articles: ArticleRow[]): Html {
  const words = text(page.agent.locale).authors;
  const read = articles
    .filter(({ votes, openings }) => votes + openings > 0)
    .sort((a, b) => b.votes + b.openings - (a.votes + a.openings));
  const quiet = articles.filter((article) => !read.includes(article));
  return part(page, "articles", {
    title: words.all,
    body: html`${read.length === 0 ? "" : articleTable(page, words.all, read)}
    ${
      quiet.length === 0
        ? ""
        : html`<details>
            <summary>${words.quiet(quiet.length)}</summary>
            <ul role="list" class="quiet">
              ${quiet.map(
                ({ slug, locale, title }) =>
                  html`<li lang="${locale}"><a href="/console/knowledge/${locale}/${slug}">${title}</a></li>`,
              )}
            </ul>
          </details>`
    }`,
  });
}

function articleTable(page: Reading, name: string, articles: ArticleRow[]): Html {
  const rows = articles.map((row) => articleCells(page, row));
  return table(name, articleColumns(page), rows, { isWide: true });
}

function articleColumns({ agent }: Reading): Column[] {
  const { columns } = text(agent.locale).authors;
  return [
    [columns.article],
    [columns.language, "nowrap"],
    [columns.votes, "right"],
    [columns.helpful, "right nowrap"],
    [columns.before, "right nowrap"],
    [columns.reasons],
    [columns.comments, "right"],
    [columns.opened, "right"],
    [columns.tickets, "right"],
  ];
}

function articleCells({ agent }: Reading, row: ArticleRow): Cell[] {
  const words = text(agent.locale).authors;
  const reasons = feedbackReasons
    .filter((reason) => row.reasons[reason] > 0)
    .sort((a, b) => row.reasons[b] - row.reasons[a])
    .slice(0, 2)
    .map((reason) => words.counted(words.reasons[reason], row.reasons[reason]));
  return [
    html`<a href="/console/knowledge/${row.locale}/${row.slug}" lang="${row.locale}">${row.title}</a>`,
    words.languages[row.locale],
    row.votes,
    sayShare(row.helpfulShare, agent),
    html`<span class="muted">${sayShare(row.earlierShare, agent)}</span>`,
    reasons.join(", "),
    row.comments || "",
    row.openings || "",
    row.tickets || "",
  ];
}

function termsWithoutResult(page: Reading, terms: TermRow[]): Html {
  const words = text(page.agent.locale).authors;
  const { columns } = words;
  const body =
    terms.length === 0
      ? undefined
      : bareTable(
          [
            [columns.words],
            [columns.language, "nowrap"],
            [columns.searches, "right"],
            [columns.last, "right nowrap"],
          ],
          terms.slice(0, rowsShown).map((term) => termCells(page, term)),
        );
  return part(page, "terms-without-result", {
    title: words.withoutResult,
    lead: words.withoutResultLead,
    none: words.noneWithoutResult,
    body,
  });
}

function termsWithTicket(page: Reading, terms: TicketTermRow[]): Html {
  const words = text(page.agent.locale).authors;
  const { columns } = words;
  const titleOf = (slug: string | null, locale: Locale) =>
    page.context.knowledge.articles.find((one) => one.slug === slug && one.locale === locale)?.title ??
    words.nothing;
  const body =
    terms.length === 0
      ? undefined
      : table(
          words.withTicket,
          [
            [columns.words],
            [columns.language, "nowrap"],
            [columns.searches, "right"],
            [columns.last, "right nowrap"],
            [columns.tickets, "right"],
            [columns.openedMost],
          ],
          terms
            .slice(0, rowsShown)
            .map((term) => [
              ...termCells(page, term),
              term.tickets,
              term.opened === null
                ? html`<span class="muted">${words.nothing}</span>`
                : html`<a href="/console/knowledge/${term.locale}/${term.opened}"
                    >${titleOf(term.opened, term.locale)}</a
                  >`,
            ]),
        );
  return part(page, "terms-with-ticket", {
    title: words.withTicket,
    lead: words.withTicketLead,
    none: words.noneWithTicket,
    body,
  });
}

function termCells({ context, agent }: Reading, { words, locale, searches, lastAt }: TermRow): Cell[] {
  return [
    html`<span lang="${locale}">${words}</span>`,
    text(agent.locale).authors.languages[locale],
    searches,
    timeTag(lastAt, agent, sayNear(lastAt, context.clock.now(), agent)),
  ];
}
