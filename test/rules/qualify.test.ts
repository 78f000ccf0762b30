import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { symptomQuestions } from "../../server/contract/symptom-questions.ts";
import { symptoms } from "../../server/contract/symptoms.ts";
import type { Facts } from "../../server/tickets/facts.ts";
import { type Rule, rules, unknownRule } from "../../server/tickets/qualification-rules.ts";
import { type Qualification, qualify } from "../../server/tickets/qualify.ts";
import { qualifyLines } from "../../server/operate-qualify.ts";

type Report = Partial<Facts>;

function qualifyReport(report: Report): Qualification {
  return qualify({ symptom: "other", lang: "en", ...report });
}

test.describe("the labelled sample reports are qualified as a person labelled them", () => {
  const samples = readFileSync(new URL("triage-samples.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");

  for (const sample of samples) {
    const { id, text, kind, security, cause, team, severity_min, severity_max } = JSON.parse(sample);
    test(`${id} ${text}`, async () => {
      const { value } = await qualifyLines(linesOf(sample)).next();
      const { severity, ...qualification } = JSON.parse(value);
      expect(qualification).toMatchObject({ id, kind, security, cause, team });
      expect(severity).toBeGreaterThanOrEqual(severity_min);
      expect(severity).toBeLessThanOrEqual(severity_max);
    });
  }
});

test.describe("each row of the table decides a report", () => {
  const cases: Record<string, Report[]> = {
    R01: [
      { symptom: "security", text: "I can read another company's minutes" },
      { symptom: "security", lang: "fr", text: "Une fuite de documents" },
      { symptom: "security", answer: "security.someone_elses_data" },
    ],
    R02: [
      { text: "A suspicious e-mail asks for my password" },
      { lang: "fr", symptom: "other", text: "Tentative d’Hameçonnage" },
      { symptom: "security", answer: "security.suspicious_mail" },
    ],
    R03: [
      { symptom: "security", text: "On m'a volé ma tablette", lang: "fr" },
      { symptom: "security", answer: "security.lost_device" },
    ],
    R04: [{ symptom: "security" }, { symptom: "security", answer: "security.account_used" }],
    R05: [
      { symptom: "page_broken", text: "I think we were hacked" },
      { symptom: "document", lang: "fr", text: "Je lis le dossier d’un autre client" },
    ],
    R06: [{ status: "maintenance", platform: "down" }],
    R07: [{ platform: "down", status: "major" }],
    R08: [
      { status: "partial" },
      { status: "critical" },
      { platform: "degraded" },
      { similar_tenants: 3, http_5xx: 1 },
    ],
    R09: [
      { symptom: "sso_error", idp_reach: "down" },
      { symptom: "sso_error", sso_code: "AADSTS90033" },
    ],
    R10: [
      { symptom: "sms_code", sms_provider: "incident" },
      { symptom: "sms_code", sms_rate: 49 },
    ],
    R11: [{ symptom: "sso_error", sp_cert_days: -1, cert_days: -1 }],
    R12: [{ symptom: "document", http_5xx: 3 }],
    R13: [{ symptom: "cannot_sign_in", cert_days: -1, sso_reason: "signature" }],
    R14: [
      { symptom: "sso_error", sso_reason: "signature" },
      { symptom: "sso_error", sso_code: "AADSTS50012" },
    ],
    R15: [
      { symptom: "sso_error", sso_reason: "time" },
      { symptom: "sso_error", sso_code: "AADSTS80013" },
    ],
    R16: [
      { symptom: "sso_error", sso_code: "OKTA_NOT_ASSIGNED" },
      { symptom: "sso_error", sso_code: "app_not_enabled_for_user" },
    ],
    R17: [
      { symptom: "sso_error", sso_reason: "nameid" },
      { symptom: "sso_error", sso_code: "MSIS0038" },
      { symptom: "sso_error", sso_code: "SAML_NoAuthnContext" },
    ],
    R18: [
      { symptom: "cannot_sign_in", account: "unknown" },
      { symptom: "sso_error", sso_code: "AADSTS50020" },
    ],
    R19: [{ symptom: "sso_error", sso_code: "AADSTS53003" }],
    R20: [{ symptom: "sso_error", sso_code: "AADSTS50126" }],
    R21: [
      { symptom: "cannot_sign_in", cookies: "third_party" },
      { symptom: "sso_error", loop: 3 },
      { symptom: "sso_error", sso_code: "MSIS7042" },
      { symptom: "sso_error", answer: "sso_error.loops" },
    ],
    R22: [
      { symptom: "cannot_sign_in", account: "locked" },
      { symptom: "cannot_sign_in", answer: "cannot_sign_in.account_locked" },
    ],
    R23: [{ symptom: "cannot_sign_in", account: "disabled" }],
    R24: [{ symptom: "permission", account: "duplicate" }],
    R25: [
      { symptom: "cannot_sign_in", account: "pwd_expired" },
      { symptom: "cannot_sign_in", link: "expired" },
      { symptom: "cannot_sign_in", answer: "cannot_sign_in.wrong_password", account: "active" },
    ],
    R26: [
      { symptom: "sms_code", sms_e164: "invalid" },
      { symptom: "sms_code", sms_code: "30006" },
      { symptom: "sms_code", answer: "sms_code.phone_changed" },
    ],
    R27: [
      { symptom: "sms_code", sms_resends: 5 },
      { symptom: "sms_code", sms_code: "20429" },
    ],
    R28: [
      { symptom: "sms_code", sms_code: "30034" },
      { symptom: "sms_code", sms_code: "30008", sms_country: "US" },
    ],
    R29: [{ symptom: "sms_code", sms_code: "30007", sms_country: "FR" }],
    R30: [{ symptom: "sms_code", sms_code: "30008", sms_country: "FR" }],
    R31: [{ symptom: "sms_code", sms_code: "none" }],
    R32: [{ symptom: "sms_code", sms_code: "delivered" }],
    R33: [
      { symptom: "sms_code", mfa: "totp", clock: 30 },
      { symptom: "sso_error", clock: 180 },
    ],
    R34: [{ symptom: "page_broken", release_h: 71, similar_users: 5, build: "stale" }],
    R35: [
      { symptom: "page_broken", build: "stale" },
      { symptom: "page_broken", sw: "stale" },
      { symptom: "page_broken", answer: "page_broken.old_content" },
    ],
    R36: [{ symptom: "page_broken", browser: "unsupported" }],
    R37: [{ symptom: "page_broken", res_blocked: "extension" }],
    R38: [
      { symptom: "page_broken", res_blocked: "proxy" },
      { symptom: "meeting_vote", sse: "blocked" },
      { symptom: "slow", tls: "inspected" },
    ],
    R39: [{ symptom: "meeting_vote", where: "mobile_app", app: "outdated" }],
    R40: [{ symptom: "meeting_vote", where: "mobile_app", free_mb: 499 }],
    R41: [
      { symptom: "upload", http_413: 1 },
      { symptom: "upload", answer: "upload.too_big" },
    ],
    R42: [
      { symptom: "upload", http_415: 1 },
      { symptom: "upload", file: "infected" },
      { symptom: "upload", answer: "upload.type_refused" },
    ],
    R43: [{ symptom: "document", popup: "blocked" }],
    R44: [
      { symptom: "document", conversion: "failed" },
      { symptom: "upload", file: "corrupt" },
    ],
    R45: [{ symptom: "permission", permission: "granted", http_403: 1 }],
    R46: [
      { symptom: "permission", permission: "denied" },
      { symptom: "document", http_403: 1 },
      { symptom: "permission", answer: "permission.space" },
    ],
    R47: [{ symptom: "meeting_vote", vote: "not_eligible" }],
    R48: [{ symptom: "meeting_vote", vote: "error" }],
    R49: [{ symptom: "meeting_vote", esign: "provider_error" }],
    R50: [{ symptom: "meeting_vote", esign: "expired" }],
    R51: [{ symptom: "meeting_vote", mail: "bounced" }],
    R52: [{ symptom: "meeting_vote", mail: "none" }],
    R53: [{ symptom: "meeting_vote", invite: "not_invited" }],
    R54: [
      { symptom: "wrong_data", migration_d: 59 },
      { symptom: "wrong_data", answer: "wrong_data.after_migration" },
    ],
    R55: [{ symptom: "wrong_data", job: "failed" }],
    R56: [{ symptom: "wrong_data", index_lag_s: 900 }],
    R57: [{ symptom: "meeting_vote", media: "denied" }],
    R58: [{ symptom: "slow", similar_users: 5, rtt: 900 }],
    R59: [
      { symptom: "slow", rtt: 400 },
      { symptom: "slow", mbps: 1.4 },
    ],
    R60: [{ symptom: "page_broken", js_errors: 1 }, { symptom: "slow" }, { symptom: "wrong_data" }],
    R61: [
      { text: "How do I add a guest to one meeting?" },
      { lang: "fr", text: "Où trouver le procès-verbal signé ?", blocking: false },
    ],
    R62: [{ symptom: "meeting_vote", scope: "all", blocking: true }],
    R63: [{ symptom: "document" }, { text: "It does not work" }],
    R64: [{ symptom: "sms_code", answer: "sms_code.refused", scope: "all" }],
    R65: [{ symptom: "sms_code", scope: "several" }],
    R66: [{ symptom: "sms_code" }],
  };

  for (const { id } of [...rules, unknownRule]) {
    test(`${id} decides its cases, and says why`, () => {
      expect(cases[id]).toBeDefined();
      for (const report of cases[id] ?? []) {
        const { rule, because } = qualifyReport(report);
        expect({ report, rule }).toEqual({ report, rule: id });
        expect(because).toMatch(/^[^\n]{20,}\.$/);
        expect(because).not.toContain("undefined");
      }
    });
  }
});

test.describe("what looks like one thing and is another", () => {
  const cases: [string, Report, Partial<Qualification>][] = [
    [
      "a question about reporting a security problem is a question",
      { text: "How do I report a security problem?" },
      { cause: "usage_question", security: false, severity: 4 },
    ],
    [
      "an expiration date is no piracy",
      {
        symptom: "document",
        text: "Wrong expiration date on the contract; l'inspiration, date d'expiration",
      },
      { cause: "unknown", security: false },
    ],
    [
      '"show tomorrow\'s agenda" is no question',
      { text: "The page does not show tomorrow's agenda" },
      { cause: "unknown" },
    ],
    [
      "a pirate in an agenda goes to security with little confidence: better one look too many",
      { symptom: "document", text: "The pirate code is missing from the agenda" },
      { cause: "security_unauthorised_access", confidence: 0.5 },
    ],
    [
      "a lost file is no lost device",
      { symptom: "document", text: "I lost my annotations" },
      { cause: "unknown", security: false },
    ],
    [
      "a French phrase counts in French only",
      { lang: "en", text: "My comment is gone" },
      { cause: "unknown" },
    ],
    [
      "who is blocked asks for help, not for a lesson",
      { text: "How do I get in?", blocking: true },
      { cause: "unknown", severity: 3 },
    ],
    [
      "a bounced mail does not explain a blank page",
      { symptom: "page_broken", mail: "bounced", cookies: "blocked", account: "locked" },
      { cause: "unknown" },
    ],
    [
      "an old page does not explain a refused password",
      { symptom: "cannot_sign_in", build: "stale" },
      { cause: "unknown" },
    ],
    [
      "something else may be explained by anything",
      { symptom: "other", mail: "bounced" },
      { cause: "notification_undelivered" },
    ],
    [
      "a certificate that expires today still works",
      { symptom: "sso_error", cert_days: 0 },
      { cause: "unknown" },
    ],
    [
      "an expired company certificate is assistance, and blocks a company all the same",
      { symptom: "sso_error", cert_days: -3, blocking: true, scope: "me" },
      { kind: "assistance", severity: 2, because: "The company's sign-in certificate expired 3 days ago." },
    ],
    [
      "a known account outranks the answer “account locked”",
      { symptom: "cannot_sign_in", answer: "cannot_sign_in.account_locked", account: "disabled" },
      { cause: "account_disabled" },
    ],
    [
      "current files outrank the answer “old content”",
      { symptom: "page_broken", answer: "page_broken.old_content", build: "current" },
      { cause: "unknown" },
    ],
    [
      "an answer alone is held for less sure than a measurement",
      { symptom: "cannot_sign_in", answer: "cannot_sign_in.account_locked" },
      { confidence: 0.6, because: "The reporter answered “account locked”; no measurement says otherwise." },
    ],
    [
      "an unknown code is kept and asked to be added",
      { symptom: "sso_error", sso_code: "AADSTS99999" },
      { cause: "unknown", because: "No rule knows the code AADSTS99999: add it to the table." },
    ],
    [
      "everybody blocked without a reason goes to infrastructure",
      { symptom: "page_broken", scope: "all", blocking: true },
      { kind: "incident", cause: "unknown_major", severity: 1 },
    ],
    [
      "the words' accents, case and apostrophes do not matter",
      { symptom: "other", lang: "fr", text: "COMPTE PIRATÉ" },
      { security: true },
    ],
  ];
  for (const [name, report, expected] of cases) {
    test(name, () => expect(qualifyReport(report)).toMatchObject(expected));
  }
});

test.describe("severity", () => {
  const cases: [string, Report, number][] = [
    [
      "several customers, blocked, a workaround",
      { symptom: "sms_code", similar_tenants: 3, blocking: true },
      1,
    ],
    ["a customer, blocked, a workaround", { symptom: "sms_code", scope: "all", blocking: true }, 2],
    ["a group, blocked, a workaround", { symptom: "sms_code", scope: "several", blocking: true }, 2],
    ["one person, blocked, a workaround", { symptom: "sms_code", scope: "me", blocking: true }, 3],
    ["one person, blocked, no workaround", { symptom: "permission", http_403: 1, blocking: true }, 2],
    ["one person, not blocked", { symptom: "permission", http_403: 1, blocking: false }, 3],
    ["one person, not said whether blocked", { symptom: "permission", http_403: 1 }, 3],
    ["a customer, not blocked", { symptom: "slow", scope: "all" }, 3],
    [
      "a vote that fails for one person is a group's",
      { symptom: "meeting_vote", vote: "error", blocking: true },
      2,
    ],
  ];
  for (const [name, report, severity] of cases) {
    test(`${name}: ${severity}`, () => expect(qualifyReport(report).severity).toBe(severity));
  }

  const meetings: [string, Report, number, boolean][] = [
    ["a meeting in four hours raises", { symptom: "sms_code", blocking: true, meeting_h: 4 }, 2, true],
    ["a meeting later does not", { symptom: "sms_code", blocking: true, meeting_h: 4.1 }, 3, false],
    [
      "nor does one for a person who can work",
      { symptom: "sms_code", blocking: false, meeting_h: 1 },
      3,
      false,
    ],
    [
      "one person never gets above 2",
      { symptom: "permission", http_403: 1, blocking: true, meeting_h: 0 },
      2,
      false,
    ],
    [
      "a group does",
      { symptom: "permission", http_403: 1, scope: "several", blocking: true, meeting_h: 0 },
      1,
      true,
    ],
    ["a fixed severity stays", { status: "maintenance", blocking: true, meeting_h: 1 }, 4, false],
  ];
  for (const [name, report, severity, raisedByMeeting] of meetings) {
    test(name, () => expect(qualifyReport(report)).toMatchObject({ severity, inputs: { raisedByMeeting } }));
  }
});

test.describe("one more question is asked when too little is known", () => {
  const cases: [string, Report, string | undefined][] = [
    ["the number that codes go to", { symptom: "sms_code" }, "phone_number"],
    ["the text of a sign-in error", { symptom: "sso_error" }, "error_message"],
    ["the symptom's own question", { symptom: "document" }, "symptom_answer"],
    ["who is affected", { symptom: "document", answer: "document.open" }, "scope"],
    ["in their own words", { symptom: "document", answer: "document.open", scope: "me" }, "details"],
    ["none when the cause is clear", { symptom: "sso_error", cert_days: -1 }, undefined],
  ];
  for (const [name, report, question] of cases) {
    test(name, () => expect(qualifyReport(report).question).toBe(question));
  }
});

test("a report about codes never ends as unknown", () => {
  const { question, options } = symptomQuestions.sms_code;
  expect(question).toBe("code");
  for (const scope of [undefined, "me", "several", "all"] as const) {
    for (const option of [undefined, ...options]) {
      const answer = option && `sms_code.${option}`;
      const { cause } = qualifyReport({ symptom: "sms_code", scope, answer, blocking: true });
      expect(cause).not.toMatch(/^unknown/);
    }
  }
});

test("every answer that a row names can be given in the form", () => {
  const answers = symptoms.flatMap((symptom) =>
    symptomQuestions[symptom].options.map((option) => `${symptom}.${option}`),
  );
  const named = rules.flatMap((rule: Rule) => rule.said?.answers ?? []);
  expect(answers).toEqual(expect.arrayContaining(named));
});

test("the table of error codes and the rules name the same cause for each code", () => {
  const path = new URL("../../content/error-codes.json", import.meta.url);
  for (const { code, cause } of JSON.parse(readFileSync(path, "utf8"))) {
    const isSms = /^\d/.test(code);
    const report: Report = isSms
      ? { symptom: "sms_code", sms_code: code }
      : { symptom: "sso_error", sso_code: code };
    expect({ code, cause: qualifyReport(report).cause }).toEqual({ code, cause });
  }
});

test("only security incidents are sealed, and all of them are", () => {
  for (const rule of rules as readonly Rule[]) {
    expect(rule.security ?? false).toBe(rule.team === "security");
  }
});

async function* linesOf(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

test("a 403 on a sign-in screen is the refusal itself, not a missing right", () => {
  expect(qualifyReport({ symptom: "sso_error", http_403: 1 }).cause).not.toBe("permission_missing");
  expect(qualifyReport({ symptom: "page_broken", http_403: 1 }).cause).toBe("permission_missing");
});
