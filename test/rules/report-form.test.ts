import { expect, test } from "@playwright/test";
import { symptomQuestions } from "../../server/contract/symptom-questions.ts";
import { symptoms } from "../../server/contract/symptoms.ts";
import type { TicketInput } from "../../server/contract/types.ts";
import type { WidgetContext } from "../../widget/context.ts";
import { fittingSymptoms, symptomsOf } from "../../widget/report/fitting-symptoms.ts";
import { composeReport, flatten, groups, shares } from "../../widget/report/groups.ts";
import { neededByChoices } from "../../widget/report/needed-by.ts";
import { later as englishLater } from "../../widget/text/en-later.ts";
import { text as english } from "../../widget/text/en.ts";
import { later as frenchLater } from "../../widget/text/fr-later.ts";
import { text as french } from "../../widget/text/fr.ts";

const collected: Pick<TicketInput, "page" | "environment" | "checks" | "breadcrumbs" | "suggestions"> = {
  page: { route: "/login" },
  environment: {
    browser: "Chrome 154",
    timeZone: "Europe/Paris",
    isOnline: true,
    clockErrorMilliseconds: 20,
  },
  checks: [
    { id: "clock", outcome: "pass" },
    { id: "browser", outcome: "pass" },
    { id: "build", outcome: "fail" },
    { id: "http", outcome: "fail" },
    { id: "cert", outcome: "fail" },
  ],
  breadcrumbs: [
    { at: 1, kind: "page", what: "/login" },
    { at: 2, kind: "click", what: 'button "Sign in"' },
    { at: 3, kind: "request", what: "/api/session", status: 401 },
  ],
  suggestions: [{ slug: "clear-cache", opened: true }],
};

const draft = {
  id: "1",
  accessToken: "secret",
  symptom: "cannot_sign_in",
  answers: { see: "wrong_password" },
  email: " claire.morel@example.com ",
  phone: "",
  message: "",
  leftOut: [],
} as const;

// Composing asks for nothing else of where the widget runs.
const context = { site: "boards-eu", locale: "fr" } as WidgetContext;

for (const { name, words, more } of [
  { name: "English", words: english, more: englishLater },
  { name: "French", words: french, more: frenchLater },
]) {
  test(`${name} has words for each question and each answer, in the order of the contract`, () => {
    expect(symptomsOf(words)).toEqual([...symptoms]);
    for (const symptom of symptoms) {
      expect(Object.keys(more.report.answers[symptom]), symptom).toEqual([
        ...symptomQuestions[symptom].options,
      ]);
    }
  });
}

test("French puts an unbreakable space before its double punctuation, and never an ordinary one", () => {
  const sentences = flatten([french, frenchLater]).map(([, sentence]) => sentence);
  expect(sentences.filter((sentence) => / [:;!?»]|« /.test(sentence) && !sentence.includes("=>"))).toEqual(
    [],
  );
});

test("a report is whole when nothing is left out", () => {
  expect(composeReport(context, { ...draft, leftOut: [] }, collected)).toMatchObject({
    site: "boards-eu",
    locale: "fr",
    symptom: "cannot_sign_in",
    reporter: { email: "claire.morel@example.com", phone: undefined },
    message: undefined,
    ...collected,
    checks: expect.arrayContaining(collected.checks ?? []),
  });
});

for (const { leftOut, gone, stays } of [
  { leftOut: "page", gone: ["route", '"build"'], stays: ["Chrome 154", "session"] },
  { leftOut: "actions", gone: ["Sign in", '"kind":"page"'], stays: ["401", "Chrome 154"] },
  { leftOut: "browser", gone: ["Chrome 154", "Europe/Paris", '"browser"'], stays: ["isOnline", "/login"] },
  { leftOut: "connection", gone: ["isOnline", "clock"], stays: ["Chrome 154"] },
  { leftOut: "errors", gone: ["401", '"http"'], stays: ["Sign in"] },
  { leftOut: "checks", gone: ['"cert"'], stays: ['"clock"'] },
  { leftOut: "help", gone: ["clear-cache"], stays: ["401"] },
] as const) {
  test(`without its group "${leftOut}" a report carries nothing of it, and all the rest`, () => {
    const sent = JSON.stringify(composeReport(context, { ...draft, leftOut: [leftOut] }, collected));
    for (const trace of gone) expect(sent).not.toContain(trace);
    for (const trace of stays) expect(sent).toContain(trace);
  });
}

test("with every group left out only the answers go", () => {
  const sent = composeReport(context, { ...draft, leftOut: [...groups] }, collected);
  const { page, environment, checks, breadcrumbs, suggestions } = sent;
  expect([page, environment, checks, breadcrumbs, suggestions]).toEqual(Array(5).fill(undefined));
  expect(sent.answers).toEqual({ see: "wrong_password" });
});

test("a group that would hold nothing is not offered", () => {
  expect(Object.keys(shares({ page: { route: "/" }, breadcrumbs: [] }))).toEqual(["page"]);
});

for (const { name, place, first } of [
  {
    name: "a page that shows meetings",
    place: { screen: "meetings", isSignedIn: true, explained: [] },
    first: ["document", "page_broken", "wrong_data", "meeting_vote", "permission", "slow"],
  },
  {
    name: "the page of a failed company sign-in",
    place: { screen: "sso_error", isSignedIn: false, explained: [] },
    first: ["sso_error", "cannot_sign_in", "sms_code", "page_broken", "security", "other"],
  },
  {
    name: "a sign-in page while codes by SMS are late",
    place: { screen: "sign_in", isSignedIn: false, explained: ["sms_code"] },
    first: ["sms_code", "cannot_sign_in", "sso_error", "page_broken", "security", "other"],
  },
  {
    name: "a page that says nothing of itself",
    place: { isSignedIn: true, explained: [] },
    first: ["document", "page_broken", "wrong_data", "meeting_vote", "permission", "slow"],
  },
] as const) {
  test(`the six tiles that fit ${name} come first, and all twelve follow`, () => {
    const fitting = fittingSymptoms(english, place);
    expect(fitting.slice(0, 6)).toEqual(first);
    expect([...fitting].sort()).toEqual([...symptoms].sort());
  });
}

test("a blocked person can say: within the hour, each hour of today, tomorrow's working hours", () => {
  const now = new Date(2026, 10, 24, 9, 41);
  const hours = neededByChoices(now).map((at) => [at.getDate(), at.getHours()]);
  expect(hours[0]).toEqual([24, 10]);
  expect(hours[1]).toEqual([24, 11]);
  expect(hours).toContainEqual([24, 14]);
  expect(hours).toContainEqual([25, 9]);
  expect(hours.at(-1)).toEqual([25, 18]);
});

test("late in the evening only tomorrow is left, and what was chosen stays chosen", () => {
  const now = new Date(2026, 10, 24, 21, 10);
  const chosen = new Date(2026, 10, 27, 14, 30);
  const choices = neededByChoices(now, chosen.toISOString());
  expect(choices.slice(1).every((at) => at.getDate() >= 25)).toBe(true);
  expect(choices.at(-1)).toEqual(chosen);
});
