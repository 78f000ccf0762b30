import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { createKey } from "../../server/api-keys.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { ownPage, readEvents, signedIn } from "../console.ts";
import { expect, postReport, report, test } from "../fixtures.ts";

async function sent(app: Hono, changes: Parameters<typeof report>[0] = {}): Promise<TicketReceipt> {
  return (await (await postReport(app, report(changes))).json()) as TicketReceipt;
}

/** A program with a key. */
function withKey(app: Hono, key: string) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return {
    get: async (path: string) => app.request(`/api/console${path}`, { headers }),
    post: async (path: string, body: object) =>
      app.request(`/api/console${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  };
}

test("without a key the console's API says nothing", async ({ app, serverContext }) => {
  const { key } = await sent(app);
  const secret = await createKey(serverContext, { name: "export", permissions: [] });
  for (const path of ["/tickets", `/tickets/${key}`, "/stream"]) {
    const bare = await app.request(`/api/console${path}`);
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ code: "key-missing" });

    const wrong = await withKey(app, "api_wrong").get(path);
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ code: "key-invalid" });

    // An address ends up in logs and histories: no key is taken from there.
    expect((await app.request(`/api/console${path}?key=${secret}&authorization=${secret}`)).status).toBe(401);
  }
  expect((await withKey(app, secret).get("/tickets")).headers.get("access-control-allow-origin")).toBeNull();
});

test("a key is kept as a hash only, and stops working when it is revoked", async ({ app, serverContext }) => {
  const { database } = serverContext;
  const secret = await createKey(serverContext, { name: "export", permissions: [] });
  expect(JSON.stringify(await database.rows("select * from api_keys"))).not.toContain(secret);
  expect((await withKey(app, secret).get("/tickets")).status).toBe(200);
  await database.rows("update api_keys set revoked_at = now()");
  expect((await withKey(app, secret).get("/tickets")).status).toBe(401);
});

test("a check that the browser and the server both made is read once, with what was found out", async ({
  app,
  serverContext,
}) => {
  const program = withKey(app, await createKey(serverContext, { name: "export", permissions: [] }));
  const { key } = await sent(app, {
    checks: [
      { id: "net", outcome: "pass", value: 40 },
      { id: "idp_reach", outcome: "fail" },
      { id: "cookies", outcome: "pass" },
      { id: "net", outcome: "pass", value: 60 },
      { id: "idp_reach", outcome: "unknown" },
    ],
  });
  expect(await (await program.get(`/tickets/${key}`)).json()).toMatchObject({
    checks: [
      { id: "net", outcome: "pass", value: 60 },
      { id: "idp_reach", outcome: "fail" },
      { id: "cookies", outcome: "pass" },
    ],
  });
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const page = await (await app.request(`/console/tickets/${key}`, { headers: { cookie } })).text();
  expect(page).toContain("2 pass");
});

test("a ticket carries everything that support needs", async ({ app, serverContext }) => {
  const program = withKey(app, await createKey(serverContext, { name: "export", permissions: [] }));
  const { key } = await sent(app, {
    symptom: "wrong_data",
    message: "Expected 30/06/2027",
    customer: "example-group",
    environment: { browser: "Chrome 154" },
    checks: [{ id: "clock", outcome: "pass" }],
    breadcrumbs: [{ at: 1, kind: "error", what: "TypeError portal.js:212" }],
  });
  const ticket = await (await program.get(`/tickets/${key}`)).json();
  expect(ticket).toMatchObject({
    key,
    kind: "anomaly",
    security: false,
    severity: expect.any(Number),
    cause: "feature_defect",
    confidence: 0.5,
    because: expect.any(String),
    team: "application_support",
    customer: { id: "example-group", source: "hint" },
    environment: { browser: "Chrome 154" },
    checks: [{ id: "clock", outcome: "pass" }],
    similar: [],
    breadcrumbs: [{ kind: "error", what: "TypeError portal.js:212" }],
    messages: [{ author: "reporter", body: "Expected 30/06/2027", isInternal: false }],
  });
});

test("the queue is listed by view, region, team, words and page", async ({ app, serverContext }) => {
  const program = withKey(app, await createKey(serverContext, { name: "export", permissions: [] }));
  const { key } = await sent(app, { reporter: { email: "ana@example.com", name: "Anaïs Dorval" } });
  await sent(app, { symptom: "upload", answers: { see: "too_big" } });
  const found = async (query: string) => {
    const queue = await (await program.get(`/tickets?${query}`)).json();
    return queue.tickets.map((ticket: { key: string }) => ticket.key);
  };
  expect(await found("")).toHaveLength(2);
  expect(await found("q=anais")).toEqual([key]);
  expect(await found(`q=${key}`)).toEqual([key]);
  expect(await found("region=eu-fr&team=messaging&view=unassigned")).toHaveLength(0);
  expect(await found("view=closed")).toEqual([]);
  expect(await found("page=2")).toEqual([]);

  const refused = await program.get("/tickets?view=everything");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: "input-invalid", field: "view" });
});

test("a program answers, moves, assigns and corrects", async ({ app, server, serverContext, mailbox }) => {
  expect(server.url).toContain("localhost");
  const { email } = await signedIn(serverContext, { name: "Camille Roy" });
  const program = withKey(app, await createKey(serverContext, { name: "robot", permissions: [] }));
  const { key } = await sent(app);
  const path = `/tickets/${key}`;

  expect(await (await program.post(`${path}/assignment`, { assignee: email })).json()).toMatchObject({
    state: "assigned",
    assigneeName: "Camille Roy",
  });
  const id = randomUUID();
  for (let n = 0; n < 2; n += 1) await program.post(`${path}/messages`, { id, body: "We look into it." });
  await expect.poll(() => mailbox.filter(({ subject }) => subject.includes(key)).length).toBe(2); // receipt, reply
  expect(await (await program.get(path)).json()).toMatchObject({
    state: "in_progress",
    messages: [{ id, author: "agent", body: "We look into it." }],
  });
  expect(
    await (await program.post(`${path}/state`, { to: "resolved", fix: "The sender was registered" })).json(),
  ).toMatchObject({ state: "resolved", fix: "The sender was registered" });
  expect(
    await (
      await program.post(`${path}/qualification`, { cause: "sms_filtered", reason: "The receipt says so" })
    ).json(),
  ).toMatchObject({ cause: "sms_filtered" });
});

const refusals: [string, string, object, number, string][] = [
  ["an unknown field", "messages", { id: randomUUID(), body: "x", isPrivate: true }, 422, "input-invalid"],
  ["an empty message", "messages", { id: randomUUID(), body: " " }, 422, "message-missing"],
  ["a state that does not exist", "state", { to: "done" }, 422, "input-invalid"],
  ["a move that is not allowed", "state", { to: "closed" }, 409, "move-not-allowed"],
  ["cancelling without a reason", "state", { to: "cancelled" }, 422, "reason-missing"],
  ["an unknown team", "assignment", { team: "plumbers" }, 422, "input-invalid"],
  ["an unknown person", "assignment", { assignee: "nobody@example.com" }, 422, "input-invalid"],
  ["an unknown cause", "qualification", { cause: "gremlins", reason: "x" }, 422, "input-invalid"],
  ["a correction without its reason", "qualification", { cause: "unknown" }, 422, "reason-missing"],
];

for (const [what, verb, body, status, code] of refusals) {
  test(`the API refuses ${what}`, async ({ app, serverContext }) => {
    const program = withKey(app, await createKey(serverContext, { name: "robot", permissions: [] }));
    const { key } = await sent(app);
    const before = await (await program.get(`/tickets/${key}`)).json();
    const response = await program.post(`/tickets/${key}/${verb}`, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(await (await program.get(`/tickets/${key}`)).json()).toEqual(before);
  });
}

test("an answer under the id of another ticket's message is refused", async ({ app, serverContext }) => {
  const program = withKey(app, await createKey(serverContext, { name: "bot", permissions: [] }));
  const [one, two] = [await sent(app), await sent(app)];
  const answer = { id: randomUUID(), body: "Try again now." };
  expect((await program.post(`/tickets/${one.key}/messages`, answer)).status).toBe(200);
  const stolen = await program.post(`/tickets/${two.key}/messages`, answer);
  expect(await stolen.json()).toMatchObject({ code: "message-id-already-used", status: 409 });
});

test("a session works for the API too, but not for other sites' requests", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  expect((await app.request("/api/console/tickets", { headers: { cookie } })).status).toBe(200);
  const move = (headers: Record<string, string>) =>
    app.request(`/api/console/tickets/${key}/state`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", ...headers },
      body: JSON.stringify({ to: "assigned" }),
    });
  expect((await move({ origin: "https://elsewhere.example.com" })).status).toBe(403);
  expect((await move(ownPage)).status).toBe(200);
});

test("an open stream tells of each new ticket within a second", async ({ server, app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const stream = await readEvents(`${server.url}/api/console/stream`, { cookie });
  await expect.poll(() => stream.events).toEqual([["count", { open: 0, mine: 0, unassigned: 0, sealed: 0 }]]);
  const { key } = await sent(app);
  await expect
    .poll(() => stream.events.slice(1))
    .toEqual([
      ["ticket", { key }],
      ["count", { open: 1, mine: 0, unassigned: 1, sealed: 0 }],
    ]);
  // A machine may stall, and then the next one is told in time.
  await expect(async () => {
    const next = await sent(app);
    await expect.poll(() => stream.events, { timeout: 1_000 }).toContainEqual(["ticket", { key: next.key }]);
  }).toPass();
  await stream.close();
});

test("a stream ends with the session", async ({ server, app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const stream = await readEvents(`${server.url}/api/console/stream`, { cookie });
  await expect.poll(() => stream.events.length).toBe(1);
  await serverContext.database.rows("delete from sessions");
  await sent(app);
  await stream.ended;
  expect(stream.events).toHaveLength(1);
});
