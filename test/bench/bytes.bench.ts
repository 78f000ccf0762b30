import { brotliCompressSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { test } from "./host.ts";
import { printTable } from "./table.ts";

const budget = { loaderBytes: 3_000, firstFieldBytes: 20_000, firstSuggestionBytes: 40_000, requests: 1 };

/**
 * JS and JSON that a page gets from an origin, compressed as a browser with brotli receives them. The server's checks
 * are asked for meanwhile, for a report: whether their answer is there already is chance.
 */
function weigh(page: Page, origin: string) {
  const weights: Promise<number>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    const isChance = response.url().includes("/api/checks");
    if (response.url().startsWith(origin) && /javascript|json/.test(type) && !isChance) {
      weights.push(response.body().then((body) => brotliCompressSync(body).length));
    }
  });
  return async () => (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0);
}

test("bytes until a field accepts input and until something is suggested", async ({
  page,
  host,
  server,
  rivals,
}) => {
  const bytes = weigh(page, server.url);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${host.url}/with`);
  const launcher = page.getByRole("button", { name: "Help" });
  await expect(launcher).toBeVisible();
  await page.waitForLoadState("networkidle");
  const before = {
    bytes: await bytes(),
    requests: requests.filter((url) => url.startsWith(server.url)).length,
  };
  const elsewhere = requests.filter((url) => !url.startsWith(server.url) && !url.startsWith(host.url));

  // Nobody waits for the state of the services before they type.
  let letItCome = () => {};
  const isWeighed = new Promise<void>((resolve) => (letItCome = resolve));
  await page.route("**/api/widget?*", (route) => isWeighed.then(() => route.continue()));
  await launcher.click();
  const box = page
    .getByRole("dialog")
    .getByRole("combobox")
    .or(page.getByRole("dialog").getByRole("textbox"));
  await expect(box.first()).toBeEditable();
  const firstField = await bytes();
  letItCome();
  await box.first().fill("certificate");
  await expect(page.getByRole("dialog").getByText("certificate", { exact: false }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const firstSuggestion = await bytes();

  printTable(
    "Bytes of JS and JSON, compressed (brotli). The others are whole when they load; what they fetch then is not counted",
    [
      "widget",
      "until its button is drawn",
      "until the first field accepts input",
      "until the first suggestion",
    ],
    [
      ["DiliTrust Help", before.bytes, firstField, firstSuggestion],
      ["at most", budget.loaderBytes, budget.firstFieldBytes, budget.firstSuggestionBytes],
      ...rivals.map(({ name, script }) => {
        const bytes = brotliCompressSync(script).length;
        return [name, bytes, bytes, "-"];
      }),
    ],
  );
  expect(elsewhere).toEqual([]);
  expect(before.requests).toBe(budget.requests);
  expect(before.bytes).toBeLessThanOrEqual(budget.loaderBytes);
  expect(firstField).toBeLessThanOrEqual(budget.firstFieldBytes);
  expect(firstSuggestion).toBeLessThanOrEqual(budget.firstSuggestionBytes);
});
