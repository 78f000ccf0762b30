import { Hono, type Context as HonoContext } from "hono";
import { etag } from "hono/etag";
import { streamSSE } from "hono/streaming";
import { bearerOf } from "../bearer.ts";
import { limits } from "../contract/limits.ts";
import type { ProblemCode } from "../contract/problem-codes.ts";
import { messageInput, ticketInput } from "../contract/schemas.ts";
import type { Context } from "../context.ts";
import { inTurn } from "../in-turn.ts";
import { Problem } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { bodyAtMost, readInput } from "../read-input.ts";
import { addOwnMessage, findOwnTicket, openTicket, readOwnTicket } from "./tickets.ts";

const codeByField: Record<string, ProblemCode> = {
  site: "site-unknown",
  symptom: "symptom-unknown",
  reporter: "contact-missing",
  "reporter.email": "email-invalid",
  "reporter.phone": "phone-invalid",
};

/** The reporter's side of a ticket: `/api/tickets`. */
export function ticketRoutes(context: Context): Hono {
  const limitReports = createRateLimit(context.clock, [
    { atMost: limits.reportsPerMinute, seconds: 60 },
    { atMost: limits.reportsPerHour, seconds: 3_600 },
  ]);
  const limitMessages = createRateLimit(context.clock, [{ atMost: limits.messagesPerMinute, seconds: 60 }]);
  const limitBody = bodyAtMost(limits.reportBytes);
  const network = (c: HonoContext) => networkOf(c, context.settings.trustProxy);
  const routes = new Hono();

  routes.post("/", limitBody, async (c) => {
    limitReports(network(c));
    const input = await readInput(c, ticketInput, codeByField);
    const { isNew, receipt } = await openTicket(context, input, {
      origin: c.req.header("origin"),
      network: network(c),
      proof: bearerOf(c),
    });
    return c.json(receipt, isNew ? 201 : 200, { location: `/api/tickets/${receipt.key}` });
  });

  routes.get("/:key", etag(), async (c) => {
    const { id } = await findOwnTicket(context, c.req.param("key"), bearerToken(c));
    return c.json(await readOwnTicket(context, id));
  });

  routes.post("/:key/messages", limitBody, async (c) => {
    const { id } = await findOwnTicket(context, c.req.param("key"), bearerToken(c));
    limitMessages(id);
    await addOwnMessage(context, id, await readInput(c, messageInput, { body: "message-missing" }));
    return c.json(await readOwnTicket(context, id));
  });

  routes.get("/:key/stream", async (c) => {
    const { id } = await findOwnTicket(context, c.req.param("key"), bearerToken(c));
    return streamSSE(c, async (stream) => {
      // What was read earlier must not arrive later.
      const send = inTurn(async () => {
        try {
          await stream.writeSSE({ event: "ticket", data: JSON.stringify(await readOwnTicket(context, id)) });
        } catch (error) {
          context.log.warn("tickets: a stream could not be fed", { error });
        }
      });
      const unsubscribe = context.changes.subscribe(({ topic, key }) => {
        if (topic === "ticket" && key === id) void send();
      }, send);
      stream.onAbort(unsubscribe);
      await send();
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(20_000);
        await stream.write(": still here\n\n"); // a proxy would close a silent connection
      }
    });
  });

  return routes;
}

/** Throws token-missing. */
function bearerToken(c: HonoContext): string {
  const token = bearerOf(c);
  if (token === undefined) throw new Problem("token-missing");
  return token;
}
