import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, DatabaseError, Pool, type PoolClient, types } from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { Problem } from "./problem.ts";
import { projectDir, SettingError, type Settings } from "./settings.ts";

/** SQL with a name is parsed and planned once a connection, which half of a short statement's cost is. */
type Statement = string | { name: string; text: string };

/** Runs SQL with `$1` parameters and answers the rows. */
export interface Queries {
  rows<Row>(statement: Statement, parameters?: unknown[]): Promise<Row[]>;
  row<Row>(statement: Statement, parameters?: unknown[]): Promise<Row | undefined>;
}

export interface Database extends Queries {
  /** Commits what `work` did, or nothing of it when it throws. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Connects outside the pool, for LISTEN and for locks. When the connection is lost, it says "end". */
  connect(): Promise<Client>;
  close(): Promise<void>;
}

types.setTypeParser(types.builtins.INT8, Number); // our ids stay far below 2^53

/**
 * Opens the database of the settings, starting the embedded server when none is named, and migrates it. `stopping`
 * breaks a start off that would still wait.
 */
export async function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataDir">,
  stopping?: AbortSignal,
): Promise<Database> {
  const server =
    settings.databaseUrl === undefined
      ? await startEmbeddedPostgres(join(settings.dataDir, "postgres"), stopping)
      : { url: settings.databaseUrl, stop: async () => {} };
  const database = connectDatabase(server.url, server.stop);
  try {
    if (settings.databaseUrl !== undefined) await checkServer(server.url);
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

const oldestMajor = 15;

/** A server of somebody's own: whatever keeps us out is theirs to correct, so it becomes one sentence. */
async function checkServer(url: string): Promise<void> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    await client.connect();
    const { rows } = await client.query("show server_version");
    await client.end();
    const version: string = rows[0].server_version;
    if (Number.parseInt(version) < oldestMajor) throw new Error(`its version is ${version}`);
  } catch (error) {
    // A refused connection may be several errors in one, without a message of its own.
    const reason = error instanceof Error ? error.message || ("code" in error ? error.code : "") : error;
    throw new SettingError(
      `DATABASE_URL does not lead to a PostgreSQL ${oldestMajor} or newer that lets us in (${reason}); start it or correct the address.`,
    );
  }
}

function connectDatabase(connectionString: string, stopServer: () => Promise<void>): Database {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
  });
  // Without listeners a connection that is lost while idle, or between two statements, would end the process. The
  // pool replaces it by itself, and its next statement says so.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    ...queriesOf(pool),
    async transaction(work) {
      const client = await orProblem(pool.connect());
      let broken: Error | undefined;
      try {
        await orProblem(client.query("begin"));
        const result = await work(queriesOf(client));
        await orProblem(client.query("commit"));
        return result;
      } catch (error) {
        await client.query("rollback").catch((rollbackError: Error) => (broken = rollbackError));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async connect() {
      const client = new Client({ connectionString, keepAlive: true });
      client.on("error", () => {}); // "end" follows
      await client.connect();
      return client;
    },
    async close() {
      await pool.end();
      await stopServer();
    },
  };
}

function queriesOf(client: Pool | PoolClient): Queries {
  return {
    async rows<Row>(statement: Statement, parameters?: unknown[]) {
      // The row's shape is what the statement beside the call says; PostgreSQL cannot tell TypeScript.
      return (await orProblem(client.query(statement, parameters))).rows as Row[];
    },
    async row<Row>(statement: Statement, parameters?: unknown[]) {
      return (await orProblem(client.query(statement, parameters))).rows[0] as Row | undefined;
    },
  };
}

/**
 * A server that restarts, is full or is out of reach is no fault of the request, which may succeed later: `not-ready`.
 * What PostgreSQL says of a statement stays what it is.
 */
async function orProblem<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw notReady(error);
    const code = error.code ?? "";
    // SQLSTATE classes: 08 connection, 53 resources, 57P intervention by the operator.
    if (/^(08|53|57P)/.test(code)) throw notReady(error);
    // NUL, which an address can carry and no text of PostgreSQL.
    if (code === "22021") throw new Problem("input-invalid", { cause: error });
    throw error;
  }
}

function notReady(cause: unknown): Problem {
  return new Problem("not-ready", { retryAfterSeconds: 5, cause });
}

const migrationLock = 4_027_001; // any constant: two processes that start together take turns

/** Applies the numbered SQL files that this database has not seen, each with its note in one transaction. */
async function migrate(database: Database): Promise<void> {
  const folder = join(projectDir, "server", "migrations");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  await database.transaction(async (queries) => {
    await queries.rows("select pg_advisory_xact_lock($1)", [migrationLock]);
    await queries.rows(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    );
    const applied = new Set(
      (await queries.rows<{ name: string }>("select name from migrations")).map((row) => row.name),
    );
    for (const file of files) {
      if (applied.has(file)) continue;
      await queries.rows(readFileSync(join(folder, file), "utf8"));
      await queries.rows("insert into migrations (name) values ($1)", [file]);
    }
  });
}
