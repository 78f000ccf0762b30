import { expect } from "@playwright/test";
import { openHelp } from "../portal.ts";
import { test } from "../story.ts";

test("a director who cannot sign in is told why, reports it, support answers, and the answer is on her page and in her mail", async ({
  page,
  demo,
  server,
  agentPage,
  post,
}) => {
  await agentPage.goto(`${server.url}/console`);
  await page.goto(`${demo.url}/sso/error`);

  // Four acts, one of them typed: open, tell me, e-mail, Send.
  const panel = await openHelp(page);
  await expect(panel.getByRole("heading", { level: 2 }).nth(1)).toHaveText(
    /certificate expired on 21 November/,
  );
  await panel.getByRole("button", { name: "Tell me when it works" }).click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  const key = (await panel.locator("code").innerText()).trim();

  // Without a reload it is in the console that was open.
  await agentPage.getByRole("row", { name: key }).getByRole("link").first().click();
  const ticket = agentPage.getByRole("article");
  await expect(ticket.getByRole("heading", { level: 1 })).toContainText("cannot sign in");
  await expect(ticket).toContainText("The company's sign-in certificate expired");
  const reply = ticket.getByRole("textbox", { name: "Reply in English" });
  await expect(reply).toHaveValue(/certificate/);
  await reply.fill("Your administrator has the steps. We call you before your meeting.");
  await ticket.getByRole("button", { name: "Send reply" }).click();

  await expect(page.getByText("We call you before your meeting.")).toBeVisible();
  await expect
    .poll(() => post.received.map(({ subject }) => subject))
    .toContain(`${key}: an answer from Paris support`);
  const answer = post.received.find(({ subject }) => subject?.startsWith(`${key}: an answer`));
  expect(answer?.to?.[0]?.address).toBe("claire.morel@example.com");
  expect(answer?.text).toContain("We call you before your meeting.");
});

test("the bar of the demo leads to exactly the ticket that was just sent", async ({
  page,
  demo,
  agentPage,
}) => {
  await page.goto(`${demo.url}/login`);
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "Code by SMS or app" }).click();
  await panel.getByText("Nothing arrives").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  const key = (await panel.locator("code").innerText()).trim();
  const link = page.getByRole("link", { name: "See it as support" });
  await agentPage.goto((await link.getAttribute("href")) ?? "");
  await expect(agentPage.getByText(key).first()).toBeVisible();
});
