import type { Context as HonoContext } from "hono";
import { getConnInfo } from "@hono/node-server/conninfo";
import { isIPv6 } from "node:net";
import type { Clock } from "./context.ts";
import type { ProblemCode } from "./contract/problem-codes.ts";
import { Problem } from "./problem.ts";

export interface Window {
  atMost: number;
  seconds: number;
}

/** What one window remembers: with the longest keys some 10 MB. More senders than that at once are no crowd of people. */
const entriesAtMost = 50_000;

/**
 * Counts by key in this process, in fixed windows, and throws `code` with the time to wait. Memory is bounded: of more
 * keys at once than `rememberAtMost`, those whose window began first are forgotten.
 */
export function createRateLimit(
  clock: Clock,
  windows: Window[],
  code: ProblemCode = "too-many-requests",
  rememberAtMost = entriesAtMost,
): (key: string) => void {
  const counters = windows.map((window) => ({ ...window, entries: new Map<string, Entry>() }));
  return (key) => {
    const now = clock.now().getTime();
    for (const { atMost, seconds, entries } of counters) {
      let entry = entries.get(key);
      if (!entry || entry.until <= now) {
        entry = { until: now + seconds * 1_000, count: 0 };
        // Put at the end again, so that the first are always those that end first.
        entries.delete(key);
        entries.set(key, entry);
        forget(entries, now, rememberAtMost);
      }
      entry.count += 1;
      if (entry.count > atMost) {
        throw new Problem(code, { retryAfterSeconds: Math.ceil((entry.until - now) / 1_000) });
      }
    }
  };
}

interface Entry {
  until: number;
  count: number;
}

function forget(entries: Map<string, Entry>, now: number, rememberAtMost: number): void {
  for (const [key, { until }] of entries) {
    if (until > now && entries.size <= rememberAtMost) return;
    entries.delete(key);
  }
}

/**
 * The sender's network: an IPv4 address, or the /64 of an IPv6 one (a home or an office gets a whole /64).
 * `trustProxy` proxies in front of us each append one address to X-Forwarded-For; anything before is the client's say.
 */
export function networkOf(c: HonoContext, trustProxy: number): string {
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = (trustProxy > 0 ? forwarded.at(-trustProxy) : undefined) || remoteAddress(c);
  const plain = withoutPort(address).replace(/^::ffff:(?=[\d.]+$)/i, "");
  // What is no address is what a proxy calls its own; no word of the client's fills our memory.
  return isIPv6(plain) ? `${firstFourGroups(plain)}::/64` : plain.slice(0, longestAddress);
}

const longestAddress = 45; // of an IPv6 address that ends as an IPv4 one

/** Some proxies append the port, which is another one for each connection. */
function withoutPort(address: string): string {
  return address.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

function remoteAddress(c: HonoContext): string {
  // `app.request()` has no socket behind it.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? "unknown") : "unknown";
}

function firstFourGroups(address: string): string {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill("0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":"); // 0DB8 is db8
}
