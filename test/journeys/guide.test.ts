import { expect, type Page } from "@playwright/test";
import { sampleArticle, serveArticle } from "../guide-sample.ts";
import { claire, stateHeldSms } from "../held-sms.ts";
import { openHelp, panelOn, test } from "../portal.ts";

async function openGuide(page: Page, slug: string): Promise<void> {
  await expect(page.getByRole("button", { name: "Help" })).toBeVisible();
  await page.evaluate((article) => window.DiliTrustHelp?.push(["open", "article", { article }]), slug);
  const stepByStep = panelOn(page).getByRole("button", { name: "Step by step" });
  await stepByStep.click();
  // The article asks "Yes" or "No" as well, until the guide has come.
  await expect(stepByStep).toBeHidden();
}

test(
  "an expired certificate is recognised by the pasted code, and an administrator gets the screens of their provider",
  { tag: "@main" },
  async ({ page, portal, serverContext }) => {
    test.slow();
    await page.goto(await portal({ calls: [["setContext", "screen", "sso_error"]] }));
    const panel = await openHelp(page);
    await panel
      .getByRole("textbox")
      .fill("Claire Morel, sign-in failed. AADSTS50012: Authentication failed. Trace ID: 4f1c");
    await panel.getByRole("link", { name: /certificate expired or changed/ }).click();
    await panel.getByRole("button", { name: "Step by step" }).click();

    // What was pasted into the first box is not asked for again.
    await panel.getByRole("button", { name: /^I administer it/ }).click();

    await expect(panel.getByRole("heading", { name: /^Create the new certificate/ })).toBeFocused();
    await expect(panel.getByRole("heading", { name: "Microsoft Entra ID" })).toBeVisible();
    await expect(panel.getByText(/Okta|Keycloak|AD FS/).filter({ visible: true })).toHaveCount(0);
    const activation = panel.getByText("Make certificate active").filter({ visible: true });
    await expect(activation, "not before we have the certificate").toHaveCount(0);
    await panel.getByRole("button", { name: "Done, go on" }).click();
    // Nothing is registered on this page: the step says how to do it by hand.
    await expect(panel.getByText(/We confirm by calling the number on file/)).toBeVisible();
    await panel.getByRole("button", { name: "Done, go on" }).click();
    await panel.getByRole("button", { name: "Yes" }).click();
    await expect(activation).toBeVisible();
    await panel.getByRole("button", { name: "Done, go on" }).click();
    await expect(panel.getByRole("heading", { name: "Open the platform in a private window" })).toBeFocused();
    await panel.getByRole("button", { name: "Done, go on" }).click();
    await panel.getByRole("button", { name: "Yes" }).click();

    await expect(panel.getByRole("heading", { name: "Solved" })).toBeFocused();
    await expect(panel.getByText("The new certificate is in use.")).toBeVisible();
    await expect(panel.getByText("Nothing was sent.")).toBeVisible();
    const kept = await page.evaluate(() => sessionStorage.getItem("dilitrust-help:boards-eu:guide"));
    expect(kept, "of what was pasted only the code is kept").not.toMatch(/Claire|4f1c/);
    expect(JSON.parse(kept ?? "").state.path.map(({ node }: { node: string }) => node)).toEqual(
      expect.arrayContaining(["what_we_know", "who", "provider", "rollover", "works"]),
    );
    expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
  },
);

test(
  "who confirms their e-mail learns that the operator holds the SMS, and is led to the authenticator",
  { tag: "@main" },
  async ({ page, portal, server, serverContext, mailbox }) => {
    test.slow();
    const url = await portal({ calls: [["setContext", "screen", "sms_code"]] });
    await stateHeldSms(serverContext, server.url, url);
    await page.goto(url);
    await openGuide(page, "sms-code-not-received");
    const panel = panelOn(page);

    await expect(panel.getByRole("heading", { name: /We can look at your account/ })).toBeFocused();
    await panel.getByLabel("Your e‑mail").fill(claire);
    await panel.getByRole("button", { name: "Send me a code" }).click();
    await expect(
      panel.getByRole("heading", { name: `Enter the code that we sent to ${claire}` }),
    ).toBeFocused();
    await panel.getByRole("textbox", { name: "Code" }).fill("000000");
    await panel.getByRole("button", { name: "Confirm" }).click();
    await expect(panel.getByText("This code is wrong or too old.")).toBeVisible();
    await expect.poll(() => mailbox.length).toBe(1);
    await panel.getByRole("textbox", { name: "Code" }).fill(/\d{6}/.exec(mailbox[0]?.text ?? "")?.[0] ?? "");
    await panel.getByRole("button", { name: "Confirm" }).click();

    await expect(panel.getByText("The code goes to the number ending in 89.")).toBeVisible();
    await panel.getByRole("button", { name: "Yes" }).click();
    await expect(panel.getByText("The operator’s answer: 30007.")).toBeVisible();
    await panel.getByRole("button", { name: "Go on" }).click();
    await expect(panel.getByRole("link", { name: "an authenticator app" })).toBeVisible();
    await panel.getByRole("button", { name: "Done, go on" }).click();
    // This platform does not say whether a code was accepted, so the person does.
    await panel.getByRole("button", { name: "Stop waiting" }).click();
    await panel.getByRole("button", { name: "Yes" }).click();
    await expect(panel.getByText("Nothing was sent.")).toBeVisible();
    expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
  },
);

test("who goes on without confirming is asked instead, and is asked for it once", async ({
  page,
  portal,
  server,
  serverContext,
}) => {
  const url = await portal();
  await stateHeldSms(serverContext, server.url, url);
  await page.goto(url);
  await openGuide(page, "sms-code-not-received");
  const panel = panelOn(page);
  await panel.getByRole("button", { name: "Go on without" }).click();
  await expect(panel.getByText(/number ending in/)).toBeHidden();
  await panel.getByRole("button", { name: "Yes" }).click();
  await expect(
    panel.getByRole("heading", { name: "One code at a time: each new code cancels the one before." }),
  ).toBeVisible();
  await panel.getByRole("button", { name: "Go on" }).click();
  await expect(
    panel.getByRole("heading", { name: /^Did the new code arrive/ }),
    "nobody tells us of their code, so nothing is waited for",
  ).toBeFocused();
});

test("a guide goes on where it was after a reload, and Back leads to the question before", async ({
  page,
  portal,
  server,
}) => {
  await serveArticle(page, server.url, sampleArticle);
  await page.goto(await portal());
  await openGuide(page, "clear-cache");
  const panel = panelOn(page);
  await panel.getByRole("button", { name: "No" }).click();
  await expect(panel.getByRole("heading", { name: "Delete the data of this site only." })).toBeVisible();
  await page.reload();

  await openHelp(page);
  await expect(panel.getByRole("heading", { name: "Delete the data of this site only." })).toBeFocused();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("heading", { name: "Are you an administrator?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: "What is wrong?" })).toBeVisible();
  await page.reload();
  await openHelp(page);
  await expect(
    panel.getByRole("heading", { name: "What is wrong?" }),
    "who left it is not brought back",
  ).toBeVisible();
});

test("where company sign-in fails, its cause comes before a guide of another page, which waits in its article", async ({
  page,
  portal,
  server,
}) => {
  await serveArticle(page, server.url, sampleArticle);
  await page.goto(await portal());
  await openGuide(page, "clear-cache");
  const panel = panelOn(page);
  await panel.getByRole("button", { name: "No" }).click();
  const step = panel.getByRole("heading", { name: "Delete the data of this site only." });
  await expect(step).toBeVisible();
  await page.reload();
  await page.evaluate(() => window.DiliTrustHelp?.push(["setContext", "screen", "sso_error"]));

  await openHelp(page);
  await expect(panel.getByRole("heading", { name: "What is wrong?" })).toBeVisible();
  await expect(step).toBeHidden();

  await openGuide(page, "clear-cache");
  await expect(step).toBeFocused();
});

test("an action that the page has registered is done at a press, and one that it refuses goes on by hand", async ({
  page,
  portal,
  server,
}) => {
  test.slow(); // two guides, each from the first page on
  await serveArticle(page, server.url, sampleArticle);
  await page.goto(await portal());
  await page.evaluate(() => {
    window.DiliTrustHelp?.push(["registerAction", "ask_my_admin", () => document.title === "Told"]);
  });
  await openGuide(page, "clear-cache");
  const panel = panelOn(page);
  await panel.getByRole("button", { name: "Yes" }).click();
  await panel.getByRole("button", { name: "Tell them" }).click();
  await expect(panel.getByRole("heading", { name: "Delete the data of this site only." })).toBeVisible();
  await panel.getByText("3 steps so far").click();
  await expect(panel.getByText("Could not be done")).toBeVisible();
});

test("whoever taps a tile may try its guide first, and does not lose what they have written", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "Code by SMS or app" }).click();
  await panel.getByLabel("Your e‑mail").fill(claire);
  await panel.getByRole("button", { name: "Try it step by step first" }).click();
  await panel.getByRole("button", { name: "Yes" }).click();
  await expect(panel.getByRole("heading", { name: /^One code at a time/ })).toBeFocused();
  await panel.getByRole("button", { name: "Back" }).click();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByLabel("Your e‑mail")).toHaveValue(claire);
});

test("where an article explains the tile it may be read first, and nothing written is lost", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByText("Account locked").click();
  await panel.getByLabel("Your e‑mail").fill(claire);
  await panel.getByRole("button", { name: "Read what may help first" }).click();
  await expect(panel.getByRole("heading", { name: "I cannot sign in" })).toBeFocused();
  await expect(panel.getByRole("link")).toContainText([
    "Account locked",
    "allow the platform’s cookies",
    "Reset",
  ]);
  await panel.getByRole("link", { name: /^Account locked/ }).click();
  await expect(panel.getByRole("article")).toContainText("Account locked or disabled");
  await panel.getByRole("button", { name: "Back" }).click();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByLabel("Your e‑mail")).toHaveValue(claire);
  await expect(panel.getByRole("radio", { name: "Account locked" })).toBeChecked();
});

test("whoever misses something may first read why it can be hidden, old or elsewhere", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "More" }).click();
  await panel.getByRole("button", { name: "Wrong or missing data" }).click();
  await panel.getByRole("button", { name: "Read what may help first" }).click();
  await expect(panel.getByRole("heading", { name: "Wrong or missing data" })).toBeFocused();
  await expect(panel.getByRole("link").filter({ has: page.locator("b") })).toContainText([
    "Access denied",
    "The page shows an old version",
    "Something changed after an update",
    "You have two accounts",
    "A meeting or its invitation is missing",
    "Search finds nothing",
  ]);
});

test("whoever reports a breach is not sent to an article first", async ({ page, portal }) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "Security concern" }).click();
  await expect(panel.getByLabel("Call me on")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Read what may help first" })).toBeHidden();
});
