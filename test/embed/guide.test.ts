import { expect, type Page } from "@playwright/test";
import { findDefects, watchForDefects } from "../defects.ts";
import { sampleArticle, serveArticle } from "../guide-sample.ts";
import { openHelp, panelOn, tabTo, test } from "../portal.ts";
import { visitors } from "../visitors.ts";

const words = {
  en: {
    steps: "Step by step",
    skip: "Skip this step",
    done: "Done, go on",
    find: "Look for the code",
    without: "Go on without",
    sendCode: "Send me a code",
  },
  fr: {
    steps: "Étape par étape",
    skip: "Passer cette étape",
    done: "C’est fait, continuer",
    find: "Chercher le code",
    without: "Continuer sans",
    sendCode: "M’envoyer un code",
  },
};

const cors = { "access-control-allow-origin": "*" };

/** What the help server says of the person: that it would have to know them. */
async function sayIdentityNeeded(page: Page, help: string): Promise<void> {
  await page.route(`${help}/api/checks`, (route) =>
    route.fulfill({ json: { checks: [], identity: "needed" }, headers: cors }),
  );
  await page.route(`${help}/api/identity`, (route) =>
    route.fulfill({ status: 202, json: {}, headers: cors }),
  );
}

for (const { locale: lang, colorScheme: scheme, width } of visitors) {
  test(`nothing is wrong with any step of a guide in ${lang}, ${scheme}, at ${width} px`, async ({
    page,
    context,
    portal,
    server,
  }) => {
    test.setTimeout(120_000);
    const say = words[lang];
    await watchForDefects(context);
    await serveArticle(page, server.url, sampleArticle);
    await sayIdentityNeeded(page, server.url);
    await page.setViewportSize({ width, height: 740 });
    await page.goto(await portal({ lang, scheme, tag: 'data-build="2026.11.3"' }));
    const panel = panelOn(page);
    const press = (name: string) => panel.getByRole("button", { name, exact: true }).click();
    const heading = (name: string) => expect(panel.getByRole("heading", { name })).toBeFocused();
    const check = async (state: string) => expect(await findDefects(page), state).toEqual([]);

    await openHelp(page);
    await page.evaluate(() => window.DiliTrustHelp?.push(["open", "article", { article: "clear-cache" }]));
    await expect(panel.getByRole("button", { name: say.steps })).toBeVisible();
    await check("an article with a guide");
    await press(say.steps);
    await heading("We replace this site’s files.");
    await check("a repair");
    await press(say.skip);
    await heading("Are you an administrator?");
    await check("a question");
    await press("No");
    await heading("Delete the data of this site only.");
    await check("the steps for this browser");
    await press(say.done);
    await press(say.find);
    await expect(panel.getByRole("textbox")).toBeFocused();
    await check("pasted, and no code in it");
    await press(say.without);
    await heading(lang === "en" ? "Choose what you use" : "Choisissez ce que vous utilisez");
    await panel.getByText("Okta").click();
    await check("ways to choose from");
    await press(say.done);
    await expect(panel.getByRole("textbox")).toBeVisible();
    await press(say.sendCode);
    await expect(panel.getByRole("textbox")).toBeFocused();
    await check("who they are, and no address");
    await panel.getByRole("textbox").fill("claire.morel@example.com");
    await press(say.sendCode);
    await expect(panel.getByRole("heading", { name: "claire.morel@example.com" })).toBeFocused();
    await check("the code that was mailed");
    await press(say.without);
    await heading("Then it is for us to find.");
    await check("over to support");
  });
}

test("a guide is gone through by keyboard alone, and each step is read out where it begins", async ({
  page,
  portal,
  server,
}) => {
  await serveArticle(page, server.url, sampleArticle);
  await page.goto(await portal());
  await openHelp(page);
  await page.evaluate(() => window.DiliTrustHelp?.push(["open", "article", { article: "clear-cache" }]));
  const panel = panelOn(page);
  const enter = async (name: string) => {
    await tabTo(page, panel.getByRole("button", { name, exact: true }));
    await page.keyboard.press("Enter");
  };
  await enter("Step by step");
  await expect(panel.getByRole("heading", { name: "Are you an administrator?" })).toBeFocused();
  await enter("No");
  await expect(panel.getByRole("heading", { name: "Delete the data of this site only." })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: "Are you an administrator?" })).toBeFocused();
});

test("what takes long is said, and one can stop waiting for it", async ({
  page,
  context,
  portal,
  server,
}) => {
  await watchForDefects(context);
  const { guide } = sampleArticle;
  await serveArticle(page, server.url, {
    ...sampleArticle,
    guide: {
      start: "wait",
      nodes: {
        ...guide?.nodes,
        wait: { kind: "verify", checks: ["code_accepted"], waitSeconds: 120, arrows: [], next: "report" },
      },
    },
  });
  await page.goto(await portal());
  await openHelp(page);
  await page.evaluate(() => window.DiliTrustHelp?.push(["open", "guide", { article: "clear-cache" }]));
  const panel = panelOn(page);
  await expect(panel.getByRole("heading", { name: "We wait until the platform confirms it" })).toBeFocused();
  const waiting = panel.getByRole("status").filter({ hasText: "Code accepted" });
  await expect(waiting).toContainText(/at \d\d:\d\d at the latest/);
  await expect(waiting).toContainText("Meanwhile use the page");
  expect(await findDefects(page)).toEqual([]);
  await panel.getByRole("button", { name: "Stop waiting" }).click();
  await expect(panel.getByRole("heading", { name: "Then it is for us to find." })).toBeFocused();
});

test("who types the code on the page while a guide waits is not torn away from it, and hears what comes next", async ({
  page,
  portal,
  server,
}) => {
  await serveArticle(page, server.url, {
    ...sampleArticle,
    guide: {
      start: "wait",
      nodes: {
        wait: { kind: "verify", checks: ["code_accepted"], waitSeconds: 120, arrows: [], next: "in" },
        in: {
          kind: "ask",
          text: ["Are you in?"],
          answers: [
            { id: "yes", label: "Yes", to: "end:solved" },
            { id: "no", label: "No", to: "end:ticket" },
          ],
        },
      },
    },
  });
  let isAccepted = false;
  await page.route(`${server.url}/api/checks`, (route) =>
    route.fulfill({
      json: { checks: [{ id: "code_accepted", outcome: isAccepted ? "pass" : "warn" }] },
      headers: cors,
    }),
  );
  await page.goto(await portal());
  await openHelp(page);
  await page.evaluate(() => window.DiliTrustHelp?.push(["open", "guide", { article: "clear-cache" }]));
  const panel = panelOn(page);
  await expect(panel.getByRole("heading", { name: /^We wait/ })).toBeFocused();
  const field = page.getByLabel("Password");
  await field.fill("7316");
  isAccepted = true;
  await expect(panel.getByRole("status").filter({ hasText: "Are you in?" })).toBeAttached();
  await expect(field).toBeFocused();
});

test("an arrow to an article without a guide offers its text, or support", async ({
  page,
  portal,
  server,
}) => {
  const plain = { ...sampleArticle, slug: "blank-page", title: "The page stays blank", guide: undefined };
  await serveArticle(page, server.url, plain);
  await page.goto(await portal());
  await openHelp(page);
  await page.evaluate(() => window.DiliTrustHelp?.push(["open", "guide", { article: "blank-page" }]));
  const panel = panelOn(page);
  await expect(panel.getByRole("heading", { name: "The page stays blank" })).toBeFocused();
  await expect(panel.getByRole("button", { name: "Send it to support" })).toBeVisible();
  await panel.getByRole("button", { name: "Read the article" }).click();
  await expect(panel.getByRole("article")).toBeVisible();
});

test("a page that may store nothing keeps the guide while it is open", async ({ page, portal, server }) => {
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "sessionStorage", { get });
    Object.defineProperty(window, "localStorage", { get });
  });
  await serveArticle(page, server.url, sampleArticle);
  await page.goto(await portal());
  const panel = await openHelp(page);
  await page.evaluate(() => window.DiliTrustHelp?.push(["open", "guide", { article: "clear-cache" }]));
  await panel.getByRole("button", { name: "No", exact: true }).click();
  await panel.getByRole("button", { name: "Close help" }).click();
  await openHelp(page);
  await expect(panel.getByRole("heading", { name: "Delete the data of this site only." })).toBeVisible();
});
