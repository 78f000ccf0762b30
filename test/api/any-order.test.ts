import { deepEqual, equal, ok } from "node:assert/strict"; // `expect` costs a step of the report
import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { createApp } from "../../server/app.ts";
import { createAgent } from "../../server/console/agents.ts";
import { createKey } from "../../server/api-keys.ts";
import { type Symptom, symptoms } from "../../server/contract/symptoms.ts";
import {
  type MessageInput,
  type ReporterTicket,
  type TicketReceipt,
  type TicketState,
  ticketStates,
} from "../../server/contract/types.ts";
import { allowedMoves, canMove, isReopenable } from "../../server/tickets/states.ts";
import { patience, runs } from "../arbitraries.ts";
import { report, test } from "../fixtures.ts";

test.describe.configure(patience);

/** A ticket as it should be by now. */
interface Expected {
  key: string;
  token: string;
  state: TicketState;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** What the reporter sees, in order; the report's own message left out. */
  messages: string[];
}

interface Real {
  now(): Date;
  /** Lets time go by. */
  wait(minutes: number): void;
  send(who: "reporter" | "support", path: string, body: object, token: string): Promise<Response>;
  read(ticket: Expected): Promise<ReporterTicket>;
}

type Model = { tickets: Expected[] };
type Command = fc.AsyncCommand<Model, Real>;

/** A command on one of the tickets that are there. `run` answers the status that it should get and what it did get. */
function onTicket(
  name: string,
  which: number,
  run: (ticket: Expected, real: Real) => Promise<[expected: number, actual: Response]>,
): Command {
  return {
    check: ({ tickets }) => tickets.length > 0,
    async run({ tickets }, real) {
      const ticket = tickets[which % tickets.length];
      if (!ticket) return;
      real.wait(5);
      const [expected, actual] = await run(ticket, real);
      equal(actual.status, expected, `${name} on ${ticket.state}: ${await actual.text()}`);
      const seen = await real.read(ticket);
      equal(seen.state, ticket.state);
      deepEqual(
        seen.messages.map(({ id }) => id).filter((id) => ticket.messages.includes(id)),
        ticket.messages,
      );
      const people = seen.messages.filter(({ author }) => author !== "system");
      ok(people.length <= ticket.messages.length + 1, "somebody else's message or an internal note");
      equal(seen.canConfirm, canMove(ticket.state, "closed", "reporter"));
      equal(seen.canReopen, isReopenable(ticket.state, ticket.resolvedAt ?? ticket.closedAt, real.now()));
    },
    toString: () => `${name}(${which})`,
  };
}

function setState(ticket: Expected, to: TicketState, now: Date): void {
  if (to === "resolved") ticket.resolvedAt = now;
  if (to === "closed" || to === "cancelled") ticket.closedAt = now;
  if (to === "reopened" || to === "in_progress") ticket.resolvedAt = ticket.closedAt = null;
  ticket.state = to;
}

const which = fc.nat(20);

const open = (symptom: Symptom): Command => ({
  check: ({ tickets }) => tickets.length < 3,
  async run({ tickets }, real) {
    real.wait(5);
    const body = report({ symptom, message: "Nothing works." });
    const response = await real.send("reporter", "/api/tickets", body, body.accessToken);
    equal(response.status, 201);
    const { key, state } = (await response.json()) as TicketReceipt;
    tickets.push({ key, token: body.accessToken, state, resolvedAt: null, closedAt: null, messages: [] });
  },
  toString: () => `open(${symptom})`,
});

type Action = MessageInput["action"];

const write = (which: number, action: Action, body: string, isRepeated: boolean): Command =>
  onTicket(`reporter writes ${JSON.stringify({ action, body, isRepeated })}`, which, async (ticket, real) => {
    const id = (isRepeated && ticket.messages[0]) || randomUUID();
    const response = await real.send(
      "reporter",
      `/api/tickets/${ticket.key}/messages`,
      { id, body, ...(action ? { action } : {}) },
      ticket.token,
    );
    if (body === "" && action === undefined) return [422, response];
    if (ticket.messages.includes(id)) return [200, response]; // known: nothing happens
    const { state } = ticket;
    const to = { confirm: "closed", reopen: "reopened", none: state } as const;
    const isAllowed =
      action === "confirm"
        ? canMove(state, "closed", "reporter")
        : action === "reopen"
          ? isReopenable(state, ticket.resolvedAt ?? ticket.closedAt, real.now())
          : state !== "closed" && state !== "cancelled";
    if (!isAllowed) return [409, response];
    if (body !== "") ticket.messages.push(id);
    const next = action === undefined && state === "waiting_customer" ? "in_progress" : to[action ?? "none"];
    if (next !== state) setState(ticket, next, real.now());
    return [200, response];
  });

const answer = (which: number, isInternal: boolean): Command =>
  onTicket(isInternal ? "support notes" : "support answers", which, async (ticket, real) => {
    const id = randomUUID();
    const response = await real.send(
      "support",
      `/api/console/tickets/${ticket.key}/messages`,
      { id, body: "We look into it.", isInternal },
      ticket.token,
    );
    if (isInternal) return [200, response];
    ticket.messages.push(id);
    if (["qualified", "assigned", "reopened"].includes(ticket.state))
      setState(ticket, "in_progress", real.now());
    return [200, response];
  });

/** To a state, or to one that the ticket's own allows. */
const move = (which: number, wanted: TicketState | number, words: string | undefined): Command =>
  onTicket(`support moves to ${wanted} (${words})`, which, async (ticket, real) => {
    const allowed = allowedMoves(ticket.state, "agent");
    const onward = allowed.filter((state) => state !== "cancelled"); // the end of every story
    const to = typeof wanted === "number" ? (onward[wanted % onward.length] ?? "qualified") : wanted;
    const body = { to, ...(words && { reason: words, fix: words }) };
    const response = await real.send(
      "support",
      `/api/console/tickets/${ticket.key}/state`,
      body,
      ticket.token,
    );
    if (!allowed.includes(to)) return [409, response];
    if (!words && (to === "cancelled" || to === "resolved")) return [422, response];
    setState(ticket, to, real.now());
    return [200, response];
  });

const assign = (which: number, assignee: string | null): Command =>
  onTicket(`support assigns ${assignee}`, which, async (ticket, real) => {
    const response = await real.send(
      "support",
      `/api/console/tickets/${ticket.key}/assignment`,
      { assignee },
      ticket.token,
    );
    if (assignee === "nobody@example.com") return [422, response];
    if (assignee !== null && canMove(ticket.state, "assigned", "agent"))
      setState(ticket, "assigned", real.now());
    return [200, response];
  });

const correct = (which: number, security: boolean): Command =>
  onTicket(`support corrects ${security}`, which, async (ticket, real) => [
    200,
    await real.send(
      "support",
      `/api/console/tickets/${ticket.key}/qualification`,
      { cause: "stale_cache", reason: "Seen on the screen.", security },
      ticket.token,
    ),
  ]);

const pass = (days: number): Command => ({
  check: () => true,
  run: async (_model, real) => real.wait(days * 1_440),
  toString: () => `${days} days pass`,
});

const actions: Action[] = [undefined, "confirm", "reopen"];
const reporterWrites = fc
  .tuple(which, fc.constantFrom(...actions), fc.constantFrom("", "It works.", "Still broken."), fc.boolean())
  .map((parts) => write(...parts));

/** Mostly a move that the state allows, or a ticket would never get far. */
const supportMoves = fc
  .tuple(
    which,
    fc.oneof(
      { weight: 2, arbitrary: fc.nat(20) },
      { weight: 1, arbitrary: fc.constantFrom(...ticketStates) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant("Because.") },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
  )
  .map((parts) => move(...parts));

const supportAssigns = fc
  .tuple(which, fc.constantFrom("camille@example.com", "nobody@example.com", null))
  .map((parts) => assign(...parts));

/** Stories at an edge of the states or of the clock, tried first in every run. */
const storiesBefore: Command[][] = [
  // A message that is sent again after the ticket was closed stays known and changes nothing.
  [
    open("sms_code"),
    write(0, undefined, "Still broken.", false),
    move(0, "cancelled", "Because."),
    write(0, "reopen", "Still broken.", true),
  ],
  // Nothing to confirm before there is a fix; confirmed once, not twice; reopened, until that is too late.
  [
    open("upload"),
    write(0, "confirm", "", false),
    answer(0, false),
    move(0, "resolved", undefined),
    move(0, "resolved", "Because."),
    write(0, "confirm", "It works.", false),
    write(0, "confirm", "It works.", false),
    pass(10),
    write(0, "reopen", "Still broken.", false),
    pass(10),
    move(0, "resolved", "Because."),
    pass(10),
    pass(10),
    pass(10),
    write(0, "reopen", "", false),
  ],
  // Sealed and unsealed, the thread stays the reporter's; a note is never in it.
  [
    open("sso_error"),
    correct(0, true),
    answer(0, true),
    assign(0, "camille@example.com"),
    answer(0, false),
    correct(0, false),
    assign(0, null),
  ],
];

test("in any order, each call is answered as the states allow, and the reporter sees exactly that", async ({
  serverContext,
  serverClock,
}) => {
  serverContext.settings.trustProxy = 1;
  const app = createApp(serverContext);
  const key = await createKey(serverContext, { name: "any", permissions: ["security"] });
  await createAgent(serverContext.database, {
    email: "camille@example.com",
    name: "Camille Roy",
    permissions: ["security"],
  });
  let sender = 0;
  const real: Real = {
    now: () => serverClock.now(),
    wait: (minutes) => serverClock.moveTo(new Date(serverClock.now().getTime() + minutes * 60_000)),
    async send(who, path, body, token) {
      sender += 1;
      return app.request(path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${who === "support" ? key : token}`,
          "x-forwarded-for": `10.0.${(sender >> 8) & 255}.${sender & 255}`,
        },
        body: JSON.stringify(body),
      });
    },
    async read(ticket) {
      const response = await app.request(`/api/tickets/${ticket.key}`, {
        headers: { authorization: `Bearer ${ticket.token}` },
      });
      equal(response.status, 200);
      return (await response.json()) as ReporterTicket;
    },
  };

  const commands = fc.commands(
    [
      fc.constantFrom(...symptoms).map(open),
      reporterWrites,
      reporterWrites,
      fc.tuple(which, fc.boolean()).map((parts) => answer(...parts)),
      supportMoves,
      supportMoves,
      supportAssigns,
      fc.tuple(which, fc.boolean()).map((parts) => correct(...parts)),
      fc.integer({ min: 1, max: 10 }).map(pass),
    ],
    { maxCommands: 40, size: "max" },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (commands) => {
      await fc.asyncModelRun(() => ({ model: { tickets: [] as Expected[] }, real }), commands);
    }),
    runs(
      20,
      storiesBefore.map((story): [Command[]] => [story]),
    ),
  );
});
