import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { Client } from "pg";
import { openDatabase } from "../server/database.ts";
import { startEmbeddedPostgres } from "../server/embedded-postgres.ts";

/**
 * One PostgreSQL for the whole run, with a migrated database that each test copies. DATABASE_URL names a server
 * of one's own instead; the databases made there are dropped by the tests that made them.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(spaciousMemory() ?? tmpdir(), "dilitrust-help-test-"));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user when we are root
  const guard = guardRun(folder);
  const embedded = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(join(folder, "postgres"));
  const serverUrl = process.env.DATABASE_URL ?? embedded?.url ?? "";
  // Nothing here must survive the machine, and waiting for its disk was most of what a small test took.
  if (embedded) {
    await administer(serverUrl, "alter system set fsync = off");
    await administer(serverUrl, "select pg_reload_conf()");
  }
  const template = `help_template_${process.pid}`;
  await administer(serverUrl, `create database ${template}`);
  const database = await openDatabase({ databaseUrl: databaseUrlOf(serverUrl, template), dataDir: folder });
  await database.close();
  process.env.TEST_SERVER_URL = serverUrl;
  process.env.TEST_TEMPLATE = template;
  return async () => {
    await administer(serverUrl, `drop database ${template} with (force)`);
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
    guard.end();
  };
}

/** Once the answer is closed, or we are killed, whatever runs on the folder ends and the folder goes. */
export function guardRun(folder: string): Writable {
  const guard = spawn(process.execPath, [join(import.meta.dirname, "run-guard.mjs"), folder], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true, // whatever ends our process group must not end it
  });
  guard.unref();
  return guard.stdin;
}

/** Where files are memory, if there is enough of it: each test copies a database of 9 MB, and a log is kept of it all. */
function spaciousMemory(): string | undefined {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 3 * 1_024 ** 3 ? memory : undefined;
}

/** One statement on the server's own database. */
export async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The same server, another database. */
export function databaseUrlOf(serverUrl: string, name: string): string {
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}
