import { expect } from "@playwright/test";
import { openHelp, tabTo, test } from "../portal.ts";

test(
  "a report goes from the page to its key by keyboard alone",
  { tag: "@main" },
  async ({ page, portal }) => {
    await page.goto(await portal());
    await expect(page.getByRole("button", { name: "Help" })).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Help" }));
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Help" });
    await expect(panel.getByRole("textbox")).toBeFocused();

    await tabTo(page, panel.getByRole("button", { name: "I cannot sign in" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Report a problem" })).toBeVisible();
    const form = page.getByRole("dialog");
    await tabTo(page, form.getByRole("radio", { name: "Wrong password" }));
    await page.keyboard.press("ArrowDown");
    await expect(form.getByRole("radio", { name: "Account locked" })).toBeChecked();
    await tabTo(page, form.getByLabel("Your e‑mail"));
    await page.keyboard.type("claire.morel@example.com");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Report sent" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Help" })).toBeFocused();
  },
);

test("Back and Escape return to what was pressed; at the first view Escape closes", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  const tile = panel.getByRole("button", { name: "Page blank or broken" });
  await tile.click();
  await panel.getByRole("button", { name: /^Attached/ }).click();
  await expect(page.getByRole("dialog", { name: "What will be sent" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: /^Attached/ })).toBeFocused();
  await panel.getByRole("button", { name: "Back" }).click();
  await expect(tile).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Help" })).toBeFocused();
});

test("suggestions are links below the box: Down enters them, Up comes back, Escape empties the box", async ({
  page,
  portal,
}) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  const box = panel.getByRole("textbox");
  await box.fill("certificate expired");
  const first = panel.getByRole("listitem").getByRole("link").first();
  await expect(first).toContainText("certificate");
  await expect(panel.getByRole("status").filter({ hasText: /articles? may help/ })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue("");
  await expect(panel.getByRole("button", { name: "I cannot sign in" })).toBeVisible();
});

test("More shows all twelve and goes on at the seventh", async ({ page, portal }) => {
  await page.goto(await portal());
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "More", exact: true }).press("Enter");
  await expect(panel.getByRole("button", { name: "Document will not open" })).toBeFocused();
});

test("what is typed to help does not reach the page's own shortcuts", async ({ page, portal }) => {
  await page.goto(await portal());
  await page.evaluate(() => {
    document.addEventListener("keydown", () => document.body.append("shortcut"));
  });
  const panel = await openHelp(page);
  await panel.getByRole("textbox").pressSequentially("jk");
  await expect(page.getByText("shortcut")).toBeHidden();
});

test("help can be used above a modal dialog of the page", async ({ page, portal }) => {
  await page.goto(
    await portal({ body: "<main><h1>Board portal</h1></main><dialog><button>Vote</button></dialog>" }),
  );
  await expect(page.getByRole("button", { name: "Help" })).toBeVisible();
  await page.evaluate(() => {
    document.querySelector("dialog")?.showModal();
    const help: unknown = Reflect.get(window, "DiliTrustHelp");
    if (help && typeof help === "object") Reflect.get(help, "open").call(help);
  });
  const panel = page.getByRole("dialog", { name: "Help" });
  await panel.getByRole("textbox").fill("vote");
  await expect(panel.getByRole("textbox")).toHaveValue("vote");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Vote" })).toBeVisible();
});

test("a page that pulls the focus back does not get it from help", async ({ page, portal }) => {
  await page.goto(await portal());
  await page.evaluate(() => {
    const field = document.querySelector("input");
    document.addEventListener("focusin", ({ target }) => {
      if (target !== field) field?.focus();
    });
  });
  const panel = await openHelp(page);
  await expect(panel.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("still mine");
  await expect(panel.getByRole("textbox")).toHaveValue("still mine");
});
