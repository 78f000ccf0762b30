import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Hono } from "hono";
import type { Locale, TicketInput, TicketReceipt } from "../../server/contract/types.ts";
import { signedIn } from "../console.ts";
import { findDefects, watchForDefects } from "../defects.ts";
import { expect, postReport, report, test as base } from "../fixtures.ts";
import { visitors } from "../visitors.ts";

async function sent(app: Hono, changes: Partial<TicketInput> = {}) {
  const body = report(changes);
  const { key } = (await (await postReport(app, body)).json()) as TicketReceipt;
  return { key, body };
}

/** The reporter writes again, in their panel. */
async function write(app: Hono, key: string, token: string, text: string): Promise<void> {
  await app.request(`/api/tickets/${key}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), body: text }),
  });
}

interface Signed {
  permissions?: string[];
  locale?: Locale;
}

/** Signs an agent in on a running server and opens the queue. */
const test = base.extend<{ enter: (agent?: Signed) => Promise<void> }>({
  enter: async ({ page, server, serverContext }, use) => {
    await use(async (agent = {}) => {
      const { cookie } = await signedIn(serverContext, { name: "Camille Roy", ...agent });
      const [name = "", value = ""] = cookie.split("=");
      await page.context().addCookies([{ name, value, url: server.url }]);
      await page.goto(`${server.url}/console`);
    });
  },
});

/** The row of a ticket in the queue. */
function row(page: Page, key: string) {
  return page.getByRole("row").filter({ hasText: key });
}

test("a new ticket is in an open queue within a second, without reload", async ({ page, app, enter }) => {
  await enter();
  await expect(page.getByRole("heading", { name: "Nothing is open." })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  const first = await sent(app);
  await expect(row(page, first.key)).toBeVisible();
  const second = await sent(app, { reporter: { email: "ben@example.com" } });
  await expect(row(page, second.key)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Views" })).toContainText("All open 2");
  await expect(page.getByRole("status")).toContainText(["1 new ticket"]);
  // A machine may stall, and then the next one is there in time.
  await expect(async () => {
    const { key } = await sent(app);
    await expect(row(page, key)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

test("a queue under the pointer does not move: it offers what is new", async ({ page, app, enter }) => {
  const first = await sent(app, { canWork: "yes", symptom: "other", message: "How do I vote?" });
  await enter();
  await row(page, first.key).hover();
  const before = await row(page, first.key).boundingBox();

  const second = await sent(app, { symptom: "sso_error", scope: "all" });
  await sent(app, { symptom: "upload" });
  await expect(page.getByRole("button", { name: "2 new tickets · Show them" })).toBeVisible();
  expect(await row(page, first.key).boundingBox()).toEqual(before);
  await expect(row(page, second.key)).toBeHidden();

  await page.getByRole("button", { name: "2 new tickets · Show them" }).click();
  await expect(row(page, second.key)).toBeVisible();
  await expect(page.getByRole("button", { name: /new/ })).toBeHidden();
});

test("the queue is worked with single keys", async ({ page, app, enter }) => {
  const { key } = await sent(app, {
    symptom: "sso_error",
    scope: "all",
    reporter: { email: "ana@example.com", name: "Anaïs Dorval" },
  });
  const other = await sent(app, { symptom: "upload", canWork: "yes" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await enter();

  await page.keyboard.press("j");
  await expect(row(page, key).getByRole("link")).toBeFocused();
  await page.keyboard.press("j");
  await expect(row(page, other.key).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Anaïs Dorval");
  await expect(page).toHaveURL(new RegExp(`/console/tickets/${key}\\?view=open$`));
  await expect(row(page, key).getByRole("link")).toBeFocused();
  await expect(page.getByText("Sent. Qualified by rule")).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(page.getByRole("navigation", { name: "Views" })).toContainText("Mine 1");
  await page.keyboard.press("k");
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: "Reply in French" })).toBeFocused();
  await page.keyboard.type("jka/?");
  await expect(page.getByRole("textbox", { name: "Reply in French" })).toHaveValue(/jka\/\?/);

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await keys.getByRole("checkbox", { name: "Use single keys on this device" }).uncheck();
  await keys.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).not.toBeFocused();
});

test("what the reporter writes appears in the open ticket, and the draft beside it stays", async ({
  page,
  app,
  mailbox,
  enter,
}) => {
  const { key, body } = await sent(app);
  await enter();
  await row(page, key).getByRole("link").click();
  const reply = page.getByRole("textbox", { name: "Reply in French" });
  await reply.fill("Bonjour, nous regardons.");

  await write(app, key, body.accessToken, "Le code vient d’arriver.");
  await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Le code vient d’arriver.");
  await expect(reply).toHaveValue("Bonjour, nous regardons.");

  // It has been seen, so it holds nothing back.
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByText("Reply sent.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Bonjour, nous regardons.");
  await expect.poll(() => mailbox.some(({ text }) => text.includes("nous regardons"))).toBe(true);
});

test("what is refused stands still with its mend, and what was typed stays", async ({ page, app, enter }) => {
  const { key } = await sent(app);
  await enter();
  await row(page, key).getByRole("link").first().click();
  await page.getByRole("textbox", { name: /^Reply in/ }).fill("The operator has repaired it.");
  await page.getByRole("combobox", { name: "After sending" }).selectOption("resolved");
  let posts = 0;
  page.on("request", (request) => (posts += Number(request.method() === "POST")));
  await page.getByRole("button", { name: "Send reply" }).click();

  const mend = page.getByRole("alert").filter({ hasText: "Say what solved it" });
  await expect(mend).toBeVisible();
  const other = await sent(app, { symptom: "upload" });
  await expect(row(page, other.key)).toBeVisible(); // the page has read itself again
  await expect(mend).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Reply in/ })).toHaveValue("The operator has repaired it.");
  expect(posts).toBe(1);
  expect(new URL(page.url()).pathname).toBe(`/console/tickets/${key}`);
});

test("a ticket that is sealed meanwhile leaves the screens of those who may not see it", async ({
  page,
  app,
  serverContext,
  enter,
}) => {
  const { key } = await sent(app, { reporter: { email: "ana@example.com", name: "Anaïs Dorval" } });
  await enter();
  await row(page, key).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Anaïs Dorval");
  await page.getByRole("heading", { level: 1 }).hover();

  await serverContext.database.transaction(async (queries) => {
    const ticket = await queries.row<{ id: string }>("update tickets set is_sealed = true returning id");
    await serverContext.changes.publish(queries, { topic: "ticket", key: ticket?.id ?? "" });
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such ticket");
  await expect(page.getByText("Anaïs Dorval")).toHaveCount(0);
  await expect(page.getByText(key)).toHaveCount(0);
});

test("on a phone the list stands alone, and a ticket leads to the next", async ({ page, app, enter }) => {
  const first = await sent(app, { symptom: "sso_error", scope: "all" });
  const second = await sent(app, { symptom: "upload", canWork: "yes" });
  await page.setViewportSize({ width: 360, height: 740 });
  await enter();
  await row(page, first.key).getByRole("link").click();
  await expect(row(page, second.key)).toBeHidden();
  await expect(page.getByRole("article").getByText(first.key)).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(new RegExp(second.key));
  await page.getByRole("main").getByRole("link", { name: "Queue" }).click();
  await expect(row(page, second.key)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a ticket is found, answered, noted and resolved", async ({ page, app, enter }) => {
    const { key } = await sent(app, { reporter: { email: "ana@example.com", name: "Anaïs Dorval" } });
    await sent(app, { symptom: "upload" });
    await enter();
    await page.getByRole("combobox", { name: "Region" }).selectOption({ label: "Paris" });
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByRole("searchbox").fill("anais dorv");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 ticket for “anais dorv”")).toBeVisible();

    await row(page, key).getByRole("link").click();
    await page.getByRole("textbox", { name: "Reply in French" }).fill("Bonjour Madame,");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByText("Reply sent.")).toBeVisible();

    await page.getByText("Internal note").click();
    await page.getByRole("textbox", { name: "Only support reads this." }).fill("Called back at noon");
    await page.getByRole("button", { name: "Save note" }).click();
    await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Called back at noon");

    await expect(page.getByRole("textbox", { name: "What solved it" })).toHaveCount(0);
    await page.getByRole("combobox", { name: "Move to" }).selectOption("Resolved");
    await page.getByRole("textbox", { name: "What solved it" }).fill("Sender registered");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page.getByText("Moved.")).toBeVisible();
    await page.getByText(/^Log \d/).click();
    await expect(page.getByText("moved it from In progress to Resolved: Sender registered")).toBeVisible();
  });
});

const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(3);

for (const { locale, colorScheme, width } of visitors) {
  test(`every view is in order, in ${locale}, ${colorScheme} and ${width} px wide`, async ({
    page,
    app,
    server,
    serverContext,
    enter,
  }) => {
    test.slow(); // axe reads fifteen pages
    await watchForDefects(page.context());
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await enter({ locale, permissions: ["security"] });
    const check = async (what: string) => expect(await findDefects(page), what).toEqual([]);
    await check("empty queue");

    const { key, body } = await sent(app, {
      symptom: "wrong_data",
      message: long,
      neededBy: new Date(Date.now() + 30 * 60_000).toISOString(),
      canWork: "no",
      scope: "several",
      customer: "example-group",
      reporter: { email: "ana@example.com", phone: "+33 1 99 00 47 12", name: long.slice(0, 120) },
      environment: { browser: "Chrome 154", timeZone: "Indian/Mauritius", cookies: "blocked" },
      page: { route: "/", loadedBuild: "2026.11.3", deployedBuild: "2026.11.4" },
      checks: [
        { id: "cookies", outcome: "fail", value: "blocked" },
        { id: "net", outcome: "warn", value: 380 },
        { id: "clock", outcome: "pass" },
      ],
      breadcrumbs: [
        { at: Date.now() - 90_000, kind: "page", what: "/meetings/:id" },
        { at: Date.now() - 50_000, kind: "request", what: "GET /api/x", status: 500, milliseconds: 212 },
        { at: Date.now() - 40_000, kind: "error", what: "TypeError portal.js:212 #5f2a" },
        { at: Date.now() - 30_000, kind: "help", what: "opened" },
      ],
      suggestions: [{ slug: "clear-cache", opened: true, helped: false }],
    });
    await write(app, key, body.accessToken, "Encore une chose.");
    const sealed = await sent(app, { symptom: "security", customer: "example-group" });
    const [mail] = await serverContext.database.rows<{ id: number }>("select id from outbox limit 1");

    const paths: Record<string, string> = {
      queue: "/console",
      "a ticket beside its list": `/console/tickets/${key}?view=open`,
      "a ticket alone": `/console/tickets/${key}`,
      "a sealed ticket": `/console/tickets/${sealed.key}`,
      "a search": "/console?q=ana&view=open",
      "nothing found": "/console?q=zzz&view=closed",
      mail: "/console/mail",
      "one mail": `/console/mail/${mail?.id}`,
      sites: "/console/sites",
      "a site": "/console/sites/boards-eu",
      "a new site": "/console/sites/new",
      "a customer": "/console/customers/example-group",
      "nothing here": "/console/tickets/XXX-XXX",
    };
    for (const [what, path] of Object.entries(paths)) {
      await page.goto(server.url + path);
      await check(what);
    }
    await page.goto(`${server.url}/console`);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await check("keys");
    await page.context().clearCookies();
    await page.goto(`${server.url}/console/sign-in?lang=${locale}`);
    await check("sign-in");
  });
}
