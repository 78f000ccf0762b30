import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { bearerOf } from "../bearer.ts";
import { checksInput } from "../contract/schemas.ts";
import type { CheckOutcome, CheckResult, ServerChecks } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { type Customer, findSiteAndCustomer } from "../customers/customers.ts";
import { Problem } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { bodyAtMost, readInput } from "../read-input.ts";
import { findFacts, hasPersonalFacts } from "../facts/facts.ts";
import { subjectProved } from "../identity/proof.ts";
import { currentProvider, daysUntil, type Provider } from "./certificate.ts";
import { checkPlatform } from "./platform.ts";
import type { Certificate } from "./saml-metadata.ts";

const checksPerMinute = 120; // per address; in an outage a whole company opens the panel behind one
const patienceMilliseconds = 2_000; // a person is looking at an empty panel

/**
 * `POST /api/checks`: what only the server can see, and what the platform told it. Nothing personal comes in, and
 * nothing personal goes out but to whoever has proved who they are.
 */
export function checkRoutes(context: Context): Hono {
  const limitChecks = createRateLimit(context.clock, [{ atMost: checksPerMinute, seconds: 60 }]);
  const limitBody = bodyAtMost(1_024);
  const checkProvider = createProviderChecks(context);
  const routes = new Hono();

  routes.post("/", limitBody, async (c) => {
    limitChecks(networkOf(c, context.settings.trustProxy));
    const input = await readInput(c, checksInput, { site: "site-unknown" });
    const page = await findSiteAndCustomer(context.database, {
      site: input.site,
      origin: c.req.header("origin"),
      hint: undefined, // only the page's host opens a customer's records: what a page says of itself is no proof
    });
    if (!page) throw new Problem("site-unknown", { field: "site" });
    const place = { siteId: page.site.id, customerId: page.customer?.id };
    const audience = { ...place, subject: subjectProved(context, place, bearerOf(c)) };
    const [provider, platform, told, hasPersonal] = await Promise.all([
      checkProvider(page.customer),
      checkPlatform(context, page.site.id),
      findFacts(context, audience),
      hasPersonalFacts(context, place),
    ]);
    const answer: ServerChecks = {
      checks: seenFirst([...provider, ...platform], told),
      ...(hasPersonal && { identity: audience.subject === undefined ? "needed" : "verified" }),
    };
    return c.json(answer);
  });
  return routes;
}

/** What we see ourselves counts more than what we are told; what we cannot see, we may be told. */
function seenFirst(seen: readonly CheckResult[], told: readonly CheckResult[]): CheckResult[] {
  const isTold = new Set(told.map(({ id }) => id));
  const kept = seen.filter(({ id, outcome }) => outcome !== "unknown" || !isTold.has(id));
  const isKept = new Set(kept.map(({ id }) => id));
  return [...kept, ...told.filter(({ id }) => !isKept.has(id))];
}

/** The checks `cert` and `idp_reach`, with one look at a time for each customer however many people ask. */
function createProviderChecks(context: Context): (customer: Customer | null) => Promise<CheckResult[]> {
  const looking = new Map<string, Promise<Provider>>();

  function look(id: string, metadataUrl: string): Promise<Provider> {
    const under = looking.get(id);
    if (under) return under;
    const started = currentProvider(context, { id, metadataUrl })
      .catch((error: unknown) => {
        context.log.error("checks: the identity provider is not known", { customer: id, error });
        return {};
      })
      .finally(() => looking.delete(id));
    looking.set(id, started);
    return started;
  }

  return async (customer) => {
    const { certificate, reach }: Provider = customer?.metadataUrl
      ? await Promise.race([
          look(customer.id, customer.metadataUrl),
          delay(patienceMilliseconds, {}, { ref: false }),
        ])
      : {};
    return [checkCertificate(certificate, context.clock.now()), checkProviderReach(reach)];
  };
}

function checkCertificate(certificate: Certificate | undefined, now: Date): CheckResult {
  if (!certificate) return { id: "cert", outcome: "unknown" };
  return {
    id: "cert",
    outcome: outcomeOf(certificate, now),
    value: {
      daysLeft: daysUntil(certificate.notAfter, now),
      expiresOn: certificate.notAfter.toISOString().slice(0, 10),
    },
  };
}

function outcomeOf({ notAfter }: Certificate, now: Date): CheckOutcome {
  const days = daysUntil(notAfter, now);
  if (days <= 7) return "fail";
  return days <= 60 ? "warn" : "pass";
}

const providerOutcomes = { up: "pass", slow: "warn", down: "fail" } as const;

function checkProviderReach(reach: Provider["reach"]): CheckResult {
  if (reach === undefined) return { id: "idp_reach", outcome: "unknown" };
  return { id: "idp_reach", outcome: providerOutcomes[reach], value: reach };
}
