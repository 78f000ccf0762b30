import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import type { Context } from "../../server/context.ts";
import { forgetOld } from "../../server/knowledge/forget-old.ts";
import { expect, test } from "../fixtures.ts";

function tell(app: Hono, search: object, headers: Record<string, string> = {}) {
  // As the widget does: as plain text, which a browser sends without asking first.
  return app.request("/api/searches", {
    method: "POST",
    headers: { "content-type": "text/plain;charset=UTF-8", ...headers },
    body: JSON.stringify({ id: randomUUID(), locale: "en", words: "sms code", results: 1, ...search }),
  });
}

function stored({ database }: Context) {
  return database.rows<Record<string, unknown>>("select * from searches order by at");
}

test("what was sought is kept with what came of it, and nothing of who", async ({ app, serverContext }) => {
  const id = randomUUID();
  for (let times = 0; times < 2; times += 1) {
    const answer = await tell(app, {
      id,
      locale: "fr-CA",
      words: "Code SMS pas reçu, ana@example.com, +33 1 99 00 12 34",
      opened: "sms-code-not-received",
      hasTicket: true,
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  }
  const rows = await stored(serverContext);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    locale: "fr",
    place: "widget",
    words: "Code SMS pas reçu, a***@e***.com, +33 ••34",
    results: 1,
    opened: "sms-code-not-received",
    is_solved: false,
    has_ticket: true,
  });
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    "at has_ticket id is_sample is_solved locale opened place results term words".split(" "),
  );
});

test("addresses of pages and long numbers are not kept, codes are", async ({ app, serverContext }) => {
  await tell(app, {
    words: "https://board.example.com/m/81?token=abc AADSTS7000222 dossier 123456789012345678901234",
  });
  expect((await stored(serverContext))[0]?.words).toBe("[link] AADSTS7000222 dossier [number]");
});

test("a search of which masking leaves no word is not kept", async ({ app, serverContext }) => {
  await tell(app, { words: "https://board.example.com/m/81?token=abc 123456789012345678901234" });
  expect(await stored(serverContext)).toEqual([]);
});

test("words that may tell of a breach are kept nowhere that others read", async ({ app, serverContext }) => {
  expect((await tell(app, { words: "I can see documents of another client" })).status).toBe(204);
  expect((await tell(app, { words: "hameçonnage" })).status).toBe(204);
  expect(await stored(serverContext)).toEqual([]);
});

test("what is no search is refused, and so is a crowd from one place", async ({ serverContext }) => {
  serverContext.settings.trustProxy = 1;
  const app = createApp(serverContext);
  const from = (address: string) => ({ "x-forwarded-for": address });
  for (const wrong of [
    { words: "" },
    { words: "x".repeat(301) },
    { results: -1 },
    { opened: "../x" },
    { id: "1" },
  ])
    expect((await tell(app, wrong, from("192.0.2.1"))).status, JSON.stringify(wrong)).toBe(422);
  expect((await tell(app, { words: "x".repeat(5_000) }, from("192.0.2.1"))).status).toBe(413);

  const statuses: number[] = [];
  for (let i = 0; i < 60; i += 1) statuses.push((await tell(app, {}, from("192.0.2.2"))).status);
  expect(statuses.filter((status) => status === 204)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30);
});

test("on the help centre's page a search is kept once while somebody types on, and tells what was opened", async ({
  app,
  serverContext,
  serverClock,
}) => {
  const seek = async (words: string) => app.request(`/help/en?q=${encodeURIComponent(words)}`);
  for (const words of ["sms", "sms co", "sms code", "sms cod", "sms code"]) await seek(words);
  await expect.poll(() => stored(serverContext)).toMatchObject([{ words: "sms code", place: "help" }]);

  // Later, the same words are another search.
  serverClock.moveTo(new Date(Date.now() + 60_000));
  await seek("sms code");
  await expect.poll(() => stored(serverContext)).toHaveLength(2);

  await app.request("/help/en/sms-code-not-received", {
    headers: { referer: "http://localhost/help/en?q=sms%20code" },
  });
  await expect
    .poll(async () => (await stored(serverContext)).map(({ opened }) => opened))
    .toEqual([null, "sms-code-not-received"]);

  await seek("best pizza in naples");
  await expect.poll(async () => (await stored(serverContext)).at(-1)?.results).toBe(0);
});

test("what was sought is deleted after a year", async ({ app, serverContext, serverClock }) => {
  await tell(app, {});
  serverClock.moveTo(new Date(Date.now() + 364 * 86_400_000));
  await forgetOld(serverContext);
  expect(await stored(serverContext)).toHaveLength(1);
  serverClock.moveTo(new Date(Date.now() + 367 * 86_400_000));
  await forgetOld(serverContext);
  expect(await stored(serverContext)).toEqual([]);
});
