import { findDefects, watchForDefects } from "../defects.ts";
import { expect, test } from "../fixtures.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a director finds the answer in their own words and reads it in the other language", async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/help`);
    await expect(page).toHaveURL(/\/help\/en$/);

    await page.getByRole("searchbox").fill("still last week's agenda");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "1 article may help" })).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue("still last week's agenda");

    await page
      .getByRole("main")
      .getByRole("link", { name: /old version/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/shows an old version/);
    await expect(page.getByText("Updated on 16 November 2026")).toBeVisible();
    await page.getByText("Firefox on a computer").click();
    await expect(page.getByText("Clear cookies and site data")).toBeVisible();

    await page.getByRole("navigation", { name: "On this page" }).getByRole("link").last().click();
    await expect(page.getByRole("heading", { name: "If the page is still old" })).toBeInViewport();

    await page.getByRole("link", { name: "Français" }).click();
    await expect(page).toHaveURL(/\/help\/fr\/clear-cache$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page.getByText("Mis à jour le 16 novembre 2026")).toBeVisible();
  });

  test("who is not helped by an article learns whom to reach, and whether they are there", async ({
    page,
    server,
    serverClock,
  }) => {
    serverClock.moveTo("2026-11-24T10:00:00Z"); // a Tuesday, 11:00 in Paris and 05:00 in Montréal
    await page.goto(`${server.url}/help/en/sms-code-not-received`);
    await page.getByRole("link", { name: "Report a problem" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Contact your regional support");
    await expect(page.getByRole("link", { name: "+33 1 99 00 12 34" })).toHaveAttribute(
      "href",
      "tel:+33199001234",
    );

    await page.getByRole("link", { name: "Help centre" }).click();
    const teams = page.getByRole("region", { name: "Someone to talk to" }).getByRole("listitem");
    await expect(teams.filter({ hasText: "Paris" })).toContainText("open until 19:00");
    await expect(teams.filter({ hasText: "Montréal" })).toContainText("opens Tuesday 08:00");
  });

  test("who pastes an error reads what its code means, even where no article tells more", async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/help/fr`);
    await page
      .getByRole("searchbox")
      .fill("Désolé… AADSTS50105: The signed in user is not assigned to a role");
    await page.getByRole("button", { name: "Rechercher" }).click();
    await expect(page.getByText("La personne n’est pas affectée à cette application.")).toBeVisible();
  });

  test("an address that leads nowhere leads on", async ({ page, server }) => {
    await page.goto(`${server.url}/help/en/certificate-expired`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This article does not exist");
    await page
      .getByRole("heading", { name: /certificate expired/ })
      .getByRole("link")
      .click();
    await expect(page).toHaveURL(/sso-certificate-expired$/);
  });

  test("an article prints whole, with every way open", async ({ page, server }) => {
    await page.goto(`${server.url}/help/en/clear-cache`);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Manage Website Data")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "On this page" })).toBeHidden();
  });
});

const visitors = [
  { locale: "en", width: 1280, colorScheme: "light" },
  { locale: "fr", width: 1280, colorScheme: "dark" },
  { locale: "en", width: 320, colorScheme: "dark" },
  { locale: "fr", width: 320, colorScheme: "light" },
] as const;

for (const { locale, width, colorScheme } of visitors)
  test(`every page is in order in ${locale} at ${width} px, ${colorScheme}`, async ({
    browser,
    server,
    serverContext,
  }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 740 } });
    await watchForDefects(context);
    const page = await context.newPage();
    const articles = serverContext.knowledge.articles.filter((article) => article.locale === locale);
    const paths = ["", "?q=certificat", "?q=pizza", "/nowhere", ...articles.map(({ slug }) => `/${slug}`)];
    for (const path of paths) {
      await page.goto(`${server.url}/help/${locale}${path}`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      expect(await findDefects(page), path).toEqual([]);
    }
    await context.close();
  });
