import { expect, test } from "@playwright/test";
import { qualify } from "../../server/tickets/qualify.ts";
import { sayEvidence } from "../../server/console/evidence.ts";
import { groupOf, isPressing } from "../../server/console/next-clock.ts";
import { hoursAhead, sayDuration, sayNear } from "../../server/console/say-time.ts";
import { timelineOf } from "../../server/console/timeline.ts";
import type { Breadcrumb } from "../../server/contract/types.ts";
import type { Facts } from "../../server/tickets/facts.ts";
import { type Rule, rules, unknownRule } from "../../server/tickets/qualification-rules.ts";

const paris = { locale: "en", timeZone: "Europe/Paris" } as const;
const now = new Date("2026-11-24T09:22:00Z"); // 10:22 in Paris

const durations: [number, string, string][] = [
  [40, "40 s", "40 s"],
  [9 * 60 + 59, "9 min", "9 min"],
  [3_600, "1 h", "1 h"],
  [3_600 + 8 * 60, "1 h 08", "1 h 08"],
  [26 * 3_600, "1 d", "1 j"],
  [-5, "0 s", "0 s"],
];
for (const [seconds, english, french] of durations) {
  test(`${seconds} seconds are said as ${english}`, () => {
    expect(sayDuration(seconds * 1_000, "en").replaceAll("\u00a0", " ")).toBe(english);
    expect(sayDuration(seconds * 1_000, "fr").replaceAll("\u00a0", " ")).toBe(french);
  });
}

test("a time says its day only where it is not today", () => {
  expect(sayNear(new Date("2026-11-24T22:30:00Z"), now, paris)).toBe("23:30");
  expect(sayNear(new Date("2026-11-24T23:30:00Z"), now, paris)).toBe("Wed 00:30");
  expect(sayNear(new Date("2026-10-06T08:00:00Z"), now, paris)).toBe("6 Oct");
});

test("the reporter's clock is told by its distance, where the zone is known", () => {
  expect(hoursAhead("Indian/Mauritius", "Europe/Paris", now)).toBe(3);
  expect(hoursAhead("Asia/Kolkata", "Europe/Paris", now)).toBe(4.5);
  expect(hoursAhead("America/Toronto", "Europe/Paris", now)).toBe(-6);
  expect(hoursAhead("Middle/Earth", "Europe/Paris", now)).toBeUndefined();
  expect(hoursAhead(undefined, "Europe/Paris", now)).toBeUndefined();
});

const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const groups: [string, Parameters<typeof groupOf>[0]][] = [
  ["overdue", { state: "qualified", firstAnsweredAt: null, answerBy: inMinutes(-1) }],
  ["hour", { state: "qualified", firstAnsweredAt: null, answerBy: inMinutes(60) }],
  ["today", { state: "assigned", firstAnsweredAt: null, answerBy: inMinutes(61) }],
  ["later", { state: "qualified", firstAnsweredAt: null, answerBy: inMinutes(24 * 60) }],
  ["answered", { state: "in_progress", firstAnsweredAt: inMinutes(-5), answerBy: inMinutes(-60) }],
  ["waiting", { state: "waiting_customer", firstAnsweredAt: null, answerBy: inMinutes(-60) }],
];
for (const [group, row] of groups) {
  test(`the queue has a place for what is ${group}`, () => expect(groupOf(row, now, paris)).toBe(group));
}

test("only a blocked person with less than an hour is red", () => {
  expect(isPressing({ canWork: "no", neededBy: inMinutes(59) }, now)).toBe(true);
  expect(isPressing({ canWork: "no", neededBy: inMinutes(61) }, now)).toBe(false);
  expect(isPressing({ canWork: "no", neededBy: inMinutes(-1) }, now)).toBe(false);
  expect(isPressing({ canWork: "no", neededBy: null }, now)).toBe(false);
  expect(isPressing({ canWork: "yes", neededBy: inMinutes(5) }, now)).toBe(false);
});

function history(breadcrumbs: Breadcrumb[], clockErrorMilliseconds = 0) {
  return timelineOf({
    breadcrumbs,
    checks: [],
    suggestions: [],
    createdAt: now,
    environment: { clockErrorMilliseconds },
  });
}

test("trying again and again is one line for each thing that was tried", () => {
  const press = { kind: "click", what: 'button "Try again"' } as const;
  const fail = { kind: "request", what: "POST /sso/acs", status: 403 } as const;
  const rows = history([
    { at: 1_000, ...press },
    { at: 1_500, ...fail },
    { at: 11_000, ...press },
    { at: 11_500, ...fail },
    { at: 23_000, ...press, times: 2 },
  ]);
  expect(rows.slice(0, -1)).toMatchObject([
    { times: 4, milliseconds: 22_000, tone: "quiet" },
    { times: 2, milliseconds: 10_000, tone: "failed" },
  ]);
});

test("what could not be seen is said", () => {
  const rows = history([
    { at: 0, kind: "page", what: "/sign-in" },
    { at: 21_000, kind: "help", what: "opened" },
  ]);
  expect(rows.map(({ event }) => event.kind)).toEqual(["breadcrumb", "gap", "breadcrumb", "report"]);
  expect(rows[2]).toMatchObject({ isCut: true });
});

test("times are told by our clock, not by the device's", () => {
  const [row] = history([{ at: now.getTime(), kind: "page", what: "/" }], 90_000);
  expect(row?.at).toEqual(inMinutes(-1.5));
});

test("checks that failed are a line each, all that passed is one", () => {
  const rows = timelineOf({
    breadcrumbs: [],
    checks: [
      { id: "clock", outcome: "pass" },
      { id: "cert", outcome: "fail" },
      { id: "net", outcome: "warn" },
      { id: "cookies", outcome: "pass" },
      { id: "sw", outcome: "unknown" },
    ],
    suggestions: [
      { slug: "clear-cache", opened: true, helped: false },
      { slug: "not-opened", opened: false },
    ],
    createdAt: now,
    environment: {},
  });
  expect(rows.map(({ event, tone }) => [event.kind, tone])).toEqual([
    ["check", "failed"],
    ["check", "warned"],
    ["checks", "passed"],
    ["checks", "quiet"],
    ["read", "quiet"],
    ["report", "quiet"],
  ]);
});

/** Facts that lead each rule to each of its sentences. */
const variants: Partial<Facts>[] = [
  {},
  {
    status: "major",
    idp_reach: "down",
    sms_provider: "incident",
    sso_reason: "signature",
    account: "unknown",
  },
  { platform: "degraded", sso_reason: "time", cookies: "blocked", link: "expired", sms_e164: "invalid" },
  { sso_reason: "audience", loop: 4, sms_resends: 6, sms_code: "30034", build: "stale", tls: "inspected" },
  { sms_code: "none", res_blocked: "proxy", file: "infected", download: "blocked", conversion: "failed" },
  { file: "password", popup: "blocked", permission: "denied", vote: "closed", rtt: 500, js_errors: 2 },
  { sso_code: "AADSTS1", cert_days: -1, sp_cert_days: -1 },
];

test("the evidence of every rule exists in French", () => {
  const all: Rule[] = [...rules, unknownRule];
  const english = all.flatMap(({ because }) =>
    variants.map((facts) => because({ symptom: "other", lang: "fr", ...facts })),
  );
  english.push("The reporter answered “loops”; no measurement says otherwise.");
  expect([...new Set(english)].filter((sentence) => sayEvidence(sentence, "fr") === undefined)).toEqual([]);
  expect(sayEvidence("The company's sign-in certificate expired 3 days ago.", "fr")).toBe(
    "Le certificat de connexion de l’entreprise a expiré il y a 3 jours.",
  );
  expect(
    sayEvidence(
      "The reporter answered “loops”; no measurement says otherwise.",
      "fr",
      "La page tourne en boucle",
    ),
  ).toContain("«\u00a0La page tourne en boucle\u00a0»");
});

test("the evidence names a country as its reader does", () => {
  const because = qualify({ symptom: "sms_code", lang: "en", sms_code: "30007", sms_country: "ES" }).because;
  expect(sayEvidence(because, "en")).toBe(
    "The provider answered 30007 (Spain): senders must be registered there.",
  );
  expect(sayEvidence(because, "fr")).toBe(
    "Le fournisseur a répondu 30007 (Espagne)\u00a0: les expéditeurs doivent y être enregistrés.",
  );
});
