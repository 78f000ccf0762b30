import { Hono, type Context as HonoContext } from "hono";
import { html } from "hono/html";
import { limits } from "../contract/limits.ts";
import { ticketStates, type TicketState } from "../contract/types.ts";
import { correctionInput, moveInput } from "../contract/schemas.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { checkInput } from "../read-input.ts";
import { isCause } from "../tickets/causes.ts";
import {
  assignTicket,
  canSeeSealed,
  confirmQualification,
  correctQualification,
  type DeskTicket,
  findTicket,
  listTickets,
  markRead,
  moveTicket,
  type Queue,
  type QueueFilter,
  queueViews,
  reply,
} from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import { type Cause, rules } from "../tickets/qualification-rules.ts";
import type { ConsoleEnv } from "./access.ts";
import { type Agent, listAgents } from "./agents.ts";
import { fieldsOf } from "./form-fields.ts";
import { renderConsolePage } from "./frame.ts";
import { glyph } from "./glyphs.ts";
import { pageAsked, pageOrLast } from "./pages.ts";
import { keysDialog, queueList, queueQuery } from "./queue-list.ts";
import { sealBanner } from "./seal.ts";
import { recordSealedView } from "./sealed-views.ts";
import { isTeam } from "./teams.ts";
import { threadOf } from "./thread.ts";
import { ticketArticle } from "./ticket-page.ts";
import type { TicketView, Unsent } from "./ticket-view.ts";
import { sentenceOf } from "./ticket-words.ts";

type Request = HonoContext<ConsoleEnv, "/tickets/:key">;

const script = "/assets/console.js";

/** The queue, a ticket, and what is done with one. */
export function queueRoutes(context: Context): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get("/", async (c) => {
    const agent = c.get("agent");
    const filter = filterOf(c) ?? { view: "open" };
    const key = await keyAsked(context, agent, filter.q);
    if (key !== undefined) return c.redirect(`/console/tickets/${key}${queueQuery({ view: filter.view })}`);
    const queue = await queueOf(context, agent, filter);
    const words = text(agent.locale).console.queue;
    return renderConsolePage(context, c, agent, {
      title: words.title(queue.counts.open),
      section: "queue",
      isDesk: true,
      searched: filter.q,
      scripts: [script],
      body: html`<main id="main" class="desk" data-me="${agent.email}">
          ${queueList(context, agent, { queue, filter })}
          <div class="ticket-pane" id="ticket">
            <h1 class="vh">${words.heading}</h1>
            ${
              c.req.query("done") === "sealed"
                ? html`<p class="done" role="status">
                    ${glyph("ok")} ${text(agent.locale).console.ticket.doneSealed}
                  </p>`
                : ""
            }
            ${
              queue.rows.length === 0
                ? ""
                : html`<p class="muted choose">
                    ${words.choose} <span class="by-key" hidden>${words.chooseByKey}</span>
                  </p>`
            }
          </div>
        </main>
        ${keysDialog(agent.locale)}`,
    });
  });

  routes.get("/tickets/:key", async (c) => {
    const ticket = await findTicket(context, c.get("agent"), c.req.param("key"));
    await recordSealedView(context, c.get("agent"), ticket);
    await markRead(context, c.get("agent"), ticket.key);
    return renderTicket(context, c, ticket);
  });

  routes.post("/tickets/:key/reply", async (c) => {
    const agent = c.get("agent");
    const words = text(agent.locale).console.ticket;
    const fields = await fieldsOf(c);
    const ticket = await findTicket(context, agent, c.req.param("key"));
    const refuse = (mend: string, status: 409 | 422) =>
      renderTicket(context, c, ticket, { form: "reply", mend, fields }, status);

    if (!isLength(fields.body)) return refuse(words.empty, 422);
    const to = stateOf(fields.afterwards);
    if (to === "resolved" && !fields.fix) return refuse(words.fixMissing, 422);
    // Somebody wrote while this reply was being written: it may no longer be the answer.
    const last = threadOf(ticket).findLast(({ id, isInternal }) => !isInternal && id !== ticket.id);
    if (
      fields.after !== undefined &&
      last !== undefined &&
      last.id !== fields.after &&
      last.id !== fields.id
    ) {
      return refuse(`${words.stale.title} ${words.stale.detail}`, 409);
    }
    const move = to && { to, fix: fields.fix || undefined, cause: causeIf(to, fields) };
    if (move) checkInput(move, moveInput);
    await reply(context, agent, ticket.key, {
      id: idOf(fields),
      body: fields.body,
      isInternal: false,
      move,
    });
    return back(c, "replied");
  });

  routes.post("/tickets/:key/note", async (c) => {
    const fields = await fieldsOf(c);
    if (!isLength(fields.body)) {
      const ticket = await findTicket(context, c.get("agent"), c.req.param("key"));
      const mend = text(c.get("agent").locale).console.ticket.empty;
      return renderTicket(context, c, ticket, { form: "note", mend, fields }, 422);
    }
    await reply(context, c.get("agent"), c.req.param("key"), {
      id: idOf(fields),
      body: fields.body,
      isInternal: true,
    });
    return back(c, "noted");
  });

  routes.post("/tickets/:key/state", async (c) => {
    const fields = await fieldsOf(c);
    const words = text(c.get("agent").locale).console.ticket;
    const to = stateOf(fields.to);
    if (!to) throw new Problem("input-invalid", { field: "to" });
    const mend =
      to === "resolved" && !fields.fix
        ? words.fixMissing
        : to === "cancelled" && !fields.reason
          ? words.reasonMissing
          : undefined;
    if (mend !== undefined) {
      const ticket = await findTicket(context, c.get("agent"), c.req.param("key"));
      return renderTicket(context, c, ticket, { form: "move", mend, fields }, 422);
    }
    const move = {
      to,
      reason: to === "cancelled" ? fields.reason : undefined,
      fix: to === "resolved" ? fields.fix : undefined,
      cause: causeIf(to, fields),
    };
    checkInput(move, moveInput);
    await moveTicket(context, c.get("agent"), c.req.param("key"), move);
    return back(c, "moved");
  });

  routes.post("/tickets/:key/assignment", async (c) => {
    const { team = "", assignee } = await fieldsOf(c);
    if (!isTeam(team)) throw new Problem("input-invalid", { field: "team" });
    await assignTicket(context, c.get("agent"), c.req.param("key"), { team, assignee: assignee || null });
    return back(c, "assigned");
  });

  routes.post("/tickets/:key/mine", async (c) => {
    const { email } = c.get("agent");
    await assignTicket(context, c.get("agent"), c.req.param("key"), { assignee: email });
    return back(c, "assigned");
  });

  routes.post("/tickets/:key/confirmation", async (c) => {
    await confirmQualification(context, c.get("agent"), c.req.param("key"));
    return back(c, "confirmed");
  });

  routes.post("/tickets/:key/qualification", async (c) => {
    const agent = c.get("agent");
    const fields = await fieldsOf(c);
    const cause = fields.pick ?? fields.cause ?? "";
    if (!isCause(cause)) throw new Problem("input-invalid", { field: "cause" });
    if (!fields.reason) throw new Problem("reason-missing", { field: "reason" });
    const { kind, team, isBreach } = whatFollowsFrom(cause);
    const isSealed = fields.pick === undefined && fields.seal !== undefined ? true : isBreach || undefined;
    const security = fields.pick === undefined && fields.unseal !== undefined ? false : isSealed;
    const correction = {
      cause,
      reason: fields.reason,
      kind,
      team: security ? "security" : team,
      severity: fields.pick === undefined && fields.severity ? Number(fields.severity) : undefined,
      security,
    };
    await correctQualification(context, agent, c.req.param("key"), checkInput(correction, correctionInput));
    if (security && !canSeeSealed(agent)) return c.redirect("/console?done=sealed", 303);
    return back(c, "corrected");
  });

  return routes;

  function back(c: Request, done: keyof ReturnType<typeof doneWords>): Response {
    const filter = filterOf(c);
    const query = filter ? `${queueQuery(filter)}&done=${done}` : `?done=${done}`;
    return c.redirect(`/console/tickets/${c.req.param("key")}${query}`, 303);
  }
}

async function renderTicket(
  context: Context,
  c: Request,
  ticket: DeskTicket,
  unsent?: Unsent,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const agent = c.get("agent");
  const filter = filterOf(c);
  const [queue, agents] = await Promise.all([
    filter ? queueOf(context, agent, filter) : undefined,
    listAgents(context.database),
  ]);
  const done = c.req.query("done");
  const said = doneWords(agent);
  const view: TicketView = {
    ticket,
    filter,
    neighbours: neighboursOf(queue, ticket.key),
    names: new Map(agents.map(({ email, name }) => [`agent ${email}`, name])),
    agents,
    done: done !== undefined && Object.hasOwn(said, done) ? said[done as keyof typeof said] : undefined,
    unsent,
  };
  const sentence = sentenceOf(ticket, context.clock.now(), agent);
  const people = agents.filter(({ permissions }) => permissions.includes("security")).length;
  return renderConsolePage(
    context,
    c,
    agent,
    {
      title: text(agent.locale).console.ticket.title(ticket.key, sentence),
      section: "queue",
      isDesk: queue !== undefined,
      scripts: [script],
      searched: filter?.q,
      ...(ticket.isSealed && { banner: sealBanner(agent, people) }),
      body: html`<main id="main" class="${queue ? "desk has-ticket" : "alone"}" data-me="${agent.email}">
          ${queue && filter ? queueList(context, agent, { queue, filter, openKey: ticket.key }) : ""}
          ${ticketArticle(context, agent, view)}
        </main>
        ${keysDialog(agent.locale)}`,
    },
    status,
  );
}

function doneWords({ locale }: Agent) {
  return text(locale).console.ticket.done;
}

function neighboursOf(queue: Queue | undefined, key: string): TicketView["neighbours"] {
  const keys = queue?.rows.map((row) => row.key) ?? [];
  const at = keys.indexOf(key);
  return at === -1 ? {} : { previous: keys[at - 1], next: keys[at + 1] };
}

function queueOf(context: Context, agent: Agent, filter: QueueFilter): Promise<Queue> {
  return pageOrLast(filter.page ?? 1, (page) => listTickets(context, agent, { ...filter, page }));
}

/** The list's filter in the address; undefined when the address names no list. */
function filterOf(c: HonoContext): QueueFilter | undefined {
  const { view, region, team, q, page } = c.req.query();
  if (view === undefined && q === undefined && page === undefined) return undefined;
  return {
    view: queueViews.find((name) => name === view) ?? "open",
    region: region || undefined,
    team: team || undefined,
    q: q?.trim().slice(0, 200) || undefined,
    page: pageAsked(page),
  };
}

/** Whoever types a whole key wants that ticket, in whatever view it is. */
async function keyAsked(
  context: Context,
  agent: Agent,
  words: string | undefined,
): Promise<string | undefined> {
  const [, start, end] = /^(\w{3})[- ]?(\w{3})$/.exec(words ?? "") ?? [];
  if (start === undefined) return undefined;
  try {
    return (await findTicket(context, agent, `${start}-${end}`)).key;
  } catch (error) {
    if (error instanceof Problem) return undefined; // words of six letters
    throw error;
  }
}

function isLength(body: string | undefined): body is string {
  return body !== undefined && body !== "" && body.length <= limits.messageLength;
}

function idOf({ id = "" }: Record<string, string>): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Problem("input-invalid", { field: "id" });
  return id;
}

function stateOf(name: string | undefined): TicketState | undefined {
  return ticketStates.find((state) => state === name);
}

/** Resolving confirms the cause; nothing else touches it. */
function causeIf(to: TicketState, { cause }: Record<string, string>): string | undefined {
  return to === "resolved" && cause !== undefined && isCause(cause) ? cause : undefined;
}

/** The kind, the team and the seal that the rules give to a cause. */
function whatFollowsFrom(cause: Cause) {
  const rule = rules.find((one) => one.cause === cause);
  return { kind: rule?.kind, team: rule?.team, isBreach: rule !== undefined && "security" in rule };
}
