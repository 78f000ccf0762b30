import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./hosts.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const launcher = (page: Page) => page.getByRole("button", { name: "Help" });
const panel = (page: Page) => page.getByRole("dialog");

test("a host with the strictest policy sees no violation, and one request before anybody needs help", async ({
  page,
  embed,
}) => {
  const { url, asked } = await embed({
    hasPanel: true,
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'self' HELP; style-src 'self'; connect-src 'self' HELP; " +
        "require-trusted-types-for 'script'; trusted-types lit-html",
    },
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    addEventListener("securitypolicyviolation", (event) =>
      seen.push(`${event.violatedDirective} ${event.sample}`),
    );
  });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url, { waitUntil: "networkidle" });
  await expect(launcher(page)).toBeVisible();
  expect(asked).toEqual(["/widget.js"]);
  await launcher(page).click();
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole("textbox").first().fill("sms");
  expect(await page.evaluate("seen")).toEqual([]);
  expect(errors).toEqual([]);
});

const rudeStyles = {
  "everything unset": "* { all: unset !important }",
  "everything hidden":
    "* { visibility: hidden !important; font: 1px serif !important; color: red !important }",
  "children of the body gone": "body > *, html > :not(head, body) { display: none !important }",
  "everything moved":
    "* { transform: rotate(20deg) translate(300px) !important; position: static !important; pointer-events: none !important }",
  "the page moved": "html, body { transform: translateX(-3000px) }",
  "everything transparent":
    "dilitrust-help { opacity: 0 !important; filter: blur(9px) !important; inset: 0 auto auto 0 !important }",
};
for (const [name, style] of Object.entries(rudeStyles)) {
  test(`the launcher stays in its corner and works with ${name}`, async ({ page, embed }) => {
    const { url } = await embed({ head: `<style>${style}</style>` });
    await page.goto(url);
    await expect(launcher(page)).toBeVisible();
    const { width, height } = page.viewportSize()!;
    const box = (await launcher(page).boundingBox())!;
    expect([box.x + box.width, box.y + box.height, box.height]).toEqual([width - 16, height - 16, 48]);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(panel(page)).toHaveCount(1);
  });
}

test("the launcher is named, reached by keyboard, and opens with Enter", async ({ page, embed }) => {
  const { url } = await embed({ body: "<main><h1>Board portal</h1><button>Sign in</button></main>" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url);
  await expect(launcher(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(launcher(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeVisible();
  await page.evaluate(axe);
  expect(await page.evaluate("axe.run().then(({ violations }) => violations)")).toEqual([]);
});

test("the launcher speaks the page's language, else the person's, and stands on the left of Arabic pages", async ({
  browser,
  embed,
}) => {
  const french = await embed({ head: "<script>document.documentElement.lang = 'fr-CA'</script>" });
  const italian = await embed({ head: "<script>document.documentElement.lang = 'it'</script>" });
  const arabic = await embed({
    head: "<script>document.documentElement.dir = 'rtl'</script>",
    tag: 'data-locale="ar"',
  });
  const page = await browser.newPage({ locale: "fr-FR" });
  for (const [{ url }, name] of [
    [french, "Aide"],
    [italian, "Aide"],
    [arabic, "Help"],
  ] as const) {
    await page.goto(url);
    await expect(page.getByRole("button", { name })).toBeVisible();
  }
  expect((await launcher(page).boundingBox())?.x).toBe(16);
  await page.close();
});

test("a page whose body is replaced, or that throws out what it does not know, keeps its launcher", async ({
  page,
  embed,
}) => {
  const { url } = await embed();
  await page.goto(url);
  await expect(launcher(page)).toBeVisible();
  await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
  await expect(launcher(page)).toBeVisible();
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement("body")));
  await expect(launcher(page)).toHaveCount(0);
  await expect(launcher(page)).toBeVisible();
});

test("a widget that is included twice is there once", async ({ page, embed }) => {
  const { url } = await embed({ times: 2 });
  await page.goto(url, { waitUntil: "networkidle" });
  await expect(launcher(page)).toHaveCount(1);
});

test("what was asked before the widget was there happens once it is", async ({ page, embed }) => {
  const { url } = await embed({
    head: "<script>(window.DiliTrustHelp ||= []).push(['setContext', 'screen', 'sign_in'], ['later'], ['open', 'report', { symptom: 'sms_code' }])</script>",
    tag: 'data-site="boards-eu" data-launcher="none"',
  });
  await page.goto(url);
  await expect(panel(page)).toHaveText('panel report {"symptom":"sms_code"}');
  await expect(launcher(page)).toHaveCount(0);
  await page.evaluate("DiliTrustHelp.close()");
  await expect(panel(page)).toHaveCount(0);
  expect(
    await page.evaluate(`
      DiliTrustHelp.setContext("signed_in", "no");
      DiliTrustHelp.registerAction("refresh", () => 1);
      [...document.querySelector("dilitrust-help").recorder.context].join()`),
  ).toBe("screen,sign_in,signed_in,no");
});

test("a site that is switched off has no launcher, and its calls are harmless", async ({ page, embed }) => {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  const { url, asked } = await embed({ disabled: ["archive", "boards-eu"] });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate("DiliTrustHelp.open(); DiliTrustHelp.push(['open']); DiliTrustHelp.destroy()");
  await expect(page.locator("dilitrust-help")).toHaveCount(0);
  expect(asked).toEqual(["/widget.js"]);
  expect(errors).toEqual([]);
});

test("a widget that is destroyed leaves nothing behind and can be included again", async ({
  page,
  embed,
}) => {
  const { url, help } = await embed();
  await page.goto(url);
  await expect(launcher(page)).toBeVisible();
  await page.evaluate("DiliTrustHelp.destroy()");
  await expect(page.locator("dilitrust-help")).toHaveCount(0);
  await page.evaluate("DiliTrustHelp.push(['open', 'home'])");
  await page.addScriptTag({ url: `${help}/widget.js` });
  await expect(panel(page)).toHaveText("panel home");
});

test("whoever points at the launcher has the panel and its words under way, at once", async ({
  page,
  embed,
}) => {
  const { url, asked } = await embed({ tag: 'data-site="boards-eu" data-locale="fr-CA"' });
  await page.goto(url);
  await page.getByRole("button", { name: "Aide" }).hover();
  await expect.poll(() => asked.length).toBe(3);
  expect(asked.join()).toMatch(/^\/widget\.js,.*panel-.*text-fr-/);
});

test("where the panel cannot be loaded, a link leads to the help centre, and the next press tries again", async ({
  page,
  embed,
}) => {
  const { url, help } = await embed();
  await page.goto(url);
  const chunks = (address: URL) => address.origin === help && address.pathname !== "/widget.js";
  await page.route(chunks, (route) => route.abort());
  await launcher(page).click();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Help could not open here.");
  await expect(notice.getByRole("link")).toHaveAttribute("href", `${help}/help/en?site=boards-eu`);
  await launcher(page).click();
  await expect(notice).toHaveCount(1);
  await page.unroute(chunks);
  await launcher(page).click();
  await expect(panel(page)).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test(
  "without a connection help says so, and opens by itself when it is back",
  { tag: "@main" },
  async ({ page, context, embed }) => {
    const { url } = await embed();
    await page.goto(url);
    await expect(launcher(page)).toBeVisible();
    await context.setOffline(true);
    await launcher(page).click();
    const notice = page.getByRole("alert");
    await expect(notice).toHaveText("No connection. Help opens when it is back.");
    await launcher(page).click();
    await expect(notice).toHaveCount(1);
    await context.setOffline(false);
    await expect(panel(page)).toBeVisible();
    await expect(notice).toHaveCount(0);
  },
);

test("a host that forbids Lit's Trusted Types policy still has the launcher and the link", async ({
  page,
  embed,
}) => {
  const { url } = await embed({
    headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await page.goto(url);
  await launcher(page).click();
  await expect(page.getByRole("link", { name: "Open the help centre" })).toBeVisible();
});

test("nothing is stored or moved before anybody needs help", async ({ page, embed }) => {
  const { url } = await embed();
  await page.goto(url, { waitUntil: "networkidle" });
  await expect(launcher(page)).toBeVisible();
  const traces = await page.evaluate(async () => {
    const shifts = new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries().length));
      observer.observe({ type: "layout-shift", buffered: true });
      setTimeout(resolve, 100, 0); // nobody tells that there were none
    });
    return {
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      shifts: await shifts,
    };
  });
  expect(traces).toEqual({ cookies: "", local: 0, session: 0, databases: 0, caches: 0, shifts: 0 });
});

test("a page that places the element itself, at once or later, gets the same launcher and panel", async ({
  page,
  embed,
}) => {
  const { url, help } = await embed({
    times: 0,
    hasPanel: true,
    body: '<dilitrust-help site="boards-eu"></dilitrust-help>',
  });
  await page.goto(url);
  await page.addScriptTag({ type: "module", url: `${help}/help-widget.js` });
  await launcher(page).click();
  await expect(panel(page)).toBeVisible();
  await page.evaluate(() => {
    const element = document.createElement("dilitrust-help");
    element.setAttribute("locale", "fr");
    document.querySelector("dilitrust-help")?.replaceWith(element);
  });
  await page.getByRole("button", { name: "Aide" }).click();
  await expect(panel(page)).toBeVisible();
});
