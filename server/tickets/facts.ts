import { symptomQuestions } from "../contract/symptom-questions.ts";
import { type Symptom, signInSymptoms } from "../contract/symptoms.ts";
import type {
  Breadcrumb,
  CheckOutcome,
  CheckResult,
  PageDetails,
  Scope,
  TicketInput,
} from "../contract/types.ts";
import { errorCodeIn } from "../contract/error-code.ts";

/** Facts that are one word of a fixed list. A word that is not in its list is no fact. */
const words = {
  status: ["ok", "minor", "partial", "major", "critical", "maintenance"],
  platform: ["up", "degraded", "down"],
  idp_reach: ["up", "slow", "down"],
  sso_reason: ["signature", "time", "audience", "recipient", "nameid"],
  account: ["active", "locked", "disabled", "duplicate", "pwd_expired", "unknown"],
  mfa: ["sms", "totp", "passkey"],
  link: ["valid", "expired"],
  cookies: ["ok", "blocked", "third_party"],
  sms_e164: ["ok", "invalid"],
  sms_provider: ["ok", "incident"],
  build: ["current", "stale"],
  sw: ["current", "stale"],
  browser: ["supported", "old", "unsupported"],
  res_blocked: ["none", "extension", "proxy"],
  tls: ["ok", "inspected"],
  sse: ["ok", "buffered", "blocked"],
  app: ["current", "outdated"],
  file: ["ok", "too_large", "type_refused", "infected", "password", "corrupt"],
  conversion: ["ok", "slow", "failed"],
  download: ["ok", "blocked"],
  popup: ["ok", "blocked"],
  pdf: ["ok", "blocked"],
  permission: ["granted", "inherited", "denied"],
  vote: ["open", "closing", "closed", "not_eligible", "error"],
  esign: ["ok", "provider_error", "expired"],
  mail: ["delivered", "deferred", "bounced", "suppressed", "spam", "none"],
  invite: ["invited", "not_invited"],
  job: ["ok", "running", "failed"],
  media: ["granted", "prompt", "denied"],
} as const;

/** Facts that are a code of somebody else's table, kept as it was written. */
const codes = ["sso_code", "sms_code", "sms_country"] as const;

/** Facts that are a number; the unit is in the name where there is one. */
const numbers = [
  "similar_users", // the last 30 minutes, this report not counted
  "similar_tenants",
  "release_h", // hours since the customer's last delivery
  "migration_d", // days since the customer's data was migrated
  "meeting_h", // hours until a meeting starts or a vote closes
  "http_403",
  "http_413",
  "http_415",
  "http_5xx",
  "js_errors",
  "cert_days", // days left; negative once expired
  "sp_cert_days", // the same for our own certificate
  "loop", // returns to the sign-in page within a minute
  "clock", // seconds off, without sign
  "sms_resends",
  "sms_rate", // percent of the country's codes delivered in the last 30 minutes
  "rtt", // milliseconds
  "mbps",
  "free_mb",
  "index_lag_s",
] as const;

/** What was measured, or what the platform and our own records know. A missing fact is unknown, never "no". */
export type Measured = {
  [Name in keyof typeof words]?: (typeof words)[Name][number];
} & { [Name in (typeof codes)[number]]?: string } & { [Name in (typeof numbers)[number]]?: number };

export type FactName = keyof Measured;

/** All that a rule may look at: the report and what was measured. */
export interface Facts extends Measured {
  symptom: Symptom;
  /** The language alone, without a region: "fr". */
  lang: string;
  text?: string;
  where?: string;
  scope?: Exclude<Scope, "unknown">;
  /** True when the person cannot work at all. */
  blocking?: boolean;
  /** The answer to the symptom's own question: "cannot_sign_in.account_locked". */
  answer?: string;
}

/**
 * The facts of a report. What the server knows outranks what the browser measured, and that outranks what can
 * be read from the page's history and from the person's own words.
 */
export function factsOf(report: ReportToQualify, known: Measured, now: Date): Facts {
  const { [symptomQuestions[report.symptom].question]: answer, ...otherAnswers } = report.answers ?? {};
  const text = [report.message, ...Object.values(otherAnswers)].filter(Boolean).join("\n");
  return {
    ...readFacts({ sso_code: errorCodeIn(text), meeting_h: hoursUntil(report.neededBy, now) }),
    ...factsOfHistory(report.breadcrumbs ?? []),
    ...factsOfPage(report),
    ...factsOfChecks(report.checks ?? []),
    ...readFacts(known),
    symptom: report.symptom,
    lang: languageOf(report.locale),
    text,
    where: report.where,
    scope: report.scope === "unknown" ? undefined : report.scope,
    blocking: report.canWork ? report.canWork === "no" : blockingOf(report.symptom),
    answer: answer && `${report.symptom}.${answer}`,
  };
}

type ReportToQualify = Pick<
  TicketInput,
  | "symptom"
  | "locale"
  | "message"
  | "answers"
  | "canWork"
  | "scope"
  | "neededBy"
  | "where"
  | "page"
  | "environment"
  | "checks"
  | "breadcrumbs"
>;

/** "fr-CA" → "fr". */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split("-", 1)[0] ?? "";
}

/** Whoever is stopped at a sign-in screen cannot work; on other screens only the person can tell. */
export function blockingOf(symptom: Symptom): boolean | undefined {
  return signInSymptoms.includes(symptom) ? true : undefined;
}

/** Facts out of unchecked names and values: what is no fact, or no value that it can have, is left out. */
export function readFacts(raw: Record<string, unknown>): Measured {
  const facts = Object.entries(raw).filter(([name, value]) => isFact(name, value));
  // Every entry has just been checked against the lists that the type is made of.
  return Object.fromEntries(
    facts.map(([name, value]) => [name, isIn(codes, name) ? String(value) : value]),
  ) as Measured;
}

function isFact(name: string, value: unknown): boolean {
  if (isIn(codes, name)) return Number.isFinite(value) || (typeof value === "string" && value !== "");
  if (isIn(numbers, name)) return Number.isFinite(value);
  return isWord(name) && isIn(words[name], value);
}

function isWord(name: string): name is keyof typeof words {
  return Object.hasOwn(words, name);
}

function isIn(list: readonly unknown[], value: unknown): boolean {
  return list.includes(value);
}

const longestMeetingHours = 12;

function hoursUntil(time: string | undefined, now: Date): number | undefined {
  if (time === undefined) return undefined;
  const hours = (Date.parse(time) - now.getTime()) / 3_600_000;
  // A meeting that has begun is as near as one can be; one that is over makes nothing urgent.
  return hours < -longestMeetingHours ? undefined : Math.max(0, hours);
}

function factsOfHistory(breadcrumbs: readonly Breadcrumb[]): Measured {
  const count = (isCounted: (breadcrumb: Breadcrumb) => boolean) =>
    // Nothing in the history is no proof that nothing happened: zero stays unknown.
    breadcrumbs.filter(isCounted).reduce((sum, { times = 1 }) => sum + times, 0) || undefined;
  return readFacts({
    js_errors: count(({ kind }) => kind === "error"),
    http_403: count(({ status }) => status === 403),
    http_413: count(({ status }) => status === 413),
    http_415: count(({ status }) => status === 415),
    http_5xx: count(({ status = 0 }) => status >= 500),
  });
}

function factsOfPage({ page, environment }: ReportToQualify): Measured {
  const clockError = environment?.clockErrorMilliseconds;
  return readFacts({
    build: page && buildOf(page),
    cookies: environment?.cookies === "allowed" ? "ok" : environment?.cookies,
    clock: clockError === undefined ? undefined : Math.abs(clockError) / 1000,
    rtt: environment?.roundTripMilliseconds,
  });
}

function buildOf({ loadedBuild, deployedBuild }: PageDetails): Measured["build"] {
  if (loadedBuild === undefined || deployedBuild === undefined) return undefined;
  return loadedBuild === deployedBuild ? "current" : "stale";
}

interface Reading extends Partial<Record<CheckOutcome, Measured>> {
  /** A bare value is that of the first. */
  states: readonly FactName[];
}

/** What the platform knows of a person, or of what they opened; a browser may repeat it. */
const readingsOfBoth: Record<string, Reading> = {
  loop: { states: ["loop"], fail: { loop: 3 } },
  sso_acs: { states: ["sso_reason", "sso_code"] },
  account: { states: ["account", "mfa", "link"] },
  sms_e164: { states: ["sms_e164", "sms_country"], pass: { sms_e164: "ok" }, fail: { sms_e164: "invalid" } },
  sms_receipt: { states: ["sms_code", "sms_country", "sms_resends"], pass: { sms_code: "delivered" } },
  mail: { states: ["mail"], pass: { mail: "delivered" } },
  permission: { states: ["permission"], pass: { permission: "granted" }, fail: { permission: "denied" } },
  doc: { states: ["conversion", "file"] },
  app: { states: ["app", "free_mb"] },
  vote_esign: { states: ["vote", "esign"] },
  index: { states: ["index_lag_s"] },
};

/** With what speaks for everybody, so that one browser's word is not enough, and what no browser can know. */
const readingsOfPlatform: Record<string, Reading> = {
  ...readingsOfBoth,
  session: { states: ["loop"] },
  code_accepted: { states: [] },
  sso_clock: { states: ["sso_reason", "sso_code"] },
  sms_delivery: { states: ["sms_rate", "sms_provider", "sms_country"] },
  sp_cert: { states: ["sp_cert_days"] },
  idp_reach: {
    states: ["idp_reach"],
    pass: { idp_reach: "up" },
    warn: { idp_reach: "slow" },
    fail: { idp_reach: "down" },
  },
  release: { states: ["release_h"] },
  invite: { states: ["invite"], pass: { invite: "invited" }, fail: { invite: "not_invited" } },
  job: { states: ["job"], pass: { job: "ok" }, fail: { job: "failed" } },
};

/**
 * The facts that each check of the diagnostics catalogue may state, and what its bare outcome means. Absent on
 * purpose: reach, status and similar, which the server sees for itself, and what only a platform may say.
 */
const readings: Record<string, Reading> = {
  ...readingsOfBoth,
  browser: {
    states: ["browser"],
    pass: { browser: "supported" },
    warn: { browser: "old" },
    fail: { browser: "unsupported" },
  },
  cookies: { states: ["cookies"], pass: { cookies: "ok" }, fail: { cookies: "blocked" } },
  cookies_3p: { states: ["cookies"], fail: { cookies: "third_party" } },
  clock: { states: ["clock"] },
  build: {
    states: ["build"],
    pass: { build: "current" },
    warn: { build: "stale" },
    fail: { build: "stale" },
  },
  sw: { states: ["sw"], pass: { sw: "current" }, fail: { sw: "stale" } },
  js_errors: { states: ["js_errors"], fail: { js_errors: 1 } },
  http: { states: ["http_403", "http_413", "http_415", "http_5xx"] },
  net: { states: ["rtt", "mbps"] },
  extension: { states: ["res_blocked"], fail: { res_blocked: "extension" } },
  hosts: { states: ["res_blocked"], fail: { res_blocked: "proxy" } },
  proxy: { states: ["tls"], fail: { tls: "inspected" } },
  sse_ws: { states: ["sse"], pass: { sse: "ok" }, warn: { sse: "buffered" }, fail: { sse: "blocked" } },
  sso_code: { states: ["sso_code"] },
  cert: { states: ["cert_days"] },
  file: { states: ["file"], pass: { file: "ok" } },
  pdf_dl: { states: ["download", "popup", "pdf"], fail: { download: "blocked" } },
  media: {
    states: ["media"],
    pass: { media: "granted" },
    warn: { media: "prompt" },
    fail: { media: "denied" },
  },
};

/** The checks that a platform may answer. */
export const platformChecks: readonly string[] = Object.keys(readingsOfPlatform);

/** What a platform may say with a check, the fact of a bare value first. */
export function platformNames(check: string): readonly string[] {
  const states = readingsOfPlatform[check]?.states ?? [];
  return [
    ...states,
    ...(check === "sms_e164" ? ["ending"] : []),
    ...(check.startsWith("sms_") ? ["age"] : []),
  ];
}

/** The words that a fact may be, if it is one of a fixed list. */
export function wordsOf(name: string): readonly string[] | undefined {
  return isWord(name) ? words[name] : undefined;
}

/** What a platform's answer says in facts. */
export function factsOfPlatform(check: CheckResult): Measured {
  return factsOfCheck(check, readingsOfPlatform);
}

/** What a platform's answer says, by name and the check's own first; those too that no rule reads. */
export function namedFacts({ id, value }: CheckResult): [name: string, value: unknown][] {
  const states = readingsOfPlatform[id]?.states ?? [];
  const place = (name: string) => {
    const index = states.findIndex((state) => state === name);
    return index < 0 ? states.length : index;
  };
  return Object.entries(namedValues(states, value))
    .filter(([, part]) => part !== undefined && part !== null)
    .sort(([one], [other]) => place(one) - place(other));
}

function factsOfChecks(checks: readonly CheckResult[]): Measured {
  return Object.assign({}, ...checks.map((check) => factsOfCheck(check, readings)));
}

function factsOfCheck({ id, outcome, value }: CheckResult, byId: Record<string, Reading>): Measured {
  const reading = byId[id];
  if (reading === undefined) return {};
  const stated = Object.entries(readFacts(namedValues(reading.states, value)));
  return {
    ...reading[outcome],
    ...Object.fromEntries(stated.filter(([name]) => isIn(reading.states, name))),
  };
}

/** A bare value is that of the check's first fact; several are named. */
function namedValues([first]: Reading["states"], value: CheckResult["value"]): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return first === undefined ? {} : { [first]: value };
  return { cert_days: value["daysLeft"], ...value };
}
