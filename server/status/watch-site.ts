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

const mostOutcomes = ({ probe }: Service) => Math.max(probe.failuresToOpen, probe.successesToClose);

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

  const ask = ({ probe: { path, ...limits } }: Service) =>
    probe(new URL(site.probeUrl.replace(/\/*$/, path)), limits);

  async function round(service: Service): Promise<void> {
    const outcome = await ask(service);
    if (isStopped) return;
    // One after the other: a heartbeat speaks for all services of the site.
    writing = writing.then(() => note(service, outcome));
    await writing;
    const wobble = 1 + jitter * (2 * Math.random() - 1);
    schedule(service, service.probe.intervalSeconds * 1_000 * wobble);
  }

  async function note(service: Service, outcome: Outcome): Promise<void> {
    const now = context.clock.now();
    const isTurn = judge(service, [...(outcomes.get(service.id) ?? []), outcome], now);
    const changed = new Set([service.id]);
    // A platform that dies or returns is one piece of news, not one after the other as its services' turns come.
    if (isTurn) {
      for (const other of await alike(service, outcome)) {
        judge(other, Array<Outcome>(mostOutcomes(other)).fill(outcome), now);
        changed.add(other.id);
      }
    }

    const isHeartbeat = now.getTime() - heartbeatAt >= heartbeatMilliseconds;
    if (isHeartbeat) heartbeatAt = now.getTime();
    const written = [...measured.values()].filter(
      (state) => isHeartbeat || (changed.has(state.serviceId) && isNews(state)),
    );
    if (written.length === 0) return;
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

  /** Takes the last outcomes of a service in. Answers whether it stopped working, or works again. */
  function judge(service: Service, all: readonly Outcome[], now: Date): boolean {
    const last = all.slice(-mostOutcomes(service));
    outcomes.set(service.id, last);
    const before = measured.get(service.id) ?? recorded.get(service.id);
    const previous = believedStatus(before, now);
    const status = nextStatus(previous, last, service.probe);
    const since = before && status === before.status && previous === before.status ? before.since : now;
    measured.set(service.id, { serviceId: service.id, status, since, checkedAt: now });
    return (status === "major") !== (previous === "major");
  }

  /** The other services that answer just the same at this moment. */
  async function alike(service: Service, outcome: Outcome): Promise<Service[]> {
    const others = context.services.services.filter(({ id }) => id !== service.id);
    const answers = await Promise.all(others.map(ask));
    return others.filter((_, index) => answers[index] === outcome);
  }

  function isNews({ serviceId, status, since }: ServiceState): boolean {
    const known = recorded.get(serviceId);
    return status !== (known?.status ?? "unknown") || since.getTime() !== known?.since.getTime();
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
