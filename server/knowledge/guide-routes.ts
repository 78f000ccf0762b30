import { Hono, type Context as HonoContext } from "hono";
import type { CheckedArticle } from "../../content/check-article.ts";
import { sayPath } from "../../content/guide-path.ts";
import {
  lookAt,
  startGuide,
  takeStep,
  traitsOf,
  type Guide,
  type GuideEvent,
  type GuideSetting,
  type GuideState,
} from "../../content/guide.ts";
import { identityProviderOf } from "../../content/identity-provider.ts";
import { pathWordsEnglish } from "../../content/path-words-en.ts";
import { pathWordsFrench } from "../../content/path-words-fr.ts";
import { checkPlatform } from "../checks/platform.ts";
import { errorCodeIn } from "../contract/error-code.ts";
import { locales, type CheckResult, type Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { findFacts } from "../facts/facts.ts";
import { helpUrl, siteOf } from "../help-url.ts";
import { renderPage } from "../page.ts";
import { Problem } from "../problem.ts";
import { bodyAtMost, readForm } from "../read-input.ts";
import { codeResult, guideAddress, guideQuery, readGuideAddress } from "./guide-address.ts";
import { guidePage } from "./guide-page.ts";

const pathWords = { en: pathWordsEnglish, fr: pathWordsFrench };

type GuidedArticle = CheckedArticle & { guide: Guide };

/**
 * `/help/:locale/:slug/guide`: a guide without a script. Each place in it is an address; what only a widget on the
 * platform's page could check is unknown here, and the guide asks the person instead.
 */
export function guideRoutes(context: Context): Hono {
  const { knowledge, clock, settings } = context;
  const routes = new Hono();
  function find(locale: Locale, slug: string): GuidedArticle | undefined {
    const article = knowledge.articles.find((one) => one.locale === locale && one.slug === slug);
    return article?.guide && { ...article, guide: article.guide };
  }

  async function enter(c: HonoContext, locale: Locale) {
    const article = find(locale, c.req.param("slug") ?? "");
    if (!article) throw new Problem("article-not-found");
    const site = siteOf(c);
    const code = c.req.query("code");
    const agent = c.req.header("user-agent") ?? "";
    const setting: GuideSetting = {
      traits: {
        ...traitsOf({ browser: agent, system: agent }),
        ...(code !== undefined && { idp: identityProviderOf(code) }),
      },
      checks: await whatIsKnown(context, site),
      canDo: () => false,
      now: clock.now().getTime(),
      locale,
    };
    const state = readGuideAddress(article, c.req.query(), knowledge.errorCodes, setting);
    /** Of a state, or of the article that it goes on to. */
    const addressOf = (next: GuideState) => {
      if (!next.at.startsWith("go:")) return guideAddress(locale, next, site);
      const slug = next.at.slice(3);
      const other = find(locale, slug);
      return other
        ? guideAddress(locale, startGuide(other, setting, next), site)
        : helpUrl({ locale, site }, slug);
    };
    const after = (from: GuideState, event: GuideEvent) => takeStep(article.guide, from, event, setting);
    return { article, site, setting, state, addressOf, after };
  }

  for (const locale of locales) {
    routes.get(`/${locale}/:slug/guide`, async (c) => {
      const { article, site, setting, state: entered, addressOf, after } = await enter(c, locale);
      let state = entered;
      let view = lookAt(article.guide, state, setting);
      while (view.kind === "run") {
        state = after(state, { kind: "checked", results: setting.checks });
        view = lookAt(article.guide, state, setting);
      }
      if (view.kind === "go") return c.redirect(addressOf(state));
      const answer = c.req.query("answer");
      if (answer !== undefined) {
        const isQuestion = view.kind === "ask";
        const next = after(state, isQuestion ? { kind: "answered", answer } : { kind: "read" });
        return c.redirect(addressOf(next));
      }
      const page = guidePage(article, view, {
        site,
        publicUrl: settings.publicUrl,
        query: guideQuery(state, site),
        addressIn: (language) => guideAddress(language, state, site),
        tried: sayPath(state.path, (slug) => find(locale, slug), pathWords[locale])
          .filter(({ kind }) => kind === "ask" || kind === "read" || kind === "do")
          .map(({ kind, what, outcome }) => (kind === "ask" ? `${what} ${outcome}` : what)),
      });
      return renderPage(c, page);
    });

    // What was pasted may name people: it stands in no address, and only the code in it is kept.
    routes.post(`/${locale}/:slug/guide`, bodyAtMost(16 * 1_024), async (c) => {
      const { state, addressOf, after } = await enter(c, locale);
      const form = await readForm(c);
      const code = form.has("none") ? undefined : errorCodeIn(form.get("message") ?? "");
      const result = code === undefined ? undefined : codeResult(code, knowledge.errorCodes);
      return c.redirect(addressOf(after(state, { kind: "pasted", ...(result && { result }) })), 303);
    });
  }

  return routes;
}

/** What can be known of a platform from outside and for everybody: of the one that is asked about, or the only one. */
async function whatIsKnown(context: Context, asked: string | undefined): Promise<CheckResult[]> {
  try {
    const sites = await context.database.rows<{ id: string }>(
      `select id from sites where is_enabled and ($1::text is null or id = $1) limit 2`,
      [asked ?? null],
    );
    const [site, another] = sites;
    if (!site || another) return [];
    const place = { siteId: site.id, customerId: undefined, subject: undefined };
    return [...(await checkPlatform(context, site.id)), ...(await findFacts(context, place))];
  } catch (error) {
    context.log.error("knowledge: a guide is read without what is known", { error });
    return [];
  }
}
