import type { Context as HonoContext } from "hono";

/** What the request shows to be let in. */
export function bearerOf(c: HonoContext): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
}
