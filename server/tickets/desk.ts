import type {
  Breadcrumb,
  CanWork,
  CheckResult,
  Environment,
  GuideStep,
  PageDetails,
  Reporter,
  Scope,
  TicketState,
} from "../contract/types.ts";
import type { Symptom } from "../contract/symptoms.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { findStatedFacts, type StatedFact } from "../facts/facts.ts";
import { subjectOf } from "../facts/subject.ts";
import { closestLocale } from "../locale.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/outbox.ts";
import { Problem } from "../problem.ts";
import { searchQuery } from "./fold-words.ts";
import type { Qualification } from "./qualify.ts";
import { findRegion } from "./regions.ts";
import { teamContact } from "./routing.ts";
import { canMove, isOver } from "./states.ts";
import { isKnownMessage, mailedTicketUrl } from "./tickets.ts";

/** Who asks on the side of support: an agent, or a program with a key. */
export interface Viewer {
  /** As the audit log names it: `agent camille@example.com`, `key nightly-export`. */
  actor: string;
  agentId: number | null;
  name: string;
  permissions: readonly string[];
}

/** Sealed tickets exist only for whoever holds this permission: in lists, counts, searches, streams and mails. */
export function canSeeSealed(viewer: Viewer): boolean {
  return viewer.permissions.includes("security");
}

export const queueViews = ["open", "mine", "unassigned", "sealed", "closed"] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueFilter {
  view: QueueView;
  region?: string | undefined;
  team?: string | undefined;
  /** Words of keys, people, customers, messages; the last may be unfinished. */
  q?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

export interface QueueRow {
  id: string;
  key: string;
  symptom: Symptom;
  cause: string;
  kind: Qualification["kind"];
  severity: number;
  team: string;
  customerName: string | null;
  region: string;
  state: TicketState;
  canWork: CanWork;
  neededBy: Date | null;
  answerBy: Date;
  firstAnsweredAt: Date | null;
  assigneeName: string | null;
  isRead: boolean;
  isSealed: boolean;
  isSample: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface Queue {
  rows: QueueRow[];
  total: number;
  page: number;
  pages: number;
  counts: Record<"open" | "mine" | "unassigned" | "sealed", number>;
}

const pageSize = 50;

const isOpen = "t.state not in ('resolved', 'closed', 'cancelled')";

const conditionOfView: Record<QueueView, string> = {
  open: isOpen,
  mine: isOpen, // and the viewer's own, added below
  unassigned: `${isOpen} and t.assignee_id is null`,
  sealed: `${isOpen} and t.is_sealed`,
  closed: `not (${isOpen})`,
};

const queueColumns = `t.id, t.key, t.symptom, t.cause, t.kind, t.severity, t.team, c.name as "customerName", t.region, t.state,
  t.can_work as "canWork", t.needed_by as "neededBy", t.answer_by as "answerBy", t.first_answered_at as "firstAnsweredAt",
  a.name as "assigneeName", t.is_read as "isRead", t.is_sealed as "isSealed", t.is_sample as "isSample",
  t.created_at as "createdAt", t.updated_at as "updatedAt"`;

const joined = `from tickets t left join customers c on c.id = t.customer_id left join agents a on a.id = t.assignee_id`;

/** The tickets of a view, the next clock first: what still waits for a first answer, then the rest by age. */
export async function listTickets(context: Context, viewer: Viewer, filter: QueueFilter): Promise<Queue> {
  const parameters: unknown[] = [canSeeSealed(viewer)];
  const conditions = ["($1 or not t.is_sealed)", conditionOfView[filter.view]];
  const add = (condition: (position: string) => string, value: unknown) => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  if (filter.view === "mine") add((position) => `t.assignee_id = ${position}`, viewer.agentId);
  if (filter.region) add((position) => `t.region = ${position}`, filter.region);
  if (filter.team) add((position) => `t.team = ${position}`, filter.team);
  const words = searchQuery(filter.q ?? "");
  if (words !== "") add((position) => `t.search_words @@ to_tsquery('simple', ${position})`, words);
  const where = `where ${conditions.join(" and ")}`;
  const page = Math.max(1, filter.page ?? 1);

  const [rows, totals, counts] = await Promise.all([
    context.database.rows<QueueRow>(
      `select ${queueColumns} ${joined} ${where}
       order by ${filter.view === "closed" ? "t.updated_at desc" : "t.state like 'waiting%', t.first_answered_at is not null, t.answer_by, t.created_at"}, t.id
       limit ${pageSize} offset ${(page - 1) * pageSize}`,
      parameters,
    ),
    context.database.row<{ total: number }>(`select count(*) as total from tickets t ${where}`, parameters),
    context.database.row<Queue["counts"]>(
      `select count(*) as open, count(*) filter (where t.assignee_id = $2) as mine,
         count(*) filter (where t.assignee_id is null) as unassigned, count(*) filter (where t.is_sealed) as sealed
       from tickets t where ($1 or not t.is_sealed) and ${isOpen}`,
      [canSeeSealed(viewer), viewer.agentId],
    ),
  ]);
  const total = totals?.total ?? 0;
  return {
    rows,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    counts: counts ?? { open: 0, mine: 0, unassigned: 0, sealed: 0 },
  };
}

export interface DeskMessage {
  id: string;
  author: "reporter" | "agent" | "system";
  name: string | null;
  isInternal: boolean;
  body: string;
  at: Date;
}

export interface AuditEntry {
  at: Date;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

interface SimilarTicket {
  key: string;
  cause: string;
  customerName: string | null;
  state: TicketState;
  createdAt: Date;
  resolvedAt: Date | null;
  fix: string | null;
}

export interface Contact {
  role: "dpo" | "rssi" | "incident_manager" | "authorized_representative" | "administrator";
  name: string;
  email: string;
  phone: string | null;
}

/** A ticket with everything that support needs on one screen. */
export interface DeskTicket extends QueueRow {
  siteId: string;
  siteName: string;
  locale: string;
  message: string | null;
  scope: Scope;
  reporter: Reporter;
  /** Whether a code that we mailed to the reporter's address proved, before the report, that it is theirs. */
  isIdentityProved: boolean;
  answers: Record<string, string>;
  page: PageDetails;
  environment: Environment;
  checks: CheckResult[];
  breadcrumbs: Breadcrumb[];
  suggestions: { slug: string; opened?: boolean; helped?: boolean }[];
  guidePath: GuideStep[];
  confidence: number;
  rule: string;
  because: string;
  automatic: Qualification;
  isConfirmed: boolean;
  fix: string | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  customer: { id: string; name: string; region: string; source: "host" | "hint" } | null;
  assignee: { id: number; name: string } | null;
  messages: DeskMessage[];
  audit: AuditEntry[];
  similar: SimilarTicket[];
  /** What the platform says now of the site, of the customer and of a reporter who is proved; of no ticket that is over. */
  facts: StatedFact[];
  /** Whom a security ticket concerns at the customer; empty for all others. */
  contacts: Contact[];
}

/** One ticket by its key. Throws ticket-not-found, also for a sealed one that the viewer may not see. */
export async function findTicket(context: Context, viewer: Viewer, key: string): Promise<DeskTicket> {
  const ticket = await context.database.row<
    Omit<DeskTicket, "messages" | "audit" | "similar" | "facts" | "contacts"> & { region: string }
  >(
    `select ${queueColumns}, t.site_id as "siteId", s.name as "siteName", t.locale, t.message, t.scope, t.reporter,
       t.is_identity_proved as "isIdentityProved", t.answers, t.page, t.environment, t.checks, t.breadcrumbs, t.suggestions, t.guide_path as "guidePath", t.confidence, t.rule,
       t.because, t.automatic, t.qualified_by is not null as "isConfirmed", t.fix, t.resolved_at as "resolvedAt",
       t.closed_at as "closedAt",
       case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'region', c.region, 'source', t.customer_source) end as customer,
       case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as assignee
     ${joined} join sites s on s.id = t.site_id
     where t.key = $2 and ($1 or not t.is_sealed)`,
    [canSeeSealed(viewer), key.toUpperCase()],
  );
  if (!ticket) throw new Problem("ticket-not-found");
  const [messages, audit, similar, facts, contacts] = await Promise.all([
    context.database.rows<DeskMessage>(
      `select m.id, author, a.name, is_internal as "isInternal", body, at from messages m
       left join agents a on a.id = m.agent_id where ticket_id = $1 and body <> '' order by at, m.id`,
      [ticket.id],
    ),
    context.database.rows<AuditEntry>(
      "select at, actor, action, detail from audit_entries where ticket_id = $1 order by at, id",
      [ticket.id],
    ),
    findSimilar(context, ticket),
    factsNow(context, ticket),
    ticket.isSealed && ticket.customer
      ? context.database.rows<Contact>(
          "select role, name, email, phone from contacts where customer_id = $1 and role <> 'administrator' order by role, name",
          [ticket.customer.id],
        )
      : [],
  ]);
  return { ...ticket, checks: withoutTwins(ticket.checks), messages, audit, similar, facts, contacts };
}

/** The browser and the server may both have made a check: the later one counts, unless it found nothing out. */
function withoutTwins(checks: readonly CheckResult[]): CheckResult[] {
  const byId = new Map<string, CheckResult>();
  for (const check of checks)
    if (check.outcome !== "unknown" || !byId.has(check.id)) byId.set(check.id, check);
  return [...byId.values()];
}

/**
 * Not kept with the ticket: a platform's word ends when it says. Nobody who merely types an address opens what is said
 * of its person, and a ticket that is over is no window on somebody's account.
 */
async function factsNow(
  context: Context,
  {
    state,
    siteId,
    customer,
    reporter,
    isIdentityProved,
  }: Pick<DeskTicket, "state" | "siteId" | "customer" | "reporter" | "isIdentityProved">,
): Promise<StatedFact[]> {
  if (isOver(state)) return [];
  const email = isIdentityProved ? reporter.email : undefined;
  return findStatedFacts(context, {
    siteId,
    customerId: customer?.source === "host" ? customer.id : undefined,
    subject: email && subjectOf(context, siteId, email),
  });
}

/**
 * The same cause of late, the same customer first; solved ones say how. Sealed tickets are similar to nothing. Some
 * causes have thousands: the latest two hundred are looked at, and fifty of the customer's own.
 */
async function findSimilar(
  context: Context,
  ticket: Pick<QueueRow, "id" | "cause" | "isSealed"> & Pick<DeskTicket, "customer">,
): Promise<SimilarTicket[]> {
  if (ticket.isSealed) return [];
  return context.database.rows<SimilarTicket>(
    `select t.key, t.cause, c.name as "customerName", t.state, t.created_at as "createdAt", t.resolved_at as "resolvedAt", t.fix
     from tickets t left join customers c on c.id = t.customer_id
     where t.id <> $1 and t.id in (
       (select id from tickets where not is_sealed and cause = $2 and created_at > $4::timestamptz - interval '90 days'
        order by created_at desc limit 200)
       union
       (select id from tickets where not is_sealed and cause = $2 and created_at > $4::timestamptz - interval '90 days'
          and customer_id = $3 order by created_at desc limit 50))
     order by (t.customer_id is not distinct from $3) desc, (t.fix is not null) desc, t.created_at desc limit 6`,
    [ticket.id, ticket.cause, ticket.customer?.id ?? null, context.clock.now()],
  );
}

interface LockedTicket {
  id: string;
  key: string;
  state: TicketState;
  is_sealed: boolean;
  site_id: string;
  locale: string;
  region: string;
  reporter: Reporter;
  cause: string;
  kind: Qualification["kind"];
  severity: number;
  team: string;
  assignee_id: number | null;
}

/** Runs one change of one ticket in a transaction, with the ticket locked, and tells everybody when it commits. */
async function changeTicket(
  context: Context,
  viewer: Viewer,
  key: string,
  change: (queries: Queries, ticket: LockedTicket, now: Date) => Promise<void>,
): Promise<void> {
  await context.database.transaction(async (queries) => {
    const ticket = await queries.row<LockedTicket>(
      "select * from tickets where key = $2 and ($1 or not is_sealed) for update",
      [canSeeSealed(viewer), key.toUpperCase()],
    );
    if (!ticket) throw new Problem("ticket-not-found");
    const now = context.clock.now();
    await change(queries, ticket, now);
    await queries.rows("update tickets set updated_at = $2 where id = $1", [ticket.id, now]);
    await context.changes.publish(queries, { topic: "ticket", key: ticket.id });
  });
}

async function writeAudit(
  queries: Queries,
  viewer: Viewer,
  ticketId: string,
  action: string,
  detail: object,
  now: Date,
): Promise<void> {
  await queries.rows(
    "insert into audit_entries (at, actor, action, ticket_id, detail) values ($1, $2, $3, $4, $5)",
    [now, viewer.actor, action, ticketId, JSON.stringify(detail)],
  );
}

/** Takes the dot away; nobody else is told. */
export async function markRead(context: Context, viewer: Viewer, key: string): Promise<void> {
  await context.database.rows(
    "update tickets set is_read = true where key = $2 and ($1 or not is_sealed) and not is_read",
    [canSeeSealed(viewer), key.toUpperCase()],
  );
}

export interface Move {
  to: TicketState;
  /** Mandatory for `cancelled`. */
  reason?: string | undefined;
  /** Mandatory for `resolved`, with the cause confirmed or corrected. */
  fix?: string | undefined;
  cause?: string | undefined;
}

/**
 * Answers the reporter, in the widget at once and by mail, or notes something for colleagues. The first answer
 * stops the answer clock. A message id that is known already changes nothing.
 */
export async function reply(
  context: Context,
  viewer: Viewer,
  key: string,
  input: { id: string; body: string; isInternal: boolean; move?: Move | undefined },
): Promise<void> {
  await changeTicket(context, viewer, key, async (queries, ticket, now) => {
    const isNew = await queries.row(
      `insert into messages (id, ticket_id, author, agent_id, is_internal, body, at) values ($1, $2, 'agent', $3, $4, $5, $6)
       on conflict (id) do nothing returning id`,
      [input.id, ticket.id, viewer.agentId, input.isInternal, input.body, now],
    );
    if (!isNew) {
      await isKnownMessage(queries, ticket.id, input.id); // refuses the id of another ticket's message
      return;
    }
    await writeAudit(
      queries,
      viewer,
      ticket.id,
      input.isInternal ? "noted" : "replied",
      { messageId: input.id },
      now,
    );
    if (!input.isInternal) await takeUp(queries, viewer, ticket, now);
    if (input.move && input.move.to !== ticket.state) await move(queries, viewer, ticket, input.move, now);
    if (input.isInternal) return;
    await queries.rows(
      "update tickets set first_answered_at = coalesce(first_answered_at, $2) where id = $1",
      [ticket.id, now],
    );
    await mailReply(context, queries, viewer, ticket, input, now);
  });
}

/** Whoever answers a ticket that nobody has, has it; and whoever answers is working on it. */
async function takeUp(queries: Queries, viewer: Viewer, ticket: LockedTicket, now: Date): Promise<void> {
  if (viewer.agentId !== null && ticket.assignee_id === null) {
    await queries.rows("update tickets set assignee_id = $2 where id = $1", [ticket.id, viewer.agentId]);
    await writeAudit(queries, viewer, ticket.id, "assigned", { assignee: viewer.name }, now);
  }
  const steps: Partial<Record<TicketState, TicketState>> = {
    qualified: "assigned",
    assigned: "in_progress",
    reopened: "in_progress",
  };
  for (let to = steps[ticket.state]; to !== undefined; to = steps[to]) {
    await setState(queries, viewer, ticket, { to }, now);
  }
}

/** A sealed ticket's answer stays here: the mail only says that there is one. */
async function mailReply(
  context: Context,
  queries: Queries,
  viewer: Viewer,
  ticket: LockedTicket,
  input: { id: string; body: string },
  now: Date,
): Promise<void> {
  if (ticket.reporter.email === undefined) return;
  const locale = closestLocale(ticket.locale);
  const values = {
    key: ticket.key,
    agentName: viewer.name,
    teamName: teamContact(findRegion(context.regions, ticket.region), locale, now).name,
    ticketUrl: mailedTicketUrl(context, { id: ticket.id, key: ticket.key, siteId: ticket.site_id }),
  };
  await queueMail(context, queries, {
    dedupeKey: `reply ${input.id}`,
    name: ticket.is_sealed ? "sealed-reply" : "reply",
    recipient: ticket.reporter.email,
    ticketId: ticket.id,
    isSealed: ticket.is_sealed,
    letter: ticket.is_sealed
      ? writeLetter("sealed-reply", locale, values)
      : writeLetter("reply", locale, { ...values, body: input.body }),
  });
}

/** Moves a ticket to a state that its own allows. Throws move-not-allowed, reason-missing. */
export async function moveTicket(context: Context, viewer: Viewer, key: string, input: Move): Promise<void> {
  await changeTicket(context, viewer, key, (queries, ticket, now) =>
    move(queries, viewer, ticket, input, now),
  );
}

async function move(
  queries: Queries,
  viewer: Viewer,
  ticket: LockedTicket,
  input: Move,
  now: Date,
): Promise<void> {
  const { to } = input;
  if (!canMove(ticket.state, to, "agent")) throw new Problem("move-not-allowed", { field: "to" });
  if (to === "cancelled" && !input.reason) throw new Problem("reason-missing", { field: "reason" });
  if (to === "resolved" && !input.fix) throw new Problem("reason-missing", { field: "fix" });
  await setState(queries, viewer, ticket, input, now);
}

async function setState(
  queries: Queries,
  viewer: Viewer,
  ticket: LockedTicket,
  { to, reason, fix, cause }: Move,
  now: Date,
): Promise<void> {
  await queries.rows(
    `update tickets set state = $2, fix = coalesce($3, fix), cause = coalesce($4, cause),
       resolved_at = case when $2 = 'resolved' then $5::timestamptz when $2 in ('reopened', 'in_progress') then null else resolved_at end,
       closed_at = case when $2 in ('closed', 'cancelled') then $5::timestamptz when $2 in ('reopened', 'in_progress') then null else closed_at end
     where id = $1`,
    [ticket.id, to, fix ?? null, cause ?? null, now],
  );
  await writeAudit(queries, viewer, ticket.id, "moved", { from: ticket.state, to, reason, fix }, now);
  ticket.state = to;
}

/** Gives a ticket to a team, to a person, or (null) back to nobody. A ticket that only was qualified becomes assigned. */
export async function assignTicket(
  context: Context,
  viewer: Viewer,
  key: string,
  input: { team?: string | undefined; assignee?: string | null | undefined },
): Promise<void> {
  await changeTicket(context, viewer, key, async (queries, ticket, now) => {
    const assigneeId = await agentIdOf(queries, ticket, input.assignee);
    await queries.rows("update tickets set team = coalesce($2, team), assignee_id = $3 where id = $1", [
      ticket.id,
      input.team ?? null,
      assigneeId,
    ]);
    await writeAudit(
      queries,
      viewer,
      ticket.id,
      "assigned",
      { team: input.team, assignee: input.assignee },
      now,
    );
    if (assigneeId !== null && canMove(ticket.state, "assigned", "agent")) {
      await setState(queries, viewer, ticket, { to: "assigned" }, now);
    }
  });
}

/** Only somebody who may see a ticket can be given it. */
async function agentIdOf(
  queries: Queries,
  ticket: LockedTicket,
  email: string | null | undefined,
): Promise<number | null> {
  if (email === undefined) return ticket.assignee_id;
  if (email === null) return null;
  const agent = await queries.row<{ id: number; permissions: string[] }>(
    "select id, permissions from agents where email = $1 and deactivated_at is null",
    [email],
  );
  if (!agent) throw new Problem("input-invalid", { field: "assignee" });
  if (ticket.is_sealed && !agent.permissions.includes("security")) {
    throw new Problem("permission-missing", { field: "assignee" });
  }
  return agent.id;
}

/**
 * Corrects what the rules said. Who, when, what and why are kept, the automatic value stays, the clocks keep
 * running. Marking a ticket as a security matter seals it at once; only the `security` permission unseals.
 */
export async function correctQualification(
  context: Context,
  viewer: Viewer,
  key: string,
  input: {
    cause: string;
    reason: string;
    kind?: Qualification["kind"] | undefined;
    severity?: number | undefined;
    team?: string | undefined;
    security?: boolean | undefined;
  },
): Promise<void> {
  await changeTicket(context, viewer, key, async (queries, ticket, now) => {
    const isSealed = input.security ?? ticket.is_sealed;
    await queries.rows(
      `update tickets set cause = $2, kind = coalesce($3, kind), severity = coalesce($4, severity), team = coalesce($5, team),
         is_sealed = $6, qualified_by = $7 where id = $1`,
      [
        ticket.id,
        input.cause,
        isSealed ? "incident" : (input.kind ?? null),
        input.severity ?? null,
        input.team ?? null,
        isSealed,
        viewer.agentId,
      ],
    );
    if (isSealed !== ticket.is_sealed) {
      await queries.rows("update outbox set is_sealed = $2 where ticket_id = $1", [ticket.id, isSealed]);
    }
    const before = {
      cause: ticket.cause,
      kind: ticket.kind,
      severity: ticket.severity,
      team: ticket.team,
      security: ticket.is_sealed,
    };
    await writeAudit(queries, viewer, ticket.id, "requalified", { before, ...input }, now);
  });
}

/** A person says that the automatic qualification is right. */
export async function confirmQualification(context: Context, viewer: Viewer, key: string): Promise<void> {
  await changeTicket(context, viewer, key, async (queries, ticket, now) => {
    await queries.rows("update tickets set qualified_by = $2 where id = $1", [ticket.id, viewer.agentId]);
    await writeAudit(queries, viewer, ticket.id, "confirmed", { cause: ticket.cause }, now);
  });
}
