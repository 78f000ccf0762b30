import type { IncomingMessage } from "node:http";
import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { Context } from "./context.ts";
import { checkRoutes } from "./checks/routes.ts";
import { consoleApiRoutes } from "./console/api-routes.ts";
import { consoleRoutes } from "./console/routes.ts";
import { factRoutes } from "./facts/routes.ts";
import { frontDoorRoutes } from "./front-door/routes.ts";
import { identityRoutes } from "./identity/routes.ts";
import { feedbackRoutes } from "./knowledge/feedback-routes.ts";
import { guideRoutes } from "./knowledge/guide-routes.ts";
import { discoveryRoutes } from "./knowledge/discovery-routes.ts";
import { knowledgeRoutes } from "./knowledge/routes.ts";
import { searchLogRoutes } from "./knowledge/search-log.ts";
import { localeOf } from "./locale.ts";
import { openApiDocument } from "./openapi.ts";
import { renderPage } from "./page.ts";
import { disabledSites } from "./customers/customers.ts";
import { widgetRoutes } from "./customers/routes.ts";
import { statusPageRoutes } from "./status/page-routes.ts";
import { statusRoutes } from "./status/routes.ts";
import { ticketRoutes } from "./tickets/routes.ts";
import { styles, stylesPath } from "./page-styles.ts";
import { Problem, problemBody } from "./problem.ts";
import { widgetAssetRoutes } from "./widget-assets.ts";

/** Every route on one screen, the one error handler, the security headers. */
export function createApp(context: Context): Hono {
  const app = new Hono();
  // First: a script runs under the policy of the page that loads it; our pages' headers would be 1.4 kB of nothing.
  app.route(
    "/",
    widgetAssetRoutes(context, () => disabledSites(context.database)),
  );
  app.use(requestId());
  app.use(pageHeaders());
  app.use("/api/*", noStore);
  for (const path of [stylesPath, "/help/*"]) app.use(path, compress());
  for (const path of openToAnyOrigin) app.use(path, anyOrigin);

  const knowledge = knowledgeRoutes(context);
  app.route("/", frontDoorRoutes(context));
  app.route("/api/widget", widgetRoutes(context));
  app.route("/api/status", statusRoutes(context));
  app.route("/api/tickets", ticketRoutes(context));
  app.route("/", feedbackRoutes(context));
  app.route("/api/articles", knowledge.api);
  app.route("/api/searches", searchLogRoutes(context));
  app.route("/api/checks", checkRoutes(context));
  app.route("/api/facts", factRoutes(context));
  app.route("/api/identity", identityRoutes(context));
  app.route("/help", knowledge.pages);
  app.route("/help", guideRoutes(context));
  app.route("/", discoveryRoutes(context));
  app.route("/status", statusPageRoutes(context));
  app.route("/api/console", consoleApiRoutes(context));
  app.route("/console", consoleRoutes(context));
  app.get(stylesPath, (c) =>
    c.body(styles, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    }),
  );
  app.get("/openapi.json", (c) => c.json(openApiDocument(context.settings.publicUrl)));
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    await context.database.row("select 1");
    return c.json({ ok: true });
  });

  app.notFound((c) => answerProblem(c, new Problem("not-found")));
  app.onError((error, c) => {
    const where = { requestId: c.get("requestId"), path: c.req.routePath };
    if (error instanceof Problem) {
      if (error.status >= 500)
        context.log.error("request refused", { error: error.cause ?? error, ...where });
      return answerProblem(c, error);
    }
    if (error instanceof HTTPException) return error.getResponse();
    if (isBrokenOff(c)) return c.body(null, 400);
    context.log.error("request failed", { error, ...where });
    return answerProblem(c, new Problem("internal"));
  });
  return app;
}

/** Whether the client went while it was still sending: nothing of ours failed, and nobody hears the answer. */
function isBrokenOff(c: HonoContext): boolean {
  const incoming: IncomingMessage | undefined = c.env?.incoming; // what @hono/node-server gives; a test may have none
  return incoming !== undefined && incoming.destroyed && !incoming.complete;
}

/** RFC 9457 JSON for programs, a page with the same sentence for people. */
async function answerProblem(c: HonoContext, problem: Problem): Promise<Response> {
  const body = problemBody(problem, c);
  if (problem.retryAfterSeconds !== undefined) c.header("retry-after", String(problem.retryAfterSeconds));
  const isPage = !c.req.path.startsWith("/api/") && (c.req.header("accept") ?? "").includes("text/html");
  const status = problem.status as ContentfulStatusCode; // problemCodes holds 4xx and 5xx only
  if (!isPage) {
    c.header("content-language", localeOf(c));
    return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
  }
  const page = html`<div class="notice-page">
    <h1>${body.title}</h1>
    <p>${body.detail}</p>
  </div>`;
  return renderPage(c, { locale: localeOf(c), title: body.title, body: page }, status);
}

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/** What a platform's page may call: no cookie, so any origin. The console answers none. */
const openToAnyOrigin = [
  "/api/widget",
  "/api/tickets",
  "/api/tickets/*",
  "/api/articles",
  "/api/articles/*",
  "/api/captcha",
  "/api/searches",
  "/api/checks",
  "/api/identity",
  "/api/identity/*",
  "/api/status/*",
];

const preflight = cors({
  origin: "*",
  allowHeaders: ["authorization", "content-type", "if-none-match"],
  maxAge: 86_400,
});

const anyOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "OPTIONS") return preflight(c, next);
  // Said before there is an answer: whatever is put on one that is made already has it made again.
  c.header("access-control-allow-origin", "*");
  c.header("access-control-expose-headers", "etag,location,retry-after");
  await next();
};

/** Pages run our own files only, unless a page says otherwise. `frame-src` is for the console's view of a mail. */
function pageHeaders() {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "strict-origin-when-cross-origin",
    crossOriginResourcePolicy: false, // the widget's files say theirs
    xFrameOptions: "DENY",
  });
}
