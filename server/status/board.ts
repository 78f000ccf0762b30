import type { Changes } from "../changes.ts";
import type { Locale, OpenProblem, ServiceStatus, StatusSnapshot } from "../contract/types.ts";
import { symptoms } from "../contract/symptoms.ts";
import type { Context } from "../context.ts";
import { findRegion } from "../tickets/regions.ts";
import { saySince } from "../times.ts";
import { believedStatus, siteStatus } from "./derive-status.ts";
import { readStates, type ServiceState } from "./record.ts";
import type { Service } from "./services.ts";

interface SiteRows {
  region: string;
  createdAt: Date;
  states: Map<string, ServiceState>;
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
  const states = await readStates(database, siteId);
  return { ...site, states: new Map(states.map((state) => [state.serviceId, state])) };
}

/** A service as it is believed to be at this moment. */
interface ServiceNow {
  service: Service;
  status: ServiceStatus;
  since: Date;
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

/** The board of a site, in words. An unknown site is one of which nothing is known. */
export async function statusFor(context: Context, siteId: string, locale: Locale): Promise<StatusSnapshot> {
  const rows = await rowsOf(context, siteId);
  if (!rows) {
    return { status: "unknown", services: [], problems: [], at: context.clock.now().toISOString() };
  }
  const services = servicesNow(context, rows);
  const status = siteStatus(services.map((service) => service.status));
  const { timeZone } = findRegion(context.regions, rows.region);
  const say = (sentence: Record<Locale, string>, since: Date) =>
    sentence[locale].replace("{since}", saySince(since, context.clock.now(), locale, timeZone));
  const checkedAt = [...rows.states.values()].map((state) => state.checkedAt.getTime());
  return {
    status,
    services: services.map(({ service, status, since }) => ({
      id: service.id,
      name: service.name[locale],
      status,
      since: since.toISOString(),
    })),
    problems:
      status === "critical"
        ? [platformProblem(context, services, locale, say)]
        : services.flatMap((service) => serviceProblem(service, locale, say)),
    at: new Date(Math.max(rows.createdAt.getTime(), ...checkedAt)).toISOString(),
  };
}

type Say = (sentence: Record<Locale, string>, since: Date) => string;

/** One sentence for all when nothing works, since the last service stopped. */
function platformProblem(
  { services: { platform } }: Context,
  services: readonly ServiceNow[],
  locale: Locale,
  say: Say,
): OpenProblem {
  const since = new Date(Math.max(...services.map((service) => service.since.getTime())));
  return {
    id: `platform-${since.getTime()}`,
    service: "platform",
    status: "critical",
    title: say(platform.fails, since),
    nextStep: platform.nextStep[locale],
    since: since.toISOString(),
    symptoms: symptoms.filter((symptom) => symptom !== "security"),
  };
}

function serviceProblem({ service, status, since }: ServiceNow, locale: Locale, say: Say): OpenProblem[] {
  if (status !== "major" && status !== "minor") return [];
  return [
    {
      id: `${service.id}-${since.getTime()}`,
      service: service.id,
      status,
      title: say(status === "major" ? service.fails : service.slow, since),
      nextStep: service.nextStep[locale],
      since: since.toISOString(),
      symptoms: service.symptoms,
      ...(service.article === undefined ? {} : { article: service.article }),
    },
  ];
}
