import { html } from "hono/html";
import type { Context } from "../context.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import type { ListName } from "./knowledge-api.ts";

/** For whom a page is drawn, and over how many days it looks back. */
export interface Reading {
  context: Context;
  agent: Agent;
  days: number;
}

export type Column = [name: string, classes?: string];
export type Cell = string | number | Html;

export function part(
  { agent, days }: Reading,
  list: ListName,
  { title, lead, none, body }: { title: string; lead?: string; none?: string; body: Html | undefined },
): Html {
  const words = text(agent.locale).authors;
  return html`<section class="part">
    <header>
      <h2>${title}</h2>
      ${lead === undefined ? "" : html`<span class="muted">${lead}</span>`}
      <span class="end"
        ><a href="/api/console/knowledge/${list}.csv?days=${days}" aria-label="${words.csv(title)}"
          >${words.csvShort}</a
        ></span
      >
    </header>
    ${body ?? html`<p>${none}</p>`}
  </section>`;
}

export function plainPart(title: string, body: Html): Html {
  return html`<section class="part">
    <header><h2>${title}</h2></header>
    ${body}
  </section>`;
}

/** On a phone it scrolls sideways by itself: `isWide` has so many columns that they need more room there. */
export function table(
  name: string,
  columns: Column[],
  rows: Cell[][],
  { isWide = false }: { isWide?: boolean } = {},
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    ${bareTable(columns, rows, isWide ? "rows wide" : "rows")}
  </div>`;
}

/** Of few and narrow columns, which fit a phone. */
export function bareTable(columns: Column[], rows: Cell[][], classes = "rows"): Html {
  return html`<table class="${classes}">
    <thead>
      <tr>
        ${columns.map(([column, classes = ""]) => html`<th scope="col" class="${classes}">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, index) => html`<td class="${columns[index]?.[1] ?? ""}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function sayShare(share: number | null, { locale }: Agent): string {
  if (share === null) return "–";
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
