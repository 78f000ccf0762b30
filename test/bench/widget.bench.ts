import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { expect, test as base } from "../fixtures.ts";
import { printTable } from "./table.ts";

/**
 * What any platform's page does by itself. Chromium makes navigator, location, performance and the like when a page
 * first names them (17 kB for navigator alone): without this the widget would pay for the engine's own start.
 */
const hostScript = `<script>
  const list = document.createElement("ul");
  for (let at = 0; at < 200; at += 1) {
    const row = document.createElement("li");
    row.setAttribute("role", "row");
    row.append(new Date(at).toISOString());
    row.addEventListener("click", () => row.classList.toggle("open"));
    list.append(row);
  }
  document.body.append(list);
  addEventListener("error", () => {});
  addEventListener("unhandledrejection", () => {});
  new MutationObserver(() => {}).observe(document.documentElement, { childList: true });
  new PerformanceObserver(() => {}).observe({ type: "resource", buffered: true });
  new URL(location.href).searchParams.get(navigator.language + performance.now());
  Promise.all([1, 2]).then(() => new AbortController().abort());
  document.body.append(Object.assign(document.createElement("div"), { className: "x" }));
  document.body.lastChild.attachShadow({ mode: "open" }).adoptedStyleSheets = [new CSSStyleSheet()];
</script>`;

/** A page of another origin, with or without the widget. */
const test = base.extend<{ host: { url: string } }>({
  host: async ({ server }, use) => {
    const page = (script: string) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><h1>Host page</h1><p>${"Words. ".repeat(400)}</p>${hostScript}${script}`;
    const http = createServer((request, response) => {
      response.setHeader("content-type", "text/html");
      const script = `<script src="${server.url}/widget.js" data-site="boards-eu" async></script>`;
      response.end(page(request.url === "/with" ? script : ""));
    });
    await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
    await use({ url: `http://localhost:${(http.address() as AddressInfo).port}` });
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
  },
});

const budget = {
  loaderBytes: 3_000,
  firstFieldBytes: 20_000,
  firstSuggestionBytes: 40_000,
  requests: 1,
  heapBytes: 60_000,
};

/** JS and JSON that a page gets from an origin, compressed as a browser with brotli receives them. */
function weigh(page: Page, origin: string) {
  const weights: Promise<number>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (response.url().startsWith(origin) && /javascript|json/.test(type)) {
      weights.push(response.body().then((body) => brotliCompressSync(body).length));
    }
  });
  return async () => (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0);
}

test("bytes until a field accepts input and until something is suggested", async ({ page, host, server }) => {
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

  await launcher.click();
  const box = page
    .getByRole("dialog")
    .getByRole("combobox")
    .or(page.getByRole("dialog").getByRole("textbox"));
  await expect(box.first()).toBeEditable();
  const firstField = await bytes();
  await box.first().fill("certificate");
  await expect(page.getByRole("dialog").getByText("certificate", { exact: false }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const firstSuggestion = await bytes();

  printTable(
    "Bytes (brotli, JS and JSON)",
    ["until", "bytes", "at most"],
    [
      ["the launcher is drawn", before.bytes, budget.loaderBytes],
      ["the first field accepts input", firstField, budget.firstFieldBytes],
      ["the first suggestion is shown", firstSuggestion, budget.firstSuggestionBytes],
    ],
  );
  expect(elsewhere).toEqual([]);
  expect(before.requests).toBe(budget.requests);
  expect(before.bytes).toBeLessThanOrEqual(budget.loaderBytes);
  expect(firstField).toBeLessThanOrEqual(budget.firstFieldBytes);
  expect(firstSuggestion).toBeLessThanOrEqual(budget.firstSuggestionBytes);
});

interface Impact {
  heapBytes: number;
  longTasks: number;
  layoutShift: number;
  nodes: number;
  isStored: boolean;
}

async function measure(browser: Browser, url: string): Promise<Impact> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    const seen = { longTasks: 0, layoutShift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => (seen.longTasks += list.getEntries().length)).observe({
      type: "longtask",
    });
    new PerformanceObserver((list) => {
      // TypeScript's DOM library does not know LayoutShift.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.layoutShift += entry.value;
    }).observe({ type: "layout-shift" });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  const { seen, isStored } = await page.evaluate(() => ({
    seen: (window as unknown as { seen: { longTasks: number; layoutShift: number } }).seen,
    isStored: localStorage.length + sessionStorage.length + document.cookie.length > 0,
  }));
  await page.context().close();
  return { heapBytes: usedSize, nodes, isStored, ...seen };
}

test("what a page pays before anybody opens help", async ({ browser, host }) => {
  const rounds: { without: Impact; with: Impact }[] = [];
  for (let round = 0; round < 7; round += 1) {
    rounds.push({
      without: await measure(browser, `${host.url}/`),
      with: await measure(browser, `${host.url}/with`),
    });
  }
  const difference = (read: (impact: Impact) => number) =>
    median(rounds.map((round) => read(round.with) - read(round.without)));
  const heap = difference((impact) => impact.heapBytes);
  const longTasks = difference((impact) => impact.longTasks);
  const shift = difference((impact) => impact.layoutShift);
  printTable(
    "What the host page pays before interaction (median of 7 pairs, with minus without)",
    ["measure", "difference", "at most"],
    [
      ["JS heap after collection, bytes", heap, budget.heapBytes],
      ["long tasks", longTasks, 0],
      ["layout shift", shift, 0],
      ["DOM nodes", difference((impact) => impact.nodes), "-"],
    ],
  );
  expect(heap).toBeLessThanOrEqual(budget.heapBytes);
  expect(longTasks).toBeLessThanOrEqual(0);
  expect(shift).toBe(0);
  expect(rounds.some((round) => round.with.isStored)).toBe(false);
});

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
