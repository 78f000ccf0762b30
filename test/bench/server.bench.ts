import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test as base } from "@playwright/test";
import { Client } from "pg";
import { hashToken } from "../../server/tickets/tokens.ts";
import { type BuiltServer, databaseUrlOn, endAllOn, launch, temporaryFolder } from "../built-server.ts";
import { fillTickets } from "./fill.ts";
import { memoryOf, partsOf, processorTimeOf } from "./processes.ts";
import { hottestOf } from "./profile.ts";
import { median, percentile } from "./statistics.ts";
import { printTable } from "./table.ts";

const reportsPerSecondGoal = 500;
const atMost = {
  readyMilliseconds: 3_000,
  idleMegabytes: 250,
  p99Milliseconds: 100,
  // Of all three together: what the goal leaves of two cores. The rate itself falls with whatever else runs here.
  processorMilliseconds: (2 * 1_000) / reportsPerSecondGoal,
  // Three times what they took beside other work at load 11: a query gone wrong takes longer, a busy machine does not.
  pageMilliseconds: 200,
};
const manyTickets = 50_000;

interface Bench {
  folder: string;
  /** Starts the built server with options of Node and waits until it is ready. */
  start: (dataDir: string, ...options: string[]) => Promise<BuiltServer>;
}

const test = base.extend<Bench>({
  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  start: async ({}, use) => {
    const used = new Set<string>();
    await use(async (dataDir, ...options) => {
      used.add(dataDir);
      const server = await launch({
        dataDir,
        // The callers say whose reports they pass on, as a proxy does: no limit is switched off.
        env: { TRUST_PROXY: "1", LOG_LEVEL: "error" },
        command: [process.execPath, ...options, "dist/server/main.js"],
      });
      await server.ready;
      return server;
    });
    for (const dataDir of used) await endAllOn(dataDir);
  },
});

async function stop(server: BuiltServer): Promise<void> {
  server.process.kill("SIGTERM");
  await server.ended;
}

test("how long a start takes, and what an idle server holds", async ({ folder, start }) => {
  const timed = async (dataDir: string) => {
    const since = performance.now();
    const server = await start(dataDir);
    return { milliseconds: performance.now() - since, server };
  };
  const times: Record<"none" | "some", number[]> = { none: [], some: [] };
  const memory: Memory[] = [];
  for (let round = 0; round < 5; round += 1) {
    const dataDir = join(folder, `data-${round}`);
    const first = await timed(dataDir);
    await stop(first.server);
    const second = await timed(dataDir);
    await delay(2_000); // what a start needed is given back
    memory.push(memoryOn(dataDir));
    await stop(second.server);
    times.none.push(first.milliseconds);
    times.some.push(second.milliseconds);
  }
  const row = (data: string, all: number[], limit: string | number) => [
    data,
    Math.round(median(all)),
    Math.round(Math.max(...all)),
    limit,
  ];
  printTable(
    "From the start of the program to “Ready”, ms (5 starts)",
    ["data", "median", "worst", "at most"],
    [row("none yet", times.none, "-"), row("there already", times.some, atMost.readyMilliseconds)],
  );
  printMemory([["idle", memory[0]]]);
  expect(median(times.some)).toBeLessThanOrEqual(atMost.readyMilliseconds);
  expect((memory[0]?.server ?? 0) + (memory[0]?.database ?? 0)).toBeLessThanOrEqual(atMost.idleMegabytes);
});

interface Memory {
  server: number;
  database: number;
}

function memoryOn(dataDir: string): Memory {
  const { server, database } = partsOf(dataDir);
  return { server: memoryOf(server), database: memoryOf(database) };
}

function printMemory(rows: [what: string, memory: Memory | undefined][]): void {
  printTable(
    `Memory, MB, what processes share counted once; idle at most ${atMost.idleMegabytes}`,
    ["", "server", "database", "together"],
    rows.map(([what, { server, database } = { server: Number.NaN, database: Number.NaN }]) => [
      what,
      Math.round(server),
      Math.round(database),
      Math.round(server + database),
    ]),
  );
}

test("reports a second", async ({ folder, start }) => {
  const dataDir = join(folder, "data");
  const server = await start(dataDir);
  await callers(server, 50, 5); // the engine still compiles
  const rounds: Round[] = [];
  for (const count of [1, 50, 50, 50]) rounds.push(await measure(dataDir, server, count));
  await stop(server);
  printTable(
    "Reports of 4 kB, callers on the same machine, and whose processor time each took",
    ["callers", "reports a second", "p50, ms", "p99, ms", "server, ms a report", "database", "callers"],
    rounds.map(({ count, perSecond, p50, p99, spent }) => [
      count,
      Math.round(perSecond),
      p50.toFixed(1),
      p99.toFixed(1),
      ...spent.map((milliseconds) => milliseconds.toFixed(2)),
    ]),
  );
  console.log(
    `\nGoal at 50 callers: ${reportsPerSecondGoal} a second, p99 ${atMost.p99Milliseconds} ms; at most ${atMost.processorMilliseconds} ms of processor a report`,
  );
  const [alone, ...together] = rounds;
  // A caller alone waits for the code, not for others: a lock or a pause that costs no processor time shows here.
  expect(alone?.p50).toBeLessThanOrEqual(atMost.p99Milliseconds);
  const processorTimes = together.map(({ spent }) => spent.reduce((sum, time) => sum + time, 0));
  expect(median(processorTimes)).toBeLessThanOrEqual(atMost.processorMilliseconds);
  const reachesGoal = ({ count, perSecond, p99 }: Round) =>
    count === 50 && perSecond >= reportsPerSecondGoal && p99 <= atMost.p99Milliseconds;
  if (rounds.some(reachesGoal)) return;

  const profiled = await start(dataDir, "--cpu-prof", `--cpu-prof-dir=${folder}`);
  await callers(profiled, 50, 10);
  await stop(profiled);
  const profile = readdirSync(folder).find((name) => name.endsWith(".cpuprofile")) ?? "";
  const hottest = hottestOf(readFileSync(join(folder, profile), "utf8"));
  printTable("Missed. Where the server's time goes", ["%", "function"], hottest);
  expect(hottest).not.toEqual([]); // whoever misses the goal says what limits it
});

interface Round {
  count: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds a report: of the server, the database, the callers. */
  spent: number[];
}

async function measure(dataDir: string, server: BuiltServer, count: number): Promise<Round> {
  const seconds = 10;
  const processorTimes = () => {
    const { server, database } = partsOf(dataDir);
    return [processorTimeOf(server), processorTimeOf(database)] as const;
  };
  const before = processorTimes();
  const { milliseconds, ownMilliseconds } = await callers(server, count, seconds);
  const after = processorTimes();
  return {
    count,
    perSecond: milliseconds.length / seconds,
    p50: percentile(milliseconds, 50),
    p99: percentile(milliseconds, 99),
    spent: [after[0] - before[0], after[1] - before[1], ownMilliseconds].map(
      (time) => time / milliseconds.length,
    ),
  };
}

/** Sends reports from a process of its own; every one must be taken in. */
async function callers(
  server: BuiltServer,
  count: number,
  seconds: number,
): Promise<{ milliseconds: number[]; ownMilliseconds: number }> {
  const calling = fork(join(import.meta.dirname, "callers.mjs"));
  calling.send({ url: server.url, callers: count, seconds });
  const [{ statuses, ...times }] = await once(calling, "message");
  calling.kill();
  expect(Object.keys(statuses)).toEqual(["201"]);
  return times;
}

test(`what ${manyTickets} tickets cost`, async ({ folder, start }) => {
  const dataDir = join(folder, "data");
  const first = await start(dataDir);
  await callers(first, 20, 3);
  const database = new Client({ connectionString: databaseUrlOn(dataDir) });
  await database.connect();
  const cookie = await signIn(database);
  await fillTickets(database, manyTickets);
  const { rows: known } = await database.query<{ key: string }>(
    "select key from tickets where state = 'in_progress' order by created_at desc limit 1",
  );
  await database.end();
  await stop(first);

  const server = await start(dataDir);
  const memory: [string, Memory][] = [[`${manyTickets} tickets, started`, memoryOn(dataDir)]];
  const pages: [what: string, path: string][] = [
    ["queue: open", "/console?view=open"],
    ["queue: open, page 40", "/console?view=open&page=40"],
    ["queue: closed", "/console?view=closed"],
    ["queue: a name searched", "/console?view=open&q=claire"],
    ["ticket alone", `/console/tickets/${known[0]?.key}`],
    ["ticket beside the queue", `/console/tickets/${known[0]?.key}?view=open`],
  ];
  const rows: [what: string, p50: number, p99: number][] = [];
  for (const [what, path] of pages) {
    const milliseconds: number[] = [];
    for (let round = 0; round < 110; round += 1) {
      const since = performance.now();
      const response = await fetch(server.url + path, { headers: { cookie } });
      await response.text();
      if (round >= 10) milliseconds.push(performance.now() - since); // the first ten warm up
      expect(response.status).toBe(200);
    }
    rows.push([what, median(milliseconds), percentile(milliseconds, 99)]);
  }
  memory.push([`${manyTickets} tickets, ${rows.length * 110} pages later`, memoryOn(dataDir)]);
  await stop(server);
  printTable(
    `Pages of a signed-in agent at ${manyTickets} tickets, a tenth of them open: the server's answer, ms (100 each)`,
    ["page", "p50", "p99", "p50 at most"],
    rows.map(([what, p50, p99]) => [what, p50.toFixed(1), p99.toFixed(1), atMost.pageMilliseconds]),
  );
  printMemory(memory);
  for (const [what, p50] of rows) expect(p50, what).toBeLessThanOrEqual(atMost.pageMilliseconds);
});

/** An agent's session, as the browser holds it. */
async function signIn(database: Client): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.query("insert into agents (email, name) values ('camille@example.com', 'Camille Roy')");
  await database.query(
    "insert into sessions (token_hash, agent_id, created_at, expires_at) select $1, id, now(), now() + interval '12 hours' from agents",
    [hashToken(token)],
  );
  return `help_session=${token}`;
}
