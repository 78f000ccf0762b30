import type { Article, ArticleLibrary } from "../../content/article.ts";
import type { SearchHit } from "../../content/search.ts";
import { expect, test } from "../fixtures.ts";

test("the panel gets what search needs in its language, small and once", async ({ app }) => {
  const answer = await app.request("/api/articles?locale=fr");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const library = (await answer.json()) as ArticleLibrary;
  expect(library.locale).toBe("fr");
  expect(library.articles).toHaveLength(39);
  const sms = library.articles.find(({ slug }) => slug === "sms-code-not-received");
  expect(sms).toMatchObject({ title: "Le code par SMS n’arrive pas" });
  expect(Object.keys(sms ?? {}).sort()).toEqual(["codes", "slug", "summary", "symptom", "title", "words"]);

  const etag = answer.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]+"$/);
  const again = await app.request("/api/articles?locale=fr", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");

  const packed = await app.request("/api/articles?locale=fr", { headers: { "accept-encoding": "gzip, br" } });
  expect(packed.headers.get("content-encoding")).toBe("br");
  expect(packed.headers.get("etag")).not.toBe(etag);
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(9_000); // of the 40,000 until the first suggestion
});

test("an article is read whole by its slug", async ({ app }) => {
  const answer = await app.request("/api/articles/clear-cache?locale=en");
  expect(answer.headers.get("etag")).toMatch(/^"/);
  const article = (await answer.json()) as Article;
  expect(article).toMatchObject({ slug: "clear-cache", updated: "2026-11-24", symptom: "page_broken" });
  expect(article.blocks[0]).toEqual({
    kind: "heading",
    level: 2,
    text: "Refresh the files from the Help panel",
  });

  const unknown = await app.request("/api/articles/no-such-thing?locale=en");
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: "article-not-found" });
});

test("search answers the same on the server", async ({ app }) => {
  const search = async (query: string) => {
    const answer = await app.request(`/api/articles/search?${query}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { results: SearchHit[] }).results;
  };
  expect((await search("locale=en&q=the+page+still+shows+an+old+version"))[0]).toMatchObject({
    slug: "clear-cache",
    title: "The page shows an old version: clear the cache",
    excerpt: expect.stringContaining("Your browser kept files"),
    score: expect.any(Number),
  });
  expect((await search("locale=fr&q=écran+resté+sur+l'ancienne+version"))[0]?.slug).toBe("clear-cache");
  expect((await search("locale=fr&q=AADSTS50012&limit=1")).map(({ slug }) => slug)).toEqual([
    "sso-certificate-expired",
  ]);
  for (const nothing of ["locale=en", "locale=en&q=", "locale=en&q=best+pizza+in+naples", "q=%F0%9F%98%80"])
    expect(await search(nothing), nothing).toEqual([]);
  for (const limit of ["0", "-1", "abc", "1000"])
    expect((await search(`locale=en&q=sms+code&limit=${limit}`)).length, limit).toBeGreaterThan(0);
});

test("help opens in the reader's language", async ({ app }) => {
  const at = async (path: string, language: string) => {
    const answer = await app.request(path, { headers: { "accept-language": language } });
    return { status: answer.status, to: answer.headers.get("location"), vary: answer.headers.get("vary") };
  };
  expect(await at("/help", "fr-CA,fr;q=0.9,en;q=0.8")).toEqual({
    status: 302,
    to: "/help/fr",
    vary: "accept-language",
  });
  expect((await at("/help", "de")).to).toBe("/help/en");
  expect((await at("/help/clear-cache", "fr")).to).toBe("/help/fr/clear-cache");
});

test("an address that no article has leads on, with what may have been meant", async ({ app }) => {
  const answer = await app.request("/help/en/sms-code-missing");
  expect(answer.status).toBe(404);
  const page = await answer.text();
  expect(page).toContain("This article does not exist");
  expect(page).toContain('href="/help/en/sms-code-not-received"');

  const french = await app.request("/help/fr/nulle-part");
  expect(french.status).toBe(404);
  expect(await french.text()).toContain("Cet article n’existe pas");

  const nowhere = await app.request("/help/xx", { headers: { accept: "text/html" } });
  expect(nowhere.status).toBe(404);
  expect(await nowhere.text()).toContain("No such article");
});

test("what somebody searches for is shown as text", async ({ app }) => {
  const page = await (await app.request('/help/en?q="><script>alert(1)</script>')).text();
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("&quot;&gt;&lt;script&gt;");
});
