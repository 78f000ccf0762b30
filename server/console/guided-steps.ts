import { html } from "hono/html";
import { sayPath } from "../../content/guide-path.ts";
import type { Context } from "../context.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { sayDuration } from "./say-time.ts";

const shortestMilliseconds = 1_000; // what is quicker was done by the machine

/** What was asked, checked and repaired before the report, so that nobody does it again. */
export function guidedSteps({ knowledge }: Context, { locale }: Agent, { guidePath }: DeskTicket): Html | "" {
  if (guidePath.length === 0) return "";
  const words = text(locale).console.ticket;
  const find = (slug: string) => knowledge.articles.find((one) => one.slug === slug && one.locale === locale);
  const lines = sayPath(guidePath, find, words.path);
  return html`<section class="part" id="steps">
    <header><h2>${words.steps}</h2></header>
    <table class="events">
      <caption class="vh">
        ${words.steps}
      </caption>
      <tbody>
        ${lines.map(({ kind, what, outcome, changes }, index) => {
          const step = guidePath[index];
          const milliseconds = step?.milliseconds ?? 0;
          return html`<tr class="${toneOf(step?.outcome)} ${kind === "start" ? "cut" : ""}">
            <td>${milliseconds < shortestMilliseconds ? "" : sayDuration(milliseconds, locale)}</td>
            <td>${words.stepKinds[kind]}</td>
            <td>${what}${changes.map((change) => html`<br /><span class="muted">${change}</span>`)}</td>
            <td>${outcome}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

function toneOf(outcome = ""): "failed" | "warned" | "quiet" {
  if (/(^|_)fail(ed)?$/.test(outcome)) return "failed";
  return /(^|_)warn$/.test(outcome) ? "warned" : "quiet";
}
