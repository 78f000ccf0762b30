import { randomUUID } from "node:crypto";
import { Hono, type Context as HonoContext } from "hono";
import { isSameSearch } from "../contract/same-search.ts";
import { searchInput } from "../contract/schemas.ts";
import type { Locale } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { closestLocale } from "../locale.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { bodyAtMost, readInput } from "../read-input.ts";
import { noteOpened, recordSearch } from "./searches.ts";

const perMinute = { atMost: 30, seconds: 60 }; // a company shares one address

/** `/api/searches`: the widget tells of a search once, when it has ended. */
export function searchLogRoutes(context: Context): Hono {
  const limit = createRateLimit(context.clock, [perMinute]);
  const routes = new Hono();
  const limitBody = bodyAtMost(4 * 1_024);
  routes.post("/", limitBody, async (c) => {
    limit(networkOf(c, context.settings.trustProxy));
    const search = await readInput(c, searchInput);
    await recordSearch(context, { ...search, locale: closestLocale(search.locale), place: "widget" });
    return c.body(null, 204);
  });
  return routes;
}

/** What the help centre's pages notice of searches. A page never waits for it, nor fails with it. */
export interface SearchLog {
  sought(c: HonoContext, search: { locale: Locale; words: string; results: number }): void;
  /** An article was opened; if from a page of results, the request says so. */
  opened(c: HonoContext, article: { locale: Locale; slug: string }): void;
}

export function createSearchLog(context: Context): SearchLog {
  const limit = createRateLimit(context.clock, [perMinute]);
  /** In this process's memory alone, and for as long as somebody may still be typing. */
  const typing = new Map<string, { id: string; words: string; at: number }>();

  function sought(
    c: HonoContext,
    { locale, words, results }: { locale: Locale; words: string; results: number },
  ): void {
    const key = `${locale} ${networkOf(c, context.settings.trustProxy)}`;
    try {
      limit(key);
    } catch {
      return; // somebody's machine, not somebody's question
    }
    const at = context.clock.now().getTime();
    const before = typing.get(key);
    const isTyping = before && isSameSearch(before.words, words, (at - before.at) / 1_000);
    // A letter taken back does not shorten what was sought.
    if (isTyping && before.words.startsWith(words)) return;
    const id = isTyping ? before.id : randomUUID();
    if (typing.size > 10_000) typing.clear();
    typing.set(key, { id, words, at });
    keep(recordSearch(context, { id, locale, place: "help", words, results }));
  }

  function opened(c: HonoContext, { locale, slug }: { locale: Locale; slug: string }): void {
    const referrer = c.req.header("referer") ?? "";
    if (!URL.canParse(referrer)) return;
    const { pathname, searchParams } = new URL(referrer);
    const words = searchParams.get("q")?.trim();
    if (words && pathname === `/help/${locale}`) keep(noteOpened(context, { locale, words, slug }));
  }

  function keep(work: Promise<void>): void {
    work.catch((error: unknown) => context.log.warn("knowledge: a search was not kept", { error }));
  }

  return { sought, opened };
}
