import { deepEqual, equal, ok } from "node:assert/strict"; // `expect` costs a step of the report
import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import { createKey } from "../../server/api-keys.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { anyBody, anyText, nearly, patience, runs } from "../arbitraries.ts";
import { ownPage, signedIn } from "../console.ts";
import { expectAnswer, expectAnswerTo } from "../expect-answer.ts";
import { report, test as base } from "../fixtures.ts";

/** The app behind a proxy that names the sender, so that a property may send from many addresses. */
const test = base.extend<{ app: Hono; key: string }>({
  app: async ({ serverContext }, use) => {
    serverContext.settings.trustProxy = 1;
    await use(createApp(serverContext));
  },
  key: async ({ serverContext }, use) =>
    use(await createKey(serverContext, { name: "any", permissions: ["security"] })),
});

test.describe.configure(patience);

const anyAddress = fc.ipV4();

function post(path: string, body: string, headers: Record<string, string>): [string, RequestInit] {
  return [path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body }];
}

test("any body at any door is answered, and a refusal stores nothing", async ({
  app,
  serverContext,
  key,
}) => {
  const { key: ticketKey, body } = await opened(app);
  const doors = app.routes
    .filter(({ method, path }) => method === "POST" && !path.startsWith("/console"))
    .map(({ path }) => path.replace(":key", ticketKey));
  ok(doors.length > 5);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...doors), anyBody, anyAddress, async (door, sent, address) => {
      const token = door.startsWith("/api/console") ? key : body.accessToken;
      const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": address };
      await expectAnswerTo(() => app.request(...post(door, sent, headers)), serverContext);
    }),
    runs(400),
  );
});

async function opened(app: Hono) {
  const body = report();
  const response = await app.request(...post("/api/tickets", JSON.stringify(body), {}));
  return { body, key: ((await response.json()) as TicketReceipt).key };
}

const fullReport = {
  ...report({ symptom: "upload", message: "It stops at half." }),
  canWork: "no",
  scope: "several",
  neededBy: "2026-11-24T15:00:00Z",
  customer: "example-group",
  where: "documents",
  answers: { see: "stops" },
  page: { route: "/documents/17", context: { screen: "document" } },
  environment: { browser: "Firefox 140", timeZone: "Europe/Paris", clockErrorMilliseconds: 12 },
  checks: [{ id: "http", outcome: "fail", value: { status: 413 } }],
  breadcrumbs: [{ at: 1_795_000_000_000, kind: "request", what: "POST /api/documents", status: 413 }],
  suggestions: [{ slug: "upload-too-big", opened: true }],
  guidePath: [{ node: "start", outcome: "no", milliseconds: 4_000 }],
};

const sentBefore = (changes: object): [Record<string, unknown>, string, string, string] => [
  { ...fullReport, ...changes },
  randomUUID(),
  "192.0.2.1",
  "https://board.example.com",
];

test("a report with anything in it is stored whole and can be read, or refused", async ({
  app,
  serverContext,
  key,
}) => {
  await fc.assert(
    fc.asyncProperty(
      nearly(fullReport),
      fc.uuid(),
      anyAddress,
      anyText,
      async (changed, id, address, origin) => {
        const sent = { id, ...changed };
        if (changed.id === fullReport.id) sent.id = id;
        const headers = { "x-forwarded-for": address, ...header("origin", origin) };
        const ticket = await expectAnswerTo(
          () => app.request(...post("/api/tickets", JSON.stringify(sent), headers)),
          serverContext,
        );
        if (ticket === null) return; // refused
        const read = await app.request(ticket, {
          headers: { authorization: `Bearer ${String(changed.accessToken)}` },
        });
        equal(read.status, 200);
        const seen = await app.request(ticket.replace("/api/", "/api/console/"), {
          headers: { authorization: `Bearer ${key}` },
        });
        equal(seen.status, 200);
      },
    ),
    runs(400, [
      sentBefore({ message: "NUL \0" }),
      sentBefore({ reporter: { email: "ana@example.com", name: "half a character \ud800" } }),
      sentBefore({ page: { route: "/", context: { "name\0": "value\0" } } }),
      sentBefore({ environment: { timeZone: "Eu\udc00rope/Paris" } }),
      sentBefore({ neededBy: "2026-11-24T09:00:00+23:59" }),
      sentBefore({ neededBy: "0002-11-24T09:00:00Z" }),
    ]),
  );
});

const statedBefore = (...facts: Record<string, unknown>[]): [Record<string, unknown>[], boolean] => [
  facts,
  facts.length > 1,
];

test("a fact with anything in it is kept and can be read, or refused", async ({ app, serverContext }) => {
  const key = await createKey(serverContext, {
    name: "platform",
    permissions: ["facts"],
    scope: { siteId: "boards-eu", customerId: null },
  });
  const fact = {
    site: "boards-eu",
    customer: "example-group",
    check: "sms_delivery",
    outcome: "warn",
    value: { sms_rate: 37, sms_country: "ES", age: 20 },
    until: new Date(serverContext.clock.now().getTime() + 3_600_000).toISOString(),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(nearly(fact), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (facts, isList) => {
        const headers = { authorization: `Bearer ${key}` };
        const stated = await app.request(
          ...post("/api/facts", JSON.stringify(isList ? facts : facts[0]), headers),
        );
        await expectAnswer(stated);
        const read = await app.request(
          ...post("/api/checks", '{"site":"boards-eu"}', { "x-forwarded-for": randomUUID() }),
        );
        equal(read.status, 200);
      },
    ),
    runs(100, [
      statedBefore({ ...fact, value: "NUL \0" }),
      statedBefore({ ...fact, value: { "name\0": "\ud800" } }, fact),
      statedBefore({ ...fact, until: "2026-11-24T09:00:00+23:59" }),
      statedBefore({ ...fact, until: "9999-12-31T23:59:59-23:59" }),
      statedBefore(fact, { ...fact, customer: "nobody" }), // all are kept, or none
      statedBefore({ ...fact, check: "constructor", value: { sms_rate: 1e308 } }),
    ]),
  );
});

/** A header, if HTTP can carry that value at all. */
function header(name: string, value: string): Record<string, string> {
  try {
    return new Headers({ [name]: value }).has(name) ? { [name]: value } : {};
  } catch {
    return {};
  }
}

const anyHeaders = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "accept",
        "accept-language",
        "authorization",
        "content-type",
        "content-length",
        "cookie",
        "host",
        "if-none-match",
        "origin",
        "referer",
        "range",
        "x-forwarded-for",
        "x-request-id",
        "sec-fetch-site",
      ),
      fc.oneof(
        anyText,
        anyText.map((text) => `Bearer ${text}`),
        anyText.map((text) => `help_session=${text}`),
        fc.ipV6(),
        fc.constantFrom("::", "1::2:3:4:5:6:7:8", "text/html", "gzip, br", "en;q=0.1,fr", "bytes=0-"),
      ),
    ),
    { maxLength: 5 },
  )
  .map(
    (pairs) =>
      Object.assign({}, ...pairs.map(([name, value]) => header(name, value))) as Record<string, string>,
  );

test("any address with any headers is answered, to strangers, programs and agents", async ({
  app,
  key,
  serverContext,
}) => {
  const { key: ticketKey } = await opened(app);
  const { cookie } = await signedIn(serverContext, { name: "Any", permissions: ["security"] });
  const credentials = {
    stranger: {},
    program: { authorization: `Bearer ${key}` },
    agent: { cookie, ...ownPage },
  };
  // One that ends the session would leave the rest to a stranger.
  const paths = [...new Set(app.routes.map(({ path }) => path))].filter(
    (path) => !path.endsWith("/sign-out"),
  );
  // Whatever else changes something must be tried here too.
  deepEqual([...new Set(app.routes.map(({ method }) => method))].toSorted(), ["ALL", "GET", "POST"]);
  const anyPart = fc.oneof(anyText.map(partOf), fc.constantFrom(ticketKey, "en", "fr"));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(anyPart, { minLength: 3, maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom("site", "locale", "lang", "q", "limit", "view", "page", "region", "team"),
        anyPart,
      ),
      anyHeaders,
      fc.constantFrom(...(Object.keys(credentials) as (keyof typeof credentials)[])), // keys of an object written here
      fc.constantFrom("GET", "HEAD", "POST", "OPTIONS", "DELETE"),
      async (path, parts, query, headers, who, method) => {
        let used = 0;
        const filled = path.replace(/:\w+(\{[^}]*\})?|\*/g, () => parts[used++] ?? "x");
        const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
        const response = await app.request(`${filled}?${search.join("&")}`, {
          method,
          headers: { ...headers, ...credentials[who] },
        });
        await expectAnswer(response);
      },
    ),
    runs(1_500, [
      ["/help/en/:slug/", ["%00"], {}, {}, "stranger", "GET"],
      ["/console/customers/:id/pages/remove", ["%0A"], {}, {}, "agent", "POST"],
      ["/api/tickets/:key", ["%00"], {}, {}, "program", "GET"],
      ["/api/widget", [], { site: "%00" }, {}, "stranger", "GET"],
      ["/api/status/stream", [], { site: "%00" }, {}, "stranger", "GET"],
    ]),
  );
});

/** Encoded as it should be, or not at all where a client can send it so. */
function partOf(text: string): string {
  try {
    return /[\s\0#?]/.test(text) ? encodeURIComponent(text) : text;
  } catch {
    return "half-a-character";
  }
}
