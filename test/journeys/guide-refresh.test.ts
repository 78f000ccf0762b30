import { expect, type Page } from "@playwright/test";
import { startAgingPlatform, type AgingPlatform } from "../aging-platform.ts";
import { signedIn } from "../console.ts";
import { test as base } from "../fixtures.ts";
import { openHelp } from "../portal.ts";

const test = base.extend<{ hasWorker: boolean; platform: AgingPlatform }>({
  hasWorker: [false, { option: true }],
  platform: async ({ server, hasWorker }, use) => {
    const platform = await startAgingPlatform(server.url, { hasWorker });
    await use(platform);
    await platform.stop();
  },
});

/** A page that the browser keeps as it was before the platform was deployed anew. */
async function openOldPage(page: Page, platform: AgingPlatform, hasWorker: boolean): Promise<void> {
  await page.goto(platform.url);
  if (hasWorker) {
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    // So that the worker has answered for everything once.
    await page.goto(platform.url);
  }
  await page.evaluate(async () => {
    sessionStorage["draft"] = localStorage["draft"] = document.cookie = "mine=1";
    const cache = await caches.open("offline-documents");
    await cache.put(
      "/board-pack.pdf",
      new Response("papers", { headers: { "content-type": "application/pdf" } }),
    );
  });
  platform.deploy();
  await page.goto(platform.url);
  await expect(page.getByRole("status")).toHaveText("2026.11.3");
}

/** The path of the guide that ended as solved, as the page hears of it. */
async function hearSolved(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("dilitrust-help-solved", (event) => Object.assign(window, { solved: event }));
  });
}

function solvedPath(page: Page) {
  return page.evaluate(() => Reflect.get(Reflect.get(window, "solved"), "path") as unknown);
}

for (const hasWorker of [false, true]) {
  test.describe(
    hasWorker ? "with a service worker that is really old" : "with files that are really kept",
    () => {
      test.use({ hasWorker });
      test(
        "an old page is refreshed by its guide after one press, and proves it",
        { tag: "@main" },
        async ({ page, platform, serverContext }) => {
          test.slow();
          await hearSolved(page);
          await openOldPage(page, platform, hasWorker);
          const panel = await openHelp(page);
          await expect(
            panel.getByRole("heading", { name: "Your page is older than the platform." }),
          ).toBeVisible();
          await panel.getByRole("button", { name: "Reload the page" }).click();

          await expect(page.getByRole("status").first()).toHaveText("2026.11.4");
          await expect(panel.getByRole("heading", { name: "Does the page look right now?" })).toBeFocused();
          await expect(panel.getByText("It is now of version 2026.11.4.")).toBeVisible();
          await panel.getByRole("button", { name: "Yes" }).click();
          await expect(panel.getByText("Nothing was sent.")).toBeVisible();

          expect(await solvedPath(page)).toContainEqual({
            node: "refresh",
            outcome: "done",
            milliseconds: expect.any(Number),
            value: expect.objectContaining({
              build_before: "2026.11.3",
              build_after: "2026.11.4",
              sw_before: hasWorker ? "stale" : "none",
              sw_after: hasWorker ? "current" : "none",
            }),
          });
          expect(
            await page.evaluate("[sessionStorage.draft, localStorage.draft, document.cookie].join()"),
          ).toBe("mine=1,mine=1,mine=1");
          expect(
            await page.evaluate(async () => (await caches.match("/board-pack.pdf"))?.text()),
            "what the platform keeps for reading offline stays",
          ).toBe("papers");
          expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
        },
      );
    },
  );
}

test("after a repair its guide comes first, before the report that somebody was reading", async ({
  page,
  platform,
}) => {
  test.slow();
  await openOldPage(page, platform, false);
  const panel = await openHelp(page);
  const reload = panel.getByRole("button", { name: "Reload the page" });
  await expect(reload).toBeVisible();
  await page.evaluate(() => {
    sessionStorage["dilitrust-help:boards-eu:thread"] = JSON.stringify({ name: "thread", key: "NVK-4821" });
  });
  await reload.click();
  await expect(page.getByRole("status").first()).toHaveText("2026.11.4");
  await expect(panel.getByRole("heading", { name: "Does the page look right now?" })).toBeFocused();
});

test(
  "where the refresh fails the ticket carries the path, and support reads it in words",
  { tag: "@main" },
  async ({ page, platform, server, serverContext, context }) => {
    test.slow();
    await openOldPage(page, platform, false);
    platform.holdBack();
    const panel = await openHelp(page);
    await panel.getByRole("button", { name: "Reload the page" }).click();
    await expect(panel.getByRole("heading", { name: /^Open this page in a private window/ })).toBeFocused();
    await panel.getByRole("button", { name: "No", exact: true }).click();
    await panel.getByRole("button", { name: "Send it to support" }).click();

    await panel.getByRole("radio", { name: "Old content" }).check();
    await panel.getByRole("radio", { name: "Yes, with difficulty" }).check();
    await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
    await panel.getByRole("button", { name: /^Attached/ }).click();
    const steps = panel.getByRole("switch", { name: "Done step by step" });
    await expect(steps).toHaveAccessibleDescription(
      /Refresh the files Done\. Page version: 2026\.11\.3 → 2026\.11\.3/,
    );
    await panel.getByRole("button", { name: "Send report" }).click();
    await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();

    const [ticket] = await serverContext.database.rows<{ key: string; path: unknown }>(
      "select key, guide_path as path from tickets",
    );
    expect(ticket?.path).toContainEqual(
      expect.objectContaining({
        node: "refresh",
        outcome: "done",
        value: expect.objectContaining({ build_before: "2026.11.3", build_after: "2026.11.3" }),
      }),
    );
    for (const [locale, name, asked, version] of [
      [
        "en",
        "Done step by step",
        "Open this page in a private window",
        "Page version: 2026.11.3 → 2026.11.3",
      ],
      [
        "fr",
        "Fait étape par étape",
        "Ouvrez cette page en navigation privée",
        "Version de la page\u00a0: 2026.11.3 → 2026.11.3",
      ],
    ] as const) {
      const { cookie } = await signedIn(serverContext, { name: `Inès ${locale}`, locale });
      const [, value = ""] = cookie.split("=");
      await context.addCookies([{ name: "help_session", value, url: server.url }]);
      await page.goto(`${server.url}/console/tickets/${ticket?.key}`);
      const table = page.getByRole("table", { name });
      await expect(table.getByRole("row").filter({ hasText: asked })).toContainText(
        locale === "en" ? "No" : "Non",
      );
      await expect(table).toContainText(version);
    }
  },
);
