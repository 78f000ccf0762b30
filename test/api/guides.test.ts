import type { Article } from "../../content/article.ts";
import { expect, test } from "../fixtures.ts";

test("an article brings its guide in the asked language, and stays small", async ({ app }) => {
  const read = async (slug: string, locale: string) =>
    (await (await app.request(`/api/articles/${slug}?locale=${locale}`)).json()) as Article;
  const english = await read("sso-certificate-expired", "en");
  const french = await read("sso-certificate-expired", "fr");
  expect(english.guide?.start).toBe("what_we_know");
  expect(Object.keys(french.guide?.nodes ?? {})).toEqual(Object.keys(english.guide?.nodes ?? {}));
  expect(JSON.stringify(french.guide)).toContain("Collez le message");
  // A mark is for the guide, never for readers.
  expect(JSON.stringify(english.blocks)).not.toContain("{rollover");
  expect((await read("platform-down", "en")).guide).toBeUndefined();

  // Steps stand twice, in the text and in the guide: packed, that costs next to nothing.
  const packed = await app.request("/api/articles/sso-certificate-expired?locale=fr", {
    headers: { "accept-encoding": "br" },
  });
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(10_000);
});

test("a guide's place is an address, whatever is written into it", async ({ app }) => {
  const open = async (query: string, accept = "text/html") => {
    const answer = await app.request(`/help/en/sso-certificate-expired/guide?${query}`, {
      headers: { accept },
    });
    return { status: answer.status, page: await answer.text() };
  };
  for (const query of [
    "",
    "at=nowhere",
    "at=__proto__",
    "at=constructor",
    "at=go:clear-cache",
    `path=${"x".repeat(5_000)}`,
    "path=a.b~%3Cscript%3E.x~~.~a.b.c",
    "role=root&idp=none&site=no-such-site",
    "at=paste&code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  ]) {
    const { status, page } = await open(query);
    expect(status, query).toBe(200);
    expect(page, query).not.toContain("<script>");
  }
  expect((await open("at=rollover&idp=okta")).page).toContain("Generate new certificate");
  expect((await open("at=rollover&idp=okta")).page).not.toContain("Set as Primary");
  const nowhere = await app.request("/help/en/platform-down/guide", { headers: { accept: "text/html" } });
  expect(nowhere.status).toBe(404);
});

test("of a pasted message only the code goes on", async ({ app }) => {
  const paste = async (message: string) => {
    const answer = await app.request("/help/en/sso-certificate-expired/guide?at=paste&path=a.b", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ message }),
    });
    expect(answer.status).toBe(303);
    return answer.headers.get("location") ?? "";
  };
  const told = await paste("Sorry, claire.morel@example.com: AADSTS50012: signature. Trace 4f1c");
  expect(told).toMatch(/^\/help\/en\/sso-certificate-expired\/guide\?at=what_we_know/);
  expect(told).toContain("code=AADSTS50012");
  expect(told).not.toContain("claire");
  expect(await (await app.request(told)).text()).toContain("What do you do on the platform?");

  expect(await paste("It says that I am not allowed")).toContain("at=other_account");
  const another = await paste("AADSTS50105");
  expect((await app.request(another)).headers.get("location")).toBe("/help/en/sso-configuration");
  expect((await app.request("/help/en/clear-cache/guide?at=looks_right", { method: "POST" })).status).toBe(
    303,
  );
});

test("what is known of a platform answers for its readers", async ({ app, serverContext: context }) => {
  const place = "/help/en/clear-cache/guide";
  // The seeded site has not been probed yet, so the guide goes on to what the person can see.
  expect(await (await app.request(place)).text()).toContain("load the page once without its stored files");
  await context.database.rows(
    `insert into facts (site_id, check_id, outcome, until, stated_at)
     values ('boards-eu', 'status', 'fail', $1, now())`,
    [new Date(context.clock.now().getTime() + 60_000)],
  );
  const answer = await app.request(place);
  expect(answer.headers.get("location")).toBe("/help/en/platform-down");
});
