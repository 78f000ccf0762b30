import { Hono } from "hono";
import { z } from "zod";
import { limits } from "../contract/limits.ts";
import { assignmentInput, consoleMessageInput, correctionInput, moveInput } from "../contract/schemas.ts";
import { ticketStates } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { bodyAtMost, readInput } from "../read-input.ts";
import { isCause } from "../tickets/causes.ts";
import {
  assignTicket,
  canSeeSealed,
  correctQualification,
  type DeskTicket,
  findTicket,
  listTickets,
  moveTicket,
  type QueueRow,
  queueViews,
  reply,
  type Viewer,
} from "../tickets/desk.ts";
import { viewerOf } from "./access.ts";
import { knowledgeApiRoutes } from "./knowledge-api.ts";
import { recordSealedView } from "./sealed-views.ts";
import { isTeam } from "./teams.ts";
import { threadOf } from "./thread.ts";
import { streamTickets } from "./ticket-stream.ts";

const queueQuery = z.object({
  view: z.enum(queueViews).default("open"),
  region: z.string().optional(),
  team: z.string().optional(),
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});

/** `/api/console`: what an agent does, for programs with a key and for the console's own scripts. */
export function consoleApiRoutes(context: Context): Hono<{ Variables: { viewer: Viewer } }> {
  const routes = new Hono<{ Variables: { viewer: Viewer } }>();

  routes.get("/stream", (c) => streamTickets(context, c));

  routes.use(async (c, next) => {
    c.set("viewer", await viewerOf(context, c));
    await next();
  });
  routes.use(bodyAtMost(limits.reportBytes));

  routes.route("/knowledge", knowledgeApiRoutes(context));

  routes.get("/tickets", async (c) => {
    const query = queueQuery.safeParse(c.req.query());
    if (!query.success) {
      throw new Problem("input-invalid", { field: String(query.error.issues[0]?.path[0]) });
    }
    const { rows, ...queue } = await listTickets(context, c.get("viewer"), query.data);
    return c.json({ tickets: rows.map(withSecurity), ...queue });
  });

  routes.get("/tickets/:key", async (c) => {
    const ticket = await findTicket(context, c.get("viewer"), c.req.param("key"));
    await recordSealedView(context, c.get("viewer"), ticket);
    return c.json(toApi(ticket));
  });

  routes.post("/tickets/:key/messages", async (c) => {
    const input = await readInput(c, consoleMessageInput, { body: "message-missing" });
    await reply(context, c.get("viewer"), c.req.param("key"), input);
    return c.json(toApi(await findTicket(context, c.get("viewer"), c.req.param("key"))));
  });

  routes.post("/tickets/:key/state", async (c) => {
    const { to: wanted, ...input } = await readInput(c, moveInput);
    const to = ticketStates.find((state) => state === wanted);
    if (!to) throw new Problem("input-invalid", { field: "to" });
    refuseUnknownCause(input.cause);
    await moveTicket(context, c.get("viewer"), c.req.param("key"), { to, ...input });
    return c.json(toApi(await findTicket(context, c.get("viewer"), c.req.param("key"))));
  });

  routes.post("/tickets/:key/assignment", async (c) => {
    const input = await readInput(c, assignmentInput);
    refuseUnknownTeam(input.team);
    await assignTicket(context, c.get("viewer"), c.req.param("key"), input);
    return c.json(toApi(await findTicket(context, c.get("viewer"), c.req.param("key"))));
  });

  routes.post("/tickets/:key/qualification", async (c) => {
    const input = await readInput(c, correctionInput, { reason: "reason-missing" });
    refuseUnknownCause(input.cause);
    refuseUnknownTeam(input.team);
    await correctQualification(context, c.get("viewer"), c.req.param("key"), input);
    // Who seals a ticket without the permission has just lost sight of it.
    if (input.security && !canSeeSealed(c.get("viewer"))) {
      return c.json({ key: c.req.param("key").toUpperCase(), security: true });
    }
    return c.json(toApi(await findTicket(context, c.get("viewer"), c.req.param("key"))));
  });

  return routes;
}

function withSecurity<Row extends QueueRow>({ isSealed, ...row }: Row) {
  return { ...row, security: isSealed };
}

function toApi(ticket: DeskTicket) {
  return { ...withSecurity(ticket), messages: threadOf(ticket) };
}

function refuseUnknownCause(cause: string | undefined): void {
  if (cause !== undefined && !isCause(cause)) throw new Problem("input-invalid", { field: "cause" });
}

function refuseUnknownTeam(team: string | undefined): void {
  if (team !== undefined && !isTeam(team)) throw new Problem("input-invalid", { field: "team" });
}
