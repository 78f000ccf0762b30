import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type { Context } from "../../server/context.ts";
import { moveTicket, reply } from "../../server/tickets/desk.ts";
import type { Viewer } from "../../server/tickets/desk.ts";
import { openHelp, test } from "../portal.ts";

const agent: Viewer = { actor: "key test", agentId: null, name: "Inès Haddad", permissions: [] };

/** Reports a blocked login. */
async function sendReport(page: Page, url: string): Promise<{ panel: Locator; key: string }> {
  await page.goto(url);
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByText("Account locked").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  return { panel, key: await panel.locator("code").innerText() };
}

/** The same, and opens its thread. */
async function openThread(page: Page, url: string): Promise<{ panel: Locator; key: string }> {
  const { panel, key } = await sendReport(page, url);
  await panel.getByRole("button", { name: "Add a message" }).click();
  await expect(panel.getByRole("heading", { name: key })).toBeVisible();
  return { panel, key };
}

function answer(context: Context, key: string, body: string, move?: { to: "resolved"; fix: string }) {
  return reply(context, agent, key, { id: randomUUID(), body, isInternal: false, move });
}

const fixed = { to: "resolved", fix: "Unlocked the account" } as const;

test(
  "an answer appears in the open thread by itself, and the person confirms that it works",
  { tag: "@main" },
  async ({ page, portal, serverContext }) => {
    const { panel, key } = await openThread(page, await portal());
    await expect(panel.getByRole("region", { name: "Conversation" })).toContainText("I cannot sign in");
    await answer(serverContext, key, "Your account was locked. I unlocked it.\n\nSign in once more.", fixed);

    const conversation = panel.getByRole("region", { name: "Conversation" });
    await expect(conversation.getByText("Your account was locked. I unlocked it.")).toBeVisible();
    await expect(panel.getByText("Fix ready. Last step: confirmed by you")).toBeVisible();
    await expect(panel.getByRole("status").filter({ hasText: "New answer from" })).toBeAttached();
    await panel.getByRole("button", { name: "It works" }).click();

    await expect(panel.getByText("Confirmed by you.")).toBeVisible();
    await expect(panel.getByRole("button", { name: "It works" })).toBeHidden();
    expect(await serverContext.database.rows("select state from tickets")).toEqual([{ state: "closed" }]);
  },
);

test("whoever comes back sees their report first, and that it was answered, and nothing moves for it", async ({
  page,
  portal,
  serverContext,
}) => {
  const { panel, key } = await sendReport(page, await portal());
  await page.reload();
  await answer(serverContext, key, "I unlocked it.");
  await page.emulateMedia({ reducedMotion: "reduce" }); // what slides in is not where it will be
  await openHelp(page);
  const box = panel.getByLabel("What is wrong?");
  const place = await box.boundingBox();
  const report = panel.getByRole("button", { name: `Your report ${key} New answer from` });
  await expect(report).toBeVisible();
  expect(await box.boundingBox()).toEqual(place);

  await panel.getByRole("button", { name: "Your reports" }).click();
  await expect(panel.getByRole("button", { name: key })).toContainText("New answer from");
  await panel.getByRole("button", { name: key }).click();
  await expect(panel.getByText("I unlocked it.")).toBeVisible();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("button", { name: key })).toContainText("With the team");
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("button", { name: `Your report ${key} With the team` })).toBeVisible();

  await panel.getByRole("button", { name: "Close help" }).click();
  await answer(serverContext, key, "It works now.", fixed);
  await openHelp(page);
  await report.click();
  await panel.getByRole("button", { name: "It works" }).click();
  await expect(panel.getByText("Confirmed by you.")).toBeVisible();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("button", { name: `Your report ${key}` })).toBeHidden();
});

test("whoever was in a thread comes back to it, also after a reload", async ({ page, portal }) => {
  const { panel, key } = await openThread(page, await portal());
  await panel.getByRole("button", { name: "Close help" }).click();
  await openHelp(page);
  await expect(panel.getByRole("heading", { name: key })).toBeVisible();
  await page.reload();
  await openHelp(page);
  await expect(panel.getByRole("region", { name: "Conversation" })).toContainText("I cannot sign in");
  await panel.getByRole("button", { name: "Back" }).click();
  await page.reload();
  await openHelp(page);
  await expect(panel.getByLabel("What is wrong?")).toBeVisible();
});

test("what a report was asked stands above the field in which it is answered, and above the answer", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "Code by SMS or app" }).click();
  await panel.getByText("Nothing arrives").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  await panel.getByRole("button", { name: "Answer", exact: true }).click();
  const field = panel.getByLabel("Which number do the codes go to?");
  await expect(field).toBeFocused();
  await field.fill("+33 1 99 00 56 78");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("region", { name: "Conversation" })).toContainText(
    /Which number do the codes go to\?.*\+33 1 99 00 56 78/s,
  );
  await expect(panel.getByLabel("Reply")).toHaveValue("");
});

test("a long answer is read from its start", async ({ page, portal, serverContext }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const { panel, key } = await openThread(page, await portal());
  const lines = Array.from({ length: 40 }, (_, index) => `Step ${index + 1}.`);
  await answer(serverContext, key, ["Hello Claire,", ...lines].join("\n\n"));
  await expect(panel.getByText("Hello Claire,")).toBeInViewport();
  await expect(panel.getByText("Step 40.")).not.toBeInViewport();
});

test("an address in an answer is a link, without the point of its sentence", async ({
  page,
  portal,
  serverContext,
}) => {
  const { panel, key } = await openThread(page, await portal());
  await answer(serverContext, key, "All is explained in https://help.example.com/a?b=1#c. Then sign in.");
  const link = panel.getByRole("link", { name: "https://help.example.com/a?b=1#c", exact: true });
  await expect(link).toHaveAttribute("href", "https://help.example.com/a?b=1#c");
  await expect(link).toHaveAttribute("target", "_blank");
});

test("what still does not work goes back to the team with the person's words", async ({
  page,
  portal,
  serverContext,
}) => {
  const { panel, key } = await openThread(page, await portal());
  await answer(serverContext, key, "I unlocked it.", fixed);
  await panel.getByRole("button", { name: "Not yet" }).click();
  await expect(panel.getByLabel("What still does not work?")).toBeFocused();
  await page.keyboard.type("Still locked");
  await page.keyboard.press("Enter");

  await expect(panel.getByText("Still locked")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Not yet" })).toBeHidden();
  await expect(panel.getByText("With the team.")).toBeVisible();
  expect(await serverContext.database.rows("select state from tickets")).toEqual([{ state: "reopened" }]);
});

test("the stages move on under the eyes of who has just reported", async ({
  page,
  portal,
  serverContext,
}) => {
  const { panel, key } = await sendReport(page, await portal());
  const present = panel.getByRole("listitem").and(panel.locator("[aria-current=step]"));
  await expect(present).toHaveText("With the team");
  await moveTicket(serverContext, agent, key, { to: "assigned" });
  await expect(present).toHaveText("Workaround or fix");

  // An answer that is there is promised no more.
  await expect(panel.getByText("Answer by")).toBeVisible();
  await answer(serverContext, key, "I unlocked it.");
  await expect(panel.getByText("I unlocked it.")).toBeVisible();
  await expect(panel.getByText("Answer by")).toBeHidden();
});

test("a reply written without connection goes out by itself, even from the next page, and arrives once", async ({
  page,
  portal,
  server,
  serverContext,
}) => {
  const { panel, key } = await openThread(page, await portal());
  const conversation = panel.getByRole("region", { name: "Conversation" });
  const path = `${server.url}/api/tickets/${key}/messages`;
  await page.route(path, (route) => route.abort("connectionreset"));
  await panel.getByLabel("Reply").fill("It is about my tablet");
  await panel.getByRole("button", { name: "Send", exact: true }).click();
  await expect(conversation).toContainText(/It is about my tablet.*Not sent yet/s);
  await expect(panel.getByLabel("Reply")).toHaveValue("");
  await panel.getByLabel("Reply").fill("And one more");
  await page.unroute(path);
  await page.reload();

  const bodies = () => serverContext.database.rows("select body from messages order by at");
  await expect.poll(bodies).toEqual([{ body: "It is about my tablet" }]);
  await openHelp(page);
  await expect(conversation).toContainText("It is about my tablet");
  await expect(conversation.getByText("Not sent yet")).toBeHidden();
  await expect(panel.getByLabel("Reply")).toHaveValue("And one more");

  await page.route(path, (route) => route.abort("connectionreset"));
  await panel.getByLabel("Reply").press("Enter");
  await expect(conversation.getByText("Not sent yet")).toBeVisible();
  await page.unroute(path);
  await panel.getByRole("button", { name: "Try now" }).click();
  await expect(conversation.getByText("Not sent yet")).toBeHidden();
  await expect(conversation.getByText("And one more")).toHaveCount(1);
  expect(await bodies()).toHaveLength(2);
});

test("where a proxy holds the stream back, answers come by asking", async ({
  page,
  portal,
  server,
  serverContext,
}) => {
  test.slow();
  // A line that is open and says nothing.
  await page.route(`${server.url}/api/tickets/*/stream`, () => {});
  const { panel, key } = await openThread(page, await portal());
  await answer(serverContext, key, "I unlocked it.");
  await expect(panel.getByText("I unlocked it.")).toBeVisible({ timeout: 40_000 });
});

test("a device forgets its reports when asked, and the team keeps them", async ({
  page,
  portal,
  serverContext,
}) => {
  const { panel } = await openThread(page, await portal());
  await panel.getByRole("button", { name: "Back" }).click();
  await panel.getByRole("button", { name: "Close help" }).click();
  await openHelp(page);
  await panel.getByRole("button", { name: "Your reports" }).click();
  await panel.getByRole("button", { name: "Forget my reports on this device" }).click();
  await expect(panel.getByRole("button", { name: "Forget", exact: true })).toBeFocused();
  await panel.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(panel.getByText("Forgotten on this device.")).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => /tickets|contact/.test(name))),
  ).toEqual([]);
  expect(await serverContext.database.rows("select 1 from tickets")).toHaveLength(1);
});
