import { expect, type Page } from "@playwright/test";
import type { Mark } from "../../widget/checks/recorder.ts";
import { test } from "./hosts.ts";

async function marksOf(page: Page): Promise<Mark[]> {
  return page.evaluate("document.querySelector('dilitrust-help').recorder.marks");
}

const files = (path: string) => {
  const status = Number(/^\/api\/status\/(\d+)/.exec(path)?.[1] ?? 0);
  if (status) return { status };
  return /missing/.test(path) ? { status: 404 } : undefined;
};

const controls = `<main>
  <button>Sign <b>in</b></button>
  <button data-help-mask>Minutes of Norvane Group</button>
  <section data-help-mask><button>Budget of Norvane Group</button></section>
  <a href="#">Agenda of Norvane Group</a>
  <table><tr><td>Norvane Group<button>Open Norvane Group</button></td></tr></table>
  <label><input type="checkbox" value="Norvane Group"> Remember me</label>
  <ul role="menu"><li role="menuitem" aria-label="Leave"><i>x</i></li><li role="option">Norvane Group</li></ul>
  <input aria-label="Search Norvane Group" value="Norvane Group">
  <div role="switch" aria-label="Dark"></div>
  <a href="#" data-help-name="next meeting">Norvane Group</a>
  <p>Norvane Group</p>
  <style>* { min-width: 9px; min-height: 9px }</style>
</main>`;

test("presses are noted by role, and by name only where no confidential title can stand", async ({
  page,
  embed,
}) => {
  const { url } = await embed({ body: controls });
  await page.goto(url);
  await page.getByRole("button", { name: "Help", exact: true }).waitFor();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>(
      "b, button[data-help-mask], section button, a, td, td button, [type=checkbox], i, [role=option], [aria-label^=Search], [role=switch], p",
    )) {
      element.click();
    }
  });
  const presses = (await marksOf(page)).filter(({ kind }) => kind === "click");
  expect(presses.map(({ what, detail, times }) => [what, detail, times].filter(Boolean).join(" "))).toEqual([
    "submit Sign in",
    "submit 2",
    "a",
    "td",
    "submit",
    "checkbox Remember me",
    "menuitem Leave",
    "option",
    "text",
    "switch Dark",
    "a next meeting",
  ]);
  expect(JSON.stringify(await marksOf(page))).not.toContain("Norvane");
});

test("failures are noted with their status, also those from before the widget, and repeats counted", async ({
  page,
  embed,
}) => {
  const { url, help } = await embed({
    files,
    body: "<img src=/missing.png><script>fetch('/api/status/503?secret=1')</script>",
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    for (const status of [200, 404, 404]) await fetch(`/api/status/${status}`);
    const request = new XMLHttpRequest();
    request.open("GET", "/api/status/500");
    request.send();
    const script = document.createElement("script");
    script.src = "/missing.js";
    document.head.append(script);
    await new Promise((failed) => script.addEventListener("error", failed));
    history.pushState(null, "", "/meetings/412");
  });
  await page.evaluate((address) => fetch(address, { mode: "no-cors" }), `${help}/no-answer-for-this-page`);
  await expect
    .poll(async () => (await marksOf(page)).map(({ what }) => what).join())
    .toContain("/meetings/412");
  const noted = (await marksOf(page)).map(({ kind, what, status, times }) =>
    [kind, what.replace(url, ""), status, times].filter(Boolean).join(" "),
  );
  expect(noted.toSorted()).toEqual([
    "page /",
    "page /meetings/412",
    "request /api/status/404 404 2",
    "request /api/status/500 500",
    "request /api/status/503?secret=1 503",
    "resource /missing.js 404",
    "resource /missing.png 404",
  ]);
});

test("errors are noted with where they came from, and the page never hears of ours", async ({
  page,
  embed,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const { url } = await embed({
    files: (path) => (path === "/broken.js" ? { body: "throw new TypeError('Norvane')" } : undefined),
  });
  await page.goto(url);
  await page.getByRole("button", { name: "Help" }).waitFor();
  await page.addScriptTag({ url: "/broken.js" });
  await page.evaluate(() => {
    void Promise.reject(new RangeError("late"));
    void Promise.reject(Object.create(null));
    void Promise.reject(undefined);
  });
  await expect
    .poll(async () => (await marksOf(page)).filter(({ kind }) => kind === "error").map(({ what }) => what))
    .toEqual(["TypeError: Norvane", "RangeError: late", "undefined"]);
  const [thrown] = (await marksOf(page)).filter(({ kind }) => kind === "error");
  expect(thrown?.detail).toMatch(/\/broken\.js:1:\d+/);
  expect(errors).toHaveLength(4);
});

test("only the last fifty are kept", async ({ page, embed }) => {
  const { url } = await embed();
  await page.goto(url);
  await page.getByRole("button", { name: "Help" }).waitFor();
  await page.evaluate(() => {
    for (let i = 0; i < 80; i++) window.dispatchEvent(new ErrorEvent("error", { message: `Error: ${i}` }));
  });
  const marks = await marksOf(page);
  expect(marks).toHaveLength(50);
  expect(marks.at(-1)?.what).toBe("Error: 79");
});

test("where timing has no status, requests are watched while recording and given back afterwards", async ({
  page,
  embed,
}) => {
  const { url } = await embed({
    files,
    head: `<script>
      delete PerformanceResourceTiming.prototype.responseStatus;
      window.before = [fetch, XMLHttpRequest.prototype.open];
    </script>`,
  });
  await page.goto(url);
  await page.getByRole("button", { name: "Help" }).waitFor();
  const seen = await page.evaluate(async () => {
    const { status } = await fetch("/api/status/503");
    await fetch(new Request("/api/status/404"));
    const request = new XMLHttpRequest();
    request.open("POST", "/api/status/413");
    request.send();
    await new Promise((settled) => request.addEventListener("loadend", settled));
    const aborted = new AbortController();
    const answer = fetch("/slow", { signal: aborted.signal }).catch((error: Error) => error.name);
    aborted.abort();
    return [status, await answer, String(fetch).includes("native code"), fetch.length];
  });
  expect(seen).toEqual([503, "AbortError", true, 1]);
  const requests = (await marksOf(page)).filter(({ kind }) => kind === "request");
  expect(requests.map(({ what, status }) => `${what.replace(url, "")} ${status}`)).toEqual([
    "/api/status/503 503",
    "/api/status/404 404",
    "/api/status/413 413",
  ]);
  expect(
    await page.evaluate(
      "DiliTrustHelp.destroy(), before[0] === fetch && before[1] === XMLHttpRequest.prototype.open",
    ),
  ).toBe(true);
});
