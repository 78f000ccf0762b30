import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import type { Database, Queries } from "./database.ts";
import type { Log } from "./context.ts";

/** What changed. `key` names it; the reader asks the database, so a permission is checked where data is read. */
interface Change {
  topic: "ticket" | "status" | "outbox" | "site";
  key: string;
}

type Listener = (change: Change) => void;

/** News between everything that shares one database: all requests of this process, and all processes. */
export interface Changes {
  /** Told to all when the transaction of `queries` commits, never when it does not. */
  publish(queries: Queries, change: Change): Promise<void>;
  /**
   * The same for what is committed already and comes by the hundred. PostgreSQL lets no two transactions that tell
   * something commit at once, so that each would wait for the disk of all others; here many are told together. Nobody
   * is told by a process that is killed just then: readers look for themselves now and then.
   */
  announce(...changes: Change[]): void;
  /** Returns how to stop. `onGap` is called when news may have been missed: read everything again. */
  subscribe(listener: Listener, onGap?: () => void): () => void;
  close(): Promise<void>;
}

const channel = "changes";
const changesAtOnce = 40; // a notice holds 8,000 bytes, the longest change some 120

export async function openChanges(database: Database, log: Log): Promise<Changes> {
  const subscribers = new Set<{ listener: Listener; onGap: (() => void) | undefined }>();
  let isClosed = false;
  let client: Client;
  await listen();

  async function listen(): Promise<void> {
    client = await database.connect();
    client.on("notification", ({ payload }) => {
      // Only tell() below writes to this channel.
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

  async function tell(queries: Queries, changes: Change[]): Promise<void> {
    await queries.rows("select pg_notify($1, $2)", [channel, JSON.stringify(changes)]);
  }

  const untold: Change[] = [];
  let telling: Promise<void> | undefined;

  async function tellAll(): Promise<void> {
    while (untold.length > 0) {
      await tell(database, untold.splice(0, changesAtOnce)).catch((error: unknown) => {
        log.warn("changes: nobody could be told", { error });
      });
    }
    telling = undefined;
  }

  return {
    publish: (queries, change) => tell(queries, [change]),
    announce(...changes) {
      untold.push(...changes);
      telling ??= tellAll();
    },
    subscribe(listener, onGap) {
      const subscriber = { listener, onGap };
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    async close() {
      await telling;
      isClosed = true;
      await client.end();
    },
  };
}
