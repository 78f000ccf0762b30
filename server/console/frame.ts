import type { Context as HonoContext } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { locales } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { renderDocument } from "../page.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import { glyphSheet } from "./glyphs.ts";
import { cityOf, sayNear, timeTag } from "./say-time.ts";

export type Html = ReturnType<typeof html>;

export interface ConsolePage {
  title: string;
  section: "queue" | "knowledge" | "sites" | "mail";
  body: Html;
  /** Above everything, across the page. */
  banner?: Html;
  /** What the search box holds. */
  searched?: string | undefined;
  /** List and ticket fill the window, each with a scroll bar of its own. */
  isDesk?: boolean;
  scripts?: string[];
}

/** The frame of every page for a signed-in agent, in their language. */
export function renderConsolePage(
  context: Context,
  c: HonoContext,
  agent: Agent,
  page: ConsolePage,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { locale } = agent;
  const words = text(locale).console;
  const section = (name: ConsolePage["section"], path: string) =>
    html`<a href="${path}" ${page.section === name ? html`aria-current="page"` : ""}
      >${words.sections[name]}</a
    >`;
  return renderDocument(
    c,
    {
      locale,
      title: `${page.title} | ${words.helpDesk}`,
      scripts: page.scripts ?? [],
      bodyClass: page.isDesk ? "console console-desk" : "console",
    },
    html`<a class="skip" href="#main">${text(locale).frame.skip}</a>
      ${glyphSheet}
      <header class="top">
        <a class="brand" href="/console">${text(locale).frame.brand} <span>${words.helpDesk}</span></a>
        <nav aria-label="${words.sectionsLabel}">
          ${section("queue", "/console")} ${section("knowledge", "/console/knowledge")}
          ${section("sites", "/console/sites")} ${section("mail", "/console/mail")}
        </nav>
        <form class="search" role="search" action="/console">
          <label class="vh" for="search">${words.search}</label>
          <input
            id="search"
            name="q"
            type="search"
            placeholder="${words.searchHint}"
            value="${page.searched ?? ""}"
          />
        </form>
        ${me(context, c, agent)}
      </header>
      ${page.banner ?? ""} ${page.body}`,
    status,
  );
}

/** Who is signed in, what their clock shows, and how they want to read. */
function me(context: Context, c: HonoContext, agent: Agent): Html {
  const words = text(agent.locale).console;
  const now = context.clock.now();
  const { pathname, search } = new URL(c.req.url);
  const next = c.req.method === "GET" ? pathname + search : "/console";
  const zones = new Set([agent.timeZone, ...context.regions.map(({ timeZone }) => timeZone)]);
  return html`<details class="me" id="me">
    <summary>
      ${words.me.label(agent.name, cityOf(agent.timeZone))}
      <span id="my-clock" data-live>${timeTag(now, agent, sayNear(now, now, agent))}</span>
    </summary>
    <div class="me-menu">
      <form method="post" action="/console/reading">
        <input type="hidden" name="next" value="${next}" />
        <label for="my-language">${words.me.language}</label>
        <select id="my-language" name="locale">
          ${locales.map((locale) => option(locale, languageName[locale], agent.locale))}
        </select>
        <label for="my-zone">${words.me.timeZone}</label>
        <select id="my-zone" name="timeZone">
          ${[...zones].map((zone) => option(zone, cityOf(zone), agent.timeZone))}
        </select>
        <button>${words.save}</button>
      </form>
      <form method="post" action="/console/sign-out">
        <button class="link">${words.me.signOut}</button>
      </form>
    </div>
  </details>`;
}

/** Each language in itself, so that whoever landed in the wrong one finds theirs. */
const languageName = { en: "English", fr: "Français" };

/** One choice of a `<select>`. */
export function option(value: string, label: string, selected: string | undefined): Html {
  return html`<option value="${value}" ${value === selected ? html`selected` : ""}>${label}</option>`;
}
