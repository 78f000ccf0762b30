import { expect, test } from "@playwright/test";
import type { CheckResult, OpenProblem } from "../../server/contract/types.ts";
import { findCause, type FindingFacts } from "../../widget/checks/finding.ts";

const problem = (id: string, more: Partial<OpenProblem>): OpenProblem => ({
  id,
  service: "sms",
  status: "major",
  title: "SMS codes are late",
  since: "2026-11-24T08:10:00Z",
  symptoms: ["sms_code"],
  ...more,
});
const sms = problem("sms", {});
const documents = problem("documents", { status: "minor", symptoms: ["document", "page_broken"] });
const outage = problem("outage", { status: "critical", symptoms: [] });
const fail = (id: string, value?: CheckResult["value"]): CheckResult => ({ id, outcome: "fail", value });
const expired = fail("cert", { daysLeft: -2, expiresOn: "2026-11-22" });
const everythingFails = [expired, fail("build"), fail("clock", 400), fail("cookies")];
const slowClock = -400_000;

const onSignIn = { screen: "sign_in", isSignedIn: false };
const onSsoError = { screen: "sso_error", isSignedIn: false };
const onSmsCode = { screen: "sms_code", isSignedIn: false };
const onDocument = { screen: "document", isSignedIn: true };

const cases: [name: string, facts: Partial<FindingFacts>, found: string | undefined][] = [
  [
    "a known problem comes before all else",
    { signIn: onSignIn, problems: [sms], checks: everythingFails },
    "sms",
  ],
  ["a late SMS explains nothing to who reads a document", { signIn: onDocument, problems: [sms] }, undefined],
  [
    "a late SMS explains nothing on the company sign-in's error",
    { signIn: onSsoError, problems: [sms] },
    undefined,
  ],
  [
    "slow documents explain nothing to who cannot sign in",
    { signIn: onSignIn, problems: [documents] },
    undefined,
  ],
  [
    "slow documents explain something to who is inside",
    { signIn: onDocument, problems: [sms, documents] },
    "documents",
  ],
  [
    "an outage explains everything, and the worst is said",
    { signIn: onSmsCode, problems: [sms, outage] },
    "outage",
  ],
  ["then the customer's expired certificate", { signIn: onSsoError, checks: everythingFails }, "certificate"],
  ["which is nothing to who is inside", { signIn: onDocument, checks: everythingFails }, "build"],
  ["nor to who waits for an SMS", { signIn: onSmsCode, checks: everythingFails }, "build"],
  [
    "a certificate that will expire is no finding",
    { signIn: onSsoError, checks: [fail("cert", { daysLeft: 5, expiresOn: "2026-11-29" })] },
    undefined,
  ],
  [
    "then a clock that is far off",
    { signIn: onDocument, checks: [fail("clock", 400), fail("cookies")] },
    "clock",
  ],
  ["then blocked cookies", { signIn: onSignIn, checks: [fail("cookies")] }, "cookies"],
  ["which are nothing to who is inside", { signIn: onDocument, checks: [fail("cookies")] }, undefined],
  [
    "a warning is no finding",
    { signIn: onSignIn, checks: [{ id: "clock", outcome: "warn", value: 90 }] },
    undefined,
  ],
  ["nothing wrong, nothing found", { signIn: onSignIn }, undefined],
];
for (const [name, facts, found] of cases) {
  test(name, () => {
    const finding = findCause({
      signIn: onSignIn,
      problems: [],
      checks: [],
      clockErrorMilliseconds: slowClock,
      ...facts,
    });
    expect(finding?.kind === "problem" ? finding.problem.id : finding?.kind).toBe(found);
  });
}

test("the finding says when the certificate expired and in which direction the clock is wrong", () => {
  const facts = { problems: [], clockErrorMilliseconds: slowClock };
  expect(findCause({ ...facts, signIn: onSsoError, checks: [expired] })).toEqual({
    kind: "certificate",
    expiresOn: "2026-11-22",
  });
  expect(findCause({ ...facts, signIn: onDocument, checks: [fail("clock", 400)] })).toEqual({
    kind: "clock",
    errorMilliseconds: slowClock,
  });
});
