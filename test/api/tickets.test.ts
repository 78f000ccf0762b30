import { randomUUID } from "node:crypto";
import { createApp } from "../../server/app.ts";
import { limits } from "../../server/contract/limits.ts";
import type { Hono } from "hono";
import type { ReporterTicket, TicketReceipt } from "../../server/contract/types.ts";
import { expect, postReport, report, test } from "../fixtures.ts";

async function sent(app: Hono, changes: Parameters<typeof report>[0] = {}) {
  const body = report(changes);
  const response = await postReport(app, body);
  return { body, response, receipt: (await response.json()) as TicketReceipt };
}

async function read(app: Hono, key: string, token: string): Promise<ReporterTicket> {
  const response = await app.request(`/api/tickets/${key}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ReporterTicket;
}

function write(app: Hono, key: string, token: string, body: object) {
  return app.request(`/api/tickets/${key}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), ...body }),
  });
}

test("the least report gets a key, a team and a time to be answered by", async ({ app }) => {
  const { response, receipt } = await sent(app);
  expect(response.status).toBe(201);
  expect(response.headers.get("location")).toBe(`/api/tickets/${receipt.key}`);
  expect(receipt.key).toMatch(/^[34679A-Z]{3}-[34679A-Z]{3}$/);
  expect(receipt).toMatchObject({ state: "qualified", receipt: "sent", team: { name: "Support Paris" } });
  expect(new Date(receipt.answerBy).getTime()).toBeGreaterThan(Date.now());
});

test("the reporter never sees kind, severity or team codes", async ({ app }) => {
  const { body, receipt } = await sent(app);
  const seen = JSON.stringify([receipt, await read(app, receipt.key, body.accessToken)]);
  expect(seen).not.toMatch(/severity|kind|"rule"|messaging|confidence/);
});

test("what a report was asked stays asked until somebody writes, and then stands above the answer", async ({
  app,
  serverContext,
}) => {
  const { body, receipt } = await sent(app, { locale: "en" });
  expect(receipt.question).toBe("phone_number");
  expect(await read(app, receipt.key, body.accessToken)).toMatchObject({
    question: "phone_number",
    messages: [],
  });
  for (const words of ["+33 1 99 00 56 78", "It ends with 78"]) {
    await write(app, receipt.key, body.accessToken, { body: words });
  }
  const ticket = await read(app, receipt.key, body.accessToken);
  expect(ticket).not.toHaveProperty("question");
  expect(ticket.messages.map((message) => message.body)).toEqual([
    "Which number do the codes go to?",
    "+33 1 99 00 56 78",
    "It ends with 78",
  ]);
  expect(await serverContext.database.rows("select author from messages order by at limit 1")).toEqual([
    { author: "system" },
  ]);
});

test("the same report sent twice is one ticket", async ({ app, serverContext }) => {
  const { body, receipt } = await sent(app);
  const again = await postReport(app, body);
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ key: receipt.key, receipt: "sent" });
  expect(await count(serverContext, "tickets")).toBe(1);
  expect(await count(serverContext, "outbox")).toBe(1);
});

test("the same report sent ten times at once is one ticket", async ({ app, serverContext }) => {
  const body = report();
  const answers = await Promise.all(Array.from({ length: 10 }, () => postReport(app, body)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(
    new Set(await Promise.all(answers.map(async (answer) => ((await answer.json()) as TicketReceipt).key)))
      .size,
  ).toBe(1);
  expect(await count(serverContext, "tickets")).toBe(1);
  expect(await count(serverContext, "outbox")).toBe(1);
});

test("a report whose key is taken gets another one", async ({ app, serverContext }) => {
  const { receipt } = await sent(app);
  // The database gives the next ticket the first one's key, once.
  await serverContext.database.rows("create sequence times");
  await serverContext.database.rows(
    `create function same_key() returns trigger language plpgsql as $$ begin
       if nextval('times') = 1 then new.key = '${receipt.key}'; end if;
       return new;
     end $$`,
  );
  await serverContext.database.rows(
    "create trigger same_key before insert on tickets for each row execute function same_key()",
  );
  const second = await sent(app);
  expect(second.response.status).toBe(201);
  expect(second.receipt.key).not.toBe(receipt.key);
  expect(await count(serverContext, "tickets")).toBe(2);
});

test("a report's id with another token or another site is refused", async ({ app, serverContext }) => {
  await serverContext.database.rows(
    "insert into sites (id, name, region) values ('contracts-eu', 'Contracts', 'eu-fr')",
  );
  const { body } = await sent(app);
  for (const changed of [{ accessToken: report().accessToken }, { site: "contracts-eu" }]) {
    const response = await postReport(app, { ...body, ...changed });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "id-already-used" });
  }
});

test("a report takes along what the server's own checks found", async ({ app }) => {
  const { response } = await sent(app, {
    checks: [{ id: "cert", outcome: "fail", value: { daysLeft: -2, expiresOn: "2026-11-21" } }],
  });
  expect(response.status).toBe(201);
});

const refused: [string, unknown, number, string][] = [
  ["broken JSON", '{"id":', 400, "body-not-json"],
  ["an empty body", "", 400, "body-not-json"],
  ["a list", [], 422, "input-invalid"],
  ["null", null, 422, "input-invalid"],
  ["an unknown site", report({ site: "nowhere" }), 422, "site-unknown"],
  ["no site", { ...report(), site: undefined }, 422, "site-unknown"],
  ["an unknown symptom", { ...report(), symptom: "headache" }, 422, "symptom-unknown"],
  ["no contact", report({ reporter: {} }), 422, "contact-missing"],
  ["no reporter", { ...report(), reporter: undefined }, 422, "contact-missing"],
  ["a bad mail", report({ reporter: { email: "ana@" } }), 422, "email-invalid"],
  [
    "a mail with a line break",
    report({ reporter: { email: "ana@example.com\nbcc: x@example.com" } }),
    422,
    "email-invalid",
  ],
  ["a bad phone", report({ reporter: { phone: "call me" } }), 422, "phone-invalid"],
  ["no message where one is needed", report({ symptom: "other" }), 422, "message-missing"],
  ["a weak token", report({ accessToken: "short" }), 422, "input-invalid"],
  ["an id that is no UUID", report({ id: "1" }), 422, "input-invalid"],
  ["a time that is none", report({ neededBy: "tomorrow" }), 422, "input-invalid"],
  [
    "a message that is too long",
    report({ message: "a".repeat(limits.messageLength + 1) }),
    422,
    "input-invalid",
  ],
  ["a body that is too large", { ...report(), extra: "a".repeat(limits.reportBytes) }, 413, "body-too-large"],
];

for (const [what, body, status, code] of refused) {
  test(`${what} is refused with a sentence, and nothing is stored`, async ({ app, serverContext }) => {
    const response = await postReport(app, body, { "accept-language": "fr" });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe(code);
    expect(problem.detail).toMatch(/\.$/);
    for (const table of ["tickets", "messages", "outbox", "audit_entries"]) {
      expect(await count(serverContext, table)).toBe(0);
    }
  });
}

test("a body that says that it is too large is refused unread", async ({ app }) => {
  const response = await postReport(app, report(), { "content-length": String(limits.reportBytes + 1) });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    code: "body-too-large",
    detail: "Shorten the text or leave details out. At most 96\u00a0kB are taken here.",
  });
});

test("a report from a switched-off site is refused", async ({ app, serverContext }) => {
  await serverContext.database.rows("update sites set is_enabled = false");
  const response = await postReport(app, report());
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "site-disabled" });
});

test("keys that an old or a newer widget sends are dropped, not refused", async ({ app }) => {
  const response = await postReport(app, {
    ...report(),
    colour: "blue",
    reporter: { email: "ana@example.com", shoe: 44 },
  });
  expect(response.status).toBe(201);
});

test("a measurement that makes no sense is left out, and costs nobody the report", async ({
  app,
  serverContext,
}) => {
  const response = await postReport(app, {
    ...report(),
    environment: { browser: "Chrome 154", zoomPercent: -3, languages: "fr" },
    checks: [
      { id: "clock", outcome: "perhaps" },
      { id: "build", outcome: "fail" },
    ],
    breadcrumbs: "none",
    page: 7,
  });
  expect(response.status).toBe(201);
  expect(
    await serverContext.database.row("select environment, checks, breadcrumbs, page from tickets"),
  ).toEqual({
    environment: { browser: "Chrome 154" },
    checks: [{ id: "build", outcome: "fail" }],
    breadcrumbs: [],
    page: {},
  });
});

test("the thirty-first report a minute from one address is asked to wait", async ({ app }) => {
  for (let sentSoFar = 0; sentSoFar < limits.reportsPerMinute; sentSoFar += 1) {
    expect((await postReport(app, report())).status).toBe(201);
  }
  const response = await postReport(app, report());
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ code: "too-many-requests" });
});

test("a second report within the hour stands, and says that no receipt went out", async ({
  app,
  serverContext,
}) => {
  await sent(app);
  const { receipt } = await sent(app);
  expect(receipt.receipt).toBe("not_sent");
  expect(await count(serverContext, "tickets")).toBe(2);
  expect(await count(serverContext, "outbox")).toBe(1);
});

test("a receipt never repeats the message", async ({ app, serverContext }) => {
  await sent(app, { message: "The merger with Lumen is on the wrong agenda" });
  const mail = await serverContext.database.row<{ all: string }>(
    "select subject || body_text || body_html as all from outbox",
  );
  expect(mail?.all).not.toContain("Lumen");
});

test("only a hash of the token is stored", async ({ app, serverContext }) => {
  const { body } = await sent(app);
  const rows = await serverContext.database.rows("select to_jsonb(t) from tickets t");
  expect(JSON.stringify(rows)).not.toContain(body.accessToken);
});

test("nothing that a person wrote reaches the log", async ({ app, logLines }) => {
  await sent(app, { message: "Lumen", reporter: { email: "ana@example.com", phone: "+33 1 99 00 12 34" } });
  expect(logLines.join("\n")).not.toMatch(/Lumen|ana@|99 00/);
});

test("what the page did is masked again at the door", async ({ app, serverContext }) => {
  await sent(app, {
    page: { route: "/meetings/42/lumen%20merger?token=abc#top" },
    breadcrumbs: [{ at: 1, kind: "click", what: "button Send to ana@example.com" }],
  });
  const stored = await serverContext.database.row<{ page: object; breadcrumbs: object }>(
    "select page, breadcrumbs from tickets",
  );
  expect(stored?.page).toMatchObject({ route: "/meetings/:id/:id" });
  expect(JSON.stringify(stored?.breadcrumbs)).not.toContain("ana@example.com");
});

test("a ticket is read with its token only", async ({ app }) => {
  const { body, receipt } = await sent(app);
  const path = `/api/tickets/${receipt.key}`;
  expect((await app.request(path)).status).toBe(401);
  const other = await app.request(path, { headers: { authorization: `Bearer ${report().accessToken}` } });
  expect(other.status).toBe(404);
  const unknown = await app.request("/api/tickets/AAA-AAA", {
    headers: { authorization: `Bearer ${body.accessToken}` },
  });
  expect(unknown.status).toBe(404);
  expect(await other.json()).toEqual(await unknown.json());
  expect(await read(app, receipt.key.toLowerCase(), body.accessToken)).toMatchObject({
    key: receipt.key,
    stage: "qualified",
    messages: [],
    canReply: true,
  });
});

test("the mailed link opens the ticket, until it ends", async ({ app, serverContext, serverClock }) => {
  const { receipt } = await sent(app);
  const mail = await serverContext.database.row<{ body_text: string }>("select body_text from outbox");
  const [, token = ""] = /#(\S+)/.exec(mail?.body_text ?? "") ?? [];
  expect((await read(app, receipt.key, token)).key).toBe(receipt.key);
  const forged = token.replace(/\d+/, (seconds) => String(Number(seconds) + 1));
  const refusal = await app.request(`/api/tickets/${receipt.key}`, {
    headers: { authorization: `Bearer ${forged}` },
  });
  expect(refusal.status).toBe(404);
  serverClock.moveTo(new Date(Date.now() + 61 * 86_400_000));
  const late = await app.request(`/api/tickets/${receipt.key}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(late.status).toBe(404);
});

test("an unchanged ticket costs no second reading", async ({ app }) => {
  const { body, receipt } = await sent(app);
  const headers = { authorization: `Bearer ${body.accessToken}` };
  const first = await app.request(`/api/tickets/${receipt.key}`, { headers });
  const etag = first.headers.get("etag") ?? "";
  const second = await app.request(`/api/tickets/${receipt.key}`, {
    headers: { ...headers, "if-none-match": etag },
  });
  expect(second.status).toBe(304);
});

test("a message sent twice is written once", async ({ app }) => {
  const { body, receipt } = await sent(app);
  const message = { id: randomUUID(), body: "It is urgent" };
  for (let time = 0; time < 2; time += 1) {
    expect((await write(app, receipt.key, body.accessToken, message)).status).toBe(200);
  }
  const ticket = await read(app, receipt.key, body.accessToken);
  const written = ticket.messages.filter(({ author }) => author === "reporter");
  expect(written.map(({ body }) => body)).toEqual(["It is urgent"]);
});

test("an empty message is refused, and so is a message's id on another ticket", async ({ app }) => {
  const one = await sent(app);
  const two = await sent(app);
  const empty = await write(app, one.receipt.key, one.body.accessToken, { body: " " });
  expect(await empty.json()).toMatchObject({ code: "message-missing", status: 422 });
  const message = { id: randomUUID(), body: "Hello" };
  await write(app, one.receipt.key, one.body.accessToken, message);
  const stolen = await write(app, two.receipt.key, two.body.accessToken, message);
  expect(await stolen.json()).toMatchObject({ code: "message-id-already-used", status: 409 });
});

test("a page of any origin may report, without cookies", async ({ app }) => {
  const preflight = await app.request("/api/tickets", {
    method: "OPTIONS",
    headers: {
      origin: "https://board.example.com",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  const response = await postReport(app, report(), { origin: "https://board.example.com" });
  expect(response.headers.get("access-control-expose-headers")).toContain("location");
});

test("the page's host says whose report it is; a page's own word is only a hint", async ({
  app,
  serverContext,
}) => {
  const { database } = serverContext;
  await database.rows("insert into customers (id, name, region) values ('fjell', 'Fjell Maritime', 'eu-it')");
  await database.rows("insert into customer_hosts values ('boards-eu', '*.fjell.example.com', 'fjell')");
  const fromHost = await postReport(app, report({ customer: "example-group" }), {
    origin: "https://board.fjell.example.com",
  });
  expect(((await fromHost.json()) as TicketReceipt).team.name).toContain("Milan");
  await postReport(app, report({ customer: "example-group" }), { origin: "https://elsewhere.example.com" });
  const rows = await database.rows("select customer_id, customer_source from tickets order by created_at");
  expect(rows).toEqual([
    { customer_id: "fjell", customer_source: "host" },
    { customer_id: "example-group", customer_source: "hint" },
  ]);
});

test("an SMS report never ends as unknown", async ({ app, serverContext }) => {
  await sent(app);
  expect(await serverContext.database.row("select cause, team, kind from tickets")).not.toMatchObject({
    cause: "unknown",
  });
});

async function count(
  context: { database: { row<Row>(sql: string): Promise<Row | undefined> } },
  table: string,
): Promise<number> {
  return (
    (await context.database.row<{ count: number }>(`select count(*) as count from ${table}`))?.count ?? -1
  );
}

test("only reports with the same cause make each other graver", async ({ app, serverContext }) => {
  const { database } = serverContext;
  for (const customer of ["one", "two", "three", "four"]) {
    await database.rows("insert into customers (id, name, region) values ($1, $1, 'eu-fr')", [customer]);
  }
  const locked = {
    symptom: "cannot_sign_in" as const,
    scope: "me" as const,
    answers: { see: "account_locked" },
  };
  for (const customer of ["one", "two", "three"]) {
    await postReport(app, report({ customer, scope: "me", answers: { code: "phone_changed" } }));
  }
  const { receipt } = await sent(app, { customer: "four", ...locked });
  const ticket = await database.row<{ severity: number }>("select severity from tickets where key = $1", [
    receipt.key,
  ]);
  expect(ticket?.severity).toBeGreaterThan(1);

  for (const customer of ["one", "two", "three"]) await postReport(app, report({ customer, ...locked }));
  const { receipt: fifth } = await sent(app, { customer: "four", ...locked });
  expect(await database.row("select severity from tickets where key = $1", [fifth.key])).toEqual({
    severity: 1,
  });
});

test("what was read earlier never arrives in a thread after what is newer", async ({
  app,
  serverContext,
}) => {
  const { body, receipt } = await sent(app);
  const { database, changes } = serverContext;
  let [beginRead, endRead] = [() => {}, () => {}];
  const isReading = new Promise<void>((resolve) => (beginRead = resolve));
  const mayEnd = new Promise<void>((resolve) => (endRead = resolve));
  let reads = 0;
  const slowAtFirst = createApp({
    ...serverContext,
    database: {
      ...database,
      async rows<Row>(...query: Parameters<typeof database.rows>) {
        const rows = await database.rows<Row>(...query);
        if (String(query[0]).includes("from messages") && (reads += 1) === 1) {
          beginRead();
          await mayEnd;
        }
        return rows;
      },
    },
  });
  const stream = await slowAtFirst.request(`/api/tickets/${receipt.key}/stream`, {
    headers: { authorization: `Bearer ${body.accessToken}` },
  });
  const events = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await isReading;

  const isTold = new Promise<void>((resolve) => changes.subscribe(() => resolve()));
  await write(app, receipt.key, body.accessToken, { body: "One more thing." });
  await isTold;
  for (let i = 0; i < 3; i += 1) await read(app, receipt.key, body.accessToken); // as long as another read takes
  endRead();

  const told = [(await events?.read())?.value, (await events?.read())?.value];
  expect(told.map((event) => event?.includes("One more thing."))).toEqual([false, true]);
  await events?.cancel();
});
