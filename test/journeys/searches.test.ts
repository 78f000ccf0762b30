import type { Page } from "@playwright/test";
import type { Context } from "../../server/context.ts";
import { expect } from "../fixtures.ts";
import { openHelp, test } from "../portal.ts";

function stored({ database }: Context) {
  return database.rows(
    `select words, results, opened, is_solved as "isSolved", has_ticket as "hasTicket" from searches order by at`,
  );
}

/** The code that tells of searches: it is asked for once the first words were sought. */
function loadsSearchLog(page: Page): () => boolean {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return () => asked.some((path) => path.includes("search-log"));
}

/** A search is told seconds after the first suggestion, so that it does not compete with it. */
const patiently = { timeout: 15_000 };

test("a search is told once, when the panel closes: what was sought, what was opened, that it was solved", async ({
  page,
  portal,
  serverContext,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  const box = panel.getByRole("textbox");
  await expect(box).toBeFocused();
  await page.keyboard.type("clear the cache");
  await panel.getByRole("link", { name: /old version/ }).click();
  await panel.getByRole("button", { name: "Yes", exact: true }).click();
  expect(await stored(serverContext)).toEqual([]);
  await panel.getByRole("button", { name: "Problem solved" }).click();
  await expect
    .poll(() => stored(serverContext), patiently)
    .toEqual([
      {
        words: "clear the cache",
        results: expect.any(Number),
        opened: "clear-cache",
        isSolved: true,
        hasTicket: false,
      },
    ]);
});

test("what nobody could answer is told masked, and once for all its letters", async ({
  page,
  portal,
  serverContext,
}) => {
  const hasSought = loadsSearchLog(page);
  await page.goto(await portal());
  const panel = await openHelp(page);
  await expect(panel.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("zebra of claire.morel@example.com");
  // Before anything was sought nothing was not found, though the way to a report is there already.
  await expect.poll(hasSought, patiently).toBe(true);
  await expect(panel.getByRole("button", { name: "Report it in these words" })).toBeVisible();
  await panel.getByRole("button", { name: "Close help" }).click();
  await expect
    .poll(() => stored(serverContext), patiently)
    .toEqual([
      { words: "zebra of c***@e***.com", results: 0, opened: null, isSolved: false, hasTicket: false },
    ]);
});

test("words that went on into a report leave with it, and not without it", async ({
  page,
  portal,
  serverContext,
}) => {
  const hasSought = loadsSearchLog(page);
  const told: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/searches") && told.push(request.url()));
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("textbox").fill("zebra xylophone");
  await expect.poll(hasSought, patiently).toBe(true);
  await panel.getByRole("button", { name: "Report it in these words" }).click();
  await expect(panel.getByRole("textbox", { name: "What is wrong?" })).toHaveValue("zebra xylophone");
  await panel.getByRole("button", { name: "Close help" }).click();
  await expect(panel).toBeHidden();
  expect(told).toEqual([]);

  await openHelp(page);
  await panel.getByText("Yes, with difficulty").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  await expect
    .poll(() => stored(serverContext), patiently)
    .toEqual([{ words: "zebra xylophone", results: 0, opened: null, isSolved: false, hasTicket: true }]);
});
