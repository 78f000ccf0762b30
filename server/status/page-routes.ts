import { Hono } from "hono";
import type { Context } from "../context.ts";
import { findSite, type Site } from "../customers/customers.ts";
import type { Locale } from "../contract/types.ts";
import { localeOf } from "../locale.ts";
import { renderPage } from "../page.ts";
import { Problem } from "../problem.ts";
import { findRegion } from "../tickets/regions.ts";
import { statusFor } from "./board.ts";
import { historyFor, type PastIncident, pastIncidents, type ServiceHistory } from "./history.ts";
import { shownState } from "./shown-state.ts";
import { statusPage } from "./status-page.ts";

const daysShown = 90;
const incidentsShown = 10;
const keptMilliseconds = 5_000;

/** `GET /status?site=`: the page that anybody may read. Without a site the first one. */
export function statusPageRoutes(context: Context): Hono {
  const pastOf = createPast(context);
  const routes = new Hono();
  routes.get("/", async (c) => {
    const locale = localeOf(c);
    const sites = await context.database.rows<Pick<Site, "id" | "name">>(
      "select id, name from sites where is_enabled order by created_at, id",
    );
    const site = await findSite(context.database, c.req.query("site") ?? sites[0]?.id ?? "");
    if (!site) throw new Problem("site-unknown", { field: "site" });
    const snapshot = await statusFor(context, site.id, locale);
    const { history, incidents } = await pastOf(site.id, locale, shownState(snapshot));
    c.header("cache-control", "no-store");
    return renderPage(
      c,
      statusPage({
        locale,
        site,
        sites,
        region: findRegion(context.regions, site.region),
        snapshot,
        history,
        incidents,
        now: context.clock.now(),
      }),
    );
  });
  return routes;
}

interface Past {
  history: ServiceHistory[];
  incidents: PastIncident[];
}

/** In an outage everybody opens this page, and open ones all come back at each change: one reading serves them. */
function createPast(context: Context): (siteId: string, locale: Locale, shown: string) => Promise<Past> {
  const kept = new Map<string, { until: number; shown: string; past: Promise<Past> }>();
  return (siteId, locale, shown) => {
    const key = `${siteId} ${locale}`;
    const now = context.clock.now().getTime();
    const last = kept.get(key);
    if (last && last.shown === shown && last.until > now) return last.past;
    const past = readPast(context, siteId, locale);
    kept.set(key, { until: now + keptMilliseconds, shown, past });
    past.catch(() => kept.delete(key)); // whoever asked gets the error, the next one another try
    return past;
  };
}

async function readPast(context: Context, siteId: string, locale: Locale): Promise<Past> {
  const [history, incidents] = await Promise.all([
    historyFor(context, siteId, locale, daysShown),
    pastIncidents(context, siteId, locale, incidentsShown),
  ]);
  return { history, incidents };
}
