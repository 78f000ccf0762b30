import { readdirSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { stylesPath } from "../../server/page-styles.ts";
import { expect, test } from "../fixtures.ts";

test("the loader comes compressed, from any page, and is asked for again after a minute", async ({ app }) => {
  const plain = await app.request("/widget.js");
  expect(plain.status).toBe(200);
  expect(Object.fromEntries(plain.headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=60",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
  });
  const script = await plain.text();

  const brotli = await app.request("/widget.js", { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(brotli.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script);

  const gzip = await app.request("/widget.js", { headers: { "accept-encoding": "gzip" } });
  expect(gzip.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script);

  const again = await app.request("/widget.js", {
    headers: { "if-none-match": plain.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("a site that is switched off is named in the loader from the next request on", async ({
  app,
  serverContext,
}) => {
  expect(await (await app.request("/widget.js")).text()).toContain("[].includes(");
  await serverContext.database.rows("update sites set is_enabled = false where id = 'boards-eu'");
  expect(await (await app.request("/widget.js")).text()).toContain('["boards-eu"].includes(');
});

test("the loader still comes when the database does not answer, with the list as it last was", async ({
  app,
  serverContext,
  logLines,
}) => {
  await serverContext.database.rows("update sites set is_enabled = false where id = 'boards-eu'");
  await app.request("/widget.js");
  serverContext.database.rows = () => Promise.reject(new Error("no answer"));
  const loader = await app.request("/widget.js");
  expect(await loader.text()).toContain('["boards-eu"].includes(');
  expect(logLines.join()).toContain("the last list serves");
});

test("a chunk never changes and is kept for a year; a page script is asked for each time", async ({
  app,
}) => {
  const chunk = readdirSync("dist/widget/assets").find((name) => /^panel-[\w-]{8}\.js$/.test(name));
  const immutable = await app.request(`/assets/${chunk}`, { headers: { "accept-encoding": "br" } });
  expect(immutable.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(immutable.headers.get("content-encoding")).toBe("br");
  expect(immutable.headers.get("access-control-allow-origin")).toBe("*");

  const pageScript = await app.request("/assets/front-door.js");
  expect(pageScript.headers.get("cache-control")).toBe("no-cache");
  expect(pageScript.headers.get("etag")).toBeTruthy();
});

test("a page that was open during an update gets the successor of the chunk it asks for", async ({ app }) => {
  const outdated = await app.request("/assets/panel-0ldHash_.js");
  expect(outdated.status).toBe(200);
  expect(outdated.headers.get("content-type")).toContain("text/javascript");
  expect(await outdated.text()).toMatch(/^export \* from "\.\/panel-[\w-]{8}\.js";$/);
  expect(outdated.headers.get("cache-control")).toBe("no-store");
});

test("the style of our pages, whose name says its content, is kept for a year, too", async ({ app }) => {
  const styles = await app.request(stylesPath);
  expect(styles.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("no two chunks could be taken for each other's successor", () => {
  const chunks = readdirSync("dist/widget/assets").filter((name) => /-[\w-]{8}\.js$/.test(name));
  const names = chunks.map((name) => name.replace(/-[\w-]{8}\.js$/, ""));
  expect(names).toEqual([...new Set(names)]);
});

for (const path of ["/assets/nothing.js", "/assets/nothing-12345678.js", "/assets/..%2fbuild.json"]) {
  test(`there is nothing at ${path}`, async ({ app }) => {
    expect((await app.request(path)).status).toBe(404);
  });
}
