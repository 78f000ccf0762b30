import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base } from "../fixtures.ts";
import { installRivals, type Rival } from "./rivals.ts";

/**
 * What any platform's page does by itself. Chromium makes navigator, location, performance and the like when a page
 * first names them (17 kB for navigator alone): without this the widget would pay for the engine's own start.
 */
const hostScript = `<script>
  const list = document.createElement("ul");
  for (let at = 0; at < 200; at += 1) {
    const row = document.createElement("li");
    row.setAttribute("role", "row");
    row.append(new Date(at).toISOString(), document.createElement("button"));
    row.addEventListener("click", () => row.classList.toggle("open"));
    list.append(row);
  }
  document.body.append(list);
  addEventListener("error", () => {});
  addEventListener("unhandledrejection", () => {});
  new MutationObserver(() => {}).observe(document.documentElement, { childList: true });
  new PerformanceObserver(() => {}).observe({ type: "resource", buffered: true });
  new URL(location.href).searchParams.get(navigator.language + performance.now());
  Promise.all([1, 2]).then(() => new AbortController().abort());
  document.body.append(Object.assign(document.createElement("div"), { className: "x" }));
  document.body.lastChild.attachShadow({ mode: "open" }).adoptedStyleSheets = [new CSSStyleSheet()];
</script>`;

/** A page of another origin: bare at /, with the widget at /with, with a rival at /rival/<its place in the list>. */
export const test = base.extend<{ host: { url: string } }, { rivals: Rival[] }>({
  rivals: [async ({}, use) => use(await installRivals()), { scope: "worker", timeout: 180_000 }],
  host: async ({ server, rivals }, use) => {
    const page = (script: string) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><h1>Host page</h1><p>${"Words. ".repeat(400)}</p>${hostScript}${script}`;
    const ours = `<script src="${server.url}/widget.js" data-site="boards-eu" async></script>`;
    const answers: Record<string, [type: string, body: string]> = {
      "/": ["text/html", page("")],
      "/with": ["text/html", page(ours)],
    };
    rivals.forEach(({ script }, at) => {
      answers[`/rival/${at}`] = ["text/html", page(`<script src="/rival/${at}.js" async></script>`)];
      answers[`/rival/${at}.js`] = ["text/javascript", script];
    });
    const http = createServer((request, response) => {
      const [type, body] = answers[request.url ?? ""] ?? ["text/plain", ""];
      response.setHeader("content-type", type);
      response.end(body);
    });
    await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
    await use({ url: `http://localhost:${(http.address() as AddressInfo).port}` }); // a TCP server's address is one
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
  },
});
