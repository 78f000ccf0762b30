import { Hono } from "hono";
import type { WidgetStart } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { closestLocale, localeOf } from "../locale.ts";
import { Problem } from "../problem.ts";
import { statusFor } from "../status/board.ts";
import { regionFor, teamContact } from "../tickets/routing.ts";
import { findSiteAndCustomer } from "./customers.ts";

/** `GET /api/widget?site=&locale=`: what the panel needs when it opens, at most 3 kB. */
export function widgetRoutes(context: Context): Hono {
  const routes = new Hono();
  routes.get("/", async (c) => {
    const page = await findSiteAndCustomer(context.database, {
      site: c.req.query("site") ?? "",
      origin: c.req.header("origin"),
      hint: c.req.query("customer"),
    });
    if (!page) throw new Problem("site-unknown", { field: "site" });
    const { site, customer } = page;
    const locale = localeOf(c);
    const region = regionFor(context.regions, {
      customerRegion: customer?.region,
      siteRegion: site.region,
      locale: c.req.query("locale") ?? locale,
      timeZone: undefined,
    });
    const { status, problems } = await statusFor(context, site.id, locale);
    const now = context.clock.now();
    const start: WidgetStart = {
      site: { id: site.id, name: site.name, isEnabled: site.isEnabled },
      locale,
      status,
      problems,
      team: teamContact(region, closestLocale(locale), now),
      serverTime: now.getTime(),
    };
    return c.json(start);
  });
  return routes;
}
