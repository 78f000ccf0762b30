import { type Page, test as base, expect } from "@playwright/test";
import { startDemoPlatform } from "../../server/demo-platform.ts";
import { findDefects, watchForDefects } from "../defects.ts";
import { visitors } from "../visitors.ts";

// Nobody listens there: the portal must stand without its help.
const helpUrl = "http://localhost:59999";
const downSeconds = 1;

const test = base.extend<{ portal: { url: string } }>({
  portal: async ({}, use) => {
    const { url, stop } = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl, downSeconds });
    await use({ url });
    await stop();
  },
});

const paths = [
  "/login",
  "/login/code",
  "/sso/error",
  "/meetings",
  "/meetings/412",
  "/meetings/421",
  "/documents",
  "/documents/9034",
  "/directory",
  "/nothing",
];

for (const { locale, width, colorScheme } of visitors) {
  test(`every page is in order in ${locale} at ${width} px, ${colorScheme}`, async ({ portal, browser }) => {
    test.slow();
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 740 } });
    await watchForDefects(context);
    const page = await context.newPage();
    await signIn(page, portal.url);
    for (const path of paths) {
      await page.goto(portal.url + path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      expect(await findDefects(page), path).toEqual([]);
    }
    await page.locator("summary").click();
    expect(await findDefects(page), "the open bar").toEqual([]);
    await context.close();
  });
}

test("company sign-in fails at first, and works once the trouble is taken away", async ({ page, portal }) => {
  await page.goto(portal.url);
  await page.getByRole("button", { name: "Company sign-in" }).click();
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();

  await provoke(page, "Make everything work");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Meetings" })).toBeVisible();
});

test("a director signs in with a password and the code on the phone", async ({ page, portal }) => {
  await signIn(page, portal.url);
  await page.getByRole("link", { name: "Open the agenda" }).click();
  await page.getByRole("button", { name: "By proxy" }).click();
  await expect(page.getByText("Answer saved")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "By proxy" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Quarterly report" }).click();
  await expect(page.getByRole("heading", { name: "Third-quarter results" })).toBeVisible();
});

test("a stale page survives a reload and is mended by a real refetch", async ({ page, portal }) => {
  await signIn(page, portal.url);
  await provoke(page, "Stale build");
  await expect(page.getByText("Version 2026.11.3")).toBeVisible();
  await expect(page.getByText("Project Lumen: decision paper")).toBeHidden();
  await page.reload();
  await expect(page.getByText("Version 2026.11.3")).toBeVisible();

  await page.evaluate(async () => {
    await fetch(location.href, { cache: "reload" });
    location.reload();
  });
  await expect(page.getByText("Version 2026.11.4")).toBeVisible();
  await expect(page.getByText("Project Lumen: decision paper")).toBeVisible();
});

test("a failing request and a script error are real, and the page says what a person sees of them", async ({
  page,
  portal,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await signIn(page, portal.url);

  const answered = page.waitForResponse(/\/api\/agenda\/412/);
  await provoke(page, "Failing request");
  expect((await answered).status()).toBe(500);
  await expect(page.getByText("The check failed.")).toBeVisible();

  await provoke(page, "Script error");
  await expect.poll(() => errors.length).toBe(1);
  await page.getByRole("button", { name: "Yes" }).click();
  await expect.poll(() => errors.length).toBe(2);
  expect(errors[1]).toContain("Cannot read properties of undefined");
  await expect(page.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "false");
});

test("the platform really stops, and comes back by itself while the page stays", async ({ page, portal }) => {
  await signIn(page, portal.url);
  await provoke(page, "Platform down");
  await expect(page.getByText("The platform does not answer.")).toBeVisible();
  await expect(fetch(`${portal.url}/healthz`)).rejects.toThrow();
  await expect(page.getByText("The platform answers again.")).toBeVisible();
  expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
  await expect(page.getByRole("heading", { name: "Meetings" })).toBeVisible();
});

test("the bar leads to exactly the ticket just sent, also after a change of page", async ({
  page,
  portal,
}) => {
  await signIn(page, portal.url);
  const link = page.getByRole("link", { name: "See it as support" });
  await expect(link).toBeDisabled();
  await expect(page.getByText("Send a report with Help first.")).toBeVisible();

  await page.evaluate(() => {
    const created = new Event("dilitrust-help-ticket-created", { bubbles: true });
    document.body.dispatchEvent(Object.assign(created, { key: "KIWI-4821" }));
  });
  await expect(link).toHaveAttribute("href", `${helpUrl}/console/tickets/KIWI-4821`);
  await page.getByRole("link", { name: "Directory" }).click();
  await expect(link).toHaveAttribute("href", `${helpUrl}/console/tickets/KIWI-4821`);
  await expect(page.getByText("Opens KIWI-4821 in a new tab.")).toBeVisible();
});

test("the bar works by keyboard", async ({ page, portal }) => {
  await page.goto(`${portal.url}/login`);
  await page.locator("summary").focus();
  await page.keyboard.press("Enter");
  const button = page.getByRole("button", { name: "Stale build" });
  await page.keyboard.press("Tab");
  await expect(button).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeHidden();
  await expect(page.locator("summary")).toBeFocused();
});

test("the portal works without JavaScript", async ({ browser, portal }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, portal.url);
  await provoke(page, "SMS that does not come");
  await expect(page.getByText("No new message")).toBeVisible();
  await page.getByRole("button", { name: "Send another code" }).click();
  await expect(page.getByText(/We sent another code/)).toBeVisible();
  await context.close();
});

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.locator("form[action='/login'] button").click();
  await page.locator("#code").fill("482913");
  await page.locator("#code").press("Enter");
  await page.waitForURL("**/meetings");
}

async function provoke(page: Page, name: string): Promise<void> {
  await page.getByText("Provoke trouble").click();
  await page.getByRole("button", { name }).click();
}
