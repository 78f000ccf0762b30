import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "@playwright/test";
import type { Context } from "../../server/context.ts";
import type { Locale, TicketReceipt } from "../../server/contract/types.ts";
import { startDemoPlatform } from "../../server/demo-platform.ts";
import { writeSampleData } from "../../server/sample-data.ts";
import { projectDir } from "../../server/settings.ts";
import { statusFor } from "../../server/status/board.ts";
import { startStatus } from "../../server/status/start-status.ts";
import { reply } from "../../server/tickets/desk.ts";
import { signTicketLink } from "../../server/tickets/tokens.ts";
import { text as en } from "../../widget/text/en.ts";
import { later as enLater } from "../../widget/text/en-later.ts";
import { text as fr } from "../../widget/text/fr.ts";
import { later as frLater } from "../../widget/text/fr-later.ts";
import { signedIn } from "../console.ts";
import { expect, test } from "../fixtures.ts";
import { openHelp } from "../portal.ts";

interface Look {
  width: 1280 | 360;
  locale: Locale;
  theme: "light" | "dark";
}

const looks: Look[] = ([1280, 360] as const).flatMap((width) =>
  (["en", "fr"] as const).flatMap((locale) =>
    (["light", "dark"] as const).map((theme) => ({ width, locale, theme })),
  ),
);

/** Where a picture is taken: one browser with one look, the demo platform, the help server. */
interface World {
  page: Page;
  look: Look;
  demo: string;
  help: string;
  words: typeof en;
  later: typeof enLater;
  context: Context;
  /** The agent who answers. */
  camille: number;
}

type View = [name: string, show: (world: World) => Promise<unknown>];

async function homeOn({ page, demo, look }: World, path: string): Promise<Locator> {
  await page.goto(`${demo}${path}?lang=${look.locale}`);
  const panel = await openHelp(page);
  await panel.getByRole("button").nth(3).waitFor();
  return panel;
}

async function reportOn(world: World): Promise<Locator> {
  const panel = await homeOn(world, "/login");
  // A draft of the view before is where the panel opens.
  const back = panel.getByRole("button", { name: world.words.back });
  while (await back.isVisible()) await back.click();
  await panel.getByRole("button", { name: world.words.symptoms.cannot_sign_in }).click();
  await panel.getByText(world.later.report.answers.cannot_sign_in.account_locked).click();
  return panel;
}

const email = "claire.morel@example.com";
let key = "";

const widgetViews: View[] = [
  ["Cause found", (world) => homeOn(world, "/sso/error")],
  [
    "Told when it works",
    async (world) => {
      const panel = await homeOn(world, "/sso/error");
      await panel.getByRole("button", { name: world.words.finding.tellMe }).click();
      await panel.getByLabel(world.later.report.email).waitFor();
    },
  ],
  ["Home, all well", (world) => homeOn(world, "/login")],
  [
    "More",
    async (world) => {
      const panel = await homeOn(world, "/login");
      await panel.getByRole("button", { name: world.words.home.more }).click();
    },
  ],
  [
    "Suggestions",
    async (world) => {
      const panel = await homeOn(world, "/login");
      const words = world.look.locale === "fr" ? "ancienne version" : "old version";
      await panel.getByRole("textbox").fill(words);
      await panel.getByRole("listitem").first().waitFor();
    },
  ],
  [
    "Article",
    async ({ page }) => {
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByRole("article").waitFor();
    },
  ],
  [
    "Article, why not",
    async ({ page, later }) => {
      const panel = page.getByRole("dialog");
      await panel.getByRole("button", { name: later.no, exact: true }).click();
      await panel.getByRole("checkbox").first().waitFor();
    },
  ],
  ["Report", reportOn],
  [
    "Report, something missing",
    async (world) => {
      const panel = await reportOn(world);
      await panel.getByRole("button", { name: world.later.report.send }).click();
      await panel
        .getByRole("textbox", { name: world.later.report.email })
        .and(world.page.locator("[aria-invalid]"))
        .waitFor();
    },
  ],
  [
    "What will be sent",
    async (world) => {
      const panel = await reportOn(world);
      await panel.getByLabel(world.later.report.email).fill(email);
      await panel.getByText(world.later.report.attached(6)).click();
      await panel.getByRole("switch").first().waitFor();
    },
  ],
  [
    "Not sent yet",
    async (world) => {
      const panel = await reportOn(world);
      await panel.getByLabel(world.later.report.email).fill(email);
      await world.page.route("**/api/tickets", (route) => route.abort());
      await panel.getByRole("button", { name: world.later.report.send }).click();
      await panel.getByText(world.later.unsent.kept).waitFor();
    },
  ],
  [
    "Sent",
    async ({ page, later }) => {
      await page.unroute("**/api/tickets");
      const panel = page.getByRole("dialog");
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith("/api/tickets") && response.ok()),
        panel.getByRole("button", { name: later.unsent.tryNow }).click(),
      ]);
      key = ((await answer.json()) as TicketReceipt).key;
      await panel.getByText(key).first().waitFor();
    },
  ],
  [
    "Thread with an answer",
    async (world) => {
      const agent = { actor: "agent", agentId: world.camille, name: "Camille Roy", permissions: [] };
      const body = world.look.locale === "fr" ? "Votre compte est débloqué." : "Your account is unlocked.";
      await reply(world.context, agent, key, { id: randomUUID(), body, isInternal: false });
      const panel = world.page.getByRole("dialog");
      await panel.getByRole("button", { name: world.later.sent.answer }).click();
      await panel.getByText(body).waitFor();
    },
  ],
  [
    "Your reports",
    async (world) => {
      const panel = await homeOn(world, "/login");
      const back = panel.getByRole("button", { name: world.words.back });
      while (await back.isVisible()) await back.click();
      await panel.getByRole("button", { name: world.words.home.reports }).click();
      await panel.getByText(key).waitFor();
    },
  ],
  [
    "All articles",
    async ({ page, words }) => {
      const panel = page.getByRole("dialog");
      await panel.getByRole("button", { name: words.back }).click();
      await panel.getByRole("button", { name: words.home.articles }).click();
      await panel.getByRole("list").first().waitFor();
    },
  ],
  [
    "The help desk does not answer",
    async (world) => {
      await world.page.route("**/api/widget?*", (route) => route.abort());
      await homeOn(world, "/meetings");
      await world.page.unroute("**/api/widget?*");
    },
  ],
];

/** A page of ours, by its path; the console's need the agent's cookie, which the browser has. */
function at(path: (look: Look) => string): View[1] {
  return async ({ page, help, look }) => {
    await page.emulateMedia({ media: "screen" }); // one view is as printed
    await page.goto(help + path(look), { waitUntil: "networkidle" });
  };
}

const pageViews: View[] = [
  ["Three doors", at(({ locale }) => `/?lang=${locale}`)],
  ["Help centre", at(({ locale }) => `/help/${locale}`)],
  ["Help centre, for administrators", at(({ locale }) => `/help/${locale}?for=admin`)],
  [
    "Help centre, while typing",
    async ({ page, help, look }) => {
      await page.goto(`${help}/help/${look.locale}`);
      await page
        .getByRole("searchbox")
        .pressSequentially(look.locale === "fr" ? "certificat" : "certificate");
      await page.locator(".found li").first().waitFor();
    },
  ],
  ["Help centre, found", at(({ locale }) => `/help/${locale}?q=SSO`)],
  ["Help centre, nothing found", at(({ locale }) => `/help/${locale}?q=gardening`)],
  ["An article", at(({ locale }) => `/help/${locale}/clear-cache`)],
  [
    "An article, why not",
    async ({ page, look }) => {
      await page.locator("#feedback summary").click();
      const send = page.getByRole("button", {
        name: look.locale === "fr" ? "Envoyer mes commentaires" : "Send comments",
      });
      await send.click();
      await page.locator("#feedback").scrollIntoViewIfNeeded();
    },
  ],
  ["An article for administrators", at(({ locale }) => `/help/${locale}/sso-configuration`)],
  [
    "An article, printed",
    async ({ page, help, look }) => {
      await page.goto(`${help}/help/${look.locale}/clear-cache`);
      await page.emulateMedia({ media: "print" });
    },
  ],
  ["Status", at(({ locale }) => `/status?lang=${locale}`)],
  ["Nothing here", at(({ locale }) => `/nothing?lang=${locale}`)],
  [
    "A report from a mail",
    async ({ page, help, look, context }) => {
      const ticket = await context.database.row<{ id: string }>("select id from tickets where key = $1", [
        key,
      ]);
      const token = signTicketLink(context.secret, ticket?.id ?? "", context.clock.now());
      await page.goto(`${help}/reports/${key}?lang=${look.locale}#${token}`);
      await page.getByRole("dialog").getByRole("textbox").waitFor();
    },
  ],
  ["Console: sign in", at(({ locale }) => `/console/sign-in?lang=${locale}`)],
];

const consoleViews: View[] = [
  ["Console: queue", at(() => "/console")],
  ["Console: empty", at(() => "/console?q=nobodywrotethis")],
  ["Console: ticket", ({ page, help, context }) => openTicket(page, help, context, "sso_error")],
  ["Console: sealed ticket", ({ page, help, context }) => openTicket(page, help, context, "security")],
  ["Console: knowledge", at(() => "/console/knowledge")],
  ["Console: one article", at(({ locale }) => `/console/knowledge/${locale}/sms-code-not-received`)],
  ["Console: mail", at(() => "/console/mail")],
  ["Console: sites", at(() => "/console/sites")],
];

async function openTicket(page: Page, help: string, { database }: Context, symptom: string): Promise<void> {
  const ticket = await database.row<{ key: string }>(
    "select key from tickets where is_sample and symptom = $1 order by created_at desc limit 1",
    [symptom],
  );
  await page.goto(`${help}/console/tickets/${ticket?.key}`, { waitUntil: "networkidle" });
}

const folder = join(projectDir, "screenshots");

test("every view and state, on one sheet", async ({ browser, server, serverContext }) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  serverContext.settings.isDemo = true;
  const platform = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl: server.url });
  serverContext.settings.demoPort = Number(new URL(platform.url).port);
  await writeSampleData(serverContext, platform.url);
  const status = startStatus(serverContext);
  await expect
    .poll(async () => (await statusFor(serverContext, "boards-eu", "en")).status, { timeout: 20_000 })
    .toBe("ok");
  const taken = new Map<string, string[]>();
  const failed: string[] = [];
  for (const look of looks) {
    const agent = await signedIn(serverContext, {
      name: "Camille Roy",
      permissions: ["security"],
      locale: look.locale,
    });
    const page = await open(browser, look);
    const [name = "", value = ""] = agent.cookie.split("=");
    await page.context().addCookies([{ name, value, url: server.url }]);
    const camille = await serverContext.database.row<{ id: number }>(
      "select id from agents where email = $1",
      [agent.email],
    );
    const world: World = {
      page,
      look,
      demo: platform.url,
      help: server.url,
      words: look.locale === "fr" ? fr : en,
      later: look.locale === "fr" ? frLater : enLater,
      context: serverContext,
      camille: camille?.id ?? 0,
    };
    for (const [name, show] of [...widgetViews, ...pageViews, ...consoleViews]) {
      const file = `${name.replace(/\W+/g, "-")}-${look.width}-${look.locale}-${look.theme}.png`;
      await show(world).catch((error: Error) => failed.push(`${file}: ${error.message.split("\n", 1)[0]}`));
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
      taken.set(name, [...(taken.get(name) ?? []), file]);
    }
    await page.context().close();
  }
  await status.stop();
  await platform.stop();
  await writeSheet(browser, taken);
  if (failed.length > 0) throw new Error(`Not reached:\n${failed.join("\n")}`);
});

async function open(browser: Browser, { width, locale, theme }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 800 },
    locale: locale === "fr" ? "fr-FR" : "en-GB",
    colorScheme: theme,
    hasTouch: width === 360,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(8_000);
  return context.newPage();
}

/** One row a view, one column a look. */
async function writeSheet(browser: Browser, taken: Map<string, string[]>): Promise<void> {
  const rows = [...taken].map(
    ([name, files]) =>
      `<tr><th>${name}</th>${files.map((file) => `<td><img src="${file}"></td>`).join("")}</tr>`,
  );
  const head = looks.map(({ width, locale, theme }) => `<th>${width} ${locale} ${theme}</th>`).join("");
  const style =
    "body{margin:16px;font:14px system-ui}th{text-align:start;vertical-align:top;padding:4px}td{padding:4px;vertical-align:top}img{max-inline-size:400px;max-block-size:340px;border:1px solid #999}";
  const sheet = join(folder, "contact-sheet.html");
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style><table><tr><th></th>${head}</tr>${rows.join("")}</table>`,
  );
  const page = await browser.newPage({ viewport: { width: 2_600, height: 1_000 } });
  await page.goto(pathToFileURL(sheet).href);
  await page.screenshot({ path: join(folder, "contact-sheet.png"), fullPage: true });
  await page.close();
}
