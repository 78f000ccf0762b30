import type { Locale, ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { findSite } from "../customers/customers.ts";
import { findRegion } from "../tickets/regions.ts";
import { worstOf } from "./derive-status.ts";

export interface ServiceHistory {
  serviceId: string;
  name: string;
  /** Oldest first; the last is today in the site's region. */
  days: DayOfService[];
}

interface DayOfService {
  /** YYYY-MM-DD. */
  day: string;
  /** "unknown" when nothing was measured. */
  worst: ServiceStatus;
  minutesByStatus: Partial<Record<ServiceStatus, number>>;
  isSample: boolean;
}

/** How each service of a site was on each of the last days. */
export async function historyFor(
  context: Context,
  siteId: string,
  locale: Locale,
  days: number,
): Promise<ServiceHistory[]> {
  const site = await findSite(context.database, siteId);
  if (!site) return [];
  const wanted = lastDays(context.clock.now(), findRegion(context.regions, site.region).timeZone, days);
  const rows = await context.database.rows<{
    serviceId: string;
    day: string;
    status: ServiceStatus;
    seconds: number;
    isSample: boolean;
  }>(
    `select service_id as "serviceId", to_char(day, 'YYYY-MM-DD') as day, status, seconds, is_sample as "isSample"
     from status_days where site_id = $1 and day >= $2`,
    [siteId, wanted[0]],
  );
  return context.services.services.map((service) => ({
    serviceId: service.id,
    name: service.name[locale],
    days: wanted.map((day) => {
      const measured = rows.filter((row) => row.serviceId === service.id && row.day === day);
      return {
        day,
        worst: worstOf(measured.map((row) => row.status)),
        minutesByStatus: Object.fromEntries(
          measured.map(({ status, seconds }) => [status, Math.round(seconds / 60)]),
        ),
        isSample: measured.some((row) => row.isSample),
      };
    }),
  }));
}

/** Calendar days, oldest first, up to the day that it is now in a time zone. */
function lastDays(now: Date, timeZone: string, count: number): string[] {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  const noon = Date.parse(`${today}T12:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(noon - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

export interface PastIncident {
  id: number;
  title: string;
  /** Id of the service, or "platform". */
  service: string;
  startedAt: Date;
  resolvedAt: Date | null;
  isSample: boolean;
  /** Oldest first. */
  updates: { at: Date; body: string; status: string }[];
}

/** The latest incidents of a site, newest first. */
export async function pastIncidents(
  { database }: Context,
  siteId: string,
  locale: Locale,
  limit: number,
): Promise<PastIncident[]> {
  const incidents = await database.rows<Omit<PastIncident, "updates">>(
    `select id, title->>$2 as title, service_id as service, started_at as "startedAt",
       resolved_at as "resolvedAt", is_sample as "isSample"
     from incidents where site_id = $1 order by started_at desc limit $3`,
    [siteId, locale, limit],
  );
  const updates = await database.rows<PastIncident["updates"][number] & { incidentId: number }>(
    `select incident_id as "incidentId", at, body->>$2 as body, status
     from incident_updates where incident_id = any($1) order by at`,
    [incidents.map((incident) => incident.id), locale],
  );
  return incidents.map((incident) => ({
    ...incident,
    updates: updates.flatMap(({ incidentId, ...update }) => (incidentId === incident.id ? [update] : [])),
  }));
}
