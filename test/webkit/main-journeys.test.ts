import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { startAgingPlatform, type AgingPlatform } from "../aging-platform.ts";
import type { Context } from "../../server/context.ts";
import { reply } from "../../server/tickets/desk.ts";
import { claire, stateHeldSms } from "../held-sms.ts";
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

async function hasFocus(webkit: WebKit, role: Role, name: string | RegExp): Promise<void> {
  const patience = { timeout: 15_000 }; // longer than a search for the element may take
  await expect.poll(async () => webkit.isFocused(await webkit.find(role, name)), patience).toBe(true);
}

async function fillBlockedLogin(webkit: WebKit): Promise<void> {
  await webkit.click("button", "Help");
  await webkit.click("button", "I cannot sign in");
  await webkit.clickText("Account locked");
  await webkit.click("textbox", "Your e‑mail");
  await webkit.type("claire.morel@example.com");
}

/** A page that the engine keeps as it was before the platform was deployed anew. */
async function openOldPage(webkit: WebKit, platform: AgingPlatform, hasWorker: boolean): Promise<void> {
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
}

async function openGuide(webkit: WebKit, article: string): Promise<void> {
  await webkit.find("button", "Help");
  await webkit.run(`DiliTrustHelp.open("guide", { article: ${JSON.stringify(article)} })`);
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

test("in the help centre an article is found, read in the other language, and commented on", async ({
  webkit,
  server,
  serverContext,
}) => {
  const question = "Say it in your own words, or paste the message you see";
  await webkit.goto(`${server.url}/help/en`);
  await webkit.click("searchbox", question);
  await webkit.type("still last week's agenda");
  await webkit.press("Enter"); // the form, which needs no script
  await expect.poll(() => webkit.run("return location.search")).toContain("agenda");

  await webkit.goto(`${server.url}/help/en`);
  await webkit.click("searchbox", question);
  await webkit.type("old version");
  await webkit.find("heading", /may help$/);
  await webkit.press("ArrowDown");
  await webkit.press("Enter");
  await webkit.find("heading", /^The page shows an old version/);
  await webkit.click("link", "Français");
  await webkit.find("heading", /^La page affiche une ancienne version/);

  await webkit.clickText("Non");
  await webkit.clickText("Faux ou périmé");
  await webkit.click("textbox", "Commentaire facultatif");
  await webkit.type("Le menu a changé");
  await webkit.click("button", "Envoyer mes commentaires");
  await webkit.findText("Commentaires envoyés, merci : nous corrigerons l’article");
  expect(await serverContext.database.rows("select * from article_feedback")).toMatchObject([
    { slug: "clear-cache", locale: "fr", reasons: ["outdated"], comment: "Le menu a changé" },
  ]);
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
    await openOldPage(webkit, platform, hasWorker);
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

test("an administrator gets the screens of their provider by the pasted code", async ({
  webkit,
  portal,
  serverContext,
}) => {
  await webkit.goto(await portal({ calls: [["setContext", "screen", "sso_error"]] }));
  await openGuide(webkit, "sso-certificate-expired");
  await webkit.click("textbox", "The message, or its code");
  await webkit.type("Sign-in failed. AADSTS50012: Authentication failed.");
  await webkit.click("button", "Look for the code");
  await webkit.click("button", "I administer it, or sign-in, for my organisation");
  await hasFocus(webkit, "heading", /^Create the new certificate/);
  await webkit.find("heading", "Microsoft Entra ID");
  expect(await webkit.isShown("heading", "Okta")).toBe(false);
  await webkit.click("button", "Done, go on");
  await webkit.click("button", "Done, go on");
  await webkit.click("button", "Yes");
  await hasFocus(webkit, "heading", /^Make the new certificate active/);
  await webkit.click("button", "Done, go on");
  await hasFocus(webkit, "heading", /^Open the platform in a private window/);
  await webkit.click("button", "Done, go on");
  await webkit.click("button", "Yes");
  await webkit.findText("Nothing was sent.");
  expect(await arrived(serverContext)).toEqual([]);
});

test("an SMS that the operator holds leads to the authenticator", async ({
  webkit,
  portal,
  server,
  serverContext,
  mailbox,
}) => {
  const url = await portal({ calls: [["setContext", "screen", "sms_code"]] });
  await stateHeldSms(serverContext, server.url, url);
  await webkit.goto(url);
  await openGuide(webkit, "sms-code-not-received");
  await webkit.click("textbox", "Your e‑mail");
  await webkit.type(claire);
  await webkit.click("button", "Send me a code");
  await webkit.click("textbox", "Code");
  await expect.poll(() => mailbox.length).toBe(1);
  await webkit.type(/\d{6}/.exec(mailbox[0]?.text ?? "")?.[0] ?? "");
  await webkit.click("button", "Confirm");
  await webkit.findText("The code goes to the number ending in 89.");
  await webkit.click("button", "Yes");
  await webkit.findText("The operator’s answer: 30007.");
  await webkit.click("button", "Go on");
  await webkit.find("link", "an authenticator app");
  await webkit.click("button", "Done, go on");
  await webkit.click("button", "Stop waiting");
  await webkit.click("button", "Yes");
  await webkit.findText("Nothing was sent.");
  expect(await arrived(serverContext)).toEqual([]);
});

test("where a refresh fails the report carries the path", async ({ webkit, server, serverContext }) => {
  const platform = await startAgingPlatform(server.url);
  await openOldPage(webkit, platform, false);
  platform.holdBack();
  await webkit.click("button", "Help");
  await webkit.click("button", "Reload the page");
  await hasFocus(webkit, "heading", /^Open this page in a private window/);
  await webkit.click("button", "No");
  await webkit.click("button", "Send it to support");
  await webkit.clickText("Old content");
  await webkit.clickText("Yes, with difficulty");
  await webkit.click("textbox", "Your e‑mail");
  await webkit.type(claire);
  await webkit.click("button", "Send report");
  await webkit.find("heading", "Report sent");
  expect(await arrived(serverContext)).toMatchObject([
    {
      guide_path: expect.arrayContaining([
        expect.objectContaining({
          node: "refresh",
          value: expect.objectContaining({ build_before: "2026.11.3", build_after: "2026.11.3" }),
        }),
      ]),
    },
  ]);
  await platform.stop();
});

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
