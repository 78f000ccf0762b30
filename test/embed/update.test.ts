import { expect } from "@playwright/test";
import { openHelp, test } from "../portal.ts";

test("a page that has the loader of before an update opens the help of after it", async ({
  page,
  portal,
  server,
}) => {
  const url = await portal();
  await page.route(`${server.url}/widget.js`, async (route) => {
    const response = await route.fetch();
    const loader = await response.text();
    await route.fulfill({
      response,
      body: loader.replaceAll(/(panel|text-en)-[\w-]{8}\.js/g, "$1-0ldHash_.js"),
    });
  });
  await page.goto(url);
  const panel = await openHelp(page);
  await panel.getByRole("button", { name: "I cannot sign in" }).click();
  await expect(panel.getByRole("heading", { name: "I cannot sign in" })).toBeVisible();
});
