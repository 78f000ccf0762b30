import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { repeat } from "../repeat.ts";
import { type Letter, type LetterName, secretLetters } from "./letters.ts";

export interface OutgoingMail {
  /** One mail a key, however often a request is repeated. */
  dedupeKey: string;
  name: LetterName;
  recipient: string;
  letter: Letter;
  ticketId?: string;
  isSealed?: boolean;
  /** The network that caused it, for the receipts' limit. */
  network?: string;
}

const columns =
  "dedupe_key, letter, recipient, subject, body_text, body_html, ticket_id, is_sealed, network, run_at, created_at";

/** SQL within a larger statement: queues `mail`, made of the parameter `outboxRow(…)`, if `condition` holds. */
export const insertMail = (parameter: string, condition = "true") =>
  `insert into outbox (${columns}) select ${columns} from jsonb_populate_record(null::outbox, ${parameter}) as mail
   where ${condition} on conflict (dedupe_key) do nothing`;

export function outboxRow(context: Context, mail: OutgoingMail): string {
  const now = context.clock.now();
  return JSON.stringify({
    dedupe_key: mail.dedupeKey,
    letter: mail.name,
    recipient: mail.recipient,
    subject: mail.letter.subject,
    body_text: mail.letter.text,
    body_html: mail.letter.html,
    ticket_id: mail.ticketId,
    is_sealed: mail.isSealed ?? false,
    network: mail.network,
    run_at: now,
    created_at: now,
  });
}

/** Queues a mail in the caller's transaction: it leaves if, and only if, that commits. */
export async function queueMail(context: Context, queries: Queries, mail: OutgoingMail): Promise<void> {
  await queries.rows(insertMail("$1"), [outboxRow(context, mail)]);
  await context.changes.publish(queries, { topic: "outbox", key: mail.dedupeKey });
}

const attemptsAtMost = 12; // with the waits below: about two days, as RFC 5321 4.5.4.1 asks at least for
const stopMilliseconds = 5_000; // a mail that is then still being handed over goes out again when its lease ends
const atOnce = 10; // two for each connection of the transport; a kill makes as many arrive again, under their Message-ID
const leaseSeconds = 120; // longer than the transport's own time-outs together, twice

/** Delivers what is due, a few mails at once, until stopped. Several processes may run this on one database. */
export function startOutbox(context: Context): () => Promise<void> {
  const deliveries = repeat(
    async (stopping) => {
      while (!stopping.aborted && (await deliverSome(context))) {
        // deliverSome says when there may be more
      }
    },
    {
      pauseMilliseconds: 15_000, // retries and leases that ran out
      onError: (error) => context.log.error("outbox: delivery stopped", { error }),
    },
  );
  const unsubscribe = context.changes.subscribe((change) => {
    if (change.topic === "outbox") deliveries.wake();
  }, deliveries.wake);

  return async () => {
    unsubscribe();
    await Promise.race([deliveries.stop(), delay(stopMilliseconds)]);
  };
}

interface DueMail {
  id: number;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  attempts: number;
}

const claimDue = {
  name: "claim-due-mails",
  text: `update outbox set run_at = $2, attempts = attempts + 1
     where id = any (array(select id from outbox where sent_at is null and gave_up_at is null and run_at <= $1
                           order by run_at limit ${atOnce} for update skip locked))
     returning id, recipient, subject, body_text, body_html, attempts`,
};

const noteSent = {
  name: "note-sent-mails",
  text: `update outbox set sent_at = $2, last_error = null,
       body_text = case when letter = any ($3) then '' else body_text end,
       body_html = case when letter = any ($3) then '' else body_html end
     where id = any ($1)`,
};

/** Takes due mails under a lease, hands them over, notes what became of each. Answers whether there may be more. */
async function deliverSome(context: Context): Promise<boolean> {
  const now = context.clock.now();
  const mails = await context.database.rows<DueMail>(claimDue, [now, after(now, leaseSeconds)]);
  if (mails.length === 0) return false;
  const tried = await Promise.all(
    mails.map(async (mail) => ({ mail, error: await handOver(context, mail) })),
  );
  const sent = tried.filter(({ error }) => error === undefined).map(({ mail }) => mail.id);
  await context.database.rows(noteSent, [sent, context.clock.now(), secretLetters]);
  for (const { mail, error } of tried) if (error !== undefined) await putOff(context, mail, reasonOf(error));
  return mails.length === atOnce;
}

/** Answers with the error when it was not accepted. */
async function handOver(context: Context, mail: DueMail): Promise<unknown> {
  try {
    await context.mail.send({
      messageId: `<outbox.${mail.id}@${new URL(context.settings.publicUrl).hostname}>`,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
    });
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Each wait is twice as long as the last. */
async function putOff(context: Context, mail: DueMail, reason: string): Promise<void> {
  // Neither the address nor the text belongs in a log.
  context.log.warn("outbox: not accepted", { outboxId: mail.id, attempt: mail.attempts, reason });
  const retryAt = after(context.clock.now(), Math.min(30 * 2 ** (mail.attempts - 1), 6 * 3_600));
  await context.database.rows(
    `update outbox set run_at = $2, last_error = $3, gave_up_at = case when attempts >= $4 then $5::timestamptz end where id = $1`,
    [mail.id, retryAt, reason, attemptsAtMost, context.clock.now()],
  );
}

/** The transport's code and the server's status, which hold no address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : error.name;
  return "responseCode" in error ? `${code} ${String(error.responseCode)}` : code;
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
