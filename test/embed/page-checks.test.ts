import type { AddressInfo } from "node:net";
import { expect, test as base } from "@playwright/test";
import { createServer } from "vite";

/** Evaluates an expression with one of the widget's modules, on a page of the given path and body. */
type RunOnPage = (path: string, body: string, module: string, expression: string) => Promise<unknown>;

const test = base.extend<{ runOnPage: RunOnPage }>({
  runOnPage: async ({ page }, use) => {
    // The modules as they are: built, they are inside the panel's chunk.
    const server = await createServer({
      configFile: false,
      appType: "custom",
      logLevel: "error",
      server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
      optimizeDeps: { noDiscovery: true },
    });
    await server.listen();
    const address = server.httpServer?.address() as AddressInfo | undefined; // a TCP server's address is one
    await use(async (path, body, module, expression) => {
      const answer = { contentType: "text/html", body };
      await page.route(`**${path}`, (route) => route.fulfill(answer), { times: 1 });
      await page.goto(`http://localhost:${address?.port}${path}`);
      return page.evaluate(`import("/widget/checks/${module}").then((module) => ${expression})`);
    });
    await server.close();
  },
});

const signIn = "<label>Password <input type=password></label>";
const states: [what: string, path: string, body: string, declared: object, state: object][] = [
  ["a visible password field", "/login", signIn, {}, { screen: "sign_in", isSignedIn: false }],
  ["a hidden password field", "/home", `<div hidden>${signIn}</div>`, {}, { isSignedIn: true }],
  ["a form to change a password", "/profile", signIn.repeat(3), {}, { isSignedIn: true }],
  [
    "a company sign-in that shows a code",
    "/saml2/acs",
    "<h1>Claire Morel, sign-in failed</h1><p>AADSTS50012: Authentication failed.</p>",
    {},
    { screen: "sso_error", isSignedIn: false, errorCode: "AADSTS50012" },
  ],
  [
    "a company sign-in that hands the code over in the address",
    "/sso/return?error_description=AADSTS50105%3A+Claire+Morel+is+not+assigned",
    "",
    {},
    { screen: "sso_error", isSignedIn: false, errorCode: "AADSTS50105" },
  ],
  ["a company sign-in without a code", "/sso/start", "<p>One moment</p>", {}, { isSignedIn: true }],
  ["a document about codes", "/documents/4", "<p>What AADSTS50012 means</p>", {}, { isSignedIn: true }],
  [
    "what the host declares",
    "/documents/4",
    signIn,
    { screen: "document", signed_in: "yes" },
    { screen: "document", isSignedIn: true },
  ],
  [
    "an error that the host declares",
    "/oops",
    "<p>Status: urn:oasis:names:tc:SAML:2.0:status:RequestDenied</p>",
    { screen: "sso_error" },
    { screen: "sso_error", isSignedIn: false, errorCode: "SAML_RequestDenied" },
  ],
];
for (const [what, path, body, declared, state] of states) {
  test(`${what} is read as ${JSON.stringify(state)}`, async ({ runOnPage }) => {
    const map = `new Map(Object.entries(${JSON.stringify(declared)}))`;
    expect(await runOnPage(path, body, "sign-in-state.ts", `module.readSignInState(${map})`)).toEqual(state);
  });
}

test("what a page tells of itself and of the browser names nothing and nobody", async ({
  page,
  runOnPage,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.route("**/version", (route) => route.fulfill({ json: { build: "2026.11.10" } }));
  const path = "/meetings/412?agenda=Norvane";
  const body = "<title>Norvane</title><link rel=stylesheet href=/assets/2026.11.2/portal.css>";
  const context = `{ context: new Map([["screen", "meeting of claire.morel@example.com"]]) }`;
  expect(await runOnPage(path, body, "page-details.ts", `module.readPageDetails(${context})`)).toEqual({
    route: "/meetings/:id",
    loadedBuild: "2026.11.2",
    deployedBuild: "2026.11.10",
    context: { screen: "meeting of c***@e***.com" },
  });
  const measured = "{ roundTripMilliseconds: 20 }";
  expect(await runOnPage(path, body, "page-details.ts", `module.readEnvironment(${measured})`)).toEqual({
    browser: expect.stringMatching(/^(Chrome|Chromium|HeadlessChrome) \d+$/),
    system: expect.stringMatching(/^(Windows|Linux|macOS)/),
    isMobile: false,
    viewport: "1000x700",
    zoomPercent: 100,
    languages: ["en-GB"],
    timeZone: expect.any(String),
    cookies: "allowed",
    storage: "allowed",
    isOnline: true,
    connection: expect.any(String),
    roundTripMilliseconds: 20,
  });
  expect(await page.evaluate("document.cookie + localStorage.length")).toBe("0");
});

test("a page that may keep nothing says so", async ({ page, runOnPage }) => {
  // What browsers do in a sandboxed frame.
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
    Object.defineProperty(document, "cookie", { get, set: get });
  });
  const expression = "[module.readCookies(), module.readStorage()]";
  expect(await runOnPage("/framed", "", "storage.ts", expression)).toEqual(["blocked", "blocked"]);
});
