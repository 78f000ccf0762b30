import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, chmodSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { projectDir } from "../server/settings.ts";

/** The server that `npm run build` made, as a process of its own. */
export interface BuiltServer {
  process: ChildProcess;
  url: string;
  /** All that it wrote until now. */
  stdout(): string;
  stderr(): string;
  /** Resolves when it ends: its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  /** Resolves once it says that it is ready; rejects with its words when it ends instead. */
  ready: Promise<void>;
}

interface Launch {
  dataDir?: string;
  env?: Record<string, string>;
  /** Where package.json lies; the checkout that is tested, unless a test made a copy. */
  project?: string;
  /** The program and its arguments; else Node with the built server. */
  command?: [string, ...string[]];
  options?: SpawnOptions;
}

/** Starts the server on a free port. It inherits no setting of whoever runs the tests. */
export async function launch({
  dataDir,
  env = {},
  project = projectDir,
  command = [process.execPath, join(project, "dist/server/main.js")],
  options = {},
}: Launch): Promise<BuiltServer> {
  const port = env.PORT ?? String(await freePort());
  const [program, ...parameters] = command;
  const child = spawn(program, parameters, {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: port,
      ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }),
      ...env,
    },
    ...options,
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    // "close" comes after the last word; a PostgreSQL that was left behind holds neither pipe.
    child.once("close", (code, signal) => resolve(code ?? signal ?? "SIGKILL"));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", () => stdout.includes("Ready in") && resolve());
    void ended.then((how) => reject(new Error(`The server ended with ${how}: ${stdout}${stderr}`)));
  });
  ready.catch(() => {}); // whoever waits for the end does not wait for this
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    ready,
  };
}

/** A port for somebody who listens later: below those that Linux gives out by itself, so that it stays free. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 32_768);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}

/** A folder that every user may enter, as a DATA_DIR or above it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "dilitrust-help-test-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Everything that runs on a DATA_DIR: servers and demo platforms by their setting, PostgreSQL by its folder. */
export function processesOn(dataDir: string): { pid: number; name: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const folder = readlinkSync(`/proc/${pid}/cwd`);
        const isOurs =
          folder.startsWith(`${dataDir}/`) ||
          readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`DATA_DIR=${dataDir}`);
        return isOurs ? [{ pid: Number(pid), name: readFileSync(`/proc/${pid}/cmdline`, "utf8") }] : [];
      } catch {
        return []; // ended meanwhile, or somebody else's
      }
    });
}

/** The process id of the PostgreSQL on a DATA_DIR. */
export function postgresPid(dataDir: string): number | undefined {
  const file = join(dataDir, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n", 1)[0]) : undefined;
}

/** Where the embedded PostgreSQL on a DATA_DIR is reached. */
export function databaseUrlOn(dataDir: string): string {
  return `postgres://help@/postgres?host=${encodeURIComponent(join(dataDir, "postgres"))}&port=5432`;
}

/** Ends whatever a failed test left on its DATA_DIR. */
export async function endAllOn(dataDir: string): Promise<void> {
  while (processesOn(dataDir).length > 0) {
    for (const { pid } of processesOn(dataDir)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // ended meanwhile
      }
    }
    await delay(20);
  }
}
