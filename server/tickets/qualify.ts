import { symptomQuestions } from "../contract/symptom-questions.ts";
import { type Symptom, signInSymptoms } from "../contract/symptoms.ts";
import type { Question } from "../contract/types.ts";
import type { FactName, Facts } from "./facts.ts";
import {
  type Cause,
  type Rule,
  type Severity,
  type Team,
  rules,
  unknownRule,
} from "./qualification-rules.ts";

export interface Qualification {
  kind: Rule["kind"];
  /** A breach: sealed, for the security team alone. */
  security: boolean;
  severity: Severity;
  cause: Cause;
  /** 0 to 1; below one half one more question is asked. */
  confidence: number;
  team: Team;
  rule: string;
  /** One sentence for support: the evidence. */
  because: string;
  /** What the severity was made from. */
  inputs: {
    impact: Level;
    urgency: Level;
    raisedByMeeting: boolean;
    fixedByRule: boolean;
  };
  question?: Question;
}

type Level = 1 | 2 | 3 | 4;

/** The first qualification of a report, within microseconds and always the same; a person confirms or corrects it. */
export function qualify(report: Facts): Qualification {
  const facts = relevantFacts(report);
  const rule: Rule & { cause: Cause } = rules.find((rule) => holds(rule, facts)) ?? unknownRule;
  const isMeasured = rule.when(facts);
  const confidence = isMeasured ? rule.confidence : Math.min(rule.confidence, confidenceInAnswers);
  return {
    kind: rule.kind,
    security: rule.security ?? false,
    ...severityOf(rule, facts),
    cause: rule.cause,
    confidence,
    team: rule.team,
    rule: rule.id,
    because: isMeasured ? rule.because(facts) : answerAsEvidence(facts),
    ...(confidence < 0.5 && { question: questionFor(facts) }),
  };
}

/** What a person picked in a form is a better hint than a guess, and less than a measurement. */
const confidenceInAnswers = 0.6;

function holds(rule: Rule, facts: Facts): boolean {
  return rule.when(facts) || isSaid(rule, facts);
}

function isSaid({ said }: Rule, facts: Facts): boolean {
  if (said === undefined || facts.answer === undefined) return false;
  return (
    said.answers.includes(facts.answer) && (said.unless ?? []).every((name) => facts[name] === undefined)
  );
}

function answerAsEvidence({ answer = "" }: Facts): string {
  const [, option = ""] = answer.split(".");
  return `The reporter answered “${option.replaceAll("_", " ")}”; no measurement says otherwise.`;
}

// Severity

const severities: Record<Level, Record<Level, Severity>> = {
  // impact: urgency
  1: { 1: 1, 2: 1, 3: 2, 4: 3 },
  2: { 1: 1, 2: 2, 3: 3, 4: 3 },
  3: { 1: 2, 2: 2, 3: 3, 4: 4 },
  4: { 1: 2, 2: 3, 3: 3, 4: 4 },
};

function severityOf(rule: Rule, facts: Facts): Pick<Qualification, "severity" | "inputs"> {
  const impact = impactOf(rule, facts);
  const urgency = urgencyOf(rule, facts);
  const computed = severities[impact][urgency];
  const raised = raiseForMeeting(computed, impact, facts);
  const severity = rule.severity ?? raised;
  return {
    severity,
    inputs: {
      impact,
      urgency,
      raisedByMeeting: rule.severity === undefined && raised < computed,
      fixedByRule: rule.severity !== undefined,
    },
  };
}

/** 1 several customers, 2 one whole customer, 3 a group, 4 one person. A rule may raise it. */
function impactOf(rule: Rule, { scope = "me", similar_tenants = 0 }: Facts): Level {
  if (similar_tenants >= 3) return 1;
  const said = ({ all: 2, several: 3, me: 4 } as const)[scope];
  return rule.impact !== undefined && rule.impact < said ? rule.impact : said;
}

/** 1 blocked without a workaround, 2 blocked with one, 3 hindered, 4 a question. */
function urgencyOf(rule: Rule, { blocking }: Facts): Level {
  if (rule.isQuestion) return 4;
  if (!blocking) return 3;
  return rule.hasWorkaround ? 2 : 1;
}

/** A blocked person whose meeting starts or vote closes within four hours goes one up; one person alone never above 2. */
function raiseForMeeting(severity: Severity, impact: Level, { blocking, meeting_h }: Facts): Severity {
  if (!blocking || meeting_h === undefined || meeting_h > 4) return severity;
  const oneUp: Record<Severity, Severity> = { 1: 1, 2: impact === 4 ? 2 : 1, 3: 2, 4: 3 };
  return oneUp[severity];
}

// Relevance

const signIn: readonly FactName[] = [
  "sso_code",
  "sso_reason",
  "idp_reach",
  "loop",
  "cert_days",
  "sp_cert_days",
  "account",
  "mfa",
  "link",
  "sms_e164",
  "sms_code",
  "sms_country",
  "sms_resends",
  "sms_rate",
  "sms_provider",
  "cookies",
  "clock",
];
const document: readonly FactName[] = ["conversion", "file", "download", "popup", "pdf", "app", "free_mb"];

/** The facts that may explain a symptom: a bounced mail must not explain a blank page. */
const relevant: Record<Exclude<Symptom, "other">, readonly FactName[]> = {
  cannot_sign_in: signIn,
  sms_code: signIn,
  sso_error: signIn,
  page_broken: ["build", "sw", "js_errors", "res_blocked", "browser", "tls", "sse"],
  document,
  upload: document,
  slow: ["rtt", "mbps", "tls", "res_blocked", "sse"],
  wrong_data: ["migration_d", "job", "index_lag_s"],
  permission: ["permission", "account"],
  meeting_vote: ["vote", "esign", "invite", "mail", "media", "sse", "tls", "res_blocked"],
  security: [],
};
const alwaysRelevant: readonly FactName[] = [
  "platform",
  "status",
  "http_413",
  "http_415",
  "http_5xx",
  "similar_users",
  "similar_tenants",
  "release_h",
  "meeting_h",
];
const relevantInApp: readonly FactName[] = ["app", "free_mb"];

function relevantFacts(report: Facts): Facts {
  const { symptom, lang, text, where, scope, blocking, answer, ...measured } = report;
  if (symptom === "other") return report;
  const names = new Set<string>([
    ...alwaysRelevant,
    ...relevant[symptom],
    // On a sign-in screen a 403 is the refusal itself, not a missing right.
    ...(signInSymptoms.includes(symptom) ? [] : ["http_403"]),
    ...(where === "mobile_app" ? relevantInApp : []),
  ]);
  const kept = Object.fromEntries(Object.entries(measured).filter(([name]) => names.has(name)));
  return { symptom, lang, text, where, scope, blocking, answer, ...kept };
}

// One more question

function questionFor(facts: Facts): Question {
  if (facts.symptom === "sms_code") return "phone_number";
  if (signInSymptoms.includes(facts.symptom) && facts.sso_code === undefined) return "error_message";
  if (facts.answer === undefined && symptomQuestions[facts.symptom].options.length > 0)
    return "symptom_answer";
  return facts.scope === undefined ? "scope" : "details";
}
