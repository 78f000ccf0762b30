import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { startAgingPlatform } from "../aging-platform.ts";
import type { Context } from "../../server/context.ts";
import { reply } from "../../server/tickets/desk.ts";
import { test as base } from "../portal.ts";
import { startWebKit, type Role, type WebKit } from "../webdriver.ts";

/** The main journeys in WebKitGTK. The same as those tagged @main elsewhere, by another driver. */
const test = base.extend<{ webkit: WebKit }, { engine: WebKit }>({
  engine: [
    async ({}, use) => {
      const engine = await startWebKit();
      await use(engine);
      await engine.quit();
    },
    { scope: "worker" },
  ],
  webkit: async ({ engine }, use, info) => {
    await use(engine);
    if (info.status !== info.expectedStatus) {
      await info.attach("page", { body: await engine.screenshot(), contentType: "image/png" });
    }
  },
});

function arrived({ database }: Context) {
  return database.rows<Record<string, unknown>>("select * from tickets order by created_at");
}

async function hasFocus(webkit: WebKit, role: Role, name: string): Promise<void> {
  await expect.poll(async () => webkit.isFocused(await webkit.find(role, name))).toBe(true);
}

async function fillBlockedLogin(webkit: WebKit): Promise<void> {
  await webkit.click("button", "Help");
  await webkit.click("button", "I cannot sign in");
  await webkit.clickText("Account locked");
  await webkit.click("textbox", "Your e‑mail");
  await webkit.type("claire.morel@example.com");
}

test("a blocked login is reported in five acts, one of them typed", async ({
  webkit,
  portal,
  serverContext,
}) => {
  await webkit.goto(await portal());
  await fillBlockedLogin(webkit);
  await webkit.click("button", "Send report");

  await webkit.find("heading", "Report sent");
  const [ticket, ...others] = await arrived(serverContext);
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({
    symptom: "cannot_sign_in",
    answers: { see: "account_locked" },
    reporter: { email: "claire.morel@example.com" },
    locale: "en",
  });
  await webkit.findText(String(ticket?.key));
});

test("a report in the making survives a reload", async ({ webkit, portal, serverContext }) => {
  await webkit.goto(await portal());
  await fillBlockedLogin(webkit);
  await webkit.reload();

  await webkit.click("button", "Help");
  expect(await webkit.read(await webkit.find("radio", "Account locked"), "checked")).toBe(true);
  expect(await webkit.read(await webkit.find("textbox", "Your e‑mail"), "value")).toBe(
    "claire.morel@example.com",
  );
  await webkit.click("button", "Send report");
  await webkit.find("heading", "Report sent");
  expect(await arrived(serverContext)).toMatchObject([{ answers: { see: "account_locked" } }]);
});

test("a connection that breaks while a report is sent makes one ticket, and a whole one", async ({
  webkit,
  portal,
  server,
  serverContext,
}) => {
  await webkit.goto(await portal());
  await fillBlockedLogin(webkit);
  server.losesReceipts = true;
  await webkit.click("button", "Send report");
  await webkit.find("heading", "Your report is kept on this device.");
  server.losesReceipts = false;
  await webkit.click("button", "Try now");

  await webkit.find("heading", "Report sent");
  expect(await arrived(serverContext)).toMatchObject([
    { answers: { see: "account_locked" }, reporter: { email: "claire.morel@example.com" } },
  ]);
});

test("the article on the cache is found in a person's own words, read, solves it, and no ticket is made", async ({
  webkit,
  portal,
  serverContext,
}) => {
  await webkit.goto(await portal());
  await webkit.click("button", "Help");
  await hasFocus(webkit, "textbox", "What is wrong?");
  await webkit.type("still last week's agenda");
  await webkit.find("link", /^The page shows an old version/);
  await webkit.press("Enter");

  await webkit.find("article");
  await webkit.click("button", "Yes");
  await webkit.findText("Thank you!");
  await webkit.click("button", "Problem solved");
  await expect.poll(() => webkit.isShown("dialog")).toBe(false);
  expect(await arrived(serverContext)).toEqual([]);
});

test("an answer appears in the open thread", async ({ webkit, portal, serverContext }) => {
  await webkit.goto(await portal());
  await fillBlockedLogin(webkit);
  await webkit.click("button", "Send report");
  await webkit.find("heading", "Report sent");
  await webkit.click("button", "Add a message");
  const [ticket] = await arrived(serverContext);
  const key = String(ticket?.key);
  await webkit.find("heading", key);
  await reply(
    serverContext,
    { actor: "key test", agentId: null, name: "Inès Haddad", permissions: [] },
    key,
    {
      id: randomUUID(),
      body: "Your account was locked. I unlocked it.",
      isInternal: false,
      move: { to: "resolved", fix: "Unlocked the account" },
    },
  );

  await webkit.findText("Your account was locked. I unlocked it.");
  await webkit.click("button", "It works");
  await webkit.findText("Confirmed by you.");
  expect(await arrived(serverContext)).toMatchObject([{ state: "closed" }]);
});

for (const hasWorker of [false, true]) {
  test(`an old page ${hasWorker ? "behind an old service worker " : ""}is refreshed by its guide`, async ({
    webkit,
    server,
    serverContext,
  }) => {
    const platform = await startAgingPlatform(server.url, { hasWorker });
    await webkit.goto(platform.url);
    await webkit.findText("2026.11.3");
    if (hasWorker) {
      await expect.poll(() => webkit.run("return navigator.serviceWorker.controller !== null")).toBe(true);
      await webkit.goto(platform.url);
    }
    platform.deploy();
    // To where one is already is a reload to this engine, and that asks for everything again.
    await webkit.goto(`${platform.url}version`);
    await webkit.goto(platform.url);
    await webkit.findText("2026.11.3");

    await webkit.click("button", "Help");
    await webkit.click("button", "Reload the page");
    await webkit.findText("2026.11.4");
    await hasFocus(webkit, "heading", "Does the page look right now?");
    const kept = await webkit.run("return sessionStorage.getItem('dilitrust-help:boards-eu:guide')");
    expect(JSON.parse(String(kept)).state.path).toContainEqual(
      expect.objectContaining({
        node: "refresh",
        outcome: "done",
        value: expect.objectContaining({
          build_before: "2026.11.3",
          build_after: "2026.11.4",
          sw_before: hasWorker ? "stale" : "none",
          sw_after: hasWorker ? "current" : "none",
        }),
      }),
    );
    await webkit.click("button", "Yes");
    await webkit.findText("Nothing was sent.");
    expect(await arrived(serverContext)).toEqual([]);
    await platform.stop();
  });
}

test("a report goes from the page to its key by keyboard alone", async ({
  webkit,
  portal,
  serverContext,
}) => {
  async function tabTo(role: Role, name: string): Promise<void> {
    const place = await webkit.find(role, name);
    await expect(async () => {
      await webkit.press("Tab");
      expect(await webkit.isFocused(place)).toBe(true);
    }).toPass({ intervals: [0] });
  }

  await webkit.goto(await portal());
  await tabTo("button", "Help");
  await webkit.press("Enter");
  await tabTo("button", "I cannot sign in");
  await webkit.press("Enter");
  await tabTo("radio", "Wrong password");
  await webkit.press("ArrowDown");
  await tabTo("textbox", "Your e‑mail");
  await webkit.type("claire.morel@example.com");
  await webkit.press("Enter");
  await webkit.find("heading", "Report sent");
  await webkit.press("Escape");
  await hasFocus(webkit, "button", "Help");
  expect(await arrived(serverContext)).toMatchObject([{ answers: { see: "account_locked" } }]);
});
