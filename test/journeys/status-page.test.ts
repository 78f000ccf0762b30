import type { Context } from "../../server/context.ts";
import type { ServiceStatus } from "../../server/contract/types.ts";
import { writeSampleStatus } from "../../server/status/sample-status.ts";
import { findDefects, watchForDefects, unfold } from "../defects.ts";
import { test as base, expect } from "../fixtures.ts";
import { visitors } from "../visitors.ts";

interface Board {
  /** Everything works but what is named. */
  measure(but?: Record<string, ServiceStatus>): Promise<void>;
}

const test = base.extend<{ board: Board }>({
  board: async ({ serverContext, serverClock }, use) => {
    serverClock.moveTo("2026-11-24T10:00:00Z"); // 11:00 in Paris
    await serverContext.database.rows("update sites set created_at = '2026-01-01'");
    await writeSampleStatus(serverContext);
    const board: Board = { measure: (but = {}) => measure(serverContext, but) };
    await board.measure();
    await use(board);
  },
});

async function measure(context: Context, but: Record<string, ServiceStatus>): Promise<void> {
  const now = context.clock.now();
  const since = new Date(now.getTime() - 600_000);
  await context.database.transaction(async (queries) => {
    for (const { id } of context.services.services) {
      await queries.rows(
        `insert into service_states (site_id, service_id, status, since, checked_at) values ('boards-eu', $1, $2, $3, $4)
         on conflict (site_id, service_id) do update set status = $2, since = $3, checked_at = $4`,
        [id, but[id] ?? "ok", since, now],
      );
    }
    await context.changes.publish(queries, { topic: "status", key: "boards-eu" });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one reads that all is well, and what happened before", async ({ page, server, board }) => {
    await board.measure();
    await page.goto(`${server.url}/status`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("All services are working");
    await expect(page.getByText("Checked at 11:00. Times in Paris.")).toBeVisible();

    const sms = page.getByRole("listitem").filter({ hasText: "Codes by SMS" }).first();
    await expect(sms).toContainText("2 troubled days in 90, 2 h 01 min in all");
    // Playwright's own matchers pass over what stands in <noscript>.
    expect(await sms.innerText()).toMatch(/Monday 16 November: Down, 1\sh\s02\smin/);

    const before = page.getByRole("region", { name: "Before today" });
    await expect(before.getByRole("heading", { name: /Codes by SMS did not arrive/ })).toBeVisible();
    await before.getByText(/All \d updates/).click();
    await expect(before.getByText("We are looking into it")).toBeVisible();
  });

  test("one reads what does not work, what to do, and reloads for news", async ({ page, server, board }) => {
    await board.measure({ sms: "major" });
    await page.goto(`${server.url}/status?lang=en`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Codes by SMS have not been going out since 10:50 (Paris)",
    );
    await expect(page.getByText("Use the authenticator app")).toBeVisible();
    await expect(page.getByText("All other services work.")).toBeVisible();
    await expect(page).toHaveTitle(/^Codes by SMS have not been going out/);

    await board.measure();
    await page.getByRole("link", { name: "Reload for news" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("All services are working");

    await page.getByRole("link", { name: "Français" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tous les services fonctionnent");
  });

  test("one chooses another platform", async ({ page, server, serverContext, board }) => {
    await board.measure();
    await serverContext.database.rows(
      "insert into sites (id, name, region) values ('boards-na', 'Board portal, Canada', 'na-ca')",
    );
    await page.goto(`${server.url}/status`);
    await page.getByLabel("Show").selectOption("Board portal, Canada");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "We do not know how the services are doing",
    );
    await expect(page.getByLabel("Show")).toHaveValue("boards-na");
    await expect(page.getByText("Working", { exact: true })).toHaveCount(0);
  });
});

test("an open page follows what happens, to the good and to the bad", async ({ page, server, board }) => {
  await page.goto(`${server.url}/status`);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("All services are working");

  await board.measure({ documents: "minor", sms: "major" });
  await expect(heading).toHaveText("2 services have problems");
  await expect(page).toHaveTitle(/^2 services have problems/);
  const open = page.getByRole("region", { name: "Open now" });
  await expect(open.getByRole("listitem")).toHaveCount(2);
  await expect(open.getByText("Partly down")).toBeVisible();

  await board.measure();
  await expect(heading).toHaveText("All services are working");
  await expect(open).toBeHidden();
});

test("a page that lost the server does not go on saying that all is well", async ({
  page,
  server,
  board,
}) => {
  await board.measure();
  await page.clock.install();
  await page.route("**/api/status/stream*", (route) => route.abort());
  await page.goto(`${server.url}/status`);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("All services are working");

  await page.route("**/status", (route) => route.abort());
  await page.clock.fastForward("02:30");
  await expect(heading).toHaveText("The connection to this page’s server was lost");
  await expect(page.getByText("Not known")).toHaveCount(5);
  await expect(page.getByText("Working", { exact: true })).toHaveCount(0);
  await expect(page).toHaveTitle(/^The connection/);

  await page.unroute("**/status");
  await page.clock.fastForward("00:30");
  await expect(heading).toHaveText("All services are working");
});

test("measurements that stopped are not believed", async ({ page, server, serverClock, board }) => {
  await board.measure();
  serverClock.moveTo("2026-11-24T10:03:00Z");
  await page.goto(`${server.url}/status`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "We do not know how the services are doing",
  );
  await expect(page.getByText("Nothing was measured since 11:00 (Paris).")).toBeVisible();
});

test("the marks answer to the keyboard, one tab stop a row", async ({ page, server, board }) => {
  await board.measure();
  await page.goto(`${server.url}/status`);
  const days = page.getByRole("slider", { name: "Codes by SMS, day by day" });
  const row = page.getByRole("listitem").filter({ has: days });
  await expect(row).toContainText("2 troubled days");

  await page.getByRole("slider", { name: "Sign-in, day by day" }).focus();
  await page.keyboard.press("Tab");
  await expect(days).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(days).toHaveAttribute("aria-valuetext", /^Monday 16 November: Down, 1\sh\s02\smin$/);
  await page.keyboard.press("ArrowRight");
  await expect(row).toContainText("Tuesday 17 November Working all day");
  await page.keyboard.press("ArrowLeft");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#incident-\d+$/);
  await expect(page.getByRole("heading", { name: /Codes by SMS did not arrive/ })).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(row).toContainText("2 troubled days");
});

test("the marks answer to the pointer, and nothing moves", async ({ page, server, board }) => {
  await board.measure();
  await page.goto(`${server.url}/status`);
  const days = page.getByRole("slider", { name: "Codes by SMS, day by day" });
  const row = page.getByRole("listitem").filter({ has: days });
  const { height } = (await row.boundingBox()) ?? {};
  await days.hover({ position: { x: 2, y: 20 } });
  await expect(row).toContainText("Thursday 27 August Working all day");
  expect((await row.boundingBox())?.height).toBe(height);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(row).toContainText("2 troubled days");
});

const days: Record<string, Record<string, ServiceStatus>> = {
  "all is well": {},
  "one service is out": { sms: "major" },
  "two have problems": { sms: "major", documents: "minor" },
  "everything is out": {
    sign_in: "major",
    sms: "major",
    documents: "major",
    meetings: "major",
    mail: "major",
  },
  "one is paused": { documents: "maintenance" },
  "one is not known": { mail: "unknown" },
};

for (const { locale, width, colorScheme } of visitors)
  test(`the page is in order in ${locale} at ${width} px, ${colorScheme}`, async ({
    browser,
    server,
    board,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 740 } });
    await watchForDefects(context);
    const page = await context.newPage();
    for (const [name, statuses] of Object.entries(days)) {
      await board.measure(statuses);
      await page.goto(`${server.url}/status?lang=${locale}`);
      await unfold(page.locator("summary"));
      await page.getByRole("slider").nth(1).focus();
      await page.keyboard.press("PageDown");
      expect(await findDefects(page), name).toEqual([]);
    }
    await context.close();
  });
