import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Context } from "../context.ts";
import { findSite } from "../customers/customers.ts";
import { localeOf } from "../locale.ts";
import { Problem } from "../problem.ts";
import { statusFor } from "./board.ts";

const pingMilliseconds = 20_000; // a proxy would close a silent connection

/** `GET /api/status/stream?site=&locale=`: the present state first, then each change. */
export function statusRoutes(context: Context): Hono {
  const routes = new Hono();
  routes.get("/stream", async (c) => {
    const site = await findSite(context.database, c.req.query("site") ?? "");
    if (!site) throw new Problem("site-unknown", { field: "site" });
    const locale = localeOf(c);
    return streamSSE(c, async (stream) => {
      let isNews = true;
      let wake = () => {};
      const tell = () => {
        isNews = true;
        wake();
      };
      const unsubscribe = context.changes.subscribe(({ topic, key }) => {
        if (topic === "status" && key === site.id) tell();
      }, tell);
      stream.onAbort(() => {
        unsubscribe();
        wake();
      });
      let sent = "";
      while (!stream.aborted && !stream.closed) {
        isNews = false;
        // Asked at every ping, too: that nothing was heard for two minutes is a change that nobody publishes.
        const data = await statusFor(context, site.id, locale).then(JSON.stringify, (error: unknown) => {
          context.log.warn("status: a stream could not be fed", { error });
          return sent;
        });
        if (data === sent) await stream.write(": still here\n\n");
        else await stream.writeSSE({ event: "status", data });
        sent = data;
        if (!isNews && !stream.aborted) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, pingMilliseconds);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      }
    });
  });
  return routes;
}
