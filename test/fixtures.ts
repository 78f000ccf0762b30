import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import { test as base } from "@playwright/test";
import type { Hono } from "hono";
import { createApp } from "../server/app.ts";
import { openChanges } from "../server/changes.ts";
import { createLog, type Clock as ServerClock, type Context } from "../server/context.ts";
import type { TicketInput } from "../server/contract/types.ts";
import { openDatabase } from "../server/database.ts";
import { startOutbox } from "../server/mail/outbox.ts";
import { readKnowledge, type Knowledge } from "../server/knowledge/read-articles.ts";
import type { Mail } from "../server/mail/transport.ts";
import { projectDir, readSettings } from "../server/settings.ts";
import { readServices, type Services } from "../server/status/services.ts";
import { type Pace, startStatus } from "../server/status/start-status.ts";
import { readRegions } from "../server/tickets/regions.ts";
import { administer, databaseUrlOf } from "./global-setup.ts";

export { expect } from "@playwright/test";

/** A clock that a test moves. It runs, from where it was put. */
interface TestClock extends ServerClock {
  moveTo(time: string | Date): void;
}

interface Fixtures {
  /** A database of its own, copied from the migrated one. */
  databaseUrl: string;
  serverClock: TestClock;
  /** Every mail that was handed over. */
  mailbox: Mail[];
  /** Every line that the server logged. */
  logLines: string[];
  serverContext: Context;
  /** The app without a socket: `app.request("/api/…")`. */
  app: Hono;
  /** Probes boards-eu at this origin from now on, in rounds of a twentieth of a second. */
  watchSiteAt: (origin: string) => Promise<void>;
  /** The app on a free loopback port, with the outbox at work. Receipts of reports can be lost on their way. */
  server: { url: string; losesReceipts: boolean };
}

export const test = base.extend<Fixtures, { knowledge: Knowledge }>({
  knowledge: [
    async ({}, use) => {
      const knowledge = await readKnowledge(join(projectDir, "content"));
      for (const article of knowledge.articles) Object.freeze(article); // the next test reads the same
      await use(knowledge);
    },
    { scope: "worker" },
  ],
  databaseUrl: async ({}, use) => {
    const serverUrl = process.env.TEST_SERVER_URL ?? "";
    const name = `help_test_${randomBytes(6).toString("hex")}`;
    await administer(serverUrl, `create database ${name} template ${process.env.TEST_TEMPLATE}`);
    await use(databaseUrlOf(serverUrl, name));
    await administer(serverUrl, `drop database ${name} with (force)`);
  },
  serverClock: async ({}, use) => {
    let offset = 0;
    await use({
      now: () => new Date(Date.now() + offset),
      moveTo: (time) => (offset = new Date(time).getTime() - Date.now()),
    });
  },
  mailbox: async ({}, use) => use([]),
  logLines: async ({}, use) => use([]),
  serverContext: async ({ databaseUrl, serverClock, mailbox, logLines, knowledge }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "dilitrust-help-test-"));
    const settings = readSettings({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: "0" });
    const log = createLog("debug", (line) => void logLines.push(line));
    const database = await openDatabase(settings);
    const changes = await openChanges(database, log);
    await use({
      settings,
      database,
      clock: serverClock,
      log,
      changes,
      mail: { send: async (mail: Mail) => void mailbox.push(mail), close: () => {} },
      regions: await readRegions(join(projectDir, "content", "regions.json")),
      services: await readServices(join(projectDir, "content", "services.json")),
      knowledge: { ...knowledge },
      secret: randomBytes(32).toString("base64url"),
    });
    await changes.close();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
  app: async ({ serverContext }, use) => use(createApp(serverContext)),
  watchSiteAt: async ({ serverContext: context }, use) => {
    const started: { stop(): Promise<void> }[] = [];
    await use(async (origin) => {
      await context.database.rows("update sites set probe_url = $1 where id = 'boards-eu'", [origin]);
      started.push(startStatus({ ...context, services: inQuickRounds(context.services) }, quickPace));
    });
    await Promise.all(started.map((status) => status.stop()));
  },
  server: async ({ serverContext: context }, use) => {
    const app = createApp(context);
    const online = { url: "", losesReceipts: false };
    const answer = async (request: Request, bindings: HttpBindings | Http2Bindings) => {
      const response = await app.fetch(request, bindings);
      const isReceipt = request.method === "POST" && new URL(request.url).pathname === "/api/tickets";
      // A network that breaks, as every engine meets it: route.fetch of Playwright sends no body in Firefox.
      if (isReceipt && online.losesReceipts) bindings.incoming.socket.destroy();
      return response;
    };
    const listening = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve({ fetch: answer, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
    });
    online.url = `http://localhost:${(listening.address() as AddressInfo).port}`; // a TCP server's address is one
    context.settings.publicUrl = online.url;
    const stopOutbox = startOutbox(context);
    await use(online);
    await stopOutbox();
    await new Promise<void>((resolve) => {
      listening.close(() => resolve());
      if ("closeAllConnections" in listening) listening.closeAllConnections();
    });
  },
});

/** How a test watches: what takes seconds in service takes a fraction of one. */
export const quickPace: Pace = { superviseMilliseconds: 50, heartbeatMilliseconds: 500 };

export function inQuickRounds(shipped: Services): Services {
  const quick = structuredClone(shipped);
  for (const { probe } of quick.services) {
    Object.assign(probe, { intervalSeconds: 0.05, timeoutMilliseconds: 1_000, slowMilliseconds: 500 });
  }
  return quick;
}

/** The least report that is valid, with what a test changes. */
export function report(changes: Partial<TicketInput> = {}): TicketInput {
  return {
    id: randomUUID(),
    accessToken: randomBytes(16).toString("base64url"),
    site: "boards-eu",
    locale: "fr",
    symptom: "sms_code",
    reporter: { email: "ana@example.com" },
    ...changes,
  };
}

/** Sends a report as the widget does. */
export function postReport(
  app: Hono,
  body: unknown,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  return app.request("/api/tickets", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
