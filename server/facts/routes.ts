import { Hono, type Context as HonoContext } from "hono";
import { findKey, type KeyScope } from "../api-keys.ts";
import { bearerOf } from "../bearer.ts";
import { limits } from "../contract/limits.ts";
import type { ProblemCode } from "../contract/problem-codes.ts";
import { factInput, factsInput } from "../contract/schemas.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { createRateLimit } from "../rate-limit.ts";
import { bodyAtMost, checkInput, readJson } from "../read-input.ts";
import { stateFacts } from "./facts.ts";

const requestsPerMinute = 120; // per key: 24,000 facts

const codeByField: Record<string, ProblemCode> = {
  check: "check-unknown",
  customer: "customer-unknown",
  subject: "subject-invalid",
  until: "until-invalid",
};

/** `POST /api/facts`: what a platform knows and nobody else can see, one fact or a list of them. */
export function factRoutes(context: Context): Hono {
  const limitKey = createRateLimit(context.clock, [{ atMost: requestsPerMinute, seconds: 60 }]);
  const limitBody = bodyAtMost(limits.reportBytes);
  const routes = new Hono();

  routes.post("/", limitBody, async (c) => {
    const { name, scope } = await keyOf(context, c);
    limitKey(name);
    const body = await readJson(c);
    const isList = Array.isArray(body);
    if (isList && (body.length === 0 || body.length > limits.facts)) throw new Problem("facts-count");
    const facts = isList
      ? checkInput(body, factsInput, codeByField)
      : [checkInput(body, factInput, codeByField)];
    await stateFacts(context, scope, facts, (index, field) => (isList ? `${index}.${field}` : field));
    return c.json({ stored: facts.length });
  });
  return routes;
}

/** Throws key-missing, key-invalid, permission-missing. */
async function keyOf(context: Context, c: HonoContext): Promise<{ name: string; scope: KeyScope }> {
  const bearer = bearerOf(c);
  if (bearer === undefined) throw new Problem("key-missing");
  const key = await findKey(context, bearer);
  if (!key) throw new Problem("key-invalid");
  if (!key.scope) throw new Problem("permission-missing");
  return { name: key.name, scope: key.scope };
}
