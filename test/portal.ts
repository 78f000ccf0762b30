import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { test as base } from "./fixtures.ts";

interface PortalPage {
  /** What the widget's tag says besides its source and site. */
  tag?: string;
  site?: string;
  /** What the page tells help before help has come. */
  calls?: unknown[][];
  lang?: string;
  dir?: string;
  /** The whole <body> instead of the sign-in form. */
  body?: string;
  scheme?: "light" | "dark";
}

interface Portal {
  /** A platform's page on an origin of its own, with the strictest policy that help can live under. */
  portal: (page?: PortalPage) => Promise<string>;
}

/** With landmarks of its own, beside which the panel must not claim to be the page's header or footer. */
const signIn = `<a href="#main">Skip to the content</a>
<header><a href="/about">DiliTrust boards</a></header>
<main id="main">
  <h1>Sign in</h1>
  <form>
    <label>E-mail <input type="email" autocomplete="username"></label>
    <label>Password <input type="password" autocomplete="current-password"></label>
    <button>Sign in</button>
  </form>
</main>
<footer>Legal notice</footer>`;

/** The real server, and pages of a platform that embed its widget as a platform does. */
export const test = base.extend<Portal>({
  portal: async ({ server }, use) => {
    const policy =
      `default-src 'none'; script-src 'self' ${server.url}; connect-src 'self' ${server.url}; style-src 'self'; ` +
      "form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
    const servers: ReturnType<typeof createServer>[] = [];
    await use(
      async ({
        tag = "",
        site = "boards-eu",
        calls = [],
        lang = "en",
        dir = "ltr",
        body = signIn,
        scheme = "light",
      } = {}) => {
        const files: Record<string, [type: string, content: string]> = {
          "/": [
            "text/html; charset=utf-8",
            `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <meta name="viewport" content="width=device-width">
  <meta name="color-scheme" content="${scheme}">
  <title>Board portal</title>
  <link rel="stylesheet" href="/portal.css">
  <script src="/portal.js"></script>
  <script src="${server.url}/widget.js" data-site="${site}" ${tag} async></script>
  <body>${body}</body>
</html>`,
          ],
          "/portal.css": [
            "text/css",
            `:root { color-scheme: ${scheme} } body { font: 16px/24px sans-serif } a { color: inherit }`,
          ],
          "/portal.js": ["text/javascript", `window.DiliTrustHelp = ${JSON.stringify(calls)};`],
          "/version": ["application/json", '{"build":"2026.11.4"}'],
        };
        const listening = createServer((request, response) => {
          const [type, content] = files[request.url ?? ""] ?? ["text/plain", undefined];
          response.writeHead(content === undefined ? 404 : 200, {
            "content-type": type,
            "content-security-policy": policy,
          });
          response.end(content);
        });
        servers.push(listening);
        await new Promise<void>((started) => listening.listen(0, "127.0.0.1", started));
        return `http://localhost:${(listening.address() as AddressInfo).port}/`; // a TCP server's address is one
      },
    );
    for (const listening of servers) {
      listening.closeAllConnections();
      await new Promise((closed) => listening.close(closed));
    }
  },
});

/** The panel's dialog on this page. */
export function panelOn(page: Page): Locator {
  return page.getByRole("dialog");
}

/** Opens help as a person does. */
export async function openHelp(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^(Help|Aide)$/ }).click();
  return panelOn(page);
}

/** Presses Tab until `place` has the focus, as somebody does who sees where they are. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  do await page.keyboard.press("Tab");
  while (!(await place.evaluate((element) => element.matches(":focus"))));
}
