import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { visitor } from "./board.ts";
import { assetNames } from "./files.ts";
import { troubleBar } from "./trouble-bar.ts";
import type { Visit } from "./visit.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  title: string;
  /** What the page tells the help widget that it is. */
  screen: string;
  section?: "meetings" | "documents" | "directory";
  body: Html;
}

/** What a strict portal allows, and the little that the help widget needs of it. */
export function contentSecurityPolicy(helpUrl: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${helpUrl}`,
    "style-src 'self'",
    `img-src 'self' ${helpUrl} data:`,
    `connect-src 'self' ${helpUrl}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
}

/** One page of the portal: its frame, the help widget's tag as any platform would place it, and the bar. */
export function renderPage(visit: Visit, page: Page): Html {
  const { text, build, helpUrl } = visit;
  const asset = (name: string) => `/assets/${build}/${name}`;
  return html`<!doctype html>
    <html lang="${visit.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · Norvane Group</title>
        <link rel="icon" href="${asset(assetNames.mark)}" />
        <link rel="stylesheet" href="${asset(assetNames.portalStyle)}" />
        <link rel="stylesheet" href="${asset(assetNames.barStyle)}" />
        <script src="${asset(assetNames.portalScript)}" type="module"></script>
        <script src="${asset(assetNames.barScript)}" type="module"></script>
        <script src="${helpUrl}/widget.js" data-site="boards-eu" data-build="${build}" async></script>
      </head>
      <body
        data-screen="${page.screen}"
        data-signed-in="${visit.isSignedIn ? "yes" : "no"}"
        data-on="${[...visit.on].join(" ")}"
      >
        <a class="skip" href="#content">${text.skipToContent}</a>
        ${visit.isSignedIn ? signedInHeader(visit, page.section) : signedOutHeader()}
        <main id="content" tabindex="-1" class="${visit.isSignedIn ? "work" : "door"}">${page.body}</main>
        ${footer(visit)} ${troubleBar(visit)}
      </body>
    </html>`;
}

const mark = html`<svg viewBox="0 0 22 22" aria-hidden="true">
  <path d="M2 2h5.5L15 12.5V2h5v18h-5.5L7 9.5V20H2z" />
</svg>`;

function signedOutHeader(): Html {
  return html`<header class="top"><a class="mark" href="/login">${mark}Norvane Group</a></header>`;
}

function signedInHeader({ text }: Visit, section: Page["section"]): Html {
  const link = (name: NonNullable<Page["section"]>) =>
    html`<a href="/${name}" ${name === section ? html`aria-current="page"` : ""}>${text.sections[name]}</a>`;
  return html`<header class="top">
    <a class="mark" href="/meetings">${mark}Norvane Group</a>
    <nav aria-label="${text.mainMenu}">${link("meetings")}${link("documents")}${link("directory")}</nav>
    <span class="who">${visitor.name}<span aria-hidden="true">${visitor.initials}</span></span>
    <form method="post" action="/sign-out"><button class="plain">${text.signOut}</button></form>
  </header>`;
}

function footer({ text, build, path }: Visit): Html {
  const { locale, name } = text.otherLanguage;
  return html`<footer class="foot">
    <span>${text.fictional}</span><span>${text.version(build)}</span>
    <a href="${path}?lang=${locale}" lang="${locale}" hreflang="${locale}">${name}</a>
  </footer>`;
}
