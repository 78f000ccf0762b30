import type { StatusSnapshot } from "../contract/types.ts";

/** Two snapshots with the same answer look the same on the page, but for the time of the last check. */
export function shownState({ status, services, problems, delivery = "" }: StatusSnapshot): string {
  const states = services.map((service) => `${service.id} ${service.status}`);
  return [status, ...states, ...problems.map(({ id, status }) => `${id} ${status}`), delivery].join(", ");
}
