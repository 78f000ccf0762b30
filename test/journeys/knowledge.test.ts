import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { openHelp, test } from "../portal.ts";

/** What the page hears of the widget's events, by name. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ["open", "close", "solved", "ticket-created"]) {
      document.addEventListener(`dilitrust-help-${name}`, (event) => {
        heard.push([name, Reflect.get(event, "article")].filter(Boolean).join(" "));
      });
    }
  });
  return () => page.evaluate(() => Reflect.get(window, "heard"));
}

for (const { lang, words, title, yes, thanks, solved } of [
  {
    lang: "en",
    words: "still last week's agenda",
    title: "The page shows an old version: clear the cache",
    yes: "Yes",
    thanks: "Thank you!",
    solved: "Problem solved",
  },
  {
    lang: "fr",
    words: "écran resté sur l’ancienne version",
    title: "La page affiche une ancienne version : vider le cache",
    yes: "Oui",
    thanks: "Merci\u202f!",
    solved: "Problème résolu",
  },
]) {
  test(
    `in ${lang}, the article on the cache is found in a person's own words, read, solves it, and no ticket is made`,
    { tag: "@main" },
    async ({ page, portal, serverContext }) => {
      await page.goto(await portal({ lang }));
      const heard = await listen(page);
      const panel = await openHelp(page);
      await expect(panel.getByRole("textbox")).toBeFocused();
      await page.keyboard.type(words);
      await expect(panel.getByRole("listitem").first()).toContainText(title.split(/\s?:/)[0] ?? "");
      await page.keyboard.press("Enter");

      await expect(panel.getByRole("article")).toBeVisible();
      await panel.getByRole("button", { name: yes, exact: true }).click();
      await expect(panel.getByText(thanks)).toBeVisible();
      await expect
        .poll(() => serverContext.database.rows("select slug, locale, is_helpful from article_feedback"))
        .toEqual([{ slug: "clear-cache", locale: lang, is_helpful: true }]);
      await panel.getByRole("button", { name: solved, exact: true }).click();
      await expect(panel).toBeHidden();
      await expect.poll(heard).toEqual(["open", "solved clear-cache", "close"]);
      expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
    },
  );
}

test("an article that did not help leads to its report, which tells what was read", async ({
  page,
  portal,
  serverContext,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("textbox").fill("I get no code by text message");
  await panel.getByRole("link", { name: /SMS code does not arrive/ }).click();
  await panel.getByRole("button", { name: "No", exact: true }).click();
  await panel.getByRole("button", { name: "Still stuck? Report the problem" }).click();

  await expect(panel.getByRole("heading", { name: "Code by SMS or app" })).toBeVisible();
  await panel.getByText("Nothing arrives").click();
  await panel.getByLabel("Your e‑mail").fill("claire.morel@example.com");
  await panel.getByRole("button", { name: "Send report" }).click();
  await expect(panel.getByRole("heading", { name: "Report sent" })).toBeVisible();
  const [ticket] = await serverContext.database.rows<{ suggestions: unknown[] }>("select * from tickets");
  expect(ticket?.suggestions).toContainEqual({ slug: "sms-code-not-received", opened: true });
});

test("where no article fits nothing is suggested, and the words go into the report", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("textbox").fill("zebra crossing paint");
  await expect(panel.getByRole("button", { name: "Report it in these words" })).toBeVisible();
  await expect(panel.getByRole("link", { name: /cache|SMS|certificate/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("textbox", { name: "What is wrong?" })).toHaveValue("zebra crossing paint");
});

test("an article opens in a tab of its own for who wants that", async ({ page, portal, server }) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "All articles" }).click();
  await expect(panel.getByRole("link", { name: /clear the cache/ })).toHaveAttribute(
    "href",
    `${server.url}/help/en/clear-cache?site=boards-eu`,
  );
});

test("articles that cannot be loaded can be asked for again", async ({ page, portal, server }) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await page.route(`${server.url}/api/articles?*`, (route) => route.abort());
  await panel.getByRole("button", { name: "All articles" }).click();
  await expect(panel.getByText("The help desk does not answer. Try again, or call.")).toBeVisible();
  await page.unroute(`${server.url}/api/articles?*`);
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("link", { name: /clear the cache/ })).toBeVisible();
});

test("what probably helps here is offered without a word, below what is pressed, and leads to its article", async ({
  page,
  portal,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" }); // what slides in is not where it will be
  await page.goto(await portal({ calls: [["setContext", "screen", "sms_code"]] }));
  const panel = await openHelp(page);
  await expect(panel.getByRole("button", { name: "All articles" })).toBeVisible();
  const places = () =>
    panel.getByRole("button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
  const before = await places();
  const offered = panel.getByRole("list", { name: "This may help here" });
  await expect(offered.getByRole("link")).toContainText(["The SMS code does not arrive"]);
  expect(await places(), "nothing has moved").toEqual(before);

  await panel.getByRole("textbox").fill("blank page");
  await expect(offered, "what is typed says more").toBeHidden();
  await panel.getByRole("button", { name: "Clear" }).click();
  await offered.getByRole("link").click();
  await expect(panel.getByRole("heading", { name: "The SMS code does not arrive" })).toBeVisible();
});

test("where nothing is known nothing is offered, nor loaded for it", async ({ page, portal }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.clock.setFixedTime(new Date()); // a slow answer would be a sign of its own
  await page.goto(await portal());
  await openHelp(page);
  await expect.poll(() => loaded).toContain("/api/checks");
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((path) => path.includes("probable"))).toEqual([]);
});

test("an article for administrators says so where it is found and before its first step", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("textbox").fill("AADSTS50011");
  const hit = panel.getByRole("link", { name: "Set up or repair single sign-on" });
  await expect(hit).toContainText("For administrators");
  await hit.click();
  await expect(panel.getByRole("article")).toContainText("For administrators: the steps need their rights.");
  await panel.getByRole("button", { name: "Back" }).click();
  await panel.getByRole("textbox").fill("blank page");
  await expect(panel.getByRole("link", { name: "blank" }).first()).not.toContainText("For administrators");
});

test("who types without a connection is told that search waits for it, and gets its answer when it is back", async ({
  page,
  context,
  portal,
}) => {
  await page.route(/suggestions/, (route) => route.abort()); // nothing of search was loaded before
  await page.goto(await portal());
  const panel = await openHelp(page);
  await expect(panel.getByRole("button", { name: "All articles" })).toBeVisible();
  await context.setOffline(true);
  await panel.getByRole("textbox").fill("still last week's agenda");
  await expect(panel.getByRole("alert")).toHaveText("Search waits for the connection.");
  await expect(panel.getByRole("button", { name: "Report it in these words" })).toBeVisible();
  await page.unroute(/suggestions/);
  await context.setOffline(false);
  await expect(panel.getByRole("link", { name: /^The page shows an old version/ })).toBeVisible();
  await expect(panel.getByText("Search waits for the connection.")).toHaveCount(0);
});
