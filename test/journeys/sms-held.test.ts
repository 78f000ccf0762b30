import type { Locator } from "@playwright/test";
import { createKey } from "../../server/api-keys.ts";
import type { Context } from "../../server/context.ts";
import { startDemoPlatform } from "../../server/demo-platform.ts";
import { subjectOf, subjectSecret } from "../../server/facts/subject.ts";
import { expect } from "../fixtures.ts";
import { openHelp, panelOn, test } from "../portal.ts";

const site = "boards-eu";

function keyOf(context: Context, customerId: string | null) {
  return createKey(context, {
    name: "platform",
    permissions: ["facts"],
    scope: { siteId: site, customerId },
  });
}

/** Into the guide as a person gets there: by saying what is wrong. */
async function startGuide(panel: Locator): Promise<void> {
  await panel.getByRole("textbox").fill("my sms code does not arrive");
  await panel.getByText("The SMS code does not arrive").click();
  await panel.getByRole("button", { name: "Step by step" }).click();
}

test("an SMS that the operators hold leads to the authenticator app, and in", async ({
  page,
  server,
  serverContext: context,
}) => {
  test.slow(); // four pages, each with the panel
  await context.database.rows(
    "insert into customers (id, name, region) values ('norvane-group', 'Norvane', 'eu-fr')",
  );
  const key = await keyOf(context, "norvane-group");
  const access = { key, subjectSecret: subjectSecret(context, site) };
  const demo = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl: server.url, access });
  await context.database.rows("insert into customer_hosts values ($1, $2, 'norvane-group')", [
    site,
    new URL(demo.url).host,
  ]);
  await page.goto(demo.url);
  await page.getByText("Provoke trouble").click();
  await page.getByRole("button", { name: /SMS/ }).click();

  const panel = await openHelp(page);
  await startGuide(panel);
  await expect(panel.getByText("have trouble delivering our codes at the moment")).toBeVisible();
  await expect(panel.getByText("Country: France.")).toBeVisible();
  await panel.getByRole("button", { name: "Yes" }).click();
  await panel.getByRole("button", { name: "Choose another way" }).click();

  await expect(panelOn(page).getByText(/steps so far/)).toBeVisible();
  await page.getByLabel("Six-digit code").fill("731604");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/meetings$/);
  await openHelp(page);
  // Who has not proved who they are hears nothing of an accepted code: they say it themselves.
  const yes = panelOn(page).getByRole("button", { name: "Yes" });
  const stopWaiting = panelOn(page).getByRole("button", { name: "Stop waiting" });
  await expect(yes.or(stopWaiting)).toBeVisible();
  // At once if it is there: the wait may just be ending by itself.
  await stopWaiting.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
  await yes.click();
  await expect(
    panelOn(page).getByText("So that no operator stands between you and the next meeting"),
  ).toBeVisible();
  await demo.stop();
});

test("whoever proves who they are by a mailed code is told that their own code is held", async ({
  page,
  portal,
  app,
  serverContext: context,
  mailbox,
}) => {
  const key = await keyOf(context, null);
  const subject = subjectOf(context, site, "ana@example.com");
  const until = new Date(context.clock.now().getTime() + 3_600_000);
  await app.request("/api/facts", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify([
      { site, subject, check: "account", value: { account: "active", mfa: "sms" }, until },
      { site, subject, check: "sms_e164", value: { sms_e164: "ok", sms_country: "ES", ending: "89" }, until },
      {
        site,
        subject,
        check: "sms_receipt",
        value: { sms_code: "30007", sms_country: "ES", age: 90 },
        until,
      },
    ]),
  });
  await page.goto(await portal());
  const panel = await openHelp(page);
  await startGuide(panel);
  await panel.getByLabel("Your e\u2011mail").fill("ana@example.com");
  await panel.getByRole("button", { name: "Send me a code" }).click();
  await expect.poll(() => mailbox.length).toBe(1);
  await panel.getByRole("textbox", { name: "Code" }).fill(/\d{6}/.exec(mailbox[0]?.text ?? "")?.[0] ?? "");
  await panel.getByRole("button", { name: "Confirm" }).click();

  await expect(panel.getByText("The code goes to the number ending in 89.")).toBeVisible();
  await panel.getByRole("button", { name: "Yes" }).click();
  await expect(panel.getByText("holds our codes back")).toBeVisible();
  await expect(panel.getByText("The operator’s answer: 30007.")).toBeVisible();
});
