import type { Page } from "@playwright/test";
import { findDefects, watchForDefects, unfold } from "../defects.ts";
import { expect, test } from "../fixtures.ts";
import { visitors } from "../visitors.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test(
    "a director finds the answer in their own words and reads it in the other language",
    {
      tag: "@main",
    },
    async ({ page, server }) => {
      await page.goto(`${server.url}/help`);
      await expect(page).toHaveURL(/\/help\/en$/);

      await page.getByRole("searchbox").fill("still last week's agenda");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: /articles? may help/ })).toBeVisible();
      await expect(page.getByRole("searchbox")).toHaveValue("still last week's agenda");

      await page
        .getByRole("main")
        .getByRole("link", { name: /old version/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/shows an old version/);
      await expect(page.getByText(/Updated on \d+ November 2026/)).toBeVisible();
      await page.getByText("Firefox on a computer").click();
      await expect(page.getByText("Clear cookies and site data")).toBeVisible();

      await page.getByRole("navigation", { name: "On this page" }).getByRole("link").last().click();
      await expect(page.getByRole("heading", { name: "If the page is still old" })).toBeInViewport();

      await page.getByRole("link", { name: "Français" }).click();
      await expect(page).toHaveURL(/\/help\/fr\/clear-cache$/);
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await expect(page.getByText(/Mis à jour le \d+ novembre 2026/)).toBeVisible();
    },
  );

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

  test("on paper a link says its whole address, without where its reader came from", async ({
    page,
    server,
    serverContext,
  }) => {
    await page.goto(`${server.url}/help/en/clear-cache?site=boards-eu`);
    await page.emulateMedia({ media: "print" });
    const printed = await page
      .getByRole("article")
      .getByRole("link")
      .evaluateAll((links) =>
        links
          .filter((link) => link.checkVisibility() && !link.matches("[href^='mailto:'], [href^='tel:']"))
          .map((link) => getComputedStyle(link, "::after").content.replaceAll(/[" ]/g, "")),
      );
    expect(printed.length).toBeGreaterThan(2);
    const host = serverContext.settings.publicUrl;
    expect(printed.filter((said) => !/^\(https?:\/\/[^?]+\)$/.test(said))).toEqual([]);
    expect(printed).toContain(`(${host}/help/en/contact-regional-support)`);
  });
});

test(
  "a director finds an article while typing, reads it in the other language, and says what is wrong with it",
  {
    tag: "@main",
  },
  async ({ page, server, serverContext }) => {
    await page.goto(`${server.url}/help?site=boards-eu`);
    await page.getByRole("searchbox").pressSequentially("old version");
    await page
      .getByRole("heading", { level: 3 })
      .getByRole("link", { name: /old version/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/shows an old version/);
    await page.getByRole("link", { name: "Français" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ancienne version/);
    await expect(page).toHaveURL(/\/help\/fr\/clear-cache\?site=boards-eu$/);

    await page.locator("summary").getByText("Non", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Faux ou périmé" }).check();
    await page.getByRole("textbox", { name: /^Commentaire/ }).fill("Le menu a changé");
    await page.getByRole("button", { name: "Envoyer mes commentaires" }).click();
    await expect(page.getByText(/^Commentaires envoyés/)).toBeVisible();
    expect(await serverContext.database.rows("select * from article_feedback")).toMatchObject([
      { slug: "clear-cache", locale: "fr", reasons: ["outdated"], comment: "Le menu a changé" },
    ]);
  },
);

test("results come while a director types, are said once they rest, and the keyboard walks through them", async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/help/en`);
  const box = page.getByRole("searchbox");
  await box.pressSequentially("old version");
  const results = page.getByRole("heading", { level: 3 }).getByRole("link");
  // What searching needs is loaded with the first letter.
  await expect(results.first()).toHaveText(/shows an old version/, { timeout: 15_000 });
  await expect(page.getByRole("heading", { name: "By subject" })).toBeHidden();
  await expect(page.getByRole("status")).toHaveText(/may help/);
  await expect(page).toHaveURL(/\?q=old\+version$/);

  await page.keyboard.press("ArrowDown");
  await expect(results.first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(box).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/shows an old version/);
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("old version");
  await expect(results.first()).toHaveText(/shows an old version/);

  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("heading", { name: /By subject|may help/ }).first()).toBeVisible();
});

test("who types what no article says gets advice, and the page back when the box is empty", async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}/help/en`);
  const box = page.getByRole("searchbox");
  await box.pressSequentially("gardening");
  await box.blur();
  await expect(page.getByRole("heading", { name: "By subject" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("No article fits these words");
  await expect(page.getByRole("link", { name: "Report a problem" })).toBeVisible();

  await box.fill("");
  await expect(page.getByRole("heading", { name: "Most useful now" })).toBeVisible();
});

test("without a connection the plain form is still there", async ({ page, server }) => {
  await page.route("**/api/articles?*", (route) => route.abort());
  await page.goto(`${server.url}/help/en`);
  await page.getByRole("searchbox").pressSequentially("old version");
  await expect(page.getByRole("heading", { name: "By subject" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /may help/ })).toBeVisible();
});

test("the policy of our pages leaves an article's block of data alone", async ({ context, page, server }) => {
  await watchForDefects(context);
  await page.goto(`${server.url}/help/en/clear-cache`);
  const blocks = page.locator('script[type="application/ld+json"]');
  expect((await blocks.allTextContents()).map((json) => JSON.parse(json)["@type"])).toEqual([
    "TechArticle",
    "BreadcrumbList",
  ]);
  expect(await findDefects(page)).toEqual([]);
});

visitors.forEach(({ locale, width, colorScheme }, turn) =>
  test(`every page is in order in ${locale} at ${width} px, ${colorScheme}`, async ({
    browser,
    server,
    serverContext,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 740 } });
    await watchForDefects(context);
    const page = await context.newPage();
    const articles = serverContext.knowledge.articles.filter((article) => article.locale === locale);
    // axe takes its time: it meets every article in each language once, wide or narrow, the longest in both. How
    // it fits is seen in both widths.
    const isOwn = (slug: string, index: number) =>
      slug === "sso-configuration" || index % 2 === Math.floor(turn / 2);
    const paths = ["", "?for=admin", "?q=certificat", "?q=pizza", "/nowhere"];
    const own = articles.filter(({ slug }, index) => isOwn(slug, index)).map(({ slug }) => `/${slug}`);
    for (const path of [...paths, ...own]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`${server.url}/help/${locale}${path}`);
      await unfold(page.locator("summary:visible"));
      expect(await findDefects(page), path).toEqual([]);
      await page.setViewportSize({ width: width === 320 ? 1_280 : 320, height: 740 });
      expect(await scrollsSideways(page), path).toBe(false);
    }
    await context.close();
  }),
);

function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
