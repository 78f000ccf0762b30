import { Hono, type Context as HonoContext } from "hono";
import { html } from "hono/html";
import type { CheckedArticle } from "../../content/check-article.ts";
import type { Context } from "../context.ts";
import {
  listArticles,
  listComments,
  listTermsWithoutResult,
  listTermsWithTicket,
  readTrend,
} from "../knowledge/author-lists.ts";
import { markFixed } from "../knowledge/mark-fixed.ts";
import { Problem } from "../problem.ts";
import { readForm } from "../read-input.ts";
import { text } from "../text/text.ts";
import type { ConsoleEnv } from "./access.ts";
import { type Html, renderConsolePage } from "./frame.ts";
import { glyph } from "./glyphs.ts";
import { articleBody } from "./knowledge-article-page.ts";
import { overviewBody, periods } from "./knowledge-page.ts";

/** What readers say of articles and what they sought: for authors, never in support's queue. */
export function knowledgeRoutes(context: Context): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get("/", async (c) => {
    const days = periods.find((one) => String(one) === c.req.query("days")) ?? 90;
    const [articles, withoutResult, withTicket] = await Promise.all([
      listArticles(context, { days }),
      listTermsWithoutResult(context, { days }),
      listTermsWithTicket(context, { days }),
    ]);
    const page = { context, agent: c.get("agent"), days };
    const words = text(page.agent.locale).authors;
    return render(context, c, words.title, overviewBody(page, { articles, withoutResult, withTicket }));
  });

  routes.get("/:locale/:slug", async (c) => {
    const article = find(context, c);
    const [rows, comments, trend] = await Promise.all([
      listArticles(context, { days: 365 }),
      listComments(context, { days: 365 }, article),
      readTrend(context, article),
    ]);
    const row = rows.find(({ slug, locale }) => slug === article.slug && locale === article.locale);
    return render(
      context,
      c,
      article.title,
      articleBody({ context, agent: c.get("agent"), days: 365 }, article, { row, comments, ...trend }),
    );
  });

  routes.post("/:locale/:slug/fixed", async (c) => {
    const article = find(context, c);
    const chosen = (await readForm(c)).getAll("comment").filter(isUuid);
    const { fixed, told } = await markFixed(context, c.get("agent").actor, article, chosen);
    return c.redirect(
      `/console/knowledge/${article.locale}/${article.slug}?fixed=${fixed}&told=${told}`,
      303,
    );
  });

  return routes;
}

type Request = HonoContext<ConsoleEnv>;

function find({ knowledge }: Context, c: Request): CheckedArticle {
  const { locale, slug } = c.req.param();
  const article = knowledge.articles.find((one) => one.locale === locale && one.slug === slug);
  if (!article) throw new Problem("article-not-found");
  return article;
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function render(context: Context, c: Request, title: string, body: Html): Promise<Response> {
  const agent = c.get("agent");
  const { fixed, told } = c.req.query();
  const outcome =
    fixed === undefined
      ? ""
      : html`${glyph("ok")} ${text(agent.locale).authors.markedFixed(Number(fixed), Number(told))}`;
  return renderConsolePage(context, c, agent, {
    title,
    section: "knowledge",
    body: html`<main id="main" class="sheet">
      <p class="done" role="status">${outcome}</p>
      ${body}
    </main>`,
  });
}
