import type { Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
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
    starting.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new SettingError(
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken; set PORT to a free one.`
            : `${host}:${port} cannot be listened on (${error.code}); correct HOST and PORT.`,
        ),
      ),
    );
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
