import { readdirSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test, type HostPage } from "./hosts.ts";

/** A platform whose script never changes for browsers, and which is then deployed anew. */
function platform(): HostPage & { deploy(): void } {
  let build = "old";
  const immutable = { "cache-control": "public, max-age=31536000, immutable" };
  return {
    deploy: () => (build = "new"),
    body: "<main><output></output><script src=/portal.js></script></main>",
    files: (path) => {
      if (path === "/portal.js") {
        return { body: `document.querySelector("output").textContent = "${build}"`, headers: immutable };
      }
      return path === "/worker.js" ? { body: worker } : undefined;
    },
  };
}

const worker = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => event.respondWith((async () => {
    const cache = await caches.open("portal");
    const kept = await cache.match(event.request);
    if (kept) return kept;
    const answer = await fetch(event.request);
    if (event.request.url.startsWith(location.origin)) await cache.put(event.request, answer.clone());
    return answer;
  })()));`;

async function refresh(page: Page, help: string): Promise<unknown> {
  const chunk = readdirSync("dist/widget/assets").find((name) => /^refresh-[\w-]{8}\.js$/.test(name));
  return page.evaluate(`import("${help}/assets/${chunk}").then((chunk) => chunk.refreshFiles())`);
}

test("a page on old immutable files gets the new ones, and keeps its drafts", async ({ page, embed }) => {
  const { deploy, ...portal } = platform();
  const { url, help } = await embed(portal);
  await page.goto(url);
  await page.evaluate("sessionStorage.draft = localStorage.draft = document.cookie = 'mine=1'");
  deploy();
  await page.reload();
  await expect(page.getByRole("status")).toHaveText("old");
  await refresh(page, help).catch(() => {}); // the page goes away under it
  await expect(page.getByRole("status")).toHaveText("new");
  expect(await page.evaluate("[sessionStorage.draft, localStorage.draft, document.cookie].join()")).toBe(
    "mine=1,mine=1,mine=1",
  );
  expect(await refresh(page, help)).toBe("in_vain");
});

test("so does one that a service worker answers for, after leaving the page once", async ({
  page,
  embed,
}) => {
  const { deploy, ...portal } = platform();
  const { url, help } = await embed(portal);
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  deploy();
  await page.reload();
  await expect(page.getByRole("status")).toHaveText("old");
  await refresh(page, help).catch(() => {}); // the page goes away under it
  await expect(page.getByRole("status")).toHaveText("new");
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
    .toBe(0);
});
