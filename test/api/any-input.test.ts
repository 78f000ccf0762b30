import { equal, match, ok } from "node:assert/strict"; // `expect` costs a step of the report
import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import { createKey } from "../../server/api-keys.ts";
import type { Context } from "../../server/context.ts";
import { problemCodes } from "../../server/contract/problem-codes.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { anyBody, anyText, nearly, patience, runs } from "../arbitraries.ts";
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

const tables = ["tickets", "messages", "audit_entries", "outbox"];

async function stored({ database }: Context): Promise<number> {
  const row = await database.row<{ rows: number }>(
    `select ${tables.map((table) => `(select count(*) from ${table})`).join(" + ")} as rows`,
  );
  return row?.rows ?? 0;
}

/** An answer that a client can act on: never a crash of ours, and a refusal says what it is. */
async function expectAnswer(response: Response): Promise<void> {
  if (response.status >= 400) {
    match(response.headers.get("content-type") ?? "", /^application\/problem\+json|^text\/html/);
    ok(response.status < 500, `${response.status}`);
    const text = await response.text();
    if (text !== "" && response.headers.get("content-type")?.includes("json")) {
      ok(JSON.parse(text).code in problemCodes, text);
    }
  }
  await response.body?.cancel().catch(() => {}); // read above, or a stream
}

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
      const before = await stored(serverContext);
      const token = door.startsWith("/api/console") ? key : body.accessToken;
      const response = await app.request(
        ...post(door, sent, { authorization: `Bearer ${token}`, "x-forwarded-for": address }),
      );
      await expectAnswer(response);
      if (response.status >= 400) equal(await stored(serverContext), before);
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
        const before = await stored(serverContext);
        const sent = { id, ...changed };
        if (changed.id === fullReport.id) sent.id = id;
        const response = await app.request(
          ...post("/api/tickets", JSON.stringify(sent), {
            "x-forwarded-for": address,
            ...header("origin", origin),
          }),
        );
        if (response.status >= 400) {
          await expectAnswer(response);
          equal(await stored(serverContext), before);
          return;
        }
        const receipt = (await response.json()) as TicketReceipt;
        const read = await app.request(`/api/tickets/${receipt.key}`, {
          headers: { authorization: `Bearer ${String(changed.accessToken)}` },
        });
        equal(read.status, 200);
        const seen = await app.request(`/api/console/tickets/${receipt.key}`, {
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
    runs(100),
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

test("any address with any headers is answered", async ({ app, key }) => {
  const { key: ticketKey } = await opened(app);
  const paths = [...new Set(app.routes.map(({ path }) => path))];
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
      fc.boolean(),
      fc.constantFrom("GET", "HEAD", "POST", "OPTIONS", "DELETE"),
      async (path, parts, query, headers, hasKey, method) => {
        let used = 0;
        const filled = path.replace(/:\w+(\{[^}]*\})?|\*/g, () => parts[used++] ?? "x");
        const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
        const response = await app.request(`${filled}?${search.join("&")}`, {
          method,
          headers: { ...headers, ...(hasKey ? { authorization: `Bearer ${key}` } : {}) },
        });
        await expectAnswer(response);
      },
    ),
    runs(1_500, [
      ["/api/tickets/:key", ["%00"], {}, {}, true, "GET"],
      ["/api/widget", [], { site: "%00" }, {}, false, "GET"],
      ["/api/status/stream", [], { site: "%00" }, {}, false, "GET"],
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
