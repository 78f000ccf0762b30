import { html } from "hono/html";
import { countryName } from "../../content/country-name.ts";
import type { Context } from "../context.ts";
import type { Locale } from "../contract/types.ts";
import type { StatedFact } from "../facts/facts.ts";
import { namedFacts } from "../tickets/facts.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { glyph } from "./glyphs.ts";
import { sayAgo, sayDuration, sayNear, timeTag } from "./say-time.ts";

/** What the platform says of the person and of itself, what is wrong first: nobody must be asked for it. */
export function statedFacts(context: Context, agent: Agent, { facts }: DeskTicket): Html | "" {
  if (facts.length === 0) return "";
  const words = text(agent.locale).console.ticket;
  const now = context.clock.now();
  const inOrder = (["fail", "warn", "unknown", "pass"] as const).flatMap((outcome) =>
    facts.filter((fact) => fact.outcome === outcome),
  );
  return html`<section class="part" id="stated">
    <header><h2>${words.stated}</h2></header>
    <dl class="pairs stated">
      ${inOrder.map((fact) => {
        const said = timeTag(fact.statedAt, agent, sayAgo(fact.statedAt, now, agent.locale));
        const until = timeTag(fact.until, agent, sayNear(fact.until, now, agent));
        return html`<dt>${words.checks[fact.id] ?? fact.id}</dt>
          <dd>
            ${inTone(context, agent.locale, fact)}
            <span class="muted">· ${words.saidAt} ${said}, ${words.holdsUntil} ${until}</span>
          </dd>`;
      })}
    </dl>
  </section>`;
}

function inTone({ knowledge }: Context, locale: Locale, fact: StatedFact): Html | string {
  const parts = namedFacts(fact).map(([name, value]) => sayFact(fact.id, name, value));
  const said = parts.join(", ") || text(locale).console.ticket.outcomes[fact.outcome];
  if (fact.outcome === "fail") return html`<span class="critical">${glyph("critical")} ${said}</span>`;
  return fact.outcome === "warn" ? html`<span class="minor">${glyph("minor")} ${said}</span>` : said;

  /** What no list names is said as the platform wrote it. */
  function sayFact(check: string, name: string, value: unknown): string {
    const { values, numbers, ending, sentAgo } = text(locale).facts;
    const asWritten = String(value);
    const word = values[`${name}.${asWritten}`];
    if (word !== undefined) return word;
    if (name === "ending") return ending(asWritten);
    if (name === "sms_country") return countryName(asWritten, locale);
    if (name === "sms_code" || name === "sso_code") {
      const meaning = knowledge.errorCodes.find(({ code }) => code === asWritten)?.meaning[locale];
      return [asWritten, meaning?.replace(/\.$/, "")].filter(Boolean).join(": ");
    }
    if (typeof value !== "number") return name === check ? asWritten : `${plain(name)} ${asWritten}`;
    if (name === "age") return sentAgo(text(locale).console.ago(sayDuration(value * 1_000, locale)));
    const number = value.toLocaleString(locale);
    return numbers[name]?.(number, value) ?? `${plain(name)} ${number}`;
  }
}

function plain(name: string): string {
  return name.replaceAll("_", " ");
}
