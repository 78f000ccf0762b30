import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import type { Context } from "../context.ts";
import { repeat, type Repeated } from "../repeat.ts";
import { findRegion } from "../tickets/regions.ts";
import { type SiteToWatch, watchSite } from "./watch-site.ts";

export interface Pace {
  /** How often to look whether this process should probe, and which sites. */
  superviseMilliseconds: number;
  /** How often the present is written though nothing changed. */
  heartbeatMilliseconds: number;
}

export const shippedPace: Pace = { superviseMilliseconds: 5_000, heartbeatMilliseconds: 30_000 };

const probingLock = 4_027_002; // any constant: it names the lock

/**
 * Keeps the status board of all sites up to date until stopped. Of all processes on one database one probes; when
 * it ends, another takes over.
 */
export function startStatus(context: Context, pace = shippedPace): Repeated {
  return repeat((stopping) => probeWhileLeading(context, pace, stopping), {
    pauseMilliseconds: pace.superviseMilliseconds,
    onError: (error) => context.log.warn("status: probing was interrupted", { error }),
  });
}

/** The lock is the connection's: whoever loses the connection has lost the lock, and stops. */
async function probeWhileLeading(context: Context, pace: Pace, stopped: AbortSignal): Promise<void> {
  const client = await context.database.connect();
  const watches = new Map<string, () => Promise<void>>();
  const stopWatches = async () => {
    const stops = [...watches.values()];
    watches.clear();
    await Promise.all(stops.map((stop) => stop()));
  };
  client.once("end", () => void stopWatches());
  try {
    while (!stopped.aborted && !(await takeLock(client))) await pause(pace.superviseMilliseconds, stopped);
    while (!stopped.aborted) {
      // Over the connection that holds the lock: when it is gone, this throws.
      await watch(context, pace, watches, await sitesToWatch(context, client));
      await pause(pace.superviseMilliseconds, stopped);
    }
  } finally {
    await stopWatches();
    await client.end().catch(() => {}); // already gone
  }
}

async function takeLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ isTaken: boolean }>(`select pg_try_advisory_lock($1) as "isTaken"`, [
    probingLock,
  ]);
  return rows[0]?.isTaken === true;
}

async function sitesToWatch(context: Context, client: Client): Promise<SiteToWatch[]> {
  const { rows } = await client.query<{ id: string; region: string; probeUrl: string }>(
    `select id, region, probe_url as "probeUrl" from sites where probe_url is not null`,
  );
  // What is no address cannot be watched: such a site stays unknown.
  const sites = rows.filter(({ probeUrl }) => URL.canParse(probeUrl));
  return sites.map(({ id, region, probeUrl }) => ({
    id,
    probeUrl,
    timeZone: findRegion(context.regions, region).timeZone,
  }));
}

/** Starts and stops watches until exactly these sites are watched. */
async function watch(
  context: Context,
  pace: Pace,
  watches: Map<string, () => Promise<void>>,
  sites: readonly SiteToWatch[],
): Promise<void> {
  const keyOf = (site: SiteToWatch) => JSON.stringify(site); // a site that moved is watched anew
  const wanted = new Set(sites.map(keyOf));
  for (const [key, stop] of watches) {
    if (wanted.has(key)) continue;
    watches.delete(key);
    await stop();
  }
  for (const site of sites) {
    if (watches.has(keyOf(site))) continue;
    watches.set(keyOf(site), await watchSite(context, site, pace.heartbeatMilliseconds));
  }
}

async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal: stopped }).catch(() => {}); // woken up to stop
}
