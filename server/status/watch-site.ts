import type { Context } from "../context.ts";
import { believedStatus, nextStatus, type Outcome } from "./derive-status.ts";
import { probe } from "./probe.ts";
import { readStates, recordStates, type ServiceState, type WatchedSite } from "./record.ts";
import type { Service } from "./services.ts";

/** Rounds are longer or shorter by up to this part, so that the probes of many sites do not march in step. */
export const jitter = 0.1;

export interface SiteToWatch extends WatchedSite {
  probeUrl: string;
}

/** Probes every service of a site, each on its own timer, until stopped. */
export async function watchSite(
  context: Context,
  site: SiteToWatch,
  heartbeatMilliseconds: number,
): Promise<() => Promise<void>> {
  /** As written down. */
  const recorded = new Map((await readStates(context.database, site.id)).map((s) => [s.serviceId, s]));
  const measured = new Map<string, ServiceState>();
  const outcomes = new Map<string, Outcome[]>();
  let heartbeatAt = context.clock.now().getTime();
  let isStopped = false;
  let writing: Promise<void> = Promise.resolve();
  const timers = new Map<string, NodeJS.Timeout>();

  function schedule(service: Service, milliseconds: number): void {
    if (isStopped) return;
    const timer = setTimeout(() => void round(service), milliseconds);
    timers.set(service.id, timer);
  }

  async function round(service: Service): Promise<void> {
    const outcome = await probe(new URL(site.probeUrl.replace(/\/*$/, service.probe.path)), service.probe);
    if (isStopped) return;
    // One after the other: a heartbeat speaks for all services of the site.
    writing = writing.then(() => note(service, outcome));
    await writing;
    const wobble = 1 + jitter * (2 * Math.random() - 1);
    schedule(service, service.probe.intervalSeconds * 1_000 * wobble);
  }

  async function note(service: Service, outcome: Outcome): Promise<void> {
    const now = context.clock.now();
    const { failuresToOpen, successesToClose } = service.probe;
    const last = [...(outcomes.get(service.id) ?? []), outcome].slice(
      -Math.max(failuresToOpen, successesToClose),
    );
    outcomes.set(service.id, last);
    const before = measured.get(service.id) ?? recorded.get(service.id);
    const previous = believedStatus(before, now);
    const status = nextStatus(previous, last, service.probe);
    const since = before && status === before.status && previous === before.status ? before.since : now;
    measured.set(service.id, { serviceId: service.id, status, since, checkedAt: now });

    const isHeartbeat = now.getTime() - heartbeatAt >= heartbeatMilliseconds;
    const isChange = status !== (recorded.get(service.id)?.status ?? "unknown") || status !== previous;
    if (!isHeartbeat && !isChange) return;
    if (isHeartbeat) heartbeatAt = now.getTime();
    const written = [...measured.values()].filter((state) => isHeartbeat || state.serviceId === service.id);
    try {
      await recordStates(
        context,
        site,
        written.map((after) => ({ before: recorded.get(after.serviceId), after })),
      );
      for (const state of written) recorded.set(state.serviceId, state);
    } catch (error) {
      // The next round finds the same difference and tries again.
      context.log.warn("status: a state could not be written", { site: site.id, error });
    }
  }

  for (const service of context.services.services) {
    schedule(service, Math.random() * service.probe.intervalSeconds * 1_000);
  }

  return async () => {
    isStopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    await writing; // a probe that is under way is not waited for: its outcome is dropped
  };
}
