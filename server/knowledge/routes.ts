import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { Hono, type Context as HonoContext } from "hono";
import type { Article, ArticleLibrary, FindableArticle } from "../../content/article.ts";
import type { CheckedArticle } from "../../content/check-article.ts";
import { createSearch, findableIn, type Search } from "../../content/search.ts";
import { english } from "../../content/search-en.ts";
import { french } from "../../content/search-fr.ts";
import type { Clock, Context } from "../context.ts";
import { locales, type Locale } from "../contract/types.ts";
import { helpUrl, siteOf } from "../help-url.ts";
import { localeOf } from "../locale.ts";
import { renderPage } from "../page.ts";
import { Problem } from "../problem.ts";
import { articlePage } from "./article-page.ts";
import { feedbackState } from "./feedback-routes.ts";
import { createSearchLog } from "./search-log.ts";
import { helpPage, missingPage, mostHits, narrower, searchPage, type HelpCentre } from "./help-page.ts";
import { createUsefulNow } from "./useful-now.ts";

const longestQuestion = 500; // A pasted error message; what follows its first lines finds nothing more.

/** What can be found today; pages and programs search the same indexes. */
type Today = () => Record<Locale, { articles: FindableArticle[]; search: Search }>;

/** The help centre in both its forms: `api` belongs at `/api/articles`, `pages` at `/help`. */
export function knowledgeRoutes(context: Context): { api: Hono; pages: Hono } {
  const { knowledge, clock } = context;
  const today = daily(clock, (day) => {
    const findable = findableOn(day, knowledge.articles);
    return byLocale((locale) => ({
      articles: findable[locale],
      search: createSearch(findable[locale], languages[locale]),
    }));
  });
  return { api: articleRoutes(context, today), pages: helpRoutes(context, today) };
}

/** What the panel searches and reads. */
function articleRoutes({ knowledge, clock }: Context, today: Today): Hono {
  const routes = new Hono();
  const libraries = daily(clock, () =>
    byLocale((locale) => prepare({ locale, articles: today()[locale].articles } satisfies ArticleLibrary)),
  );
  const whole = new Map(
    knowledge.articles.map((article) => [`${article.locale}/${article.slug}`, prepare(toRead(article))]),
  );

  routes.get("/", (c) => send(c, libraries()[localeOf(c)]));

  routes.get("/search", (c) => {
    const asked = (c.req.query("q") ?? "").slice(0, longestQuestion);
    const limit = Math.min(Math.max(Number.parseInt(c.req.query("limit") ?? "3", 10) || 3, 1), mostHits);
    return c.json({ results: today()[localeOf(c)].search(asked, { limit }) });
  });

  routes.get("/:slug", (c) => {
    const article = whole.get(`${localeOf(c)}/${c.req.param("slug")}`);
    if (!article) throw new Problem("article-not-found");
    return send(c, article);
  });

  return routes;
}

/** Pages that need no script, and no database to be read. */
function helpRoutes(context: Context, today: Today): Hono {
  const { knowledge, regions, clock, settings } = context;
  const routes = new Hono();
  const searchLog = createSearchLog(context);
  const usefulNow = createUsefulNow(context);
  const articlesIn = byLocale((locale) => knowledge.articles.filter((article) => article.locale === locale));
  const centre = async (c: HonoContext, locale: Locale): Promise<HelpCentre> => ({
    locale,
    articles: articlesIn[locale],
    errorCodes: knowledge.errorCodes,
    regions,
    site: siteOf(c),
    useful: await usefulNow({ siteId: siteOf(c), locale }),
    publicUrl: settings.publicUrl,
    now: clock.now(),
  });
  const toOwnLanguage = (c: HonoContext, path = "") => {
    c.header("vary", "accept-language");
    return c.redirect(helpUrl({ locale: localeOf(c), site: siteOf(c) }, path));
  };

  routes.get("/", (c) => toOwnLanguage(c));

  for (const locale of locales) {
    routes.get(`/${locale}`, async (c) => {
      const asked = (c.req.query("q") ?? "").trim().slice(0, longestQuestion);
      if (asked === "") {
        const audience = narrower.find((one) => one === c.req.query("for"));
        return renderPage(c, helpPage(await centre(c, locale), audience));
      }
      const hits = today()[locale].search(asked, { limit: mostHits });
      searchLog.sought(c, { locale, words: asked, results: hits.length });
      return renderPage(c, searchPage(await centre(c, locale), asked, hits));
    });

    routes.get(`/${locale}/:slug`, async (c) => {
      const slug = c.req.param("slug");
      const articles = articlesIn[locale];
      const article = articles.find((one) => one.slug === slug);
      if (!article) {
        const moved = knowledge.redirects.get(slug);
        if (moved !== undefined) return c.redirect(helpUrl({ locale, site: siteOf(c) }, moved), 301);
        const meant = today()[locale].search(slug.replaceAll("-", " ").slice(0, longestQuestion));
        return renderPage(c, missingPage(await centre(c, locale), meant), 404);
      }
      const related = article.related.flatMap((near) => articles.find((one) => one.slug === near) ?? []);
      searchLog.opened(c, { locale, slug });
      const feedback = feedbackState(context, c, article);
      const page = { related, feedback, publicUrl: settings.publicUrl, site: siteOf(c) };
      return renderPage(c, articlePage(article, page));
    });
  }

  // An address with a slash too many, as some programs write it.
  for (const path of locales.flatMap((locale) => [`/${locale}/`, `/${locale}/:slug/`]))
    routes.get(path, (c) => {
      const { pathname, search } = new URL(c.req.url); // encoded, as a header must have it
      return c.redirect(`${pathname.slice(0, -1)}${search}`, 301);
    });

  // An address without its language, as people say it on the phone.
  routes.get("/:slug", (c) => {
    const asked = c.req.param("slug");
    const slug = knowledge.redirects.get(asked) ?? asked;
    if (!knowledge.articles.some((article) => article.slug === slug)) throw new Problem("article-not-found");
    return toOwnLanguage(c, slug);
  });

  return routes;
}

const languages = { en: english, fr: french };

/** What depends on the date, made again on each new day. */
function daily<T>(clock: Clock, make: (day: string) => T): () => T {
  let made: { day: string; value: T } | undefined;
  return () => {
    const day = clock.now().toISOString().slice(0, 10);
    if (made?.day !== day) made = { day, value: make(day) };
    return made.value;
  };
}

function findableOn(day: string, articles: readonly CheckedArticle[]): Record<Locale, FindableArticle[]> {
  return byLocale((locale) => {
    const toFindable = findableIn(languages[locale]);
    return articles
      .filter((article) => article.locale === locale)
      .map((article) => ({
        ...toFindable(article),
        ...(article.reviewBy < day && { isPastReview: true }),
      }));
  });
}

function byLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return { en: make("en"), fr: make("fr") };
}

function toRead(article: CheckedArticle): Article {
  const {
    slug,
    title,
    summary,
    codes,
    isForAdmins,
    symptom,
    related,
    updated,
    hash,
    isBehind,
    blocks,
    guide,
  } = article;
  return {
    slug,
    title,
    summary,
    codes,
    ...(isForAdmins && { isForAdmins }),
    ...(symptom && { symptom }),
    related,
    updated,
    hash,
    ...(isBehind && { isBehind }),
    blocks,
    ...(guide && { guide }),
  };
}

/** Articles change with a release only, so each answer is written once, and packed once: when it is first asked for. */
interface Prepared {
  json: string;
  packed: () => Promise<Uint8Array<ArrayBuffer>>;
  hash: string;
}

function prepare(value: ArticleLibrary | Article): Prepared {
  const json = JSON.stringify(value);
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, 16);
  let packing: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return { json, packed: () => (packing ??= pack(json)), hash };
}

/** Beside everything else: all of them packed would hold a start up for a second. */
async function pack(json: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await promisify(brotliCompress)(json));
}

async function send(c: HonoContext, { json, packed, hash }: Prepared): Promise<Response> {
  const isPacked = /\bbr\b/.test(c.req.header("accept-encoding") ?? "");
  const etag = isPacked ? `"${hash}-br"` : `"${hash}"`; // strong: other bytes, another tag
  c.header("etag", etag);
  c.header("cache-control", "public, max-age=60");
  c.header("vary", "accept-encoding", { append: true });
  if (c.req.header("if-none-match") === etag) return c.body(null, 304);
  c.header("content-type", "application/json; charset=utf-8");
  if (!isPacked) return c.body(json);
  c.header("content-encoding", "br");
  return c.body(await packed());
}
