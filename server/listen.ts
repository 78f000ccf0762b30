import type { Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { codeOf } from "./data-folder.ts";
import { SettingError, type Settings } from "./settings.ts";

const answerMilliseconds = 5_000; // what a stopping server gives the requests under way

/** Serves the app. `close` answers what is under way, refuses what comes later, and cuts streams. */
export async function listen(
  { port, host }: Pick<Settings, "port" | "host">,
  app: Pick<Hono, "fetch">,
): Promise<{ close(): Promise<void> }> {
  let underWay = 0;
  let isClosing = false;

  const fetch: Hono["fetch"] = async (...request) => {
    if (isClosing)
      return new Response(null, { status: 503, headers: { connection: "close", "retry-after": "5" } });
    underWay += 1;
    try {
      return await app.fetch(...request);
    } finally {
      underWay -= 1;
    }
  };
  const server = await new Promise<Server>((resolve, reject) => {
    // Without options for HTTP/2 it is the plain server of node:http.
    const starting = serve({ fetch, port, hostname: host }, () => resolve(starting)) as Server;
    starting.once("error", (error) => reject(new SettingError(sayWhyNot(error, host, port, "PORT"))));
  });

  return {
    async close() {
      isClosing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const deadline = Date.now() + answerMilliseconds;
      while (underWay > 0 && Date.now() < deadline) await delay(10);
      // What is answered gets out; what never ends by itself, a stream, is cut.
      await Promise.race([closed, delay(300)]);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Why nothing listens there, and which settings to correct. */
export function sayWhyNot(error: unknown, host: string, port: number, setting: "PORT" | "DEMO_PORT"): string {
  const code = codeOf(error);
  if (code === "EADDRINUSE") return `Port ${port} is taken; set ${setting} to a free one.`;
  return `${host}:${port} cannot be listened on (${code}); correct HOST and ${setting}.`;
}
