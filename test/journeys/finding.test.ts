import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { OpenProblem, StatusSnapshot } from "../../server/contract/types.ts";
import { openHelp, panelOn, test } from "../portal.ts";

const since = "2026-11-24T08:10:00.000Z";
const smsLate: OpenProblem = {
  id: "sms-spain",
  service: "sms",
  status: "major",
  title: "Codes by SMS to Spain are late since 09:10.",
  nextStep: "Use the authenticator app.",
  since,
  symptoms: ["sms_code"],
};

/** What the status stream says on this page. */
async function sayStatus(page: Page, helpUrl: string, problems: OpenProblem[]): Promise<void> {
  const status = problems[0]?.status ?? "ok";
  const snapshot: StatusSnapshot = {
    status,
    services: [{ id: "sms", name: "Codes by SMS", status, since }],
    problems,
    at: since,
  };
  await page.route(`${helpUrl}/api/status/stream?*`, (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      headers: { "access-control-allow-origin": "*" },
      body: `retry: 200\nevent: status\ndata: ${JSON.stringify(snapshot)}\n\n`,
    }),
  );
}

for (const [outcome, checks] of [
  ["found", [{ id: "cert", outcome: "fail", value: { daysLeft: -3, expiresOn: "2026-11-21" } }]],
  ["not found", []],
] as const) {
  test(`on the page of a failed company sign-in nothing moves when a cause is ${outcome}`, async ({
    page,
    portal,
    server,
  }) => {
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ name }) => name))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(`${server.url}/api/checks`, async (route) => {
      await answered;
      await route.fulfill({ json: { checks }, headers: { "access-control-allow-origin": "*" } });
    });
    await page.goto(await portal({ calls: [["setContext", "screen", "sso_error"]] }));
    const panel = await openHelp(page);
    await expect(panel.getByRole("status").getByText("Looking for the cause…")).toBeVisible();
    await expect(panel.getByRole("textbox")).toBeHidden();
    answer();
    await expect(panel.getByRole("textbox")).toBeVisible();
    await expect(panel.getByText("We found the cause")).toBeVisible({ visible: outcome === "found" });
    await expect(panel.getByRole("button", { name: "All articles" })).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, "moved"))).toEqual([]);
  });
}

test("on the page of a failed company sign-in the cause comes first, and asking for news takes only an e-mail", async ({
  page,
  portal,
  server,
  serverContext,
}) => {
  await page.route(`${server.url}/api/checks`, (route) =>
    route.fulfill({
      json: { checks: [{ id: "cert", outcome: "fail", value: { daysLeft: -3, expiresOn: "2026-11-21" } }] },
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  await page.goto(
    await portal({
      calls: [
        ["setContext", "screen", "sso_error"],
        ["setContext", "signed_in", "no"],
      ],
    }),
  );
  const panel = await openHelp(page);
  await expect(panel.getByText("We found the cause")).toBeVisible();
  const cause = panel.getByRole("heading", {
    name: "Your company’s sign‑in certificate expired on 21 November.",
  });
  await expect(cause).toBeInViewport();
  await expect(panel.getByText("Nothing to do on your side.")).toBeVisible();
  // What to do about it is the next thing for whoever has only a keyboard.
  await expect(panel.getByRole("heading", { name: "Help" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: "Tell me when it works" })).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(panel.getByLabel("Your e‑mail")).toBeFocused();
  await page.keyboard.type("claire.morel@example.com");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  const [ticket] = await serverContext.database.rows("select * from tickets");
  expect(ticket).toMatchObject({ symptom: "sso_error", answers: { finding: "certificate" } });

  // Nobody is asked to report it twice.
  await page.reload();
  await openHelp(page);
  await expect(panel.getByRole("button", { name: /^Your report / })).toBeInViewport();
  await expect(cause).toBeInViewport();
  await expect(panel.getByRole("button", { name: "Tell me when it works" })).toBeHidden();
});

test("who says that it is urgent is asked where to call, and is needed within the hour", async ({
  page,
  portal,
  server,
}) => {
  await sayStatus(page, server.url, [smsLate]);
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "It is urgent" }).click();
  await expect(panel.getByLabel("Needed by")).toHaveText(/Within the hour/);
  await expect(panel.getByRole("option", { name: "Within the hour" })).toHaveJSProperty("selected", true);
  await expect(panel.getByLabel("Call me on")).toBeVisible();
});

test("trouble that begins while help is open is said there, and taken back when it is over", async ({
  page,
  portal,
  server,
}) => {
  await sayStatus(page, server.url, []);
  await page.goto(await portal());
  const panel = await openHelp(page);
  await expect(panel.getByRole("button", { name: "All services are working" })).toBeVisible();
  const tiles = await panel.locator(".tiles button").allInnerTexts();

  await sayStatus(page, server.url, [smsLate]);
  await expect(panel.getByRole("heading", { name: smsLate.title })).toBeVisible();
  await expect(panel.getByRole("status").filter({ hasText: smsLate.title })).toBeAttached();
  expect(await panel.locator(".tiles button").allInnerTexts()).toEqual(tiles);
  await panel.getByRole("button", { name: "A service is partly down" }).click();
  await expect(panel.getByRole("listitem").filter({ hasText: "Codes by SMS" })).toContainText("Partly down");
  await panel.getByRole("button", { name: "Back" }).click();

  await sayStatus(page, server.url, []);
  await expect(panel.getByRole("heading", { name: smsLate.title })).toBeHidden();
});

test("a finding does not move the tiles from under the pointer", async ({ page, portal, server }) => {
  await sayStatus(page, server.url, []);
  await page.goto(await portal());
  const panel = await openHelp(page);
  await expect(panel.getByRole("button", { name: "All services are working" })).toBeVisible();
  await panel.getByRole("button", { name: "Code by SMS or app" }).hover();
  await sayStatus(page, server.url, [smsLate]);
  await expect(panel.getByRole("button", { name: "A service is partly down" })).toBeVisible();
  await expect(panel.getByRole("heading", { name: smsLate.title })).toBeHidden();
  await panel.getByLabel("What is wrong?").hover();
  await expect(panel.getByRole("heading", { name: smsLate.title })).toBeVisible();
});

test("when the platform goes down a notice says so beside the launcher, once", async ({
  page,
  portal,
  server,
}) => {
  await sayStatus(page, server.url, []);
  await page.goto(await portal());
  await openHelp(page);
  await expect(panelOn(page).getByRole("button", { name: "All services are working" })).toBeVisible();
  await page.keyboard.press("Escape");
  await sayStatus(page, server.url, [
    { ...smsLate, status: "critical", title: "The platform has not answered since 14:02." },
  ]);
  const notice = page.getByRole("heading", { name: "The platform has not answered since 14:02." });
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Hide this notice" }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole("button", { name: "Help" })).toBeVisible();
});
