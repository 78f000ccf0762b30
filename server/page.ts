import type { Context as HonoContext } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "./contract/types.ts";
import { frontDoorUrl, helpUrl, statusUrl } from "./help-url.ts";
import { stylesPath } from "./page-styles.ts";
import { text } from "./text/text.ts";

type Html = ReturnType<typeof html>;

export interface Page {
  locale: Locale;
  title: string;
  body: Html;
  /** The same page in the other language. */
  otherLanguageUrl?: string;
  /** Of which site its reader comes, if that is known: the masthead's links carry it along. */
  site?: string | undefined;
  /** Which link of the masthead this page belongs to. */
  section?: "help" | "status";
  /** Extra elements for <head>: description, alternate languages. */
  head?: Html;
  /** Paths of script modules, each on our origin. */
  scripts?: string[];
  /** Where the page's text may run wider than a column of 760 px. */
  isWide?: boolean;
}

/** The frame of a public page: masthead, main, and nothing that the CSP would refuse. */
export function renderPage(
  c: HonoContext,
  page: Page,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const words = text(page.locale).frame;
  const current = (section: Page["section"]) => (page.section === section ? html`aria-current="page"` : "");
  return renderDocument(
    c,
    page,
    html`<a class="skip" href="#main">${words.skip}</a>
      <header class="masthead">
        <div class="frame${page.isWide ? " wide" : ""}">
          <a class="brand" href="${frontDoorUrl(page)}">${words.brand} <span>${words.help}</span></a>
          <nav aria-label="${words.help}">
            <a href="${helpUrl(page)}" ${current("help")}>${words.helpCentre}</a>
            <a href="${statusUrl(page)}" ${current("status")}>${words.status}</a>
            ${
              page.otherLanguageUrl === undefined
                ? ""
                : html`<a href="${page.otherLanguageUrl}" lang="${page.locale === "en" ? "fr" : "en"}"
                    >${words.otherLanguage}</a
                  >`
            }
          </nav>
        </div>
      </header>
      <main id="main" class="frame${page.isWide ? " wide" : ""}">${page.body}</main>`,
    status,
  );
}

/** A whole document around a body of one's own; the console draws its frame with it. */
export async function renderDocument(
  c: HonoContext,
  page: Pick<Page, "locale" | "title" | "head" | "scripts"> & { bodyClass?: string },
  body: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="${page.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="stylesheet" href="${stylesPath}" />
        <link rel="icon" href="data:," />
        ${page.head ?? ""}
        ${(page.scripts ?? []).map((path) => html`<script type="module" src="${path}"></script>`)}
      </head>
      <body class="${page.bodyClass ?? ""}">
        ${body}
      </body>
    </html>`;
  return c.html(document, status);
}
