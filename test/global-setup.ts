import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openDatabase } from "../server/database.ts";
import { startEmbeddedPostgres } from "../server/embedded-postgres.ts";

/**
 * One PostgreSQL for the whole run, with a migrated database that each test copies. DATABASE_URL names a server
 * of one's own instead; the databases made there are dropped by the tests that made them.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "dilitrust-help-test-"));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user when we are root
  const embedded = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(join(folder, "postgres"));
  const serverUrl = process.env.DATABASE_URL ?? embedded?.url ?? "";
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
  };
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
