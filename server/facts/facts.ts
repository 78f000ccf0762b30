import type { z } from "zod";
import type { KeyScope } from "../api-keys.ts";
import { limits } from "../contract/limits.ts";
import type { ProblemCode } from "../contract/problem-codes.ts";
import type { factInput } from "../contract/schemas.ts";
import type { CheckResult } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { Problem } from "../problem.ts";
import { factsOfPlatform, platformChecks } from "../tickets/facts.ts";
import { judge } from "./judge.ts";
import { faultOfValue } from "./refuse-value.ts";
import { isTooPersonal } from "./too-personal.ts";

export type FactInput = z.infer<typeof factInput>;

/** For whom facts are looked up. */
export interface Audience {
  siteId: string;
  /** Whose page it is, as its host says; a hint opens nothing. */
  customerId: string | undefined;
  /** The pseudonym of a person who has proved who they are. */
  subject: string | undefined;
}

/** These say something of one person, and nothing when it is not said of whom. */
const personalChecks = [
  "account",
  "sms_e164",
  "sms_receipt",
  "code_accepted",
  "mail",
  "permission",
  "session",
  "loop",
];

/**
 * Keeps what a platform states: all of it, or nothing. A fact takes the place of the last one on the same check,
 * customer and person, and of everybody's the same country. `placeOf` names an input's field for whoever has to mend it.
 * Throws Problem: permission-missing, check-unknown, subject-missing, value-too-personal, value-invalid, until-invalid,
 * customer-unknown.
 */
export async function stateFacts(
  context: Context,
  scope: KeyScope,
  inputs: readonly FactInput[],
  placeOf: (index: number, name: string) => string,
): Promise<void> {
  const now = context.clock.now();
  const customers = await customersNamed(context, inputs);
  for (const [index, input] of inputs.entries()) {
    const [code, name] = refusalOf(input, scope, customers, now) ?? [];
    if (code && name) throw new Problem(code, { field: placeOf(index, name) });
    const fault = faultOfValue(input);
    if (fault) {
      const field = placeOf(index, fault.part === undefined ? "value" : `value.${fault.part}`);
      throw new Problem("value-invalid", { field, reason: fault.allowed });
    }
  }
  await context.database.rows(
    `insert into facts (site_id, customer_id, subject, check_id, outcome, value, until, stated_at)
     select $1, customer, subject, "check", outcome, value, until, $3
     from jsonb_to_recordset($2)
       as stated (customer text, subject text, "check" text, outcome text, value jsonb, until timestamptz)
     on conflict (site_id, subject, customer_id, check_id, country)
       do update set outcome = excluded.outcome, value = excluded.value, until = excluded.until, stated_at = excluded.stated_at`,
    [scope.siteId, JSON.stringify(lastOfEach(inputs).map(withOutcome)), now],
  );
  // The status board tells of it.
  if (inputs.some(({ check }) => check === "sms_delivery"))
    context.changes.announce({ topic: "status", key: scope.siteId });
}

async function customersNamed({ database }: Context, inputs: readonly FactInput[]): Promise<Set<string>> {
  const ids = new Set(inputs.flatMap(({ customer }) => customer ?? []));
  const rows = await database.rows<{ id: string }>("select id from customers where id = any($1)", [[...ids]]);
  return new Set(rows.map(({ id }) => id));
}

/** Why an input is not taken, and its field to mend. */
function refusalOf(
  input: FactInput,
  scope: KeyScope,
  customers: ReadonlySet<string>,
  now: Date,
): [ProblemCode, keyof FactInput] | undefined {
  const { site, customer, subject, check, value } = input;
  if (site !== scope.siteId) return ["permission-missing", "site"];
  if (scope.customerId !== null && customer !== scope.customerId) return ["permission-missing", "customer"];
  if (customer !== undefined && !customers.has(customer)) return ["customer-unknown", "customer"];
  if (!platformChecks.includes(check)) return ["check-unknown", "check"];
  if (subject === undefined && personalChecks.includes(check)) return ["subject-missing", "subject"];
  if (isTooPersonal(check, value)) return ["value-too-personal", "value"];
  const remaining = Date.parse(input.until) - now.getTime();
  if (remaining <= 0 || remaining > limits.factDays * 86_400_000) return ["until-invalid", "until"];
  return undefined;
}

/** One statement writes a row once, and two at once must take their rows in the same order. */
function lastOfEach(inputs: readonly FactInput[]): FactInput[] {
  const byRow = new Map(
    inputs.map((input) => {
      const { customer, subject, check, value } = input;
      const country = subject === undefined ? countryOf(value) : undefined;
      return [`${customer} ${subject} ${check} ${country}`, input];
    }),
  );
  return [...byRow].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, input]) => input);
}

function withOutcome(input: FactInput): FactInput {
  const { check: id, value } = input;
  const outcome = input.outcome ?? judge(factsOfPlatform({ id, outcome: "unknown", value }));
  return { ...input, outcome };
}

/** A fact, and between which times it holds. */
export interface StatedFact extends CheckResult {
  statedAt: Date;
  until: Date;
}

/**
 * What the platform says and still holds: of the person when it is said who, of the customer when its page asks, of
 * the site. Of several on one check the one that is closest to the person counts; of several countries that of the
 * person's number, and all of them as long as nobody knows it.
 */
export async function findStatedFacts(
  { database, clock }: Context,
  { siteId, customerId, subject }: Audience,
): Promise<StatedFact[]> {
  const now = clock.now();
  const rows = await database.rows<FactRow>(findThatHold, [siteId, customerId ?? null, subject ?? null, now]);
  return closest(rows).map(({ id, outcome, value, statedAt, until }) => ({
    id,
    outcome,
    ...(value !== null && { value: grown(value, now.getTime() - statedAt.getTime()) }),
    statedAt,
    until,
  }));
}

/** The same as checks answer, one of each: whoever's country is not known may have a number of the one in trouble. */
export async function findFacts(context: Context, audience: Audience): Promise<CheckResult[]> {
  const stated = await findStatedFacts(context, audience);
  const worstFirst = (["fail", "warn", "unknown", "pass"] as const).flatMap((outcome) =>
    stated.filter((fact) => fact.outcome === outcome),
  );
  return worstFirst
    .filter(({ id }, index) => worstFirst.findIndex((fact) => fact.id === id) === index)
    .map(({ statedAt: _since, until: _until, ...result }) => result);
}

interface FactRow extends Omit<StatedFact, "value"> {
  value: NonNullable<CheckResult["value"]> | null;
  /** Of which country's people it is said; null for one person, and for the people of all countries. */
  country: string | null;
}

const findThatHold = {
  name: "find-facts-that-hold",
  text: `select check_id as id, outcome, value, country, stated_at as "statedAt", until from facts
    where site_id = $1 and (customer_id is null or customer_id = $2) and (subject is null or subject = $3) and until > $4
    order by check_id, subject is null, customer_id is null, country`,
};

/** Out of rows in the order of how close they are to the person. */
function closest(rows: readonly FactRow[]): FactRow[] {
  const home = countryOf(
    rows.find(({ country, value }) => country === null && countryOf(value))?.value ?? null,
  );
  const concerning =
    home === undefined ? rows : rows.filter(({ country }) => country === null || country === home);
  return concerning.filter(({ id, country }, index) => {
    const closer = concerning.slice(0, index).filter((other) => other.id === id);
    return !closer.some((other) => home !== undefined || other.country === null || other.country === country);
  });
}

function countryOf(value: CheckResult["value"]): string | undefined {
  const country = typeof value === "object" ? value?.["sms_country"] : undefined;
  return typeof country === "string" ? country : undefined;
}

/** `age` is how many seconds ago something was when it was stated: now it is longer ago. */
function grown(value: NonNullable<CheckResult["value"]>, milliseconds: number): CheckResult["value"] {
  const age = typeof value === "object" ? value["age"] : undefined;
  if (typeof value !== "object" || typeof age !== "number") return value;
  return { ...value, age: Math.round(age + milliseconds / 1_000) };
}

/** Where operators fail to deliver codes by SMS, as the platform says of the whole site. */
export interface DeliveryTrouble {
  /** Null: wherever nothing else is said. */
  country: string | null;
  until: Date;
}

export async function findDeliveryTrouble(
  { database }: Pick<Context, "database">,
  siteId: string,
): Promise<DeliveryTrouble[]> {
  return database.rows<DeliveryTrouble>(
    `select country, until from facts where site_id = $1 and check_id = 'sms_delivery' and outcome = 'fail'
       and customer_id is null and subject is null order by country`,
    [siteId],
  );
}

/** Whether the platform says anything of a person here; without `subject`, of anybody. */
export async function hasPersonalFacts(
  { database, clock }: Context,
  { siteId, customerId, subject }: Omit<Audience, "subject"> & { subject?: string },
): Promise<boolean> {
  const found = await database.row(
    `select 1 from facts where site_id = $1 and (customer_id is null or customer_id = $2)
       and subject is not null and ($3::text is null or subject = $3) and until > $4 limit 1`,
    [siteId, customerId ?? null, subject ?? null, clock.now()],
  );
  return found !== undefined;
}
