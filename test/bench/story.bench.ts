import { expect } from "@playwright/test";
import { openHelp } from "../portal.ts";
import { test } from "../story.ts";
import { median } from "./statistics.ts";
import { printTable } from "./table.ts";

const rounds = 5;
const atMostMilliseconds = 1_000;

test("how long one waits for the other", async ({ page, demo, server, agentPage, post }) => {
  await agentPage.goto(`${server.url}/console`);
  const toConsole: number[] = [];
  const toWidget: number[] = [];
  const toMail: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${demo.url}/login`);
    const panel = await openHelp(page);
    const back = panel.getByRole("button", { name: "Back" });
    if (await back.isVisible()) await back.click();
    await panel.getByRole("button", { name: "I cannot sign in" }).click();
    await panel.getByText("Account locked").click();
    const email = panel.getByLabel("Your e‑mail");
    if (await email.isVisible()) await email.fill("claire.morel@example.com");
    const sentAt = Date.now();
    await panel.getByRole("button", { name: "Send report" }).click();
    const key = (await panel.locator("code").innerText()).trim();
    await expect(agentPage.getByRole("row", { name: key })).toBeVisible();
    toConsole.push(Date.now() - sentAt);

    await agentPage.goto(`${server.url}/console/tickets/${key}`);
    const answer = `Answer ${round}`;
    await agentPage.getByRole("textbox", { name: "Reply in English" }).fill(answer);
    const answeredAt = Date.now();
    const mails = post.received.length;
    await agentPage.getByRole("button", { name: "Send reply" }).click();
    await expect(panel.getByText(answer)).toBeVisible();
    toWidget.push(Date.now() - answeredAt);
    await expect.poll(() => post.received.length, { intervals: [20] }).toBeGreaterThan(mails);
    toMail.push(Date.now() - answeredAt);
    await agentPage.goto(`${server.url}/console`);
  }
  const row = (what: string, times: number[]) => [
    what,
    median(times),
    Math.max(...times),
    atMostMilliseconds,
  ];
  printTable(
    `Waiting, in milliseconds, from the press of a button in one browser to the sight in another (${rounds} rounds)`,
    ["from, to", "median", "worst", "at most"],
    [
      row("Send report, to a row in an open console", toConsole),
      row("Send reply, to the answer in the panel", toWidget),
      row("Send reply, to the mail server", toMail),
    ],
  );
  for (const times of [toConsole, toWidget, toMail]) {
    expect(median(times)).toBeLessThanOrEqual(atMostMilliseconds);
  }
});
