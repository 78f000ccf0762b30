import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect } from "@playwright/test";
import { test } from "./hosts.ts";

// A trace puts scripts of its own on the page.
test.use({ trace: "off" });

test("the loader weighs at most 3,000 bytes", () => {
  expect(brotliCompressSync(readFileSync("dist/widget/widget.js")).length).toBeLessThanOrEqual(3_000);
});

test("the page carries little while nobody needs help, and nothing once the widget is destroyed", async ({
  page,
  context,
  embed,
}) => {
  const session = await context.newCDPSession(page);
  async function measure() {
    // One round leaves what only the next one can free.
    for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  }
  async function measurePage(url: string) {
    await page.goto(url, { waitUntil: "networkidle" });
    return measure();
  }

  // Every host has a script, and the first one of a page costs what no later one does.
  const head =
    "<script>addEventListener('load', async () => new Map(Object.entries({ ...document })))</script>";
  const bare = await embed({ head, times: 0 });
  const helped = await embed({ head });
  await measurePage(bare.url);
  await measurePage(helped.url);
  const without = await measurePage(bare.url);
  const added = await measurePage(helped.url);
  expect(added.heap - without.heap).toBeLessThanOrEqual(60_000);
  expect(added.nodes - without.nodes).toBeLessThanOrEqual(12);
  expect(added.listeners - without.listeners).toBeLessThanOrEqual(6);

  await page.evaluate("DiliTrustHelp.destroy()");
  expect((await measure()).listeners).toBe(without.listeners);
});
