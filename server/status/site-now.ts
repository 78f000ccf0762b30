import type { Changes } from "../changes.ts";
import type { ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { findDeliveryTrouble, type DeliveryTrouble } from "../facts/facts.ts";
import { believedStatus, siteStatus } from "./derive-status.ts";
import { readStates, type ServiceState } from "./record.ts";
import type { Service } from "./services.ts";

interface SiteRows {
  region: string;
  createdAt: Date;
  states: Map<string, ServiceState>;
  deliveryTrouble: DeliveryTrouble[];
}

/** What was read of each site, until news of it comes. One cache for all that share a connection to the news. */
const caches = new WeakMap<Changes, Map<string, Promise<SiteRows | undefined>>>();

function cacheOf(context: Context): Map<string, Promise<SiteRows | undefined>> {
  const known = caches.get(context.changes);
  if (known) return known;
  const cache = new Map<string, Promise<SiteRows | undefined>>();
  caches.set(context.changes, cache);
  context.changes.subscribe(
    ({ topic, key }) => void (topic === "status" && cache.delete(key)),
    () => cache.clear(),
  );
  return cache;
}

function rowsOf(context: Context, siteId: string): Promise<SiteRows | undefined> {
  const cache = cacheOf(context);
  const kept = cache.get(siteId);
  if (kept) return kept;
  const reading = readSite(context, siteId);
  cache.set(siteId, reading);
  // A failure, or a site that is not there, may be otherwise next time.
  const forget = () => void (cache.get(siteId) === reading && cache.delete(siteId));
  reading.then((rows) => rows ?? forget(), forget);
  return reading;
}

async function readSite({ database }: Context, siteId: string): Promise<SiteRows | undefined> {
  const site = await database.row<{ region: string; createdAt: Date }>(
    `select region, created_at as "createdAt" from sites where id = $1`,
    [siteId],
  );
  if (!site) return undefined;
  const [states, deliveryTrouble] = await Promise.all([
    readStates(database, siteId),
    findDeliveryTrouble({ database }, siteId),
  ]);
  return { ...site, states: new Map(states.map((state) => [state.serviceId, state])), deliveryTrouble };
}

/** A service as it is believed to be at this moment. */
export interface ServiceNow {
  service: Service;
  status: ServiceStatus;
  since: Date;
}

/** A site as it is believed to be at this moment. */
export interface SiteNow {
  region: string;
  status: ServiceStatus;
  services: ServiceNow[];
  /** What is no service of ours, and keeps people from their codes all the same. */
  deliveryTrouble: DeliveryTrouble[];
  /** When the board was last brought up to date. */
  at: Date;
}

/** Undefined for a site that is not there. */
export async function siteNow(context: Context, siteId: string): Promise<SiteNow | undefined> {
  const rows = await rowsOf(context, siteId);
  if (!rows) return undefined;
  const services = servicesNow(context, rows);
  const checkedAt = [...rows.states.values()].map((state) => state.checkedAt.getTime());
  return {
    region: rows.region,
    status: siteStatus(services.map((service) => service.status)),
    services,
    deliveryTrouble: rows.deliveryTrouble.filter(({ until }) => until > context.clock.now()),
    at: new Date(Math.max(rows.createdAt.getTime(), ...checkedAt)),
  };
}

function servicesNow(context: Context, rows: SiteRows): ServiceNow[] {
  const now = context.clock.now();
  return context.services.services.map((service) => {
    const state = rows.states.get(service.id);
    const status = believedStatus(state, now);
    const since = status === state?.status ? state.since : (state?.checkedAt ?? rows.createdAt);
    return { service, status, since };
  });
}
