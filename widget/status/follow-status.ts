import type { StatusSnapshot } from "../../server/contract/types.ts";
import { hasAll, query } from "../api.ts";
import type { Place } from "../api.ts";

/** The board as it is, then each change; the browser reconnects by itself. Returns how to stop. */
export function followStatus(place: Place, onSnapshot: (snapshot: StatusSnapshot) => void): () => void {
  const source = new EventSource(`${place.base}/api/status/stream?${query(place)}`);
  source.addEventListener("status", ({ data }) => {
    const snapshot: unknown = JSON.parse(data);
    if (isSnapshot(snapshot)) onSnapshot(snapshot);
  });
  return () => source.close();
}

const isSnapshot = (value: unknown): value is StatusSnapshot => hasAll(value, "services", "problems");
