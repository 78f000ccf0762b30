import { createHmac } from "node:crypto";
import { expect, test } from "@playwright/test";
import type { CheckOutcome, CheckResult } from "../../server/contract/types.ts";
import { judge } from "../../server/facts/judge.ts";
import { pseudonymOf } from "../../server/facts/subject.ts";
import { isTooPersonal } from "../../server/facts/too-personal.ts";
import { factsOfPlatform, platformChecks } from "../../server/tickets/facts.ts";

type Value = CheckResult["value"];

function judged(id: string, value: Value): CheckOutcome {
  return judge(factsOfPlatform({ id, outcome: "unknown", value }));
}

test.describe("a value without an outcome is judged as the catalogue says", () => {
  const cases: [check: string, value: Value, outcome: CheckOutcome][] = [
    ["account", "active", "pass"],
    ["account", "locked", "fail"],
    ["account", { account: "active", mfa: "sms", link: "expired" }, "fail"],
    ["account", { mfa: "totp" }, "unknown"],
    ["sms_e164", { sms_e164: "ok", sms_country: "FR", ending: "13" }, "pass"],
    ["sms_e164", "invalid", "fail"],
    ["sms_receipt", "delivered", "pass"],
    ["sms_receipt", { sms_code: "sent" }, "warn"],
    ["sms_receipt", 30007, "fail"],
    ["sms_receipt", { sms_code: "none", sms_resends: 3 }, "fail"],
    ["sms_delivery", 91, "pass"],
    ["sms_delivery", 90, "warn"],
    ["sms_delivery", 50, "warn"],
    ["sms_delivery", { sms_rate: 49, sms_country: "ES" }, "fail"],
    ["sms_delivery", { sms_rate: 99, sms_provider: "incident" }, "fail"],
    ["sp_cert", 31, "pass"],
    ["sp_cert", 30, "warn"],
    ["sp_cert", { sp_cert_days: -1 }, "fail"],
    ["sso_acs", "audience", "fail"],
    ["sso_acs", null, "unknown"],
    ["mail", "deferred", "warn"],
    ["mail", "bounced", "fail"],
    ["permission", "inherited", "warn"],
    ["doc", { conversion: "slow", file: "ok" }, "warn"],
    ["vote_esign", { vote: "closing" }, "warn"],
    ["vote_esign", { vote: "open", esign: "expired" }, "fail"],
    ["index", 59, "pass"],
    ["index", 900, "fail"],
    ["release", 24, "warn"],
    ["release", 73, "pass"],
    ["loop", 3, "fail"],
    ["idp_reach", "slow", "warn"],
    ["app", { app: "current", free_mb: 120 }, "fail"],
    ["account", "a word that is none", "unknown"],
    ["session", "expired", "unknown"],
  ];
  for (const [id, value, outcome] of cases) {
    test(`${id} ${JSON.stringify(value)}: ${outcome}`, () => expect(judged(id, value)).toBe(outcome));
  }
});

test("what a platform only says with its outcome becomes a fact too, if there is one to be had", () => {
  expect(factsOfPlatform({ id: "sms_e164", outcome: "fail" })).toEqual({ sms_e164: "invalid" });
  expect(factsOfPlatform({ id: "idp_reach", outcome: "fail" })).toEqual({ idp_reach: "down" });
  expect(factsOfPlatform({ id: "session", outcome: "fail", value: "expired" })).toEqual({});
  expect(factsOfPlatform({ id: "reach", outcome: "fail", value: "down" })).toEqual({});
  expect(platformChecks).not.toContain("reach");
});

test.describe("a value says of a person what help needs, and no more", () => {
  const cases: [check: string, value: Value, isTooPersonal: boolean][] = [
    ["sms_e164", { sms_country: "ES", ending: "89" }, false],
    ["sms_e164", { country: "ES", last2: 89 }, false],
    ["sms_e164", "+34 ••89", false],
    ["sms_e164", "+212 ••07", false],
    ["sms_e164", "ok", false],
    ["sms_e164", "+34600111222", true],
    ["sms_e164", "+34 600 111 222", true],
    ["sms_e164", 34600111222, true],
    ["sms_e164", "••1222", true],
    ["sms_e164", { country: "+34", ending: "222" }, true],
    ["sms_e164", { one: "60", two: "01", three: "11" }, true],
    ["sms_receipt", { sms_code: "30007", sms_country: "ES", sms_resends: 2, age_s: 140 }, false],
    ["sms_receipt", { to: "60011122" }, true],
    ["account", { account: "active", mfa: "sms" }, false],
    ["account", { seen: "2026-11-24T09:00:00Z", on: "2026-11-24" }, false],
    ["account", "ana@example.com", true],
    ["account", { phone: "+33 1 99 00 12 34" }, true],
    ["mail", { to: "FR76 3000 6000 0112 3456 7890 189" }, true],
    ["doc", { bytes: 9_999_999 }, false],
    ["doc", { id: 600_111_222 }, true],
    ["index", undefined, false],
  ];
  for (const [check, value, expected] of cases) {
    test(`${check} ${JSON.stringify(value)}: ${expected ? "too much" : "fine"}`, () =>
      expect(isTooPersonal(check, value)).toBe(expected));
  }
});

test("a platform makes a pseudonym with two lines in any language", () => {
  const secret = "a-secret-of-the-site";
  const elsewhere = createHmac("sha256", secret).update("ana@example.com").digest("hex");
  expect(pseudonymOf(secret, " Ana@Example.com")).toBe(elsewhere);
});
