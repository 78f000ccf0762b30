import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface AgingPlatform {
  url: string;
  /** From now on it is of the new build; browsers keep the old one. */
  deploy(): void;
  /** What browsers get stays of the old build, whatever they do: a cache between that nobody here can reach. */
  holdBack(): void;
  stop(): Promise<void>;
}

const immutable = "public, max-age=31536000, immutable";
const builds = { old: "2026.11.3", new: "2026.11.4" };

/**
 * A platform that browsers keep old: its page and its files say that they never change, and with `hasWorker` its
 * service worker answers from its own cache first. Its policy allows no more than help needs.
 */
export async function startAgingPlatform(help: string, { hasWorker = false } = {}): Promise<AgingPlatform> {
  let build = builds.old;
  let isHeldBack = false;
  // Trusted Types are left out: under them a page cannot register a worker by its address.
  const policy = `default-src 'none'; script-src 'self' ${help}; connect-src 'self' ${help}; style-src 'self'; worker-src 'self'`;

  const listening = createServer((request, response) => {
    const answer = (type: string, cache: string, body: string) => {
      response.writeHead(200, {
        "content-type": type,
        "cache-control": cache,
        "content-security-policy": policy,
      });
      response.end(body);
    };
    const path = request.url ?? "/";
    const shown = isHeldBack ? builds.old : build;
    if (path === "/version") answer("application/json", "no-store", JSON.stringify({ build }));
    else if (path.endsWith("/portal.js"))
      answer("text/javascript", immutable, portal(path.split("/")[2] ?? "", hasWorker));
    else if (path.startsWith("/worker-")) answer("text/javascript", "no-cache", worker(path));
    else if (path === "/") answer("text/html; charset=utf-8", immutable, page(shown, help));
    else response.writeHead(404).end();
  });
  await new Promise<void>((started) => listening.listen(0, "127.0.0.1", started));
  return {
    url: `http://localhost:${(listening.address() as AddressInfo).port}/`, // a TCP server's address is one
    deploy: () => void (build = builds.new),
    holdBack: () => void (isHeldBack = true),
    async stop() {
      listening.closeAllConnections();
      await new Promise((closed) => listening.close(closed));
    },
  };
}

function page(build: string, help: string): string {
  return `<!doctype html>
<html lang="en">
  <meta name="viewport" content="width=device-width">
  <title>Board portal</title>
  <script src="/assets/${build}/portal.js" defer></script>
  <script src="${help}/widget.js" data-site="boards-eu" async></script>
  <body><main><h1>Agenda</h1><p>Version <output></output></p></main></body>
</html>`;
}

/** As platforms do: the page registers the worker of its own build, also when it is an old page. */
function portal(build: string, hasWorker: boolean): string {
  return `
    document.querySelector("output").textContent = "${build}";
    ${hasWorker ? `navigator.serviceWorker.register("/worker-${build}.js");` : ""}`;
}

/** Answers from its cache first, and keeps whatever it has answered. */
function worker(path: string): string {
  const name = `portal-${/-(.+)\.js$/.exec(path)?.[1]}`;
  return `
    addEventListener("install", () => skipWaiting());
    addEventListener("activate", (event) => event.waitUntil(clients.claim()));
    addEventListener("fetch", (event) => {
      const { origin, pathname } = new URL(event.request.url);
      if (origin !== location.origin || pathname === "/version") return;
      event.respondWith((async () => {
        const cache = await caches.open("${name}");
        const kept = await cache.match(event.request);
        if (kept) return kept;
        const answer = await fetch(event.request);
        await cache.put(event.request, answer.clone());
        return answer;
      })());
    });`;
}
