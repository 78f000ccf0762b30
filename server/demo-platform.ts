import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createDemoPlatform } from "./demo-platform/app.ts";
import { type HelpAccess, startStatingFacts } from "./demo-platform/state-facts.ts";
import type { Trouble } from "./demo-platform/troubles.ts";

interface DemoPlatformSettings {
  port: number;
  host: string;
  /** The help server's origin. */
  helpUrl: string;
  /** How long "Platform down" lasts: probes need up to 30 s to notice, and people as long to look. */
  downSeconds?: number;
  /** Without it the portal tells the help server nothing. */
  access?: HelpAccess | undefined;
}

/** Starts the demo platform on an origin of its own. "Platform down" really closes its listener for a while. */
export async function startDemoPlatform(
  settings: DemoPlatformSettings,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const { host, helpUrl, downSeconds = 60, access } = settings;
  const on = new Set<Trouble>(["sso_error"]); // the first story: the company's sign-in is broken
  const stating = access && startStatingFacts(helpUrl, access, on);
  const app = createDemoPlatform({ helpUrl, on, downSeconds, onCodeAccepted: stating?.codeAccepted });
  const server = createServer(
    getRequestListener(async (request, env) => {
      const response = await app.fetch(request, env);
      // Whoever broke something looks for help next.
      if (request.method === "POST" && new URL(request.url).pathname === "/trouble")
        await stating?.stateNow();
      if (on.delete("platform_down")) env.outgoing.once("close", goDown);
      return response;
    }),
  );
  await listen(settings.port);
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  let comeBack: NodeJS.Timeout | undefined;

  function goDown(): void {
    void close();
    comeBack = setTimeout(() => void listen(port), downSeconds * 1_000);
  }

  async function stop(): Promise<void> {
    stating?.stop();
    clearTimeout(comeBack);
    await close();
  }

  async function listen(port: number): Promise<void> {
    server.listen(port, host);
    await once(server, "listening"); // rejects with what the server says instead
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve()); // an error only says that it was closed already
      server.closeAllConnections();
    });
  }

  const isThisMachine = ["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host);
  return { url: `http://${isThisMachine ? "localhost" : host}:${port}`, stop };
}
