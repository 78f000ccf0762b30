import { Hono, type Context as HonoContext } from "hono";
import type { CheckedArticle } from "../../content/check-article.ts";
import type { ProblemCode } from "../contract/problem-codes.ts";
import { feedbackForm, feedbackInput } from "../contract/schemas.ts";
import { locales } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { helpUrl, siteOf } from "../help-url.ts";
import { closestLocale } from "../locale.ts";
import { renderPage } from "../page.ts";
import { Problem, problemBody } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { bodyAtMost, readForm, readInput } from "../read-input.ts";
import { makeChallenge, spendProof } from "./captcha.ts";
import { giveFeedback } from "./feedback.ts";
import { feedbackPage, type FeedbackState, type FeedbackValues } from "./feedback-form.ts";
import { makeFormToken, readFormToken } from "./form-token.ts";

const codeByField: Record<string, ProblemCode> = {
  reasons: "feedback-reason-missing",
  proof: "proof-missing",
  email: "email-invalid",
};

/** What readers say of an article: `/api/captcha`, `/api/articles/:slug/feedback`, and the form without a script. */
export function feedbackRoutes(context: Context): Hono {
  const { knowledge, clock, settings } = context;
  // One page asks for one challenge; a company shares one address.
  const limitChallenges = createRateLimit(clock, [{ atMost: 60, seconds: 60 }]);
  const limitPosts = createRateLimit(clock, [
    { atMost: 20, seconds: 60 },
    { atMost: 200, seconds: 86_400 },
  ]);
  // Whole companies stand behind one address: a few of them are heard a day, a crowd is not.
  const limitVotes = createRateLimit(clock, [{ atMost: 5, seconds: 86_400 }], "votes-exceeded");
  const limitBody = bodyAtMost(16 * 1_024);
  const network = (c: HonoContext) => networkOf(c, settings.trustProxy);
  const find = (locale: string, slug: string): CheckedArticle => {
    const article = knowledge.articles.find((one) => one.locale === locale && one.slug === slug);
    if (!article) throw new Problem("article-not-found");
    return article;
  };
  /** Any version that is not the present one counts as one, or inventing them would be a way around. */
  const limitVotesOn = ({ slug, locale, hash }: CheckedArticle, version: string, c: HonoContext) =>
    limitVotes(`${locale}/${slug} ${version === hash ? hash : "earlier"} ${network(c)}`);

  const routes = new Hono();

  routes.get("/api/captcha", async (c) => {
    limitChallenges(network(c));
    return c.json(await makeChallenge(context));
  });

  routes.post("/api/articles/:slug/feedback", limitBody, async (c) => {
    limitPosts(network(c));
    const { proof, locale, ...feedback } = await readInput(c, feedbackInput, codeByField);
    const article = find(closestLocale(locale), c.req.param("slug"));
    const { isNew } = await giveFeedback(context, article, feedback, async (queries: Queries) => {
      await spendProof(context, queries, proof);
      limitVotesOn(article, feedback.version, c);
    });
    return c.json({ id: feedback.id }, isNew ? 201 : 200);
  });

  for (const locale of locales) {
    // Where somebody ends who reloads after a mistake.
    routes.get(`/help/${locale}/:slug/feedback`, (c) =>
      c.redirect(`${helpUrl({ locale, site: siteOf(c) }, find(locale, c.req.param("slug")).slug)}#feedback`),
    );

    routes.post(`/help/${locale}/:slug/feedback`, limitBody, async (c) => {
      limitPosts(network(c));
      const article = find(locale, c.req.param("slug"));
      const { slug } = article;
      const form = await readForm(c);
      const values = valuesOf(form);
      const version = form.get("version") ?? "";
      const isHelpful = form.get("helpful") === "yes";
      const place = { slug, locale, network: network(c) };
      try {
        const id = readFormToken(context, { ...place, version }, form.get("token") ?? "");
        const said = feedbackForm.safeParse({ ...values, email: values.email || undefined, version });
        if (!said.success) {
          const field = String(said.error.issues[0]?.path[0]);
          throw new Problem(codeByField[field] ?? "input-invalid", { field });
        }
        await giveFeedback(context, article, { id, isHelpful, ...said.data }, async () =>
          limitVotesOn(article, version, c),
        );
        const thanks = { feedback: isHelpful ? "helpful" : "sent" };
        return c.redirect(`${helpUrl({ locale, site: siteOf(c) }, slug, thanks)}#feedback`, 303);
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        const { detail: sentence } = problemBody(error, c, locale);
        const makeToken = () => makeFormToken(context, { ...place, version: article.hash });
        const mend = { field: error.field, sentence };
        return renderPage(c, feedbackPage(article, siteOf(c), { makeToken, values, mend }), 422);
      }
    });
  }

  return routes;
}

/** What the form under an article shows: itself, or after it was sent its thanks. */
export function feedbackState(context: Context, c: HonoContext, article: CheckedArticle): FeedbackState {
  const { slug, locale, hash: version } = article;
  const sent = c.req.query("feedback");
  if (sent === "helpful" || sent === "sent") return { thanks: sent };
  const network = networkOf(c, context.settings.trustProxy);
  return { makeToken: () => makeFormToken(context, { slug, locale, version, network }) };
}

function valuesOf(form: URLSearchParams): FeedbackValues {
  return {
    reasons: form.getAll("reasons"),
    comment: form.get("comment")?.trim() ?? "",
    email: form.get("email")?.trim() ?? "",
  };
}
