import type { Hono } from "hono";
import { createKey } from "../../server/api-keys.ts";
import type { Context } from "../../server/context.ts";
import type { CheckResult, Identity, ServerChecks, TicketReceipt } from "../../server/contract/types.ts";
import { statusFor } from "../../server/status/board.ts";
import { startDemoPlatform } from "../../server/demo-platform.ts";
import { subjectOf, subjectSecret } from "../../server/facts/subject.ts";
import { sweepOnce } from "../../server/facts/sweep.ts";
import { startOutbox } from "../../server/mail/outbox.ts";
import type { Mail } from "../../server/mail/transport.ts";
import { postForm, signedIn } from "../console.ts";
import { test as base, expect, postReport, report } from "../fixtures.ts";

const site = "boards-eu";
const ana = "ana@example.com";
const portal = { origin: "https://board.example.com" };
const otherPortal = { origin: "https://board.example.net" };

interface Fixtures {
  /** A key of the platform boards-eu, which Example Group and Other Group use, each under a host of its own. */
  key: string;
  anaSubject: string;
  state: (facts: unknown, bearer?: string) => Promise<Response>;
  /** Mails leave as they do in service. */
  delivery: void;
}

const test = base.extend<Fixtures>({
  key: [
    async ({ serverContext: context, serverClock }, use) => {
      serverClock.moveTo("2026-11-24T09:00:00Z");
      await context.database.rows(
        "insert into customers (id, name, region) values ('other-group', 'Other Group', 'eu-fr')",
      );
      await context.database.rows(
        "insert into sites (id, name, region) values ('boards-na', 'Boards', 'na-ca')",
      );
      await context.database.rows(
        `insert into customer_hosts values ('boards-eu', 'board.example.com', 'example-group'),
         ('boards-eu', 'board.example.net', 'other-group')`,
      );
      await use(await keyFor(context, { siteId: site, customerId: null }));
    },
    { auto: true },
  ],
  anaSubject: async ({ serverContext }, use) => use(subjectOf(serverContext, site, ana)),
  state: async ({ app, key }, use) =>
    use(async (facts, bearer = key) => post(app, "/api/facts", facts, { authorization: `Bearer ${bearer}` })),
  delivery: [
    async ({ serverContext }, use) => {
      const stop = startOutbox(serverContext);
      await use();
      await stop();
    },
    { auto: true },
  ],
});

function keyFor(context: Context, scope: { siteId: string; customerId: string | null }) {
  return createKey(context, { name: "platform", permissions: ["facts"], scope });
}

function post(app: Hono, path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const until = "2026-11-24T10:00:00Z";
const slowSms = { site, check: "sms_delivery", value: { sms_rate: 37, sms_country: "ES" }, until };

async function checksOn(app: Hono, page: Record<string, string>, token?: string): Promise<ServerChecks> {
  const headers = { ...page, ...(token && { authorization: `Bearer ${token}` }) };
  const response = await post(app, "/api/checks", { site }, headers);
  expect(response.status).toBe(200);
  return response.json() as Promise<ServerChecks>;
}

async function checkOn(app: Hono, id: string, page: Record<string, string> = portal, token?: string) {
  return (await checksOn(app, page, token)).checks.find((check) => check.id === id);
}

async function problemOf(
  answer: Response | Promise<Response>,
): Promise<{ status: number; code: string; field?: string }> {
  const response = await answer;
  return { status: response.status, ...((await response.json()) as { code: string; field?: string }) };
}

/** Asks for a code as the panel on a page does, and reads it in the mailbox. */
async function codeFor(app: Hono, mailbox: Mail[], email: string, page: Record<string, string> = portal) {
  const before = mailbox.length;
  await post(app, "/api/identity", { site, email, locale: "fr" }, page);
  await expect.poll(() => mailbox.length).toBe(before + 1);
  return /\d{6}/.exec(mailbox.at(-1)?.text ?? "")?.[0] ?? "";
}

async function proofFor(app: Hono, mailbox: Mail[], email: string, page: Record<string, string> = portal) {
  const code = await codeFor(app, mailbox, email, page);
  const response = await post(app, "/api/identity/verify", { site, email, code }, page);
  expect(response.status).toBe(200);
  return (await response.json()) as Identity;
}

test("what a platform says of a site is among the checks of whoever asks there, judged when it gives no outcome", async ({
  app,
  state,
}) => {
  const answer = await state(slowSms);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ stored: 1 });
  expect(await checkOn(app, "sms_delivery", {})).toEqual({
    id: "sms_delivery",
    outcome: "fail",
    value: { sms_rate: 37, sms_country: "ES" },
  });
});

test("a later fact takes the place of the earlier, also within one list", async ({ app, state }) => {
  await state([slowSms, { ...slowSms, value: { sms_rate: 95, sms_country: "ES" } }]);
  expect(await checkOn(app, "sms_delivery")).toMatchObject({ outcome: "pass" });
  const value = { sms_country: "ES" };
  await state({ ...slowSms, outcome: "warn", value });
  expect(await checkOn(app, "sms_delivery")).toEqual({ id: "sms_delivery", outcome: "warn", value });
});

const smsIn = (sms_country: string, sms_rate: number) => ({ ...slowSms, value: { sms_rate, sms_country } });

for (const { country, rate } of [
  { country: "ES", rate: 37 },
  { country: "IT", rate: 98 },
  { country: "FR", rate: 70 },
])
  test(`whoever has a number of ${country} is told how SMS fare there, and support reads the same`, async ({
    app,
    state,
    anaSubject,
    mailbox,
    serverContext,
  }) => {
    await state([
      smsIn("IT", 98),
      smsIn("ES", 37),
      { ...slowSms, value: { sms_rate: 70 } }, // the countries that are not named
      { site, subject: anaSubject, check: "sms_e164", value: { sms_country: country, ending: "89" }, until },
    ]);
    const { token } = await proofFor(app, mailbox, ana);
    expect(await checkOn(app, "sms_delivery", portal, token)).toMatchObject({ value: { sms_rate: rate } });

    const sent = await postReport(app, report(), { ...portal, authorization: `Bearer ${token}` });
    const { key: ticketKey } = (await sent.json()) as TicketReceipt;
    const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
    const page = await ticketPage(app, ticketKey, cookie);
    expect(page.match(/SMS delivery in the country \d+%/g)).toEqual([`SMS delivery in the country ${rate}%`]);
  });

test("whoever's country is not known is told of the worst, support reads them all, and none is taken for the cause", async ({
  app,
  state,
  serverContext,
}) => {
  await state([smsIn("FR", 98), smsIn("ES", 37), smsIn("IT", 60)]);
  expect(await checkOn(app, "sms_delivery")).toMatchObject({
    outcome: "fail",
    value: { sms_country: "ES" },
  });

  const input = report({ symptom: "sms_code" });
  const { key: ticketKey } = (await (await postReport(app, input)).json()) as TicketReceipt;
  const ticket = await serverContext.database.row("select cause from tickets where id = $1", [input.id]);
  expect(ticket).toEqual({ cause: "sms_not_received" });
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const page = await ticketPage(app, ticketKey, cookie);
  for (const words of [/37% delivered in 30 minutes, Spain/, /60% .*, Italy/, /98% .*, France/])
    expect(page).toMatch(words);
});

test("the status page and the panel tell of operators who deliver few codes, while all services work", async ({
  app,
  state,
  serverContext,
  serverClock,
}) => {
  const { database, services } = serverContext;
  for (const { id } of services.services)
    await database.rows(
      "insert into service_states (site_id, service_id, status, since, checked_at) values ($1, $2, 'ok', $3, $3)",
      [site, id, serverClock.now()],
    );
  const sentence = "Codes by SMS leave us, but operators deliver few of them at the moment: Spain and Italy.";
  const board = async () => (await app.request(`/status?lang=en&site=${site}`)).text();
  expect(await board()).toContain("All services are working");
  expect(await board()).not.toContain("operators deliver");

  await state([smsIn("ES", 37), smsIn("IT", 20), smsIn("FR", 98)]);
  await state({ ...smsIn("BE", 3), customer: "example-group" }); // a customer's affair is not everybody's
  await expect.poll(board).toContain(sentence);
  expect((await statusFor(serverContext, site, "fr")).delivery).toContain("\u00a0: Espagne et Italie.");

  await state([smsIn("ES", 97), smsIn("IT", 95)]);
  await expect.poll(board).not.toContain("operators deliver");
});

test("a person's own facts replace each other also when the number is of another country now", async ({
  app,
  state,
  anaSubject,
  mailbox,
}) => {
  const number = (sms_country: string) => ({
    site,
    subject: anaSubject,
    check: "sms_e164",
    value: { sms_country, ending: "89" },
    until,
  });
  await state([number("ES"), number("FR")]);
  await state(number("IT"));
  const { token } = await proofFor(app, mailbox, ana);
  expect(await checkOn(app, "sms_e164", portal, token)).toMatchObject({ value: { sms_country: "IT" } });
});

test("a fact that nobody renewed is missing, and its place is given back", async ({
  app,
  state,
  serverContext,
  serverClock,
}) => {
  await state(slowSms);
  serverClock.moveTo("2026-11-24T10:00:00Z");
  expect(await checkOn(app, "sms_delivery")).toBeUndefined();
  await sweepOnce(serverContext);
  expect(await serverContext.database.rows("select check_id from facts")).toEqual([]);
});

test("what was so many seconds ago when it was said is longer ago when it is read", async ({
  app,
  state,
  serverClock,
}) => {
  await state({ ...slowSms, value: { sms_rate: 37, age: 20 } });
  serverClock.moveTo("2026-11-24T09:01:30Z");
  const value = (await checkOn(app, "sms_delivery"))?.value as { age: number };
  expect(value.age).toBeGreaterThanOrEqual(80);
  expect(value.age).toBeLessThanOrEqual(110);
});

test("of a customer's page's facts and the site's, the customer's count, and only there", async ({
  app,
  state,
}) => {
  await state([
    slowSms,
    { ...slowSms, customer: "example-group", value: { sms_rate: 99 } },
    { site, customer: "example-group", check: "sso_acs", value: { sso_reason: "audience" }, until },
  ]);
  expect(await checkOn(app, "sms_delivery", portal)).toMatchObject({ outcome: "pass" });
  expect(await checkOn(app, "sso_acs", portal)).toMatchObject({ outcome: "fail" });
  for (const page of [otherPortal, {}]) {
    expect(await checkOn(app, "sms_delivery", page)).toMatchObject({ outcome: "fail" });
    expect(await checkOn(app, "sso_acs", page)).toBeUndefined();
  }
});

test("only a platform's own key states facts, and it opens nothing else", async ({
  app,
  state,
  key,
  serverContext,
}) => {
  const consoleKey = await createKey(serverContext, { name: "export", permissions: ["security"] });
  const elsewhere = await keyFor(serverContext, { siteId: "boards-na", customerId: null });
  const oneCustomer = await keyFor(serverContext, { siteId: site, customerId: "example-group" });

  expect(await problemOf(post(app, "/api/facts", slowSms))).toMatchObject({
    status: 401,
    code: "key-missing",
  });
  expect(await problemOf(state(slowSms, "api_wrong"))).toMatchObject({ status: 401, code: "key-invalid" });
  const refused = { status: 403, code: "permission-missing" };
  expect(await problemOf(state(slowSms, consoleKey))).toMatchObject(refused);
  expect(await problemOf(state(slowSms, elsewhere))).toMatchObject({ ...refused, field: "site" });
  for (const customer of ["other-group", undefined]) {
    expect(await problemOf(state({ ...slowSms, customer }, oneCustomer))).toMatchObject({
      ...refused,
      field: "customer",
    });
  }
  expect((await state({ ...slowSms, customer: "example-group" }, oneCustomer)).status).toBe(200);

  const queue = await app.request("/api/console/tickets", { headers: { authorization: `Bearer ${key}` } });
  expect(await problemOf(queue)).toMatchObject(refused);
});

const personal = "a".repeat(64);

for (const { what, fact, code, field } of [
  { what: "an unknown check", fact: { check: "moon_phase" }, code: "check-unknown", field: "check" },
  { what: "a check that we make ourselves", fact: { check: "reach" }, code: "check-unknown", field: "check" },
  { what: "an unknown field", fact: { phone: "+33 1 99 00 12 34" }, code: "input-invalid", field: undefined },
  { what: "an unknown customer", fact: { customer: "nobody" }, code: "customer-unknown", field: "customer" },
  {
    what: "an account of nobody",
    fact: { check: "account", value: "locked" },
    code: "subject-missing",
    field: "subject",
  },
  { what: "an address for a pseudonym", fact: { subject: ana }, code: "subject-invalid", field: "subject" },
  {
    what: "a whole phone number",
    fact: { check: "sms_e164", subject: personal, value: "+34600111222" },
    code: "value-too-personal",
    field: "value",
  },
  {
    what: "an address in a value",
    fact: { value: { who: ana } },
    code: "value-too-personal",
    field: "value",
  },
  {
    what: "a word that is none of the fact's",
    fact: { check: "account", subject: personal, value: { account: "lockd" } },
    code: "value-invalid",
    field: "value.account",
  },
  {
    what: "a bare word that is none of the fact's",
    fact: { check: "permission", subject: personal, value: "<b>pwned</b>" },
    code: "value-invalid",
    field: "value",
  },
  {
    what: "a word for a number",
    fact: { value: { sms_rate: "abc" } },
    code: "value-invalid",
    field: "value.sms_rate",
  },
  {
    what: "nothing for a number",
    fact: { value: { sms_rate: null } },
    code: "value-invalid",
    field: "value.sms_rate",
  },
  {
    what: "more than a whole",
    fact: { value: { sms_rate: 101 } },
    code: "value-invalid",
    field: "value.sms_rate",
  },
  {
    what: "no country",
    fact: { value: { sms_country: "Spain" } },
    code: "value-invalid",
    field: "value.sms_country",
  },
  {
    what: "a name that the check does not know",
    fact: { check: "permission", subject: personal, value: { name: "Ana Garcia" } },
    code: "value-invalid",
    field: "value.name",
  },
  {
    what: "a value that is a document",
    fact: { value: { a: { b: 1 } } },
    code: "input-invalid",
    field: "value",
  },
  {
    what: "a fact that is over",
    fact: { until: "2026-11-24T08:59:00Z" },
    code: "until-invalid",
    field: "until",
  },
  {
    what: "a fact without end",
    fact: { until: "2026-12-02T09:00:00Z" },
    code: "until-invalid",
    field: "until",
  },
  { what: "a fact that says no end", fact: { until: undefined }, code: "until-invalid", field: "until" },
])
  test(`${what} is refused with a sentence, and nothing of its list is kept`, async ({
    state,
    serverContext,
  }) => {
    const wrong = { ...slowSms, ...fact };
    expect(await problemOf(state(wrong))).toMatchObject({ status: 422, code, ...(field && { field }) });
    const inList = await problemOf(state([slowSms, wrong]));
    expect(inList).toMatchObject({ code, ...(field && { field: `1.${field}` }) });
    expect(await serverContext.database.rows("select check_id from facts")).toEqual([]);
  });

for (const { what, fact, sentence } of [
  {
    what: "neither value nor outcome",
    fact: { value: undefined },
    sentence:
      "Send an outcome (pass, warn, fail or unknown) or a value: sms_rate, sms_provider, sms_country, age.",
  },
  {
    what: "nothing in its value",
    fact: { value: {} },
    sentence:
      "Send an outcome (pass, warn, fail or unknown) or a value: sms_rate, sms_provider, sms_country, age.",
  },
  {
    what: "no outcome where there is no value to send",
    fact: { check: "code_accepted", subject: personal, value: undefined },
    sentence: "Send an outcome (pass, warn, fail or unknown).",
  },
])
  test(`a fact with ${what} is refused with a sentence that says what to send`, async ({ app, state }) => {
    const refused = await problemOf(state({ ...slowSms, ...fact }));
    expect(refused).toMatchObject({
      status: 422,
      code: "value-invalid",
      field: "value",
      detail: expect.stringContaining(sentence),
    });
    expect((await state({ ...slowSms, ...fact, outcome: "pass" })).status).toBe(200);
    expect(await checkOn(app, "sms_delivery")).toEqual(
      fact.check ? undefined : expect.objectContaining({ outcome: "pass" }),
    );
  });

test("a wrong value's refusal says what is allowed, and the good fact stays", async ({ app, state }) => {
  await state(slowSms);
  const english = await problemOf(state({ ...slowSms, value: { sms_rate: "abc" } }));
  expect(english).toMatchObject({ detail: expect.stringContaining("sms_rate is a number from 0 to 100.") });
  expect(await checkOn(app, "sms_delivery")).toMatchObject({ value: { sms_rate: 37 } });
  expect(await problemOf(state([]))).toMatchObject({ status: 422, code: "facts-count" });
});

test("what is said of a person is shown to nobody, and to that person after a mailed code", async ({
  app,
  state,
  anaSubject,
  mailbox,
}) => {
  await state([
    slowSms,
    { site, subject: anaSubject, check: "account", value: { account: "locked", mfa: "sms" }, until },
    {
      site,
      subject: anaSubject,
      check: "sms_e164",
      value: { sms_country: "ES", ending: "89" },
      outcome: "pass",
      until,
    },
  ]);
  const before = await checksOn(app, portal);
  expect(before.identity).toBe("needed");
  expect(before.checks.map(({ id }) => id).sort()).toEqual([
    "cert",
    "idp_reach",
    "reach",
    "sms_delivery",
    "status",
  ]);

  const { token, until: provedUntil } = await proofFor(app, mailbox, "Ana@Example.com");
  expect(provedUntil).toMatch(/^2026-11-24T09:3/);
  const after = await checksOn(app, portal, token);
  expect(after.identity).toBe("verified");
  expect(after.checks).toContainEqual({
    id: "account",
    outcome: "fail",
    value: { account: "locked", mfa: "sms" },
  } satisfies CheckResult);
  expect(after.checks).toContainEqual({
    id: "sms_e164",
    outcome: "pass",
    value: { sms_country: "ES", ending: "89" },
  } satisfies CheckResult);
});

test("where nothing is said of people nobody is asked who they are", async ({ app, state }) => {
  await state(slowSms);
  expect(await checksOn(app, portal)).not.toHaveProperty("identity");
});

test("the mail says in the reader's language what the code is for", async ({
  app,
  state,
  anaSubject,
  mailbox,
}) => {
  await state({ site, subject: anaSubject, check: "account", value: "active", until });
  await codeFor(app, mailbox, ana);
  expect(mailbox[0]).toMatchObject({ to: ana, subject: "Votre code pour l’aide de Board portal, Europe" });
  expect(mailbox[0]?.text).toContain("mardi 24 novembre à 10:10 (Paris)");
  expect(mailbox[0]?.text).toMatch(/: \d{6}$/m); // the code alone, without marks around it
});

test("asking for a code says nothing of whom we know, and a stranger gets no mail", async ({
  app,
  state,
  anaSubject,
  mailbox,
}) => {
  await state({ site, subject: anaSubject, check: "account", value: "active", until });
  const answers = [];
  for (const email of ["stranger@example.com", ana, "stranger@example.com", ana]) {
    const answer = await post(app, "/api/identity", { site, email, locale: "en" }, portal);
    answers.push({ status: answer.status, body: await answer.text() });
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(202);
  await expect.poll(() => mailbox.map(({ to }) => to)).toEqual([ana]);

  const guess = (email: string) =>
    problemOf(post(app, "/api/identity/verify", { site, email, code: "000000" }, portal));
  expect(await guess("stranger@example.com")).toEqual(await guess(ana));
});

test("a person who may be told of a breach gets a code too, on their company's page only", async ({
  app,
  mailbox,
  serverContext,
}) => {
  await serverContext.database.rows(
    `insert into contacts (customer_id, role, name, email) values ('example-group', 'dpo', 'Hélène', 'Helene@example.com')`,
  );
  await post(app, "/api/identity", { site, email: "helene@example.com" }, otherPortal);
  await codeFor(app, mailbox, "helene@example.com", portal);
  expect(mailbox).toHaveLength(1);
});

test("nobody can have somebody flooded: one code a minute, three an hour, six a day, however many ask at once", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverClock,
}) => {
  await state({
    site,
    subject: anaSubject,
    check: "account",
    value: "active",
    until: "2026-11-30T09:00:00Z",
  });
  const ask = () => post(app, "/api/identity", { site, email: ana }, portal);
  for (const [time, mails] of [
    ["09:00:30", 1],
    ["09:01:30", 2],
    ["09:02:30", 3],
    ["09:03:30", 3],
    ["11:00:30", 4],
    ["11:01:30", 5],
    ["11:02:30", 6],
    ["13:00:30", 6],
  ] as const) {
    serverClock.moveTo(`2026-11-24T${time}Z`);
    await Promise.all([ask(), ask(), ask()]);
    await expect.poll(() => mailbox.length, time).toBe(mails);
  }
});

test("one network cannot ask and guess without end", async ({ app }) => {
  const ask = () => post(app, "/api/identity", { site, email: ana }, portal);
  const asked = await Promise.all(Array.from({ length: 31 }, ask));
  expect(asked.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 202), 429]);
  const guess = () => post(app, "/api/identity/verify", { site, email: ana, code: "123456" }, portal);
  const guessed = await Promise.all(Array.from({ length: 61 }, guess));
  expect(guessed.at(-1)?.status).toBe(429);
  expect(guessed.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
});

test("a code works once, not after five wrong ones, not after ten minutes, not beside a newer one", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverClock,
}) => {
  await state({
    site,
    subject: anaSubject,
    check: "account",
    value: "active",
    until: "2026-11-25T09:00:00Z",
  });
  const verify = (code: string) => post(app, "/api/identity/verify", { site, email: ana, code }, portal);
  const invalid = { status: 422, code: "code-invalid", field: "code" };
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

  const first = await codeFor(app, mailbox, ana);
  const together = await Promise.all([verify(`${first.slice(0, 3)} ${first.slice(3)}`), verify(first)]);
  expect(together.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await problemOf(verify(first))).toMatchObject(invalid);

  serverClock.moveTo("2026-11-24T09:05:00Z");
  const second = await codeFor(app, mailbox, ana);
  for (let tries = 0; tries < 5; tries += 1)
    expect(await problemOf(verify(wrong(second)))).toMatchObject(invalid);
  expect(await problemOf(verify(second))).toMatchObject(invalid);

  serverClock.moveTo("2026-11-24T09:30:00Z");
  const third = await codeFor(app, mailbox, ana);
  serverClock.moveTo("2026-11-24T09:40:01Z");
  expect(await problemOf(verify(third))).toMatchObject(invalid);

  serverClock.moveTo("2026-11-24T12:00:00Z");
  const fourth = await codeFor(app, mailbox, ana);
  serverClock.moveTo("2026-11-24T12:02:00Z");
  const fifth = await codeFor(app, mailbox, ana);
  if (fourth !== fifth) expect(await problemOf(verify(fourth))).toMatchObject(invalid);
  expect((await verify(fifth)).status).toBe(200);
});

test("neither the code nor the address is kept in words", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverContext,
}) => {
  await state({ site, subject: anaSubject, check: "account", value: "active", until });
  const code = await codeFor(app, mailbox, ana);
  await expect
    .poll(() =>
      serverContext.database.row(
        "select sent_at is not null as sent, body_text || body_html as body from outbox",
      ),
    )
    .toEqual({ sent: true, body: "" });
  const kept = await serverContext.database.rows("select * from identity_codes, facts");
  expect(JSON.stringify(kept)).not.toContain(code);
  expect(JSON.stringify(kept)).not.toContain("ana@");
});

test("a proof shows nobody else's facts, nothing on another customer's page, and nothing after half an hour", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverContext,
  serverClock,
}) => {
  const bob = "bob@example.com";
  const bobSubject = subjectOf(serverContext, site, bob);
  const later = "2026-11-24T18:00:00Z";
  await state([
    { site, subject: anaSubject, check: "account", value: "locked", until: later },
    { site, subject: bobSubject, check: "account", value: "active", until: later },
    { site, subject: anaSubject, customer: "other-group", check: "mail", value: "bounced", until: later },
  ]);
  const { token } = await proofFor(app, mailbox, bob);
  expect(await checkOn(app, "account", portal, token)).toMatchObject({ value: "active" });

  const { token: anas } = await proofFor(app, mailbox, ana);
  expect(await checkOn(app, "account", portal, anas)).toMatchObject({ value: "locked" });
  expect(await checkOn(app, "mail", portal, anas)).toBeUndefined();
  expect(await checksOn(app, otherPortal, anas)).toMatchObject({ identity: "needed" });
  expect(await checkOn(app, "account", otherPortal, anas)).toBeUndefined();

  const forged = `${anas.split(".").slice(0, 2).join(".")}.${token.split(".")[2]}`;
  for (const bad of [forged, "identity..", "identity", "api_key", "link.1.x"]) {
    expect(await checkOn(app, "account", portal, bad), bad).toBeUndefined();
  }
  serverClock.moveTo("2026-11-24T09:31:00Z");
  expect(await checksOn(app, portal, anas)).toMatchObject({ identity: "needed" });
});

test("a code that was asked for on one customer's page is worth nothing on another's", async ({
  app,
  state,
  anaSubject,
  mailbox,
}) => {
  await state({ site, subject: anaSubject, check: "account", value: "locked", until });
  const code = await codeFor(app, mailbox, ana, portal);
  const elsewhere = post(app, "/api/identity/verify", { site, email: ana, code }, otherPortal);
  expect(await problemOf(elsewhere)).toMatchObject({ code: "code-invalid" });
});

test("another site's platform makes other pseudonyms of the same address", async ({
  serverContext,
  anaSubject,
}) => {
  expect(anaSubject).toMatch(/^[0-9a-f]{64}$/);
  expect(subjectOf(serverContext, "boards-na", ana)).not.toBe(anaSubject);
  expect(subjectSecret(serverContext, "boards-na")).not.toBe(subjectSecret(serverContext, site));
  expect(subjectOf(serverContext, site, " ANA@example.com ")).toBe(anaSubject);
});

test("support reads what the platform knows of a reporter who has proved who they are, and of nobody else", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverContext,
}) => {
  await state({
    site,
    subject: anaSubject,
    check: "sms_receipt",
    value: { sms_code: "30007", sms_country: "FR" },
    until,
  });
  const causeOf = async (email: string, token?: string, checks: CheckResult[] = []) => {
    const input = report({ reporter: { email }, checks });
    await postReport(app, input, { ...portal, ...(token && { authorization: `Bearer ${token}` }) });
    const ticket = await serverContext.database.row<{ cause: string }>(
      "select cause from tickets where id = $1",
      [input.id],
    );
    return ticket?.cause;
  };
  const { token } = await proofFor(app, mailbox, ana);
  expect(await causeOf(ana, token)).toBe("sms_filtered");
  expect(await causeOf("Ana@example.com", token)).toBe("sms_filtered");
  expect(await causeOf(ana)).toBe("sms_not_received");
  expect(await causeOf(ana, `${token}x`)).toBe("sms_not_received");
  expect(await causeOf("bob@example.com", token)).toBe("sms_not_received");
  const contradiction: CheckResult = { id: "sms_receipt", outcome: "pass", value: { sms_code: "delivered" } };
  expect(await causeOf(ana, token, [contradiction])).toBe("sms_filtered");
});

test("what is said of a whole site explains the symptom that it is about, and no other", async ({
  app,
  state,
  serverContext,
}) => {
  await state([slowSms, { site, check: "sso_acs", value: { sso_reason: "audience" }, until }]);
  const causeOf = async (symptom: "sms_code" | "sso_error" | "wrong_data") => {
    const input = report({ symptom, message: "wrong" });
    await postReport(app, input);
    return serverContext.database.row("select cause from tickets where id = $1", [input.id]);
  };
  expect(await causeOf("sms_code")).toEqual({ cause: "sms_provider_outage" });
  expect(await causeOf("sso_error")).toEqual({ cause: "sso_config_mismatch" });
  expect(await causeOf("wrong_data")).toEqual({ cause: "feature_defect" });
});

test("the demo platform says that its director's SMS is held, and takes it back when it is mended", async ({
  app,
  server,
  serverContext: context,
  mailbox,
}) => {
  await context.database.rows(
    "insert into customers (id, name, region) values ('norvane-group', 'Norvane', 'eu-fr')",
  );
  const key = await keyFor(context, { siteId: site, customerId: "norvane-group" });
  const access = { key, subjectSecret: subjectSecret(context, site) };
  const demo = await startDemoPlatform({ port: 0, host: "127.0.0.1", helpUrl: server.url, access });
  const page = { origin: demo.url };
  await context.database.rows("insert into customer_hosts values ('boards-eu', $1, 'norvane-group')", [
    new URL(demo.url).host,
  ]);
  const press = (field: string, trouble: string) =>
    fetch(`${demo.url}/trouble`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ [field]: trouble }),
    });

  await press("provoke", "sms_missing");
  expect(await checkOn(app, "sms_delivery", page)).toMatchObject({ outcome: "fail" });
  const { token } = await proofFor(app, mailbox, "c.morel@norvane.example.com", page);
  expect(await checkOn(app, "sms_receipt", page, token)).toMatchObject({
    outcome: "fail",
    value: { sms_code: "30007" },
  });
  expect(await checkOn(app, "sms_e164", page, token)).toMatchObject({
    outcome: "pass",
    value: { ending: "13" },
  });

  expect(await checkOn(app, "code_accepted", page, token)).toBeUndefined();
  await fetch(`${demo.url}/login/authenticator`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ code: "731604" }),
  });
  expect(await checkOn(app, "code_accepted", page, token)).toMatchObject({ outcome: "pass" });

  await press("mend", "sms_missing");
  expect(await checkOn(app, "sms_delivery", page)).toMatchObject({ outcome: "pass" });
  expect(await checkOn(app, "sms_receipt", page, token)).toMatchObject({ outcome: "pass" });
  await demo.stop();
});

test("support reads what the platform says of a reporter who is proved, with its age and end, while the ticket is open", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverContext,
  serverClock,
}) => {
  const soon = "2026-11-24T11:00:00Z";
  const ofAna = { site, subject: anaSubject, customer: "example-group", until: soon };
  await state([
    { ...slowSms, until: soon },
    { site, check: "sp_cert", value: { sp_cert_days: -1 }, until: soon },
    { ...ofAna, check: "account", value: { account: "locked", mfa: "totp" } },
    { ...ofAna, check: "sms_e164", outcome: "pass", value: { sms_country: "ES", ending: "89" } },
    { ...ofAna, check: "sms_receipt", value: { sms_code: "30007", sms_country: "ES", age: 60 } },
    { ...ofAna, check: "code_accepted", outcome: "warn" },
    { ...ofAna, subject: subjectOf(serverContext, site, "bob@example.com"), check: "mail", value: "bounced" },
    { ...ofAna, customer: "other-group", check: "permission", value: "denied" },
  ]);
  const { token } = await proofFor(app, mailbox, ana);
  const sent = await postReport(app, report(), { ...portal, authorization: `Bearer ${token}` });
  const { key: ticketKey } = (await sent.json()) as TicketReceipt;

  serverClock.moveTo("2026-11-24T09:02:00Z");
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const page = await ticketPage(app, ticketKey, cookie);
  expect(page).toContain("Proved by a code mailed to this address");
  for (const words of [
    /Account locked, codes by authenticator app · said 2 min ago, holds until 12:00/,
    /Phone number Spain, ends in 89 · said/,
    /SMS receipt 30007: The operator filtered the message, Spain, sent 3 min ago · said/,
    /Code accepted Doubtful · said/,
    /expired 1 day ago · said/,
    /SMS delivery in the country 37% delivered in 30 minutes, Spain · said/,
  ])
    expect(page).toMatch(words);
  expect(page).not.toMatch(/Last notification|Permission/);

  const apiKey = await createKey(serverContext, { name: "export", permissions: [] });
  const answer = await app.request(`/api/console/tickets/${ticketKey}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(await answer.json()).toMatchObject({
    isIdentityProved: true,
    facts: expect.arrayContaining([
      {
        id: "account",
        outcome: "fail",
        value: { account: "locked", mfa: "totp" },
        statedAt: expect.stringMatching(/^2026-11-24T09:00/),
        until: "2026-11-24T11:00:00.000Z",
      },
    ]),
  });

  const fields = { to: "cancelled", reason: "Sent twice" };
  await postForm(app, `/console/tickets/${ticketKey}/state`, fields, { cookie });
  expect(await ticketPage(app, ticketKey, cookie)).not.toContain("What the platform says");
});

test("whoever only types an address opens nothing of its person, not for support either", async ({
  app,
  state,
  anaSubject,
  mailbox,
  serverContext,
}) => {
  await state([
    slowSms,
    { site, subject: anaSubject, check: "account", value: "locked", until },
    { site, subject: anaSubject, check: "sms_e164", value: { ending: "89" }, outcome: "pass", until },
  ]);
  const { token } = await proofFor(app, mailbox, ana);
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  for (const { email, proof } of [
    { email: ana, proof: undefined },
    { email: "anais@example.com", proof: token },
  ]) {
    const sent = await postReport(app, report({ reporter: { email } }), {
      ...portal,
      ...(proof && { authorization: `Bearer ${proof}` }),
    });
    const { key: ticketKey } = (await sent.json()) as TicketReceipt;
    const page = await ticketPage(app, ticketKey, cookie);
    expect(page).toContain("Not proved: anybody may have typed this address");
    expect(page).toContain("37% delivered in 30 minutes");
    expect(page).not.toMatch(/Account locked · said|ends in 89/);
  }
});

/** A ticket's page as an agent reads it. */
async function ticketPage(app: Hono, ticketKey: string, cookie: string): Promise<string> {
  const response = await app.request(`/console/tickets/${ticketKey}`, {
    headers: { cookie, accept: "text/html" },
  });
  const page = await response.text();
  return page
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll(" ,", ",");
}
