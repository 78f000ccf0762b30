import { deepEqual, ok } from "node:assert/strict"; // `expect` costs a step of the report
import * as fc from "fast-check";
import type { Hono } from "hono";
import { createApp } from "../../server/app.ts";
import { createAgent } from "../../server/console/agents.ts";
import { startSession } from "../../server/console/sessions.ts";
import type { Context } from "../../server/context.ts";
import { ticketStates } from "../../server/contract/types.ts";
import { writeSampleData } from "../../server/sample-data.ts";
import { anyText, patience, runs } from "../arbitraries.ts";
import { ownPage } from "../console.ts";
import { crawl, type CrawledPage } from "../crawl.ts";
import { type DrawnForm, formsOn } from "../drawn-forms.ts";
import { expectAnswer, expectAnswerTo } from "../expect-answer.ts";
import { test as base } from "../fixtures.ts";

/** The app of a demonstration, behind a proxy that names the sender, so that a property may send from many addresses. */
const test = base.extend<{ app: Hono }>({
  app: async ({ serverContext }, use) => {
    Object.assign(serverContext.settings, { trustProxy: 1, isDemo: true });
    await writeSampleData(serverContext, "http://localhost:3001");
    await use(createApp(serverContext));
  },
});

test.describe.configure(patience);

/** Which of the app's routes answers at an address: `/console/tickets/:key`. */
function routeFinder(app: Hono): (method: string, address: string) => string {
  const routes = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, path, pattern: patternOf(path) }));
  return (method, address) => {
    const [path = ""] = address.split("?", 1);
    return routes.find((route) => route.method === method && route.pattern.test(path))?.path ?? path;
  };
}

function patternOf(path: string): RegExp {
  const parts = path.replaceAll(".", "\\.").replace(/:\w+(?:\{([^}]*)\})?/g, (_, part) => part ?? "[^/]+");
  return new RegExp(`^${parts}$`);
}

/** Where a form stands, and every name that it sends. */
interface Door {
  route: string;
  pages: string[];
  names: Set<string>;
}

interface Desk {
  app: Hono;
  context: Context;
  routeOf: ReturnType<typeof routeFinder>;
  agentId: number;
}

async function openDesk(app: Hono, context: Context): Promise<Desk> {
  const { agentId } = await createAgent(context.database, {
    email: "any@example.com",
    name: "Any",
    permissions: ["security"],
  });
  return { app, context, routeOf: routeFinder(app), agentId };
}

async function session({ context, agentId }: Desk): Promise<string> {
  return `help_session=${await startSession(context, agentId)}`;
}

/** Where reading begins, and pages whose forms not every page of their route has. */
const visitorsPages = [
  "/",
  "/help/en",
  "/status",
  "/help/en/sso-certificate-expired/guide?at=paste",
  "/help/fr/sso-certificate-expired/guide?at=paste",
  "/console/sign-in",
  "/console/sign-in/any-token",
];
const agentsPages = [
  "/console",
  "/console/knowledge/en/sms-code-not-received",
  "/console/customers/norvane-group",
];

/** Two pages of each route, as a visitor or an agent sees them; of tickets all, since its state decides on its forms. */
async function readPages(desk: Desk, cookie?: string): Promise<Map<string, CrawledPage>> {
  const { app, context, routeOf } = desk;
  const tickets = await context.database.rows<{ key: string }>("select key from tickets");
  const starts =
    cookie === undefined
      ? visitorsPages
      : [...agentsPages, ...tickets.map(({ key }) => `/console/tickets/${key}`)];
  const seen = new Map<string, number>();
  return crawl(app, starts, {
    headers: cookie === undefined ? {} : { cookie },
    mayFollow(address) {
      const route = routeOf("GET", address);
      const count = (seen.get(route) ?? 0) + 1;
      seen.set(route, count);
      return (
        starts.includes(address) || (count <= 2 && address.startsWith("/console") === (cookie !== undefined))
      );
    },
  });
}

/** Every form that any page draws, by its door: `POST /console/tickets/:key/reply`. */
async function findDoors(desk: Desk): Promise<Map<string, Door>> {
  const doors = new Map<string, Door>();
  for (const cookie of [undefined, await session(desk)]) {
    for (const [address, { html }] of await readPages(desk, cookie)) {
      for (const { method, action, controls, buttons } of formsOn(html, address)) {
        const route = desk.routeOf(method, action);
        const door = doors.get(`${method} ${route}`) ?? { route, pages: [], names: new Set() };
        doors.set(`${method} ${route}`, door);
        door.pages.push(address);
        for (const { name } of controls) door.names.add(name);
        for (const [name] of buttons) if (name !== "") door.names.add(name);
      }
    }
  }
  return doors;
}

interface Sending {
  door: string;
  /** Chooses among what may be chosen: pages, options, buttons. */
  pick: number;
  /** What stands in fields instead; an object is a file. */
  changes: Record<string, string | UploadedFile>;
  /** The state that each ticket is in when its page is drawn. */
  state: string;
  address: string;
  wire: { isMultipart: boolean; type?: string; cutTo?: number; instead?: string };
}

interface UploadedFile {
  file: string;
  name: string;
}

function anySending(doors: Map<string, Door>): fc.Arbitrary<Sending> {
  const anyEntry = fc.oneof(
    { weight: 4, arbitrary: anyText },
    { weight: 1, arbitrary: fc.record({ file: anyText, name: anyText }) },
  );
  return fc.constantFrom(...doors.entries()).chain(([door, { names }]) =>
    fc.record({
      door: fc.constant(door),
      pick: fc.nat(1_000),
      changes: fc.dictionary(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...names, "next") },
          { weight: 1, arbitrary: anyText },
        ),
        anyEntry,
        { maxKeys: 3 },
      ),
      state: fc.constantFrom(...ticketStates),
      address: fc.ipV4(),
      wire: fc.record({
        isMultipart: fc.boolean(),
        type: rarely(
          fc.constantFrom(
            "multipart/form-data",
            "multipart/form-data; boundary=other",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/json",
            "text/plain",
          ),
        ),
        cutTo: rarely(fc.nat(300)),
        instead: rarely(anyText),
      }),
    }),
  );
}

function rarely<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 8 });
}

/** What once was answered with a failure of ours: tried first in every run. */
const sentBefore = (door: string, changes: Sending["changes"], more: Partial<Sending> = {}): [Sending] => [
  {
    door: `POST ${door}`,
    pick: 0,
    changes,
    state: "in_progress",
    address: "192.0.2.1",
    wire: { isMultipart: false },
    ...more,
  },
];

function fill(form: DrawnForm, { pick, changes }: Sending): [string, string | UploadedFile][] {
  const pressed = form.buttons[pick % form.buttons.length];
  const drawn = form.controls.map(({ name, choices }, at) => [name, choices[(pick + at) % choices.length]]);
  const sound = [...drawn, ...(pressed && pressed[0] !== "" ? [pressed] : [])].filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return [...sound.filter(([name]) => !Object.hasOwn(changes, name)), ...Object.entries(changes)];
}

/** The body and its type, as a browser writes them, or broken on the way. */
async function encode(
  entries: [string, string | UploadedFile][],
  { isMultipart, type, cutTo, instead }: Sending["wire"],
): Promise<{ body: ArrayBuffer | string; type: string }> {
  const typed = new URLSearchParams();
  const form = new FormData();
  for (const [name, value] of entries) {
    typed.append(name, textOf(value));
    form.append(name, typeof value === "string" ? value : new File([value.file], value.name));
  }
  const written = new Response(isMultipart ? form : typed);
  return {
    body: instead ?? (await written.arrayBuffer()).slice(0, cutTo),
    type: type ?? written.headers.get("content-type") ?? "",
  };
}

/** Of a file a browser sends the name where it cannot send the file. */
function textOf(value: string | UploadedFile): string {
  return typeof value === "string" ? value : value.name;
}

/** Draws a page, fills a form of it in and sends it. */
async function send(desk: Desk, { pages }: Door, sending: Sending): Promise<void> {
  const { app, context } = desk;
  const page = pages[sending.pick % pages.length] ?? "";
  await context.database.rows("update tickets set state = $1", [sending.state]);
  const headers = { cookie: await session(desk), "x-forwarded-for": sending.address, accept: "text/html" };
  const drawn = await app.request(page, { headers });
  const fitting = formsOn(await drawn.text(), page).filter(
    ({ method, action }) => `${method} ${desk.routeOf(method, action)}` === sending.door,
  );
  const form = fitting[sending.pick % fitting.length];
  if (!form) return; // not in this state
  const entries = fill(form, sending);
  const { body, type } = await encode(entries, sending.wire);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, textOf(value)]));
  const next = await expectAnswerTo(
    () =>
      form.method === "GET"
        ? app.request(`${form.action.split("?", 1)[0]}?${query}`, { headers })
        : app.request(form.action, {
            method: "POST",
            body,
            headers: { ...headers, ...ownPage, "content-type": type },
          }),
    context,
  );
  // Wherever that leads, and whatever was stored, the next page can be drawn.
  if (next !== null) ok(next.startsWith("/"), next);
  await expectAnswer(
    await app.request(next ?? page, { headers: { ...headers, cookie: await session(desk) } }),
  );
}

test("every form of ours, filled in with anything and sent in any way, is answered, and its page can be drawn again", async ({
  app,
  serverContext,
  serverClock,
}) => {
  const desk = await openDesk(app, serverContext);
  const doors = await findDoors(desk);
  const posts = [...new Set(app.routes.filter(({ method }) => method === "POST").map(({ path }) => path))];
  // A route that changes something is a door of the JSON contract, which any-input tries, or has a form on some page.
  deepEqual(
    posts.filter((path) => !path.startsWith("/api/") && !doors.has(`POST ${path}`)),
    [],
  );
  await fc.assert(
    fc.asyncProperty(anySending(doors), async (sending) => {
      serverClock.moveTo(new Date(serverClock.now().getTime() + 10_000)); // nobody fills in a form at once
      const door = doors.get(sending.door);
      if (door) await send(desk, door, sending);
    }),
    runs(60, [
      sentBefore("/help/fr/:slug/guide", {}, { wire: { isMultipart: true, type: "multipart/form-data" } }),
      sentBefore("/console/tickets/:key/qualification", { severity: "x" }, { pick: 4 }),
      sentBefore("/console/tickets/:key/qualification", { reason: "NUL \0" }),
    ]),
  );
  for (const [address, { status }] of await readPages(desk, await session(desk))) {
    ok(status < 500, `${status} at ${address}`);
  }
});
