import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import type { Database, Queries } from "./database.ts";
import type { Log } from "./context.ts";

/** What changed. `key` names it; the reader asks the database, so a permission is checked where data is read. */
export interface Change {
  topic: "ticket" | "status" | "outbox" | "site";
  key: string;
}

type Listener = (change: Change) => void;

/** News between everything that shares one database: all requests of this process, and all processes. */
export interface Changes {
  /** Told to all when the transaction of `queries` commits, never when it does not. */
  publish(queries: Queries, ...changes: Change[]): Promise<void>;
  /** Returns how to stop. `onGap` is called when news may have been missed: read everything again. */
  subscribe(listener: Listener, onGap?: () => void): () => void;
  close(): Promise<void>;
}

const channel = "changes";

/** The same as `publish` within a larger statement: SQL that tells what the parameter `noticeOf(…)` says. */
export const tell = (parameter: string) => `pg_notify('${channel}', ${parameter})`;

export function noticeOf(...changes: Change[]): string {
  return JSON.stringify(changes);
}

export async function openChanges(database: Database, log: Log): Promise<Changes> {
  const subscribers = new Set<{ listener: Listener; onGap: (() => void) | undefined }>();
  let isClosed = false;
  let client: Client;
  await listen();

  async function listen(): Promise<void> {
    client = await database.connect();
    client.on("error", () => {}); // "end" follows
    client.on("notification", ({ payload }) => {
      // Only what noticeOf() wrote comes over this channel.
      const changes = JSON.parse(payload ?? "[]") as Change[];
      for (const change of changes) for (const { listener } of subscribers) listener(change);
    });
    await client.query(`listen ${channel}`);
    // Only a connection that has listened is replaced when it ends; before that the caller hears of it.
    client.once("end", () => void listenAgain());
  }

  async function listenAgain(): Promise<void> {
    for (let wait = 100; !isClosed; wait = Math.min(wait * 2, 5_000)) {
      try {
        await listen();
        for (const { onGap } of subscribers) onGap?.();
        return;
      } catch (error) {
        log.warn("changes: the database does not answer", { error });
        await delay(wait);
      }
    }
  }

  return {
    async publish(queries, ...changes) {
      await queries.rows(`select ${tell("$1")}`, [noticeOf(...changes)]);
    },
    subscribe(listener, onGap) {
      const subscriber = { listener, onGap };
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    async close() {
      isClosed = true;
      await client.end();
    },
  };
}
