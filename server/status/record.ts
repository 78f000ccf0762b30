import type { ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { staleAfterMilliseconds } from "./derive-status.ts";

/** What is known of a service, and until when it is written down. */
export interface ServiceState {
  serviceId: string;
  status: ServiceStatus;
  since: Date;
  checkedAt: Date;
}

export interface StatusChange {
  before: ServiceState | undefined;
  after: ServiceState;
}

export interface WatchedSite {
  id: string;
  /** Of its region: a day of its history is a day there. */
  timeZone: string;
}

export async function readStates(queries: Queries, siteId: string): Promise<ServiceState[]> {
  return queries.rows<ServiceState>(
    `select service_id as "serviceId", status, since, checked_at as "checkedAt" from service_states where site_id = $1`,
    [siteId],
  );
}

/** Writes the present and what has passed since the last time, and tells everybody, in one transaction. */
export async function recordStates(
  context: Context,
  site: WatchedSite,
  changes: readonly StatusChange[],
): Promise<void> {
  await context.database.transaction(async (queries) => {
    for (const { before, after } of changes) {
      await queries.rows(
        `insert into service_states (site_id, service_id, status, since, checked_at) values ($1, $2, $3, $4, $5)
         on conflict (site_id, service_id) do update
         set status = excluded.status, since = excluded.since, checked_at = excluded.checked_at`,
        [site.id, after.serviceId, after.status, after.since, after.checkedAt],
      );
      if (before) await countTime(queries, site, before, after.checkedAt);
      const previous = before?.status ?? "unknown";
      if (previous === after.status) continue;
      await queries.rows(
        "insert into status_changes (site_id, service_id, previous, status, at) values ($1, $2, $3, $4, $5)",
        [site.id, after.serviceId, previous, after.status, after.since],
      );
    }
    await context.changes.publish(queries, { topic: "status", key: site.id });
  });
}

/** Adds the time from `before` on to its day. Time across a gap was not measured and is counted nowhere. */
async function countTime(
  queries: Queries,
  site: WatchedSite,
  before: ServiceState,
  until: Date,
): Promise<void> {
  const milliseconds = until.getTime() - before.checkedAt.getTime();
  if (before.status === "unknown" || milliseconds <= 0 || milliseconds > staleAfterMilliseconds) return;
  await queries.rows(
    `insert into status_days (site_id, service_id, day, status, seconds)
     values ($1, $2, ($3::timestamptz at time zone $4)::date, $5, $6)
     on conflict (site_id, service_id, day, status) do update set seconds = status_days.seconds + excluded.seconds`,
    [site.id, before.serviceId, until, site.timeZone, before.status, milliseconds / 1_000],
  );
}
