import type { Article, ArticleLibrary } from "../content/article.ts";
import type { WidgetStart } from "../server/contract/types.ts";
import type { WidgetContext } from "./context.ts";

/**
 * How the help server is called, and what the panel asks of it first; later calls come with those who make them.
 * What comes back is guarded by hand: a schema would cost 25 kB.
 */

/** The server refused (`code` of its problem), or could not be asked (`unreachable`). */
export class ApiError extends Error {
  readonly code: string;
  /** False when trying the same again can never help. */
  readonly isTemporary: boolean;
  /** Which input to mend, as a path like `reporter.email`. */
  readonly field?: string;
  /** When the server wants to be asked again. */
  readonly retryAfterSeconds: number;

  constructor(code: string, isTemporary: boolean, field?: string, retryAfterSeconds = 0) {
    super(code);
    this.code = code;
    this.isTemporary = isTemporary;
    this.field = field;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Where the server is, and for whom one asks. */
export type Place = Pick<WidgetContext, "base" | "site" | "locale" | "identity">;

/** What the panel needs to open. */
export function fetchStart(place: Place): Promise<WidgetStart> {
  return fetchJson(place, `/api/widget?${query(place)}`, {}, isStart);
}

export function fetchArticles(place: Place): Promise<ArticleLibrary> {
  return fetchJson(place, `/api/articles?${query(place)}`, {}, isLibrary);
}

export function fetchArticle(place: Place, slug: string): Promise<Article> {
  return fetchJson(place, `/api/articles/${slug}?${query(place)}`, {}, isArticle);
}

interface Call {
  body?: unknown;
  token?: string;
  etag?: string;
  /** A stream's end; every other call ends after `answerSeconds`. */
  signal?: AbortSignal;
}

const answerSeconds = 15; // a report of 96 kB on a slow mobile line takes ten

export async function fetchJson<T>(
  place: Place,
  path: string,
  options: Call,
  is: (value: unknown) => value is T,
): Promise<T> {
  const response = await call(place, path, options);
  return guarded(await bodyOf(response), is);
}

export async function call(place: Place, path: string, options: Call): Promise<Response> {
  const { body, token, etag, signal = AbortSignal.timeout(answerSeconds * 1000) } = options;
  const response = await fetch(place.base + path, {
    method: body ? "POST" : "GET",
    headers: {
      ...(body ? { "content-type": "application/json" } : {}),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(etag && { "if-none-match": etag }),
    },
    body: body ? JSON.stringify(body) : undefined,
    credentials: "omit",
    // As EventSource does: Firefox lets a second stream of one address wait for the first one's place in the cache.
    cache: options.signal && "no-store",
    signal,
  }).catch(() => undefined);
  if (!response) throw new ApiError("unreachable", true);
  if (response.ok || response.status === 304) return response;
  const problem = await bodyOf(response);
  const { code, field } = isProblem(problem) ? problem : { code: "internal" };
  const isTemporary = response.status >= 500 || response.status === 429;
  throw new ApiError(code, isTemporary, field, Number(response.headers.get("retry-after")));
}

/** An answer in a shape we do not know counts as none: a proxy's page, or a server from another age. */
export function guarded<T>(value: unknown, is: (value: unknown) => value is T): T {
  if (!is(value)) throw new ApiError("unreachable", true);
  return value;
}

/** Guards look at what would break us if it were missing, not at every field. */
export function hasAll(value: unknown, ...names: string[]): boolean {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

const isStart = (value: unknown): value is WidgetStart => hasAll(value, "site", "problems", "team");
const isLibrary = (value: unknown): value is ArticleLibrary => hasAll(value, "articles");
const isArticle = (value: unknown): value is Article => hasAll(value, "title", "blocks");
const isProblem = (value: unknown): value is { code: string; field?: string } => hasAll(value, "code");

function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

export function query({ site, locale }: Place): string {
  return String(new URLSearchParams({ site, locale }));
}
