import { Hono } from "hono";
import { html } from "hono/html";
import type { Context } from "../context.ts";
import { frontDoorUrl, helpUrl, siteOf } from "../help-url.ts";
import { localeOf } from "../locale.ts";
import { renderPage } from "../page.ts";
import { Problem } from "../problem.ts";
import { demoUrlOf } from "../settings.ts";
import { sayHour } from "../times.ts";
import { text } from "../text/text.ts";

/** `/`, the three doors, and `/reports/:key`, where a mailed link opens its ticket. */
export function frontDoorRoutes(context: Context): Hono {
  const startedAt = context.clock.now();
  const { settings } = context;
  const demoUrl = demoUrlOf(settings);
  const routes = new Hono();

  routes.get("/", (c) => {
    const locale = localeOf(c);
    const site = siteOf(c);
    const words = text(locale).frame;
    const snippet = `<script src="${settings.publicUrl}/widget.js" data-site="boards-eu" async></script>`;
    return renderPage(c, {
      locale,
      title: `${words.brand} ${words.help}`,
      site,
      otherLanguageUrl: frontDoorUrl({ locale: locale === "en" ? "fr" : "en", site }),
      isWide: true,
      scripts: ["/assets/front-door.js"],
      body: html`<div class="doors-lead">
          <h1>${words.doorsTitle}</h1>
          <p>${settings.isDemo ? words.doorsLead : words.doorsLeadPlain}</p>
        </div>
        <section class="door">
          <h2>${words.problemDoor}</h2>
          <div>
            ${
              settings.isDemo
                ? html`<p>${words.problemDoorText}</p>
                    <p class="act">
                      <a class="button primary" href="${demoUrl}/sso/error?lang=${locale}"
                        >${words.problemDoorAct}</a
                      >
                      <span class="muted small">${words.problemDoorHint(new URL(demoUrl).host)}</span>
                    </p>`
                : html`<p>${words.problemDoorPlain}</p>
                    <p class="act">
                      <a class="button primary" href="${helpUrl({ locale, site })}"
                        >${words.problemDoorPlainAct}</a
                      >
                    </p>`
            }
          </div>
        </section>
        <section class="door">
          <h2>${words.supportDoor}</h2>
          <div>
            <p>${words.supportDoorText}</p>
            ${
              settings.isDemo
                ? html`<form method="post" action="/console/demo-sign-in">
                    <button>${words.supportDoorAct}</button>
                    <span class="muted small">${words.supportDoorHint}</span>
                  </form>`
                : html`<p class="act"><a class="button" href="/console">${words.supportDoorAct}</a></p>`
            }
          </div>
        </section>
        <section class="door">
          <h2>${words.embedDoor}</h2>
          <div>
            <p>${words.embedDoorText}</p>
            <div class="snippet">
              <pre tabindex="0"><code id="snippet">${snippet}</code></pre>
              <button type="button" data-copy="snippet" data-copied="${words.copied}" hidden>
                ${words.copy}
              </button>
            </div>
          </div>
        </section>
        <footer class="foot">
          <span>${words.upSince(sayHour(startedAt, locale, "Europe/Paris"))}</span>
          ${settings.isDemo ? html`<span>${words.demoNote}</span>` : ""}
        </footer>`,
    });
  });

  routes.get("/reports/:key", (c) => {
    const locale = localeOf(c);
    const words = text(locale).frame;
    const key = c.req.param("key").toUpperCase();
    if (!/^[A-Z0-9]{3}-[A-Z0-9]{3}$/.test(key)) throw new Problem("ticket-not-found");
    const site = siteOf(c);
    c.header("referrer-policy", "no-referrer");
    return renderPage(c, {
      locale,
      site,
      title: words.reportTitle(key),
      scripts: ["/assets/report.js"],
      head: html`<meta name="robots" content="noindex" />
        <script
          src="/widget.js"
          data-site="${site ?? "boards-eu"}"
          data-launcher="none"
          data-locale="${locale}"
          async
        ></script>`,
      body: html`<div class="notice-page" data-ticket="${key}">
        <h1>${words.reportTitle(key)}</h1>
        <p>${words.reportLead}</p>
        <noscript><p>${words.reportNoScript}</p></noscript>
      </div>`,
    });
  });

  return routes;
}
