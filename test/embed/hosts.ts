import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base } from "@playwright/test";

export interface HostPage {
  /** What stands in <head> before the widget's script. */
  head?: string;
  body?: string;
  /** Headers of the page; `HELP` stands for the help server's origin. */
  headers?: Record<string, string>;
  /** What the widget's tag says besides its source. */
  tag?: string;
  /** How often the page includes the widget. */
  times?: number;
  /** Sites that are switched off. */
  disabled?: string[];
  /** With the panel as it is, instead of a small one. */
  hasPanel?: boolean;
  /** What the host answers besides its page. */
  files?: (path: string) => { body?: string; status?: number; headers?: Record<string, string> } | undefined;
}

export interface Embedded {
  /** The host's page. */
  url: string;
  /** The help server's origin. */
  help: string;
  /** Every path that the help server was asked for, in order. */
  asked: string[];
}

/** `embed` serves a host page on an origin of its own, and from another one the built loader with a small panel. */
export const test = base.extend<{ embed: (page?: HostPage) => Promise<Embedded> }>({
  embed: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = [];
    async function serve(listener: RequestListener): Promise<string> {
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      return `http://localhost:${(server.address() as AddressInfo).port}`; // a TCP server's address is one
    }

    await use(
      async ({ head, body, headers, tag, times = 1, disabled = [], files, hasPanel = false } = {}) => {
        const asked: string[] = [];
        const loader = readFileSync("dist/widget/widget.js", "utf8");
        const help = await serve((request, response) => {
          asked.push(request.url ?? "");
          response.setHeader("access-control-allow-origin", "*");
          response.setHeader("content-type", "text/javascript");
          if (request.url === "/widget.js") {
            response.end(loader.replace("__DISABLED_SITES__", JSON.stringify(disabled)));
          } else {
            response.end(chunk(request.url ?? "", hasPanel));
          }
        });
        const script = `<script src="${help}/widget.js" ${tag ?? 'data-site="boards-eu"'} async></script>`;
        const url = await serve((request, response) => {
          const file = files?.(request.url ?? "/");
          response.statusCode = file?.status ?? 200;
          response.setHeader("content-type", request.url?.endsWith(".js") ? "text/javascript" : "text/html");
          for (const [name, value] of Object.entries({ ...headers, ...file?.headers })) {
            response.setHeader(name, value.replaceAll("HELP", help));
          }
          response.end(
            file
              ? file.body
              : `<!doctype html><html lang="en"><head><title>Board portal</title>${head ?? ""}${script.repeat(times)}</head><body>${body ?? "<header>Board portal</header><main><h1>Agenda</h1></main><footer>Legal notice</footer>"}</body></html>`,
          );
        });
        return { url, help, asked };
      },
    );

    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  },
});

function chunk(path: string, hasPanel: boolean): string {
  if (!hasPanel && path.includes("/panel-")) return panel;
  if (!hasPanel && path.includes("/text-")) return "export const text = {};";
  return existsSync(`dist/widget${path}`) ? readFileSync(`dist/widget${path}`, "utf8") : "";
}

/** Stands for the panel's chunk: like Lit it makes a policy as soon as it is loaded. */
const panel = `
  globalThis.trustedTypes?.createPolicy("lit-html", { createHTML: (text) => text });
  customElements.define("dilitrust-help", class extends HTMLElement {
    open(view, prefill) {
      const dialog = document.createElement("dialog");
      dialog.append(["panel", view, JSON.stringify(prefill)].join(" ").trim());
      this.shadowRoot.append(dialog);
      dialog.show();
    }
    close() {
      this.shadowRoot.querySelector("dialog")?.remove();
    }
  });`;
