import { writeSampleFeedback } from "../../server/knowledge/sample-feedback.ts";
import { signedIn } from "../console.ts";
import { findDefects, watchForDefects } from "../defects.ts";
import { expect, test } from "../fixtures.ts";

const authors = [
  {
    locale: "en",
    width: 1280,
    section: "Knowledge",
    failing: "Articles that fail",
    article: "The SMS code does not arrive",
    button: "Fixed in this version",
    outcome: "2 comments are mended; none had left an address.",
  },
  {
    locale: "fr",
    width: 360,
    section: "Articles",
    failing: "Articles en échec",
    article: "Le code par SMS n’arrive pas",
    button: "Corrigé dans cette version",
    outcome: "1 commentaire est corrigé\u202f; aucune adresse n’avait été laissée.",
  },
] as const;

for (const { locale, width, section, failing, article, button, outcome } of authors)
  test(`an author finds the article that fails, reads why, and marks what is mended (${locale}, ${width} px)`, async ({
    browser,
    server,
    serverContext,
  }) => {
    await writeSampleFeedback(serverContext);
    const { cookie } = await signedIn(serverContext, { name: "Inès Haddad", locale });
    const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme: "dark" });
    await watchForDefects(context);
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await page.goto(`${server.url}/console`);
    await page.getByRole("link", { name: section, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: section })).toBeVisible();
    await page.locator("summary").last().click();
    expect(await findDefects(page)).toEqual([]);

    await page.getByRole("region", { name: failing }).getByRole("link", { name: article }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: article })).toBeVisible();
    expect(await findDefects(page)).toEqual([]);

    await page.getByRole("button", { name: button }).press("Enter");
    await expect(page.getByText(outcome)).toBeVisible();
    await expect(page.getByRole("button", { name: button })).toHaveCount(0);
    expect(await findDefects(page)).toEqual([]);
    await context.close();
  });
