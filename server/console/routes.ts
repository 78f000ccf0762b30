import { Hono, type Context as HonoContext } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { limits } from "../contract/limits.ts";
import { locales } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { text } from "../text/text.ts";
import { agentOf, type ConsoleEnv, ownPath, refuseForgedForms, requireAgent } from "./access.ts";
import { type Agent, saveReading } from "./agents.ts";
import { fieldsOf } from "./form-fields.ts";
import { renderConsolePage } from "./frame.ts";
import { knowledgeRoutes } from "./knowledge-routes.ts";
import { mailRoutes } from "./mail-routes.ts";
import { queueRoutes } from "./queue-routes.ts";
import { bodyAtMost } from "../read-input.ts";
import { isTimeZone } from "./say-time.ts";
import { sitesRoutes } from "./sites-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";

/** `/console`, where support works: signing in is open to all, everything after it to agents. */
export function consoleRoutes(context: Context): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  routes.use(refuseForgedForms(context));
  routes.use(bodyAtMost(limits.reportBytes));
  routes.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });

  routes.route("/", signInRoutes(context));
  routes.use(requireAgent(context));
  routes.post("/reading", async (c) => {
    const { locale: chosen, timeZone = "", next } = await fieldsOf(c);
    const locale = locales.find((one) => one === chosen);
    if (!locale || !isTimeZone(timeZone)) throw new Problem("input-invalid");
    await saveReading(context.database, c.get("agent"), { locale, timeZone });
    return c.redirect(ownPath(next), 303);
  });
  routes.route("/knowledge", knowledgeRoutes(context));
  routes.route("/mail", mailRoutes(context));
  routes.route("/", sitesRoutes(context));
  routes.route("/", queueRoutes(context));

  routes.onError(async (error, c) => {
    const agent = error instanceof Problem ? await agentOf(context, c) : undefined;
    if (!(error instanceof Problem) || !agent || !c.req.header("accept")?.includes("text/html")) throw error;
    return renderProblem(context, c, agent, error);
  });
  return routes;
}

/** A problem as the signed-in agent reads it, with a way back. */
function renderProblem(context: Context, c: HonoContext, agent: Agent, problem: Problem): Promise<Response> {
  const { title, detail } = text(agent.locale).problems[problem.code];
  return renderConsolePage(
    context,
    c,
    agent,
    {
      title,
      section: "queue",
      body: html`<main id="main" class="nothing">
        <h1>${title}</h1>
        <p>${detail}</p>
        <p><a href="/console">${text(agent.locale).console.ticket.queue}</a></p>
      </main>`,
    },
    problem.status as ContentfulStatusCode, // problemCodes holds 4xx and 5xx only
  );
}
