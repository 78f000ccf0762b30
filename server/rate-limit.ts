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

/**
 * Counts by key in this process, in fixed windows, and throws `code` with the time to wait. Memory stays
 * bounded: a full table forgets the windows that are over, and never who is being limited.
 */
export function createRateLimit(
  clock: Clock,
  windows: Window[],
  code: ProblemCode = "too-many-requests",
): (key: string) => void {
  const counts = new Map<string, { until: number; count: number }>();
  let forgotAt = 0;
  return (key) => {
    const now = clock.now().getTime();
    // A full table is read through at most once a second, not at every call.
    if (counts.size > 50_000 && now - forgotAt >= 1_000) {
      forgotAt = now;
      for (const [name, entry] of counts) if (entry.until <= now) counts.delete(name);
    }
    for (const { atMost, seconds } of windows) {
      const name = `${seconds} ${key}`;
      let entry = counts.get(name);
      if (!entry || entry.until <= now)
        counts.set(name, (entry = { until: now + seconds * 1_000, count: 0 }));
      entry.count += 1;
      if (entry.count > atMost) {
        throw new Problem(code, { retryAfterSeconds: Math.ceil((entry.until - now) / 1_000) });
      }
    }
  };
}

/**
 * The sender's network: an IPv4 address, or the /64 of an IPv6 one (a home or an office gets a whole /64).
 * `trustProxy` proxies in front of us each append one address to X-Forwarded-For; anything before is the client's say.
 */
export function networkOf(c: HonoContext, trustProxy: number): string {
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const address = (trustProxy > 0 ? forwarded.at(-trustProxy) : undefined) || remoteAddress(c);
  const plain = address.replace(/^::ffff:/, "");
  return isIPv6(plain) ? `${firstFourGroups(plain)}::/64` : plain;
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
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
