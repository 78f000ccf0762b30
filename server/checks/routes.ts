import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { checksInput } from "../contract/schemas.ts";
import type { CheckOutcome, CheckResult, ServerChecks, ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { type Customer, findSiteAndCustomer } from "../customers/customers.ts";
import { Problem } from "../problem.ts";
import { createRateLimit, networkOf } from "../rate-limit.ts";
import { readInput } from "../read-input.ts";
import { siteNow } from "../status/site-now.ts";
import { currentCertificate, daysUntil } from "./certificate.ts";
import type { Certificate } from "./saml-metadata.ts";

const checksPerMinute = 120; // per address; in an outage a whole company opens the panel behind one
const patienceMilliseconds = 2_000; // a person is looking at an empty panel

/** `POST /api/checks`: what only the server can see. It asks what others say and hands out nothing personal. */
export function checkRoutes(context: Context): Hono {
  const limitChecks = createRateLimit(context.clock, [{ atMost: checksPerMinute, seconds: 60 }]);
  const limitBody = bodyLimit({
    maxSize: 1_024,
    onError: () => {
      throw new Problem("body-too-large");
    },
  });
  const checkCertificate = createCertificateCheck(context);
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
    const checks: ServerChecks = {
      checks: await Promise.all([checkCertificate(page.customer), checkReach(context, page.site.id)]),
    };
    return c.json(checks);
  });
  return routes;
}

const reachOutcomes: Record<ServiceStatus, CheckOutcome> = {
  ok: "pass",
  maintenance: "warn",
  minor: "warn",
  major: "warn",
  critical: "fail",
  unknown: "unknown",
};

/** The check `reach`: whether the platform answers others than the person who asks. */
async function checkReach(context: Context, siteId: string): Promise<CheckResult> {
  const status = (await siteNow(context, siteId))?.status ?? "unknown";
  return { id: "reach", outcome: reachOutcomes[status], value: status };
}

/** The check `cert`, with one look at a time for each customer however many people ask. */
function createCertificateCheck(context: Context): (customer: Customer | null) => Promise<CheckResult> {
  const looking = new Map<string, Promise<Certificate | undefined>>();

  function look(id: string, metadataUrl: string): Promise<Certificate | undefined> {
    const under = looking.get(id);
    if (under) return under;
    const started = currentCertificate(context, { id, metadataUrl })
      .catch((error: unknown) => {
        context.log.error("checks: the certificate is not known", { customer: id, error });
        return undefined;
      })
      .finally(() => looking.delete(id));
    looking.set(id, started);
    return started;
  }

  return async (customer) => {
    if (!customer?.metadataUrl) return { id: "cert", outcome: "unknown" };
    const certificate = await Promise.race([
      look(customer.id, customer.metadataUrl),
      delay(patienceMilliseconds, undefined, { ref: false }),
    ]);
    if (!certificate) return { id: "cert", outcome: "unknown" };
    const now = context.clock.now();
    return {
      id: "cert",
      outcome: outcomeOf(certificate, now),
      value: {
        daysLeft: daysUntil(certificate.notAfter, now),
        expiresOn: certificate.notAfter.toISOString().slice(0, 10),
      },
    };
  };
}

function outcomeOf({ notAfter }: Certificate, now: Date): CheckOutcome {
  const days = daysUntil(notAfter, now);
  if (days <= 7) return "fail";
  return days <= 60 ? "warn" : "pass";
}
