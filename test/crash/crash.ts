import { execFileSync } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client, type QueryResultRow } from "pg";
import { SMTPServer } from "smtp-server";
import { symptoms } from "../../server/contract/symptoms.ts";
import type { TicketInput, TicketReceipt } from "../../server/contract/types.ts";
import { projectDir } from "../../server/settings.ts";
import {
  type BuiltServer,
  databaseUrlOn,
  endAllOn,
  launch,
  processesOn,
  temporaryFolder,
} from "../built-server.ts";
import { report } from "../fixtures.ts";

/** How often something was promised to the outside world, and how often the promise was broken. */
interface Tally {
  acknowledged: number;
  lost: number;
  doubled: number;
}

export interface CrashResult {
  reports: Tally;
  receiptsQueued: Tally;
  replies: Tally;
  replyMailsQueued: Tally;
  /** Only when a run waits for the mail. Doubled: arrived again under its own Message-ID, which mail programs show once. */
  mailsDelivered: Tally;
  /** The same id and token answered with another key. */
  forgotten: number;
  /** Answers that are neither a success nor "not ready". */
  strangeAnswers: number;
  worstRestartMilliseconds: number;
}

/** A report that was sent. Without a key nobody acknowledged it yet. */
interface Sent {
  body: TicketInput;
  address: string;
  key?: string;
  hasReceipt?: boolean;
}

interface Reply {
  id: string;
  report: Sent;
  by: "reporter" | "support";
  isAcknowledged: boolean;
}

const writers = 8;

/**
 * Rounds of a server that is killed while reports, replies and mails flow, every other time with its PostgreSQL, and
 * restarted on the same folder; then everything that was acknowledged is looked for, and what was not is sent again.
 * A server of PostgreSQL that is not ours is left alone.
 */
export async function crash({
  rounds,
  databaseUrl,
  waitForMail = false,
  say = () => {},
}: {
  rounds: number;
  /** Of an empty database; else the embedded one on a folder of its own. */
  databaseUrl?: string | undefined;
  waitForMail?: boolean;
  say?: (line: string) => void;
}): Promise<CrashResult> {
  const folder = temporaryFolder();
  const dataDir = join(folder.path, "data");
  const post = await openPost();
  const sent: Sent[] = [];
  const replies: Reply[] = [];
  const found = nothingFound();
  const env = {
    TRUST_PROXY: "1",
    SMTP_URL: post.url,
    LOG_LEVEL: "error",
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const storeUrl = databaseUrl ?? databaseUrlOn(dataDir);

  async function restart(): Promise<BuiltServer> {
    const since = performance.now();
    const server = await launch({ dataDir, env });
    await server.ready;
    found.worstRestartMilliseconds = Math.max(found.worstRestartMilliseconds, performance.now() - since);
    return server;
  }

  try {
    const apiKey = execFileSync(
      process.execPath,
      [join(projectDir, "dist/server/operate.js"), "token", "create", "--name", "crash", "--security"],
      {
        env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      },
    ).trim();
    const desk = { sent, sentBefore: 0, replies, found, apiKey };

    for (let round = 1; round <= rounds; round += 1) {
      if (round % 5 === 0) await killWhileStarting(dataDir, env);
      const server = await restart();
      await sendAgain(server, desk);
      const isDown = new AbortController();
      const writing = Promise.all(Array.from({ length: writers }, () => write(server, desk, isDown.signal)));
      await delay(randomInt(20, 500));
      isDown.abort();
      await kill(server, round % 2 === 0 && databaseUrl === undefined ? dataDir : undefined);
      await writing;
      say(`round ${round} of ${rounds}: ${sent.length} reports and ${replies.length} replies sent so far`);
    }

    const server = await restart();
    await sendAgain(server, desk);
    lookFor(await storedIn(storeUrl), desk);
    if (waitForMail) await lookForMails(storeUrl, desk, post.arrivals);
    server.process.kill("SIGTERM");
    await server.ended;
  } finally {
    await endAllOn(dataDir);
    await post.close();
    folder.remove();
  }
  return found;
}

interface Desk {
  sent: Sent[];
  /** How many there were when everything was last sent again. */
  sentBefore: number;
  replies: Reply[];
  found: CrashResult;
  apiKey: string;
}

/** Reports and replies until the server is gone. */
async function write(server: BuiltServer, desk: Desk, isDown: AbortSignal): Promise<void> {
  while (!isDown.aborted) {
    const known = desk.sent.filter(({ key }) => key !== undefined);
    const about = known[randomInt(Math.max(known.length, 1))];
    if (about === undefined || randomInt(10) < 6) {
      const number = desk.sent.length;
      const body = report({
        symptom: symptoms[number % symptoms.length] ?? "other",
        message: `report number ${number}`,
        reporter: { email: `person-${number}@example.com` },
      });
      const one: Sent = { body, address: addressOf(number) };
      desk.sent.push(one);
      await sendReport(server, desk, one);
    } else {
      const reply: Reply = {
        id: randomUUID(),
        report: about,
        by: randomInt(2) === 0 ? "reporter" : "support",
        isAcknowledged: false,
      };
      desk.replies.push(reply);
      await sendReply(server, desk, reply);
    }
  }
}

/** Eight reports an address: below every limit, also when each is sent twice. */
function addressOf(number: number): string {
  const block = Math.floor(number / 8);
  return `10.${(block >> 16) & 255}.${(block >> 8) & 255}.${block & 255}`;
}

async function sendReport(server: BuiltServer, { found }: Desk, one: Sent): Promise<void> {
  const response = await post(server, found, "/api/tickets", one.body, { "x-forwarded-for": one.address });
  if (!response) return;
  // The contract's receipt.
  const receipt = (await response.json().catch(() => undefined)) as TicketReceipt | undefined;
  if (!receipt) return; // killed in the middle of the answer
  // It was acknowledged before: made anew, it had been lost, though it is there again.
  if (one.key !== undefined && response.status === 201) found.reports.lost += 1;
  else if (one.key !== undefined && receipt.key !== one.key) found.forgotten += 1;
  one.key = receipt.key;
  one.hasReceipt = receipt.receipt === "sent";
}

async function sendReply(server: BuiltServer, { found, apiKey }: Desk, reply: Reply): Promise<void> {
  const { key, body } = reply.report;
  const path =
    reply.by === "support" ? `/api/console/tickets/${key}/messages` : `/api/tickets/${key}/messages`;
  const authorization = `Bearer ${reply.by === "support" ? apiKey : body.accessToken}`;
  const input = { id: reply.id, body: reply.id };
  const response = await post(server, found, path, input, { authorization });
  if (response) reply.isAcknowledged = true;
}

/** The answer, if it is a success. A connection that breaks and "not ready" are what a kill looks like. */
async function post(
  server: BuiltServer,
  found: CrashResult,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Response | undefined> {
  const response = await fetch(server.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (response && !response.ok && response.status !== 503) {
    found.strangeAnswers += 1;
    console.error(path, response.status, await response.text());
  }
  return response?.ok ? response : undefined;
}

/**
 * What was not acknowledged is sent again, as a widget does; what was must answer the same: all since the last kill, and
 * fifty of any age. At the end everything is looked for in the database.
 */
async function sendAgain(server: BuiltServer, desk: Desk): Promise<void> {
  const older = Array.from(
    { length: Math.min(50, desk.sent.length) },
    () => desk.sent[randomInt(desk.sent.length)],
  );
  const checked = new Set([
    ...desk.sent.slice(desk.sentBefore),
    ...older.flatMap((one) => one ?? []),
    ...desk.sent.filter(({ key }) => key === undefined),
  ]);
  desk.sentBefore = desk.sent.length;
  const queue: (() => Promise<void>)[] = [
    ...[...checked].map((one) => () => sendReport(server, desk, one)),
    ...desk.replies
      .filter(({ isAcknowledged }) => !isAcknowledged)
      .map((reply) => () => sendReply(server, desk, reply)),
  ];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await next();
  };
  await Promise.all(Array.from({ length: writers }, worker));
}

/** The server alone, which leaves PostgreSQL to the next one; or it and every process of PostgreSQL, in any order. */
async function kill(server: BuiltServer, dataDir?: string): Promise<void> {
  const pids = [server.process.pid ?? 0, ...(dataDir ? processesOn(dataDir).map(({ pid }) => pid) : [])];
  for (const pid of randomInt(2) === 0 ? pids : pids.reverse()) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // PostgreSQL's processes end each other
    }
  }
  await server.ended;
}

async function killWhileStarting(dataDir: string, env: Record<string, string>): Promise<void> {
  const server = await launch({ dataDir, env });
  await delay(randomInt(1_000));
  await kill(server, randomInt(2) === 0 ? dataDir : undefined);
}

/** How often everything is stored, by what people wrote: a report under a second id would be seen, too. */
async function storedIn(url: string): Promise<Map<string, number>> {
  const rows = await query<{ what: string; times: number }>(
    url,
    `select 'report ' || message as what, count(*)::int as times from tickets group by message
     union all select 'receipt ' || ticket_id, count(*)::int from outbox where letter = 'receipt' group by ticket_id
     union all select 'reply ' || body, count(*)::int from messages group by body
     union all select 'mail of ' || dedupe_key, count(*)::int from outbox where dedupe_key like 'reply %' group by dedupe_key`,
  );
  return new Map(rows.map(({ what, times }) => [what, times]));
}

function lookFor(stored: Map<string, number>, { sent, replies, found }: Desk): void {
  const count = (tally: Tally, isAcknowledged: boolean, what: string) => {
    const times = stored.get(what) ?? 0;
    if (isAcknowledged) tally.acknowledged += 1;
    if (isAcknowledged && times === 0) tally.lost += 1;
    if (times > 1) tally.doubled += 1;
  };
  for (const { body, key, hasReceipt } of sent) {
    count(found.reports, key !== undefined, `report ${body.message}`);
    count(found.receiptsQueued, hasReceipt === true, `receipt ${body.id}`);
  }
  for (const { id, by, isAcknowledged } of replies) {
    count(found.replies, isAcknowledged, `reply ${id}`);
    count(found.replyMailsQueued, isAcknowledged && by === "support", `mail of reply ${id}`);
  }
}

const mailPatienceMilliseconds = 300_000; // a mail in flight at a kill waits for its lease of two minutes

async function lookForMails(url: string, { found }: Desk, arrivals: Map<string, number>): Promise<void> {
  const waiting = () =>
    query<{ id: number }>(url, "select id from outbox where sent_at is null and gave_up_at is null limit 1");
  const deadline = Date.now() + mailPatienceMilliseconds;
  while ((await waiting()).length > 0 && Date.now() < deadline) await delay(1_000);
  for (const { id } of await query<{ id: number }>(url, "select id from outbox")) {
    const times = arrivals.get(`<outbox.${id}@localhost>`) ?? 0;
    found.mailsDelivered.acknowledged += 1;
    if (times === 0) found.mailsDelivered.lost += 1;
    if (times > 1) found.mailsDelivered.doubled += 1;
  }
}

async function query<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

/** A mail server that notes how often each Message-ID arrived. */
async function openPost(): Promise<{ url: string; arrivals: Map<string, number>; close(): Promise<void> }> {
  const arrivals = new Map<string, number>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      let mail = "";
      stream.setEncoding("utf8").on("data", (text: string) => (mail += text));
      stream.on("end", () => {
        const id = /^Message-ID: (\S+)/im.exec(mail)?.[1] ?? "none";
        arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  smtp.on("error", () => {}); // a client that was killed
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo; // a TCP server's address is one
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
}

function nothingFound(): CrashResult {
  const tally = (): Tally => ({ acknowledged: 0, lost: 0, doubled: 0 });
  return {
    reports: tally(),
    receiptsQueued: tally(),
    replies: tally(),
    replyMailsQueued: tally(),
    mailsDelivered: tally(),
    forgotten: 0,
    strangeAnswers: 0,
    worstRestartMilliseconds: 0,
  };
}
