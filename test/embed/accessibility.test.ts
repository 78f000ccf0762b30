import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import type { Context } from "../../server/context.ts";
import { watchForDefects, unfold } from "../defects.ts";
import { reply } from "../../server/tickets/desk.ts";
import { openHelp, test } from "../portal.ts";
import { visitors } from "../visitors.ts";

const words = {
  en: {
    symptom: "I cannot sign in",
    other: "Something else",
    answer: "Account locked",
    email: "Your e‑mail",
    send: "Send report",
    attached: /^Attached/,
    values: /values as text/,
    status: /^(A service|All services|Status not known|Maintenance)/,
    reports: "Your reports",
    articles: "All articles",
    more: "More",
    clear: "Clear",
    probable: "This may help here",
    security: "Security concern",
    answerIt: "Answer",
    itWorks: "It works",
    notYet: "Not yet",
    yes: "Yes",
    typed: "certificate expired",
    forget: "Forget my reports on this device",
    kept: "Your report is kept on this device.",
    cannotReach: "The help desk does not answer just now.",
  },
  fr: {
    symptom: "Je n’arrive pas à me connecter",
    other: "Autre",
    answer: "Compte verrouillé",
    email: "Votre e‑mail",
    send: "Envoyer le signalement",
    attached: /^Joint/,
    values: /valeurs en texte/,
    status: /^(Un service|Tous les services|État inconnu|Maintenance)/,
    reports: "Vos signalements",
    articles: "Tous les articles",
    more: "Plus",
    clear: "Effacer",
    probable: "Ce qui peut aider ici",
    security: "Doute de sécurité",
    answerIt: "Répondre",
    itWorks: "Ça marche",
    notYet: "Pas encore",
    yes: "Oui",
    typed: "certificat expiré",
    forget: "Oublier mes signalements sur cet appareil",
    kept: "Votre signalement est conservé sur cet appareil.",
    cannotReach: "Le support ne répond pas pour le moment.",
  },
};

/** What is wrong with this state of the panel. That axe has been in the dialog is part of it. */
async function findDefects(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Put there by the script that every page of the context starts with.
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations, passes } = await axe.run({ resultTypes: ["violations", "passes"] });
    // In a shadow root a target is the path to it, host by host.
    const visited = passes.flatMap(({ nodes }) => nodes.flatMap(({ target }) => target));
    const wasInDialog = visited.some((path) => Array.isArray(path) && path.includes("dilitrust-help-panel"));
    const isTooWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ...(wasInDialog ? [] : ["axe was not in the dialog"]),
      ...(isTooWide ? ["scrolls sideways"] : []),
    ];
  });
}

async function fill(panel: Locator, { symptom, answer, email }: (typeof words)["en"]): Promise<void> {
  await panel.getByRole("button", { name: symptom, exact: true }).click();
  await panel.getByText(answer).click();
  await panel.getByLabel(email).fill("claire.morel@example.com");
}

async function answerTicket(context: Context, key: string): Promise<void> {
  await reply(context, { actor: "key test", agentId: null, name: "Inès Haddad", permissions: [] }, key, {
    id: randomUUID(),
    body: "I unlocked it.",
    isInternal: false,
    move: { to: "resolved", fix: "Unlocked" },
  });
}

for (const { locale: lang, colorScheme: scheme, width } of visitors) {
  test(`nothing is wrong with any state of the panel in ${lang}, ${scheme}, at ${width} px`, async ({
    page,
    context,
    portal,
    server,
    serverContext,
  }) => {
    test.setTimeout(120_000);
    const say = words[lang];
    await watchForDefects(context);
    await page.setViewportSize({ width, height: 740 });
    await page.goto(await portal({ lang, scheme, calls: [["setContext", "screen", "sms_code"]] }));
    const button = (name: string | RegExp) =>
      panel.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
    const check = async (state: string) => expect(await findDefects(page), state).toEqual([]);
    const back = () => page.keyboard.press("Escape");
    /** Until the view is there, Escape would close the panel instead of leading back. */
    const open = async (name: string | RegExp) => {
      await button(name).click();
      await expect(button(/^(Back|Retour)$/)).toBeVisible();
    };

    const panel = await openHelp(page);
    await expect(panel.getByRole("textbox")).toBeVisible();
    await check("the first view");
    await expect(panel.getByRole("list", { name: say.probable })).toBeVisible();
    await check("what probably helps");
    await button(say.more).click();
    await check("all twelve tiles");
    await panel.getByRole("textbox").fill(say.typed);
    await expect(panel.getByRole("link", { name: /certifica/ })).toBeVisible();
    await check("suggestions");
    await panel
      .getByRole("link", { name: /certifica/ })
      .first()
      .click();
    await expect(panel.getByRole("article")).toBeVisible();
    await unfold(panel.locator("summary"));
    await check("an article, all of it open");
    await button(say.yes).click();
    await check("solved");
    await back();
    await button(say.clear).click();

    await open(say.articles);
    await expect(panel.getByRole("link", { name: /certifica/ })).toBeVisible();
    await check("all articles");
    await back();
    await open(say.status);
    await check("status");
    await back();
    await open(say.reports);
    await check("no reports");
    await back();

    await open(say.security);
    await check("a doubt about security");
    await back();
    await open(say.other);
    await button(say.send).click();
    await expect(panel.getByRole("alert").first()).toBeVisible();
    await check("what is missing");
    await back();
    await fill(panel, say);
    await check("a form, filled in");
    await button(say.attached).click();
    await panel.getByRole("switch").first().click();
    await check("the preview, a group left out");
    await button(say.values).click();
    await check("all values as text");
    await back();
    await back();

    await page.route(`${server.url}/api/tickets`, (route) => route.abort());
    await button(say.send).click();
    await expect(panel.getByText(say.kept)).toBeVisible();
    await check("not sent yet");
    await page.unroute(`${server.url}/api/tickets`);
    await panel.getByRole("button", { name: /^(Try now|Essayer maintenant)$/ }).click();
    await expect(panel.locator(".key")).toBeVisible();
    await check("sent");
    const key = await panel.locator(".key").innerText();
    await answerTicket(serverContext, key);
    await expect(panel.getByRole("status").filter({ hasText: "I unlocked it." })).toBeVisible();
    await check("sent, and answered already");
    await button(say.answerIt).click();
    await expect(panel.getByRole("region", { name: "Conversation" })).toContainText("I unlocked it.");
    await check("the thread, with a fix to confirm");
    await button(say.notYet).click();
    await check("the thread, not yet");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await page.reload();
    await openHelp(page);
    await open(say.reports);
    await check("reports");
    await button(say.forget).click();
    await check("forgetting");
    await back();
    await button(say.symptom).click();
    await check("the form for somebody who is known");

    await page.route(`${server.url}/api/**`, (route) => route.abort());
    await page.reload();
    await openHelp(page);
    await expect(panel.getByText(say.cannotReach)).toBeVisible();
    await check("the help desk cannot be reached");
  });
}
