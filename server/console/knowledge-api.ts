import { Hono } from "hono";
import { z } from "zod";
import { fixedInput } from "../contract/schemas.ts";
import { feedbackReasons } from "../contract/feedback.ts";
import type { Context } from "../context.ts";
import {
  type ArticleRow,
  listArticles,
  listComments,
  listFailingArticles,
  listTermsWithoutResult,
  listTermsWithTicket,
  type Period,
  type TermRow,
} from "../knowledge/author-lists.ts";
import { markFixed } from "../knowledge/mark-fixed.ts";
import { Problem } from "../problem.ts";
import { readInput } from "../read-input.ts";
import type { Viewer } from "../tickets/desk.ts";
import { type Cell, writeCsv } from "./write-csv.ts";

/** A list for authors: its rows, and what a line of its CSV holds. */
interface List<Row> {
  read(context: Context, period: Period): Promise<Row[]>;
  columns: Record<string, (row: Row) => Cell>;
}

const articleColumns: List<ArticleRow>["columns"] = {
  slug: ({ slug }) => slug,
  locale: ({ locale }) => locale,
  title: ({ title }) => title,
  version: ({ version }) => version,
  updated: ({ updated }) => updated,
  votes: ({ votes }) => votes,
  helpful: ({ helpful }) => helpful,
  helpfulShare: ({ helpfulShare }) => helpfulShare,
  earlierShare: ({ earlierShare }) => earlierShare,
  openings: ({ openings }) => openings,
  tickets: ({ tickets }) => tickets,
  comments: ({ comments }) => comments,
  ...Object.fromEntries(feedbackReasons.map((reason) => [reason, (row: ArticleRow) => row.reasons[reason]])),
  isFailing: ({ isFailing }) => isFailing,
};

const termColumns: List<TermRow>["columns"] = {
  words: ({ words }) => words,
  locale: ({ locale }) => locale,
  searches: ({ searches }) => searches,
  lastAt: ({ lastAt }) => lastAt,
};

/** By their names in the API. */
const lists = {
  articles: answers({ read: listArticles, columns: articleColumns }),
  "failing-articles": answers({ read: listFailingArticles, columns: articleColumns }),
  comments: answers({
    read: listComments,
    columns: {
      id: ({ id }) => id,
      at: ({ at }) => at,
      slug: ({ slug }) => slug,
      locale: ({ locale }) => locale,
      version: ({ version }) => version,
      isPresent: ({ isPresent }) => isPresent,
      reasons: ({ reasons }) => reasons.join(" "),
      comment: ({ comment }) => comment,
      wantsToKnow: ({ wantsToKnow }) => wantsToKnow,
      fixedIn: ({ fixedIn }) => fixedIn,
      fixedAt: ({ fixedAt }) => fixedAt,
    },
  }),
  "terms-without-result": answers({ read: listTermsWithoutResult, columns: termColumns }),
  "terms-with-ticket": answers({
    read: listTermsWithTicket,
    columns: { ...termColumns, tickets: ({ tickets }) => tickets, opened: ({ opened }) => opened },
  }),
};
export type ListName = keyof typeof lists;

/** The two ways in which a list is told, once nobody need know what its rows are. */
function answers<Row>({ read, columns }: List<Row>) {
  return {
    json: async (context: Context, period: Period): Promise<object> => ({
      rows: await read(context, period),
    }),
    csv: async (context: Context, period: Period): Promise<string> => {
      const rows = await read(context, period);
      const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
      return writeCsv(Object.keys(columns), cells);
    },
  };
}

const query = z.object({ days: z.coerce.number().int().min(1).max(366).default(90) });

/** `/api/console/knowledge`: the same lists as on the console's pages, as JSON or as CSV. */
export function knowledgeApiRoutes(context: Context): Hono<{ Variables: { viewer: Viewer } }> {
  const routes = new Hono<{ Variables: { viewer: Viewer } }>();

  routes.get("/:name{[a-z-]+(?:\\.csv)?}", async (c) => {
    const [name = "", csv] = c.req.param("name").split(".");
    const wanted = Object.entries(lists).find(([known]) => known === name)?.[1];
    if (!wanted) throw new Problem("not-found");
    const period = query.safeParse(c.req.query());
    if (!period.success) throw new Problem("input-invalid", { field: "days" });
    if (csv === undefined) return c.json(await wanted.json(context, period.data));
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="${name}.csv"`);
    return c.body(await wanted.csv(context, period.data));
  });

  routes.post("/articles/:locale/:slug/fixed", async (c) => {
    const { locale, slug } = c.req.param();
    const article = context.knowledge.articles.find((one) => one.locale === locale && one.slug === slug);
    if (!article) throw new Problem("article-not-found");
    const { comments } = await readInput(c, fixedInput);
    return c.json(await markFixed(context, c.get("viewer").actor, article, comments));
  });

  return routes;
}
