import { expect, type Browser } from "@playwright/test";
import { test } from "./host.ts";
import { medianInterval, type Interval } from "./statistics.ts";
import { printTable } from "./table.ts";

const rounds = 12;
const cpuSlowdown = 4; // a phone of the middle class beside this machine
const budget = { heapBytes: 60_000, scriptMilliseconds: 20 };

interface Impact {
  scriptMilliseconds: number;
  taskMilliseconds: number;
  blockingMilliseconds: number;
  heapBytes: number;
  requests: number;
  nodes: number;
  listeners: number;
  layoutShift: number;
  isStored: boolean;
}

async function measure(browser: Browser, url: string): Promise<Impact> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let requests = -1; // the page itself
  page.on("request", () => (requests += 1));
  await page.addInitScript(() => {
    const seen = { blockingMilliseconds: 0, layoutShift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.blockingMilliseconds += duration - 50;
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      // TypeScript's DOM library does not know LayoutShift.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.layoutShift += entry.value;
    }).observe({ type: "layout-shift" });
  });
  const session = await context.newCDPSession(page);
  // The page's own processor time: on a busy machine the clock on the wall tells of the others.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  await page.goto(url, { waitUntil: "networkidle" });
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { seen, isStored } = await page.evaluate(() => ({
    seen: Reflect.get(window, "seen") as Pick<Impact, "blockingMilliseconds" | "layoutShift">, // from above
    isStored: localStorage.length + sessionStorage.length + document.cookie.length > 0,
  }));
  await context.close();
  return {
    scriptMilliseconds: seconds("ScriptDuration") * 1000,
    taskMilliseconds: seconds("TaskDuration") * 1000,
    heapBytes: usedSize,
    requests,
    nodes,
    listeners: jsEventListeners,
    isStored,
    ...seen,
  };
}

const measures: [name: string, digits: number, read: (impact: Impact) => number][] = [
  ["script, ms", 1, (impact) => impact.scriptMilliseconds],
  ["all tasks, ms", 0, (impact) => impact.taskMilliseconds],
  ["blocking time, ms", 0, (impact) => impact.blockingMilliseconds],
  ["heap after collection, kB", 1, (impact) => impact.heapBytes / 1000],
  ["requests", 0, (impact) => impact.requests],
  ["nodes", 0, (impact) => impact.nodes],
  ["listeners", 0, (impact) => impact.listeners],
  ["layout shift", 3, (impact) => impact.layoutShift],
];

test("what a page pays before anybody opens help", async ({ browser, host, rivals }) => {
  test.setTimeout(1_200_000);
  const pages = [
    { name: "the same page again", path: "/" },
    { name: "DiliTrust Help", path: "/with" },
    ...rivals.map(({ name }, at) => ({ name, path: `/rival/${at}` })),
  ];
  await measure(browser, `${host.url}/`); // the first page of a browser pays for its start
  const pairs = new Map(pages.map(({ path, name }) => [name, { path, pairs: [] as [Impact, Impact][] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const measured of pairs.values()) {
      const isBareFirst = Math.random() < 0.5;
      const first = await measure(browser, host.url + (isBareFirst ? "/" : measured.path));
      const second = await measure(browser, host.url + (isBareFirst ? measured.path : "/"));
      measured.pairs.push(isBareFirst ? [first, second] : [second, first]);
    }
  }
  const difference = (name: string, read: (impact: Impact) => number): Interval =>
    medianInterval((pairs.get(name)?.pairs ?? []).map(([bare, full]) => read(full) - read(bare)));

  printTable(
    `What the host page pays before interaction: with minus without, median of ${rounds} pairs [95 % of repetitions], processor ${cpuSlowdown} × slower`,
    ["measure", ...pages.map(({ name }) => name)],
    measures.map(([label, digits, read]) => [
      label,
      ...pages.map(({ name }) => {
        const { median, low, high } = difference(name, read);
        return `${median.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
      }),
    ]),
  );

  const ours = (read: (impact: Impact) => number) => difference("DiliTrust Help", read);
  expect(ours((impact) => impact.scriptMilliseconds).median).toBeLessThanOrEqual(budget.scriptMilliseconds);
  expect(ours((impact) => impact.heapBytes).median).toBeLessThanOrEqual(budget.heapBytes);
  expect(ours((impact) => impact.layoutShift).median).toBe(0);
  expect(pairs.get("DiliTrust Help")?.pairs.some(([, full]) => full.isStored)).toBe(false);
});
