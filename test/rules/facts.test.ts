import { expect, test } from "@playwright/test";
import type { CheckResult, TicketInput } from "../../server/contract/types.ts";
import { errorCodeIn } from "../../server/contract/error-code.ts";
import { type Facts, type Measured, factsOf } from "../../server/tickets/facts.ts";
import { qualify } from "../../server/tickets/qualify.ts";

const now = new Date("2026-11-24T09:00:00Z");

function factsOfReport(report: Partial<TicketInput>, known: Measured = {}): Facts {
  return factsOf({ symptom: "other", locale: "en", ...report }, known, now);
}

test.describe("an error code is found in a pasted text", () => {
  const cases: [string, string | undefined][] = [
    ["Sorry, AADSTS50105: Your administrator has configured the application…", "AADSTS50105"],
    ["aadsts 700016", "AADSTS700016"],
    ["Erreur MSIS7042 : la même session a fait 6 demandes", "MSIS7042"],
    ["Error: app_not_configured_for_user", "app_not_configured_for_user"],
    ["403 app_not_configured", "app_not_configured"],
    ["User is not assigned to this application.", "OKTA_NOT_ASSIGNED"],
    ["We are sorry... Invalid requester", "KC_INVALID_REQUESTER"],
    ["Invalid parameter: Invalid redirect_uri", "KC_INVALID_REDIRECT"],
    [
      "urn:oasis:names:tc:SAML:2.0:status:Requester urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext",
      "SAML_NoAuthnContext",
    ],
    ["Status urn:oasis:names:tc:SAML:2.0:status:Responder", "SAML_Responder"],
    ["AADSTS99999 something new", "AADSTS99999"],
    ["Nothing works since 50105 seconds", undefined],
    ["", undefined],
  ];
  for (const [text, code] of cases) {
    test(text || "an empty text", () => expect(errorCodeIn(text)).toBe(code));
  }
});

test.describe("what a report says becomes facts", () => {
  const cases: [string, Partial<TicketInput>, Partial<Facts>][] = [
    [
      "a pasted error counts from the answers too",
      { answers: { error: "AADSTS50105" } },
      { sso_code: "AADSTS50105" },
    ],
    ["the language without its region", { locale: "fr-CA" }, { lang: "fr" }],
    ["a sign-in screen blocks", { symptom: "sms_code" }, { blocking: true }],
    ["unless the person says otherwise", { symptom: "sms_code", canWork: "yes" }, { blocking: false }],
    ["elsewhere only the person knows", { symptom: "document" }, { blocking: undefined }],
    ["working with difficulty is not blocked", { canWork: "with_difficulty" }, { blocking: false }],
    ["an unknown scope is no scope", { scope: "unknown" }, { scope: undefined }],
    [
      "the answer to the symptom's question",
      { symptom: "cannot_sign_in", answers: { see: "account_locked" } },
      { answer: "cannot_sign_in.account_locked" },
    ],
    ["hours until it is needed", { neededBy: "2026-11-24T11:30:00Z" }, { meeting_h: 2.5 }],
    ["a meeting that has begun is now", { neededBy: "2026-11-24T08:30:00Z" }, { meeting_h: 0 }],
    ["a meeting that is long over is none", { neededBy: "2026-11-23T08:30:00Z" }, {}],
    [
      "an older page than the platform",
      { page: { route: "/", loadedBuild: "a1", deployedBuild: "b2" } },
      { build: "stale" },
    ],
    [
      "the device's clock, cookies and network",
      { environment: { clockErrorMilliseconds: -94_000, cookies: "blocked", roundTripMilliseconds: 620 } },
      { clock: 94, cookies: "blocked", rtt: 620 },
    ],
    [
      "what failed on the page",
      {
        breadcrumbs: [
          { at: 1, kind: "request", what: "/api/documents/:id", status: 503, times: 2 },
          { at: 2, kind: "request", what: "/api/documents/:id", status: 500 },
          { at: 3, kind: "request", what: "/api/upload", status: 413 },
          { at: 4, kind: "error", what: "TypeError agenda.js:12" },
        ],
      },
      { http_5xx: 3, http_413: 1, js_errors: 1 },
    ],
  ];
  for (const [name, report, expected] of cases) {
    test(name, () => expect(factsOfReport(report)).toMatchObject(expected));
  }
});

test.describe("checks become facts", () => {
  const cases: [CheckResult, Measured][] = [
    [{ id: "build", outcome: "fail" }, { build: "stale" }],
    [{ id: "build", outcome: "warn", value: "4f2a" }, { build: "stale" }],
    [{ id: "build", outcome: "pass" }, { build: "current" }],
    [{ id: "cookies_3p", outcome: "fail" }, { cookies: "third_party" }],
    [{ id: "extension", outcome: "fail" }, { res_blocked: "extension" }],
    [{ id: "hosts", outcome: "fail" }, { res_blocked: "proxy" }],
    [{ id: "sse_ws", outcome: "warn" }, { sse: "buffered" }],
    [
      { id: "net", outcome: "fail", value: { rtt: 510, mbps: 0.9 } },
      { rtt: 510, mbps: 0.9 },
    ],
    [{ id: "file", outcome: "fail", value: "too_large" }, { file: "too_large" }],
    [{ id: "cert", outcome: "fail", value: { daysLeft: -1, expiresOn: "2026-11-23" } }, { cert_days: -1 }],
    [{ id: "sms_receipt", outcome: "fail", value: 30003 }, { sms_code: "30003" }],
    [{ id: "account", outcome: "fail", value: "locked" }, { account: "locked" }],
    [{ id: "js_errors", outcome: "unknown" }, {}],
    [{ id: "account", outcome: "fail", value: "no such word" }, {}],
    [{ id: "net", outcome: "fail", value: { account: "locked" } }, {}],
    [{ id: "reach", outcome: "fail", value: "down" }, {}],
    [{ id: "status", outcome: "fail", value: "major" }, {}],
  ];
  for (const [check, expected] of cases) {
    test(JSON.stringify(check), () => {
      expect(factsOfReport({ checks: [check] })).toEqual({ ...factsOfReport({}), ...expected });
    });
  }
});

test("what the server knows outranks what the browser says, and a gap in it does not", () => {
  const checks: CheckResult[] = [
    { id: "account", outcome: "fail", value: "locked" },
    { id: "build", outcome: "fail" },
  ];
  expect(factsOfReport({ checks }, { account: "active", build: undefined })).toMatchObject({
    account: "active",
    build: "stale",
  });
});

test("a report with nothing but its symptom is qualified", () => {
  const qualification = qualify(factsOf({ symptom: "sms_code", locale: "fr" }, {}, now));
  expect(qualification).toMatchObject({ cause: "sms_not_received", severity: 3, question: "phone_number" });
});
