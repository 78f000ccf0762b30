// `npm run test:postgres`: the suite once more, on a PostgreSQL server of the machine instead of the embedded one.
// What follows on the command line goes to Playwright. Nothing is installed, and nothing is left.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const oldestMajor = 15;

const bin = findBinaries();
if (!bin) {
  console.error(
    `No PostgreSQL ${oldestMajor} or newer was found in PATH or /usr/lib/postgresql; on Debian, \`apt-get install postgresql\` brings one.`,
  );
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "dilitrust-help-postgres-"));
const user = ordinaryUser();
if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
chmodSync(folder, 0o755); // the tests' own user must reach the socket

let status = 1;
const server = start();
try {
  await untilItAnswers();
  const tests = spawn("npx", ["playwright", "test", ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: `postgres://help@/postgres?host=${encodeURIComponent(folder)}` },
  });
  // Ctrl-C reaches the tests as well; we end when they have.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => tests.kill(signal));
  status = await ended(tests);
} finally {
  server.kill("SIGINT"); // PostgreSQL's fast shutdown
  await ended(server);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);

function findBinaries() {
  const debian = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const folders = [
    ...debian.sort((a, b) => Number(b) - Number(a)).map((major) => `/usr/lib/postgresql/${major}/bin`),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((path) => {
    if (!existsSync(join(path, "initdb")) || !existsSync(join(path, "postgres"))) return false;
    const { stdout } = spawnSync(join(path, "postgres"), ["--version"], { encoding: "utf8" });
    return Number(/ (\d+)/.exec(stdout)?.[1]) >= oldestMajor;
  });
}

/** PostgreSQL refuses root. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "postgres") ?? ["nobody", "", "65534", "65534"];
  return { uid: Number(uid), gid: Number(gid) };
}

function start() {
  const data = join(folder, "data");
  const options = { ...user, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" } };
  const initdb = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "help", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
    { ...options, encoding: "utf8" },
  );
  if (initdb.status !== 0) {
    console.error(initdb.stderr);
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  }
  // fsync=off: nothing here must survive the machine.
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "max_connections=200",
  ];
  return spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...options,
    detached: true, // Ctrl-C must not end it before the tests
    stdio: "ignore",
  });
}

async function untilItAnswers() {
  const deadline = Date.now() + 30_000;
  while (spawnSync(join(bin, "pg_isready"), ["-h", folder], { stdio: "ignore" }).status !== 0) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error("PostgreSQL did not start");
    await delay(50);
  }
}

function ended(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once("exit", (code) => resolve(code ?? 1));
  });
}
