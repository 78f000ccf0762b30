import type { ServerChecks } from "../../server/contract/types.ts";
import { fetchJson, hasAll } from "../api.ts";
import type { Place } from "../api.ts";

/**
 * What only a server can see of a site, and what the platform says of whoever has proved who they are. The nonce makes
 * every call another, so that no proxy answers it.
 */
export function fetchServerChecks(place: Place): Promise<ServerChecks> {
  const body = { site: place.site, nonce: crypto.randomUUID() };
  return fetchJson(place, "/api/checks", { body, token: place.identity?.token }, isServerChecks);
}

const isServerChecks = (value: unknown): value is ServerChecks => hasAll(value, "checks");
