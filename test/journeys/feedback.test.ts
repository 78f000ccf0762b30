import type { Page } from "@playwright/test";
import { findDefects, watchForDefects } from "../defects.ts";
import { expect } from "../fixtures.ts";
import { openHelp, test } from "../portal.ts";

const readers = [
  {
    locale: "en",
    words: "clear the cache",
    question: "Was this article helpful?",
    yes: "Yes",
    no: "No",
    thanks: "Thank you!",
    sorry: "Sorry about that. Tell us how to improve",
    select: "Select at least one reason",
    reason: "Wrong or outdated",
    comment: /^Comment/,
    email: /^Tell me when it is corrected/,
    send: "Send comments",
    sent: "Comments sent, thank you: we will fix the article",
  },
  {
    locale: "fr",
    words: "vider le cache",
    question: "Cet article vous a-t-il été utile\u202f?",
    yes: "Oui",
    no: "Non",
    thanks: "Merci\u202f!",
    sorry: "Désolé. Dites-nous comment l’améliorer",
    select: "Choisissez au moins une raison",
    reason: "Faux ou périmé",
    comment: /^Commentaire/,
    email: /^Prévenez-moi quand il sera corrigé/,
    send: "Envoyer mes commentaires",
    sent: "Commentaires envoyés, merci\u00a0: nous corrigerons l’article",
  },
] as const;

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const named = (text: string) => (typeof name === "string" ? text === name : name.test(text));
  for (let i = 0; i < 60; i += 1) {
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        return element.labels?.[0]?.textContent.trim() ?? "";
      return element?.textContent.trim() ?? "";
    });
    if (named(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

for (const reader of readers) {
  test(`on the page, by keyboard alone, a reader says what is wrong with the article (${reader.locale})`, async ({
    context,
    page,
    server,
    serverContext,
  }) => {
    await watchForDefects(context);
    await page.goto(`${server.url}/help/${reader.locale}/clear-cache`);
    await expect(page.getByRole("heading", { name: reader.question })).toBeVisible();
    await tabTo(page, reader.no);
    await page.keyboard.press("Enter");
    await expect(page.getByText(reader.sorry)).toBeVisible();
    expect(await findDefects(page)).toEqual([]);

    await tabTo(page, reader.send);
    await page.keyboard.press("Enter");
    await expect(page.getByText(reader.select, { exact: true })).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeFocused();
    expect(await findDefects(page)).toEqual([]);

    await tabTo(page, reader.reason);
    await page.keyboard.press("Space");
    await tabTo(page, reader.comment);
    await page.keyboard.type("Step 2 shows the menu of last year");
    await tabTo(page, reader.email);
    await page.keyboard.type("claire.morel@example.com");
    await page.keyboard.press("Enter");

    const thanks = page.getByText(reader.sent);
    await expect(thanks).toBeVisible();
    expect(await findDefects(page)).toEqual([]);
    const rows = await serverContext.database.rows("select * from article_feedback");
    expect(rows).toMatchObject([
      {
        slug: "clear-cache",
        locale: reader.locale,
        is_helpful: false,
        reasons: ["outdated"],
        comment: "Step 2 shows the menu of last year",
        email: "claire.morel@example.com",
      },
    ]);
    expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
  });

  test(`in the panel, by keyboard alone, a reader says what is wrong with the article (${reader.locale})`, async ({
    context,
    page,
    portal,
    serverContext,
  }) => {
    await watchForDefects(context);
    await page.goto(await portal({ lang: reader.locale }));
    const panel = await openHelp(page);
    await expect(panel.getByRole("textbox")).toBeFocused();
    await page.keyboard.type(reader.words);
    await expect(panel.getByRole("listitem").first()).toContainText(/cache/);
    await page.keyboard.press("Enter");
    await expect(panel.getByText(reader.question)).toBeVisible();
    await tabTo(page, reader.no);
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: reader.sorry })).toBeVisible();
    expect(await findDefects(page)).toEqual([]);

    await tabTo(page, reader.send);
    await page.keyboard.press("Enter");
    await expect(panel.getByText(reader.select, { exact: true })).toBeVisible();
    await expect(panel.getByRole("checkbox").first()).toBeFocused();
    expect(await findDefects(page)).toEqual([]);

    await tabTo(page, reader.reason);
    await page.keyboard.press("Space");
    await tabTo(page, reader.comment);
    await page.keyboard.type("Step 2 shows the menu of last year");
    await tabTo(page, reader.send);
    await page.keyboard.press("Enter");
    await expect(panel.getByText(reader.sent)).toBeVisible();
    expect(await findDefects(page)).toEqual([]);
    expect(await serverContext.database.rows("select * from article_feedback")).toMatchObject([
      {
        slug: "clear-cache",
        locale: reader.locale,
        reasons: ["outdated"],
        comment: "Step 2 shows the menu of last year",
        email: null,
      },
    ]);
    expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
  });

  test(`a reader who was helped says so with one press (${reader.locale})`, async ({
    page,
    server,
    serverContext,
  }) => {
    await page.goto(`${server.url}/help/${reader.locale}/clear-cache`);
    await page.getByRole("button", { name: reader.yes, exact: true }).click();
    await expect(page.getByText(reader.thanks)).toBeVisible();
    await expect(page).toHaveURL(`${server.url}/help/${reader.locale}/clear-cache`);
    const rows = await serverContext.database.rows("select is_helpful from article_feedback");
    expect(rows).toEqual([{ is_helpful: true }]);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test(`a reader says what is wrong (${reader.locale})`, async ({
      page,
      server,
      serverClock,
      serverContext,
    }) => {
      await page.goto(`${server.url}/help/${reader.locale}/clear-cache`);
      serverClock.moveTo(new Date(Date.now() + 10_000)); // they read
      await page.locator("summary").getByText(reader.no, { exact: true }).click();
      await page.getByRole("button", { name: reader.send }).click();
      await expect(page.getByText(`${reader.select}.`)).toBeVisible();
      await page.getByRole("checkbox", { name: reader.reason }).check();
      serverClock.moveTo(new Date(Date.now() + 20_000));
      await page.getByRole("button", { name: reader.send }).click();
      await expect(page.getByText(reader.sent)).toBeVisible();
      const rows = await serverContext.database.rows("select reasons from article_feedback");
      expect(rows).toEqual([{ reasons: ["outdated"] }]);
    });
  });
}

test("what somebody wrote stays when the connection is gone, and is sent by the next press", async ({
  page,
  server,
  serverContext,
}) => {
  await page.goto(`${server.url}/help/en/clear-cache`);
  await page.locator("summary").getByText("No", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Unclear" }).check();
  await page.getByRole("textbox", { name: "Comment" }).fill("Which menu?");
  await page.route("**/feedback?*", (route) => route.abort());
  await page.getByRole("button", { name: "Send comments" }).click();
  await expect(page.getByText(/Nothing was sent/)).toBeVisible();
  await page.unroute("**/feedback?*");
  await page.getByRole("button", { name: "Send comments" }).click();
  await expect(page.getByText(/Comments sent/)).toBeVisible();
  const rows = await serverContext.database.rows("select comment from article_feedback");
  expect(rows).toEqual([{ comment: "Which menu?" }]);
});
