import { Hono, type Context as HonoContext } from "hono";
import { limits } from "../contract/limits.ts";
import type { ProblemCode } from "../contract/problem-codes.ts";
import { identityCodeInput, identityInput } from "../contract/schemas.ts";
import type { Context } from "../context.ts";
import { findSiteAndCustomer, type Site } from "../customers/customers.ts";
import { subjectOf } from "../facts/subject.ts";
import { Problem } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { bodyAtMost, readInput } from "../read-input.ts";
import { mailCode, redeemCode } from "./codes.ts";
import type { Person } from "./proof.ts";

const codeByField: Record<string, ProblemCode> = {
  site: "site-unknown",
  email: "email-invalid",
  code: "code-invalid",
};

/** `/api/identity`: who somebody is, proved by a code that is mailed to them. Nobody learns which addresses we know. */
export function identityRoutes(context: Context): Hono {
  const { clock, settings, log } = context;
  const limitCodes = createRateLimit(clock, [{ atMost: limits.codesPerHourAndNetwork, seconds: 3_600 }]);
  const limitTries = createRateLimit(clock, [{ atMost: limits.triesPerHourAndNetwork, seconds: 3_600 }]);
  const limitBody = bodyAtMost(2_048);
  const routes = new Hono();

  routes.post("/", limitBody, async (c) => {
    limitCodes(networkOf(c, settings.trustProxy));
    const { email, locale, ...input } = await readInput(c, identityInput, codeByField);
    const { site, person } = await personOf(context, c, input.site, email);
    // Not awaited: how long it takes would tell whether the address is known.
    mailCode(context, person, { site, email, locale }).catch((error: unknown) =>
      log.error("identity: a code was not mailed", { error }),
    );
    return c.json({ validMinutes: limits.codeMinutes }, 202);
  });

  routes.post("/verify", limitBody, async (c) => {
    limitTries(networkOf(c, settings.trustProxy));
    const { email, code, ...input } = await readInput(c, identityCodeInput, codeByField);
    const { person } = await personOf(context, c, input.site, email);
    return c.json(await redeemCode(context, person, code));
  });
  return routes;
}

/** Throws site-unknown, site-disabled. */
async function personOf(
  context: Context,
  c: HonoContext,
  siteId: string,
  email: string,
): Promise<{ site: Site; person: Person }> {
  const page = await findSiteAndCustomer(context.database, {
    site: siteId,
    origin: c.req.header("origin"),
    hint: undefined, // what a page says of itself is no proof
  });
  if (!page) throw new Problem("site-unknown", { field: "site" });
  if (!page.site.isEnabled) throw new Problem("site-disabled");
  const subject = subjectOf(context, siteId, email);
  return { site: page.site, person: { siteId, customerId: page.customer?.id, subject } };
}
