import { randomUUID } from "node:crypto";
import { signInSymptoms, symptomsThatNeedAMessage } from "../contract/symptoms.ts";
import type {
  CanWork,
  MessageInput,
  Question,
  ReporterTicket,
  Scope,
  Stage,
  TeamContact,
  TicketInput,
  TicketReceipt,
  TicketState,
} from "../contract/types.ts";
import { stages } from "../contract/types.ts";
import { limits } from "../contract/limits.ts";
import type { Context } from "../context.ts";
import {
  type Customer,
  type CustomerSource,
  findSiteAndCustomer,
  type Site,
} from "../customers/customers.ts";
import type { Queries } from "../database.ts";
import { subjectOf } from "../facts/subject.ts";
import { subjectProved } from "../identity/proof.ts";
import { closestLocale } from "../locale.ts";
import { writeLetter } from "../mail/letters.ts";
import { insertMail, outboxRow } from "../mail/outbox.ts";
import { Problem } from "../problem.ts";
import { text } from "../text/text.ts";
import { sayTime } from "../times.ts";
import { foldWords } from "./fold-words.ts";
import { knownFacts, similarFacts } from "./known-facts.ts";
import { factsOf } from "./facts.ts";
import { qualify, type Qualification } from "./qualify.ts";
import { findRegion, type Region } from "./regions.ts";
import { answerBy, regionFor, teamContact, teamOfTicket } from "./routing.ts";
import { canMove, isReopenable, stageOf } from "./states.ts";
import { hashToken, isSameSecret, isTicketLinkValid, makeTicketKey, signTicketLink } from "./tokens.ts";

/** What the request says besides its body. */
export interface Arrival {
  /** The `Origin` header: the host page, as the browser states it. */
  origin: string | undefined;
  /** The sender's network, for the receipts' limit; never stored with the ticket. */
  network: string;
  /** The proof of who somebody is, if the widget has one. Without, or with one that is over, a report is as welcome. */
  proof: string | undefined;
}

/** Everything that a report turns into before it is stored. */
interface QualifiedReport {
  input: TicketInput;
  site: Site;
  customer: (Customer & { source: CustomerSource }) | null;
  /** Whether the reporter's address is one that a mailed code proved. */
  isIdentityProved: boolean;
  region: Region;
  canWork: CanWork;
  scope: Scope;
  qualification: Qualification;
  answerBy: Date;
  team: TeamContact;
}

/**
 * Takes a report in: qualifies and routes it and stores ticket, audit entries and receipt in one transaction. The same
 * id with the same token and site answers the ticket it made (`isNew: false`).
 * Throws Problem: site-unknown, site-disabled, contact-missing, message-missing, id-already-used.
 */
export async function openTicket(
  context: Context,
  input: TicketInput,
  arrival: Arrival,
): Promise<{ isNew: boolean; receipt: TicketReceipt }> {
  const page = await findSiteAndCustomer(context.database, {
    site: input.site,
    origin: arrival.origin,
    hint: input.customer,
  });
  if (!page) throw new Problem("site-unknown", { field: "site" });
  if (!page.site.isEnabled) throw new Problem("site-disabled");
  if (!input.reporter.email && !input.reporter.phone)
    throw new Problem("contact-missing", { field: "reporter" });
  if (symptomsThatNeedAMessage.includes(input.symptom) && !input.message) {
    throw new Problem("message-missing", { field: "message" });
  }
  const subject = provedReporter(context, input, page, arrival.proof);
  const report = await qualifyReport(context, input, page, subject);
  for (;;) {
    const stored = await storeReport(context, report, arrival);
    if (stored) return { isNew: true, receipt: receiptOf(context, report, stored) };
    const receipt = await receiptOfSameReport(context, input);
    if (receipt) return { isNew: false, receipt };
    // It is the key that is taken; another will do.
  }
}

/** What the platform says of a person explains their own report only: the address must be the one that was proved. */
function provedReporter(
  context: Context,
  { reporter }: TicketInput,
  { site, customer }: Pick<QualifiedReport, "site" | "customer">,
  proof: string | undefined,
): string | undefined {
  const customerId = customer?.source === "host" ? customer.id : undefined;
  const proved = subjectProved(context, { siteId: site.id, customerId }, proof);
  const isReporter = reporter.email !== undefined && proved === subjectOf(context, site.id, reporter.email);
  return isReporter ? proved : undefined;
}

async function qualifyReport(
  context: Context,
  input: TicketInput,
  { site, customer }: Pick<QualifiedReport, "site" | "customer">,
  subject: string | undefined,
): Promise<QualifiedReport> {
  const now = context.clock.now();
  const region = regionFor(context.regions, {
    customerRegion: customer?.region,
    siteRegion: site.region,
    locale: input.locale,
    timeZone: input.environment?.timeZone,
  });
  const canWork = input.canWork ?? (signInSymptoms.includes(input.symptom) ? "no" : "with_difficulty");
  const scope = input.scope ?? "unknown";
  const said = { ...input, canWork, scope };
  const known = await knownFacts(context, { site, symptom: input.symptom, customer, subject });
  const facts = factsOf(said, known, now);
  // Only after a first look is it known what "similar" means.
  const similar = await similarFacts(context, qualify(facts).cause, region.id);
  const qualification = qualify({ ...facts, ...similar });
  const { severity, security } = qualification;
  return {
    input,
    site,
    customer,
    isIdentityProved: subject !== undefined,
    region,
    canWork,
    scope,
    qualification,
    answerBy: answerBy(context.regions, { severity, security, region, at: now }),
    team: teamOfTicket({ region, isSealed: security }, closestLocale(input.locale), now),
  };
}

const ticketColumns = `id, key, token_hash, is_sealed, site_id, customer_id, customer_source, region, locale, symptom,
  message, can_work, scope, needed_by, reporter, is_identity_proved, answers, page, environment, checks, breadcrumbs, suggestions, guide_path,
  state, kind, severity, cause, confidence, team, rule, because, automatic, answer_by, created_at, updated_at`;

/**
 * All that a new report becomes, in one statement: no lock is held across a round trip. An address that nobody verified
 * gets few receipts, so that reports cannot be used to flood somebody; above the limit the ticket stands without one.
 */
const insertReport = {
  name: "insert-report",
  text: `with ticket as (
    insert into tickets (${ticketColumns}, search_words)
    select ${ticketColumns}, to_tsvector('simple', $2) from jsonb_populate_record(null::tickets, $1)
    on conflict do nothing returning id, site_id, created_at
  ), seen as (
    update sites set last_seen_at = ticket.created_at from ticket
    where sites.id = site_id and (last_seen_at is null or last_seen_at < ticket.created_at - interval '1 minute')
  ), audited as (
    insert into audit_entries (at, actor, action, ticket_id, detail)
    select created_at, actor, action, id, detail
    from ticket, (values ('reporter', 'opened', '{}'::jsonb), ('rule', 'qualified', $3)) as entry (actor, action, detail)
  ), receipt as (
    ${insertMail(
      "$4",
      `exists (select from ticket) and recipient is not null
       and (select count(*) from outbox o where letter = 'receipt' and o.recipient = mail.recipient
            and o.created_at > mail.created_at - interval '1 hour') < ${limits.receiptsPerHourAndAddress}
       and (select count(*) from outbox o where letter = 'receipt' and o.recipient = mail.recipient
            and o.created_at > mail.created_at - interval '1 day') < ${limits.receiptsPerDayAndAddress}
       and (select count(*) from outbox o where letter = 'receipt' and o.network = mail.network
            and o.created_at > mail.created_at - interval '1 hour') < ${limits.receiptsPerHourAndNetwork}`,
    )} returning id
  )
  select exists (select from receipt) as "hasReceipt" from ticket`,
};

interface StoredReport {
  key: string;
  state: TicketState;
  hasReceipt: boolean;
}

/** Undefined when its id or its key is there already; then nothing is stored. */
async function storeReport(
  context: Context,
  report: QualifiedReport,
  arrival: Arrival,
): Promise<StoredReport | undefined> {
  const now = context.clock.now();
  const { input, site, customer, qualification } = report;
  const { reporter } = input;
  const { kind, security, severity, cause, confidence, team, rule, because } = qualification;
  const key = makeTicketKey();
  const state: TicketState = "qualified";
  const ticket = {
    id: input.id,
    key,
    token_hash: `\\x${hashToken(input.accessToken).toString("hex")}`,
    is_sealed: security,
    site_id: site.id,
    customer_id: customer?.id,
    customer_source: customer?.source,
    region: report.region.id,
    locale: input.locale,
    symptom: input.symptom,
    message: input.message,
    can_work: report.canWork,
    scope: report.scope,
    needed_by: input.neededBy,
    reporter,
    is_identity_proved: report.isIdentityProved,
    answers: input.answers ?? {},
    page: input.page ?? {},
    environment: input.environment ?? {},
    checks: input.checks ?? [],
    breadcrumbs: input.breadcrumbs ?? [],
    suggestions: input.suggestions ?? [],
    guide_path: input.guidePath ?? [],
    state,
    kind,
    severity,
    cause,
    confidence,
    team,
    rule,
    because,
    automatic: qualification,
    answer_by: report.answerBy,
    created_at: now,
    updated_at: now,
  };
  const words = [key, key.replace("-", ""), input.message, reporter.email, reporter.name, reporter.phone]
    .concat(customer?.name, cause.replaceAll("_", " "), site.id)
    .join(" ");
  const stored = await context.database.row<Pick<StoredReport, "hasReceipt">>(insertReport, [
    JSON.stringify(ticket),
    foldWords(words),
    JSON.stringify({ rule, kind, cause, severity, confidence }),
    receiptMail(context, report, key, arrival.network),
  ]);
  if (!stored) return undefined;
  context.changes.announce({ topic: "ticket", key: input.id });
  if (stored.hasReceipt) context.changes.announce({ topic: "outbox", key: input.id });
  return { key, state, hasReceipt: stored.hasReceipt };
}

/** Null for a person without an address. */
function receiptMail(
  context: Context,
  { input, site, region, answerBy, qualification }: QualifiedReport,
  key: string,
  network: string,
): string | null {
  if (input.reporter.email === undefined) return null;
  const now = context.clock.now();
  const locale = closestLocale(input.locale);
  // The region's also for a breach: a mail does not tell what it is about.
  const team = teamContact(region, locale, now);
  return outboxRow(context, {
    dedupeKey: `receipt ${input.id}`,
    name: "receipt",
    recipient: input.reporter.email.toLowerCase(),
    ticketId: input.id,
    isSealed: qualification.security,
    network,
    letter: writeLetter("receipt", locale, {
      key,
      receivedAt: sayTime(now, locale, region.timeZone),
      answerBy: sayTime(answerBy, locale, region.timeZone),
      teamName: team.name,
      contact: [team.phone, team.email].filter(Boolean).join(", "),
      ticketUrl: mailedTicketUrl(context, { id: input.id, key, siteId: site.id }),
    }),
  });
}

function receiptOf(
  context: Context,
  { site, qualification, answerBy, team }: QualifiedReport,
  { key, state, hasReceipt }: StoredReport,
): TicketReceipt {
  return {
    key,
    url: ticketUrl(context, site.id, key),
    state,
    answerBy: answerBy.toISOString(),
    team,
    receipt: hasReceipt ? "sent" : "not_sent",
    ...(qualification.question === undefined ? {} : { question: qualification.question }),
  };
}

/** The page where a reporter reads a ticket; it asks for the token that the device or the mail holds. */
function ticketUrl(context: Context, siteId: string, key: string): string {
  return `${context.settings.publicUrl}/reports/${key}?site=${siteId}`;
}

/** The same with a signed token in the fragment, which browsers never send to a server. */
export function mailedTicketUrl(
  context: Context,
  ticket: { id: string; key: string; siteId: string },
): string {
  const token = signTicketLink(context.secret, ticket.id, context.clock.now());
  return `${ticketUrl(context, ticket.siteId, ticket.key)}#${token}`;
}

async function receiptOfSameReport(context: Context, input: TicketInput): Promise<TicketReceipt | undefined> {
  const ticket = await context.database.row<
    Pick<TicketRow, "key" | "token_hash" | "is_sealed" | "site_id" | "state" | "answer_by" | "region"> & {
      has_receipt: boolean;
      question: Question | null;
    }
  >(
    `select key, token_hash, is_sealed, site_id, state, answer_by, region, automatic->>'question' as question,
       exists (select from outbox where dedupe_key = 'receipt ' || tickets.id) as has_receipt
     from tickets where id = $1`,
    [input.id],
  );
  if (!ticket) return undefined;
  if (ticket.site_id !== input.site || !isSameSecret(ticket.token_hash, hashToken(input.accessToken))) {
    throw new Problem("id-already-used", { field: "id" });
  }
  return {
    key: ticket.key,
    url: ticketUrl(context, ticket.site_id, ticket.key),
    state: ticket.state,
    answerBy: ticket.answer_by.toISOString(),
    team: teamOfTicket(
      { region: findRegion(context.regions, ticket.region), isSealed: ticket.is_sealed },
      closestLocale(input.locale),
      context.clock.now(),
    ),
    receipt: ticket.has_receipt ? "sent" : "not_sent",
    ...(ticket.question === null ? {} : { question: ticket.question }),
  };
}

interface TicketRow {
  id: string;
  key: string;
  token_hash: Buffer;
  is_sealed: boolean;
  site_id: string;
  region: string;
  locale: string;
  symptom: TicketInput["symptom"];
  state: TicketState;
  message: string | null;
  needed_by: Date | null;
  /** What the rules made of it when it came in. */
  automatic: { question?: Question };
  answer_by: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/**
 * Finds a ticket for whoever holds its token: the one the widget made, or the signed one of a mailed link.
 * A wrong token and an unknown key are the same to the asker. Throws Problem ticket-not-found.
 */
export async function findOwnTicket(context: Context, key: string, token: string): Promise<{ id: string }> {
  const ticket = await context.database.row<{ id: string; token_hash: Buffer }>(
    "select id, token_hash from tickets where key = $1",
    [key.toUpperCase()],
  );
  const isOwner =
    ticket !== undefined &&
    (isSameSecret(ticket.token_hash, hashToken(token)) ||
      isTicketLinkValid(context.secret, ticket.id, token, context.clock.now()));
  if (!isOwner) throw new Problem("ticket-not-found");
  return { id: ticket.id };
}

/** What the reporter sees of a ticket: its thread and stages, nothing internal. */
export async function readOwnTicket(context: Context, id: string): Promise<ReporterTicket> {
  const now = context.clock.now();
  const ticket = await context.database.row<TicketRow>("select * from tickets where id = $1", [id]);
  if (!ticket) throw new Problem("ticket-not-found");
  const [messages, moves] = await Promise.all([
    context.database.rows<{
      id: string;
      author: "reporter" | "agent" | "system";
      name: string | null;
      body: string;
      at: Date;
    }>(
      `select m.id, author, a.name, body, at from messages m left join agents a on a.id = m.agent_id
       where ticket_id = $1 and not is_internal and body <> '' order by at, m.id`,
      [id],
    ),
    context.database.rows<{ to: TicketState; at: Date }>(
      "select detail->>'to' as to, at from audit_entries where ticket_id = $1 and action = 'moved' order by at, id",
      [id],
    ),
  ]);
  const stage = stageOf(ticket.state);
  const locale = closestLocale(ticket.locale);
  const canReply = !["closed", "cancelled"].includes(ticket.state);
  const { question } = ticket.automatic;
  return {
    key: ticket.key,
    symptom: ticket.symptom,
    state: ticket.state,
    stage,
    stages: stagesWithTimes(stage, ticket.created_at, moves),
    ...(ticket.needed_by ? { neededBy: ticket.needed_by.toISOString() } : {}),
    answerBy: ticket.answer_by.toISOString(),
    team: teamOfTicket(
      { region: findRegion(context.regions, ticket.region), isSealed: ticket.is_sealed },
      locale,
      now,
    ),
    messages: [
      ...(ticket.message === null
        ? []
        : [
            {
              id: ticket.id,
              author: "reporter" as const,
              body: ticket.message,
              at: ticket.created_at.toISOString(),
            },
          ]),
      ...messages.map(({ id, author, name, body, at }) => ({
        id,
        author,
        ...(name === null ? {} : { name }),
        body,
        at: at.toISOString(),
      })),
    ],
    ...(messages.length === 0 && canReply && question ? { question } : {}),
    canReply,
    canConfirm: canMove(ticket.state, "closed", "reporter"),
    canReopen: isReopenable(ticket.state, ticket.resolved_at ?? ticket.closed_at, now),
    createdAt: ticket.created_at.toISOString(),
    updatedAt: ticket.updated_at.toISOString(),
  };
}

function stagesWithTimes(
  current: Stage,
  createdAt: Date,
  moves: { to: TicketState; at: Date }[],
): ReporterTicket["stages"] {
  return stages.map((stage) => {
    if (stages.indexOf(stage) > stages.indexOf(current)) return { stage };
    const reached =
      stage === "received" || stage === "qualified"
        ? createdAt
        : moves.find((move) => stageOf(move.to) === stage)?.at;
    return { stage, ...(reached ? { at: reached.toISOString() } : {}) };
  });
}

/**
 * The reporter writes, confirms that it works, or reopens. A message id that is known already changes nothing.
 * Throws Problem: ticket-closed, message-missing, message-id-already-used, move-not-allowed.
 */
export async function addOwnMessage(context: Context, ticketId: string, input: MessageInput): Promise<void> {
  const now = context.clock.now();
  if (input.body === "" && input.action === undefined)
    throw new Problem("message-missing", { field: "body" });
  await context.database.transaction(async (queries) => {
    const ticket = await queries.row<TicketRow>("select * from tickets where id = $1 for update", [ticketId]);
    if (!ticket) throw new Problem("ticket-not-found");
    if (await isKnownMessage(queries, ticketId, input.id)) return;
    const to = nextState(ticket, input.action, now);
    if (input.body !== "") await writeQuestion(queries, ticket, now);
    const isNew = await queries.row(
      `insert into messages (id, ticket_id, author, body, at) values ($1, $2, 'reporter', $3, $4)
       on conflict (id) do nothing returning id`,
      [input.id, ticketId, input.body, now],
    );
    if (!isNew) throw new Problem("message-id-already-used", { field: "id" }); // on another ticket, just now
    await queries.rows(
      `update tickets set updated_at = $2, is_read = false, state = $3,
         closed_at = case when $3 = 'closed' then $2::timestamptz when $3 = 'reopened' then null else closed_at end,
         resolved_at = case when $3 = 'reopened' then null else resolved_at end
       where id = $1`,
      [ticketId, now, to],
    );
    if (to !== ticket.state) {
      await queries.rows(
        "insert into audit_entries (at, actor, action, ticket_id, detail) values ($1, 'reporter', 'moved', $2, $3)",
        [now, ticketId, JSON.stringify({ from: ticket.state, to })],
      );
    }
    await context.changes.publish(queries, { topic: "ticket", key: ticketId });
  });
}

/** Whoever reads the first answer of a reporter sees what they were asked, just above it. */
async function writeQuestion(queries: Queries, ticket: TicketRow, now: Date): Promise<void> {
  const { question } = ticket.automatic;
  if (question === undefined) return;
  await queries.rows(
    `insert into messages (id, ticket_id, author, body, at) select $1, $2, 'system', $3, $4
     where not exists (select from messages where ticket_id = $2 and not is_internal and body <> '')`,
    [
      randomUUID(),
      ticket.id,
      text(closestLocale(ticket.locale)).questions[question],
      new Date(now.getTime() - 1),
    ],
  );
}

/** Whether a ticket has this message already. Throws message-id-already-used when another one has it. */
export async function isKnownMessage(queries: Queries, ticketId: string, id: string): Promise<boolean> {
  const known = await queries.row<{ ticket_id: string }>("select ticket_id from messages where id = $1", [
    id,
  ]);
  if (known && known.ticket_id !== ticketId) throw new Problem("message-id-already-used", { field: "id" });
  return known !== undefined;
}

/** An answer to a waiting ticket puts it back to work; a word on a resolved one leaves it resolved. */
function nextState(ticket: TicketRow, action: MessageInput["action"], now: Date): TicketState {
  if (action === "confirm") {
    if (!canMove(ticket.state, "closed", "reporter")) throw new Problem("move-not-allowed");
    return "closed";
  }
  if (action === "reopen") {
    if (!isReopenable(ticket.state, ticket.resolved_at ?? ticket.closed_at, now))
      throw new Problem("ticket-closed");
    return "reopened";
  }
  if (["closed", "cancelled"].includes(ticket.state)) throw new Problem("ticket-closed");
  return ticket.state === "waiting_customer" ? "in_progress" : ticket.state;
}
