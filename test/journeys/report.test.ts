import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type { Context } from "../../server/context.ts";
import { openHelp, panelOn, test } from "../portal.ts";

/** Every report that has arrived, as the server stored it. */
function arrived({ database }: Context) {
  return database.rows<Record<string, unknown>>("select * from tickets order by created_at");
}

/** The shortest way from a sign-in page to Send; returns the panel. */
async function fillBlockedLogin(page: Page): Promise<Locator> {
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByText("Account locked").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  return panel;
}

function send(panel: Locator): Promise<void> {
  return panel.getByRole("button", { name: "Send report" }).click();
}

test(
  "a blocked login is reported in five acts, one of them typed",
  { tag: "@main" },
  async ({ page, portal, serverContext }) => {
    await page.goto(await portal());
    const panel = await openHelp(page);
    await panel.getByRole("button", { name: "I cannot sign in" }).click();
    await panel.getByText("Account locked").click();
    await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
    await send(panel);

    await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
    await expect(
      panel.getByText("Say this key on the phone. A copy went to claire.morel@example.com."),
    ).toBeVisible();
    const [ticket, ...others] = await arrived(serverContext);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      symptom: "cannot_sign_in",
      answers: { see: "account_locked" },
      reporter: { email: "claire.morel@example.com" },
      locale: "en",
    });
    await expect(panel.locator("code")).toHaveText(String(ticket?.key));
  },
);

test("on a slow line the evidence follows while the form is filled in, never after the preview", async ({
  page,
  portal,
}) => {
  for (const sees of [false, true]) {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route("**/api/checks", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(await portal());
    const panel = await fillBlockedLogin(page);
    const attached = panel.getByRole("button", { name: "Attached: 1 group of technical details" });
    await expect(attached).toBeVisible();
    if (sees) await attached.click();
    const answered = page.waitForResponse("**/api/checks");
    arrive();
    await answered;
    if (sees) {
      await panel.getByRole("button", { name: "Back" }).click();
      await expect(attached).toBeVisible();
    } else {
      await expect(panel.getByText(/Attached: \d groups of technical details/)).toBeVisible();
    }
    await page.unroute("**/api/checks");
  }
});

test("what is missing is said at its field when Send is pressed, and the first one has the focus", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@");
  await send(panel);

  await expect(panel.getByRole("alert").filter({ hasText: "Choose what fits best" })).toBeVisible();
  await expect(panel.getByRole("radio", { name: "Wrong password" })).toBeFocused();
  const email = panel.getByLabel("Your e‑mail");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription("Enter an e‑mail like name@example.com");

  await panel.getByText("Nothing happens").click();
  await send(panel);
  await expect(email).toBeFocused();

  await email.fill("claire.morel@example.com");
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
});

test("who is stopped by a refused access says by when it is needed, and who is not goes on", async ({
  page,
  portal,
  serverContext,
}) => {
  const start = { symptom: "permission" };
  await page.goto(await portal({ calls: [["open", "report", start]] }));
  const panel = panelOn(page);
  await panel.getByText("A meeting", { exact: true }).click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await expect(panel.getByLabel("Needed by")).toBeHidden();
  await panel.getByText("No, I am blocked").click();
  await panel.getByLabel("Needed by").selectOption({ label: "Within the hour" });
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();

  await page.evaluate(`DiliTrustHelp.open("report", ${JSON.stringify(start)})`);
  await panel.getByText("A meeting", { exact: true }).click();
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  expect(await arrived(serverContext)).toMatchObject([
    { symptom: "permission", can_work: "no", needed_by: expect.any(Date) },
    { symptom: "permission", can_work: "with_difficulty", needed_by: null },
  ]);
});

test(
  "a report in the making survives a reload",
  { tag: "@main" },
  async ({ page, portal, serverContext }) => {
    await page.goto(await portal());
    let panel = await fillBlockedLogin(page);
    await panel.locator("summary").click();
    await panel.getByRole("textbox", { name: "Anything else?" }).fill("Since this morning");
    await panel.getByLabel("Needed by").selectOption({ label: "Within the hour" });
    await page.reload();

    panel = await openHelp(page);
    await expect(panel.getByRole("radio", { name: "Account locked" })).toBeChecked();
    await expect(panel.getByLabel("Your e‑mail")).toHaveValue("claire.morel@example.com");
    await expect(panel.getByRole("textbox", { name: "Anything else?" })).toHaveValue("Since this morning");
    await send(panel);
    await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
    expect(await arrived(serverContext)).toMatchObject([
      { message: "Since this morning", needed_by: expect.any(Date) },
    ]);

    await page.reload();
    panel = await openHelp(page);
    await expect(panel.getByLabel("What is wrong?")).toBeVisible();
  },
);

test(
  "a connection that breaks while a report is sent makes one ticket, and a whole one",
  { tag: "@main" },
  async ({ page, portal, server, serverContext }) => {
    await page.goto(await portal());
    const panel = await fillBlockedLogin(page);
    // The report gets through, the answer does not.
    server.losesReceipts = true;
    await send(panel);

    await expect(panel.getByRole("heading", { name: "Your report is kept on this device." })).toBeVisible();
    await expect(panel.getByRole("link", { name: "+33 1 99 00 12 34" }).first()).toBeVisible();
    await expect(panel.getByText("I cannot sign in: account locked")).toBeVisible();
    server.losesReceipts = false;
    await panel.getByRole("button", { name: "Try now" }).click();

    await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
    expect(await arrived(serverContext)).toMatchObject([
      { answers: { see: "account_locked" }, reporter: { email: "claire.morel@example.com" } },
    ]);
  },
);

test("a report without connection goes out by itself when the connection is back", async ({
  page,
  portal,
  context,
  serverContext,
}) => {
  await page.goto(await portal());
  const panel = await fillBlockedLogin(page);
  await context.setOffline(true);
  await send(panel);
  await expect(panel.getByText("No connection since")).toBeVisible();
  expect(await arrived(serverContext)).toEqual([]);

  await context.setOffline(false);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  expect(await arrived(serverContext)).toHaveLength(1);
});

test("whoever loses the connection while help is open can still write a report", async ({
  page,
  portal,
  context,
}) => {
  const loaded: string[] = [];
  page.on("requestfinished", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(await portal());
  const panel = await openHelp(page);
  for (const code of ["report-views", "tickets-views", "knowledge-views"])
    await expect.poll(() => loaded.some((path) => path.includes(code)), { timeout: 15_000 }).toBe(true);
  await context.setOffline(true);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByText("Account locked").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await send(panel);
  await expect(panel.getByText("No connection since")).toBeVisible();
});

test("a report that waits goes out from the next page, even if nobody opens help there", async ({
  page,
  portal,
  server,
  serverContext,
}) => {
  await page.goto(await portal());
  const panel = await fillBlockedLogin(page);
  await page.route(`${server.url}/api/tickets`, (route) => route.abort());
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Your report is kept on this device." })).toBeVisible();
  await page.unroute(`${server.url}/api/tickets`);
  await page.reload();

  await expect(panelOn(page)).toBeHidden();
  await expect.poll(() => arrived(serverContext)).toHaveLength(1);
  const reports = await openHelp(page);
  await expect(
    reports.getByRole("button", { name: /^Your report \S+ Sent by itself meanwhile$/ }),
  ).toBeVisible();
  await reports.getByRole("button", { name: "Your reports" }).click();
  await expect(reports.getByRole("button", { name: /I cannot sign in/ })).toBeVisible();
});

test("what is switched off in the preview is not sent", async ({ page, portal, serverContext }) => {
  await page.goto(await portal({ calls: [["setContext", "screen", "sign_in"]] }));
  const panel = await fillBlockedLogin(page);
  await panel.getByRole("button", { name: /Attached/ }).click();
  await expect(panel.getByText("Nothing is sent before you press Send.")).toBeVisible();
  await expect(panel.getByText("claire.morel@example.com")).toBeVisible();
  await panel.getByRole("switch", { name: "Browser" }).click();
  await panel.getByRole("switch", { name: "Page", exact: true }).click();
  await panel.getByRole("button", { name: /values as text/ }).click();
  await expect(panel.getByText("answers.see: account_locked")).toBeVisible();
  await expect(panel.getByText("environment.browser")).toBeHidden();
  await panel.getByRole("button", { name: "Back" }).click();
  await send(panel);

  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  const [ticket] = await arrived(serverContext);
  expect(ticket?.page).toEqual({});
  expect(ticket?.environment).not.toHaveProperty("browser");
  expect(ticket?.environment).toHaveProperty("isOnline");
});

test("who reported once is not asked again, and is forgotten on request", async ({
  page,
  portal,
  serverContext,
}) => {
  await page.goto(await portal());
  let panel = await fillBlockedLogin(page);
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  await page.reload();

  panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await expect(panel.getByText("Answers go to claire.morel@example.com")).toBeVisible();
  await expect(panel.getByLabel("Your e‑mail")).toBeHidden();
  await panel.getByText("Wrong password").click();
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  expect(await arrived(serverContext)).toHaveLength(2);

  await page.reload();
  panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await panel.getByRole("button", { name: "Forget on this device" }).click();
  await expect(panel.getByLabel("Your e‑mail")).toBeFocused();
  await expect(panel.getByLabel("Your e‑mail")).toHaveValue("");
  await page.reload();
  panel = await openHelp(page);
  await expect(panel.getByLabel("Your e‑mail")).toHaveValue("");
});

test("a doubt about security asks for a phone number and for nothing else", async ({
  page,
  portal,
  serverContext,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "Security concern" }).click();
  await expect(panel.getByText("A suspicious mail: neither forward nor answer it.")).toBeVisible();
  await send(panel);
  await expect(panel.getByLabel("Call me on")).toHaveAccessibleDescription(/Enter a number like/);
  await panel.getByLabel("Call me on").fill("+33 1 99 00 56 78");
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  await expect(panel.getByText("Security team", { exact: true })).toBeVisible();
  expect(await arrived(serverContext)).toMatchObject([
    { symptom: "security", reporter: { phone: "+33 1 99 00 56 78" } },
  ]);
});

test("the page may complete a report, or keep it back", async ({ page, portal, serverContext }) => {
  await page.goto(await portal());
  await page.evaluate(() => {
    let times = 0;
    document.addEventListener("dilitrust-help-before-send", (event) => {
      times += 1;
      if (times === 1) event.preventDefault();
      else Object.assign(event, { report: Object.assign(Reflect.get(event, "report"), { where: "web" }) });
    });
  });
  const panel = await fillBlockedLogin(page);
  await send(panel);
  await expect(panel.getByRole("heading", { name: "I cannot sign in" })).toBeVisible();
  expect(await arrived(serverContext)).toEqual([]);
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  expect(await arrived(serverContext)).toHaveLength(1);
});

test("where the page may not store anything, help works and says so", async ({
  page,
  portal,
  serverContext,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await page.goto(await portal());
  const panel = await fillBlockedLogin(page);
  await expect(
    panel.getByText("This page stores nothing: what you write lasts until it is closed."),
  ).toBeVisible();
  await send(panel);
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  expect(await arrived(serverContext)).toHaveLength(1);
});

test("where the page names a site that nobody knows, that is said before anything is asked", async ({
  page,
  portal,
}) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("data-site")) errors.push(message.text());
  });
  await page.goto(await portal({ site: "bords-eu" }));
  const panel = await openHelp(page);
  await expect(panel.getByRole("alert")).toHaveText("Help is not set up here: tell your administrator.");
  await expect(panel.getByRole("button", { name: "I cannot sign in" })).toBeHidden();
  await expect.poll(() => errors).toEqual([expect.stringContaining('knows no site "bords-eu"')]);
  await panel.getByLabel("What is wrong?").fill("certificate expired");
  await expect(panel.getByRole("link", { name: /certificate/ }).first()).toBeVisible();
});
