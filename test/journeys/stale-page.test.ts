import { expect } from "@playwright/test";
import { startDemoPlatform } from "../../server/demo-platform.ts";
import { test } from "../fixtures.ts";
import { openHelp } from "../portal.ts";

test("a page older than the platform says so first, and shows the new content after one press", async ({
  page,
  server,
}) => {
  const platform = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl: server.url });
  await page.goto(`${platform.url}/login`);
  await page.getByRole("group").click();
  await page.getByRole("button", { name: "Stale build" }).click();
  await expect(page.getByText("Version 2026.11.3")).toBeVisible();

  const panel = await openHelp(page);
  await expect(panel.getByRole("heading", { name: "Your page is older than the platform." })).toBeVisible();
  await panel.getByRole("button", { name: "Reload the page" }).click();
  await expect(page.getByText("Version 2026.11.4", { exact: true })).toBeVisible();

  // Help goes on by itself, and only the person's word counts.
  await expect(panel.getByRole("heading", { name: "Does the page look right now?" })).toBeVisible();
  await panel.getByRole("button", { name: "Yes" }).click();
  await panel.getByRole("button", { name: "Something else is wrong" }).click();
  await expect(panel.getByRole("heading", { name: "What is wrong?" })).toBeVisible();
  await platform.stop();
});
