import { Hono, type Context as HonoContext } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Context } from "../context.ts";
import { localeOf } from "../locale.ts";
import { renderPage } from "../page.ts";
import { Problem } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { text } from "../text/text.ts";
import { agentOf, keepSession, ownPath, signOut } from "./access.ts";
import { createAgent, findAgent, saveReading } from "./agents.ts";
import { fieldsOf } from "./form-fields.ts";
import { mailSignInLink, redeemSignInLink, startSession } from "./sessions.ts";

const demoAgent = { email: "camille.roy@example.com", name: "Camille Roy", permissions: ["security"] };

/** Signing in and out: a link by mail, and one click while this is a demonstration. */
export function signInRoutes(context: Context): Hono {
  const { settings, clock, log } = context;
  // Mails to one address must not pile up; guesses from one network must not go on.
  const limitAddress = createRateLimit(clock, [{ atMost: 5, seconds: 900 }]);
  const limitNetwork = createRateLimit(clock, [{ atMost: 30, seconds: 900 }]);
  const routes = new Hono();

  routes.get("/sign-in", async (c) => {
    const next = ownPath(c.req.query("next"));
    if (await agentOf(context, c)) return c.redirect(next);
    if (c.req.query("sent") !== undefined) return renderSent(c);
    return renderSignIn(c, { next, isDemo: settings.isDemo });
  });

  routes.post("/sign-in", async (c) => {
    limitNetwork(networkOf(c, settings.trustProxy));
    const { email = "", ...fields } = await fieldsOf(c);
    const next = ownPath(fields.next);
    if (!z.email().safeParse(email).success) {
      return renderSignIn(c, { next, isDemo: settings.isDemo, refused: email });
    }
    limitAddress(email.toLowerCase());
    // Not awaited: how long it takes would tell whether the address is known.
    mailSignInLink(context, email, next).catch((error: unknown) =>
      log.error("console: a sign-in link was not mailed", { error }),
    );
    return c.redirect(`/console/sign-in?sent&lang=${localeOf(c)}`, 303);
  });

  routes.get("/sign-in/:token", (c) => renderLink(c));

  routes.post("/sign-in/:token", async (c) => {
    limitNetwork(networkOf(c, settings.trustProxy));
    keepSession(context, c, await redeemSignInLink(context, c.req.param("token")));
    return c.redirect(ownPath(c.req.query("next")), 303);
  });

  routes.post("/demo-sign-in", async (c) => {
    if (!settings.isDemo) throw new Problem("not-found");
    await signInDemoAgent(context, c);
    return c.redirect(ownPath(c.req.query("next")), 303);
  });

  // The demonstration's "see it as support" opens the ticket itself.
  routes.get("/tickets/:key", async (c, next) => {
    if (!settings.isDemo || (await agentOf(context, c))) return next();
    await signInDemoAgent(context, c);
    return c.redirect(new URL(c.req.url).pathname);
  });

  routes.post("/sign-out", async (c) => {
    await signOut(context, c);
    return c.redirect("/console/sign-in", 303);
  });

  return routes;
}

async function signInDemoAgent(context: Context, c: HonoContext): Promise<void> {
  const { database } = context;
  const agent = (await findAgent(database, demoAgent.email)) ?? (await createAgent(database, demoAgent));
  await saveReading(database, agent, { locale: localeOf(c), timeZone: agent.timeZone });
  keepSession(context, c, await startSession(context, agent.agentId));
}

function renderSignIn(
  c: HonoContext,
  { next, isDemo, refused }: { next: string; isDemo: boolean; refused?: string },
): Response | Promise<Response> {
  const locale = localeOf(c);
  const words = text(locale).console.signIn;
  const query = `?next=${encodeURIComponent(next)}`;
  return renderPage(
    c,
    {
      locale,
      title: words.title,
      otherLanguageUrl: `/console/sign-in${query}&lang=${locale === "en" ? "fr" : "en"}`,
      body: html`<div class="notice-page">
        <h1>${words.title}</h1>
        ${
          isDemo
            ? html`<form class="sign-in" method="post" action="/console/demo-sign-in${query}&lang=${locale}">
                <p>${words.demoLead}</p>
                <button class="primary">${words.demo}</button>
              </form>`
            : ""
        }
        <form class="sign-in" method="post" action="/console/sign-in?lang=${locale}" novalidate>
          <input type="hidden" name="next" value="${next}" />
          <p id="lead">${words.lead}</p>
          <label for="email">${words.email}</label>
          ${refused === undefined ? "" : html`<p class="mend critical" id="mend">${words.emailInvalid}</p>`}
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            value="${refused ?? ""}"
            aria-describedby="${refused === undefined ? "lead" : "mend"}"
            ${refused === undefined ? "" : html`aria-invalid="true" autofocus`}
          />
          <button class="${isDemo ? "" : "primary"}">${words.send}</button>
        </form>
      </div>`,
    },
    refused === undefined ? 200 : 422,
  );
}

function renderSent(c: HonoContext): Response | Promise<Response> {
  const locale = localeOf(c);
  const words = text(locale).console.signIn;
  return renderPage(c, {
    locale,
    title: words.sentTitle,
    body: html`<div class="notice-page">
      <h1>${words.sentTitle}</h1>
      <p>${words.sent}</p>
      <p>${words.sentNothing}</p>
      <p><a href="/console/sign-in?lang=${locale}">${words.again}</a></p>
    </div>`,
  });
}

/** Mail scanners and previews follow links by GET: only the button, a POST, uses the link up. */
function renderLink(c: HonoContext): Response | Promise<Response> {
  const locale = localeOf(c);
  const words = text(locale).console.signIn;
  c.header("referrer-policy", "no-referrer");
  return renderPage(c, {
    locale,
    title: words.title,
    body: html`<div class="notice-page">
      <h1>${words.linkTitle}</h1>
      <form class="sign-in" method="post">
        <p>${words.linkLead}</p>
        <button class="primary">${words.linkAct}</button>
      </form>
      <p><a href="/console/sign-in?lang=${locale}">${words.newLink}</a></p>
    </div>`,
  });
}
