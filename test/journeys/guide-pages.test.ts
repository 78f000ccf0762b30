import { findDefects, watchForDefects, unfold } from "../defects.ts";
import { expect, test } from "../fixtures.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("old files are cleared step by step, for this browser alone", async ({ page, server }) => {
    await page.goto(`${server.url}/help/en/clear-cache`);
    await page.getByRole("link", { name: "Go through it step by step" }).click();
    await expect(page.getByText("then load the page once without its stored files")).toBeVisible();
    await page.getByRole("button", { name: "Done, go on" }).click();
    await expect(page.getByText("Does the page look right now?")).toBeVisible();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await expect(page.getByText("Open this page in a private window")).toBeVisible();
    await page.getByRole("button", { name: "Yes", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Chrome or Edge on a computer" })).toBeVisible();
    await expect(page.getByText("Safari on a Mac")).toHaveCount(0);

    await page.getByRole("link", { name: "Français" }).click();
    await expect(page.getByRole("heading", { name: "Chrome ou Edge sur ordinateur" })).toBeVisible();
    await page.getByRole("button", { name: "C’est fait, continuer" }).click();
    await page.getByRole("button", { name: "Oui", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Parfait, c’est résolu" })).toBeVisible();
  });

  test("an administrator pastes the error and is shown their own provider's screens", async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/help/en/sso-certificate-expired/guide`);
    await page
      .getByLabel("The message, or its code")
      .fill("Sorry, but we're having trouble signing you in. AADSTS50012: Invalid signature.");
    await page.getByRole("button", { name: "Look for the code" }).click();
    await page.getByRole("button", { name: "I administer it" }).click();
    // The code says whose it is.
    await expect(page.getByText("Under SAML Certificates, select Edit")).toBeVisible();
    await expect(page.getByText("Generate new certificate")).toHaveCount(0);
  });

  test("where nothing helped, what was tried can be copied for support", async ({ page, server }) => {
    await page.goto(`${server.url}/help/en/clear-cache/guide`);
    await page.getByRole("button", { name: "Done, go on" }).click();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Now it is our turn" })).toBeVisible();
    const tried = page.getByRole("main").getByRole("listitem");
    await expect(tried.nth(0)).toHaveText("Refresh the files");
    await expect(tried.nth(1)).toHaveText("Does the page look right now? No");
    await page.getByRole("link", { name: "Report a problem" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Contact your regional support");
  });

  test("a guide hands over to another one, which goes on from there", async ({ page, server }) => {
    await page.goto(`${server.url}/help/en/session-expired/guide?at=how_soon&path=session_expired.start`);
    await page.getByRole("button", { name: "I am out again after seconds" }).click();
    await expect(page).toHaveURL(/\/help\/en\/cookies-blocked\/guide\?at=cookies/);
    await expect(page.getByText("Begin a new sign-in")).toBeVisible();
  });
});

const places = [
  "clear-cache/guide",
  "clear-cache/guide?at=private_window",
  "clear-cache/guide?at=clear_data",
  "clear-cache/guide?at=report&path=clear_cache.start~files.unknown~refresh.by_hand~looks_right.no",
  "sso-certificate-expired/guide?at=paste",
  "sso-certificate-expired/guide?at=provider",
  "sso-certificate-expired/guide?at=rollover",
  "sms-code-not-received/guide?at=phone",
  "sms-code-not-received/guide?at=solved",
  "permission-denied/guide?at=check_rights",
];
for (const { locale, width, colorScheme } of [
  { locale: "en", width: 320, colorScheme: "light" },
  { locale: "fr", width: 1280, colorScheme: "dark" },
] as const)
  test(`every kind of step is in order in ${locale} at ${width} px, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 740 } });
    await watchForDefects(context);
    const page = await context.newPage();
    for (const place of places) {
      await page.goto(`${server.url}/help/${locale}/${place}`);
      await unfold(page.locator("summary"));
      expect(await findDefects(page), place).toEqual([]);
    }
    await context.close();
  });

test("a guide is gone through by keyboard alone", async ({ page, server }) => {
  await page.goto(`${server.url}/help/en/clear-cache/guide?at=private_window`);
  const yes = page.getByRole("button", { name: "Yes", exact: true });
  while (!(await yes.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=clear_data/);
});
