import { expect, test } from "@playwright/test";
import {
  fittingWays,
  lookAt,
  startGuide,
  takeStep,
  traitsOf,
  worstOutcome,
  type CheckArrow,
  type Guide,
  type GuideEvent,
  type GuideSetting,
  type GuideState,
  type Traits,
  type Way,
} from "../../content/guide.ts";
import { guideStep } from "../../server/contract/schemas.ts";
import type { CheckOutcome, CheckResult } from "../../server/contract/types.ts";

const guide: Guide = {
  start: "files",
  nodes: {
    files: {
      kind: "check",
      checks: ["build", "sw"],
      arrows: [
        { check: "sw", when: { outcome: "warn" }, to: "refresh" },
        { when: { outcome: "fail" }, to: "refresh" },
      ],
      next: "role",
    },
    refresh: {
      kind: "do",
      action: "refresh_site_files",
      text: ["We refresh them."],
      button: "Refresh",
      byHand: ["Refresh them."],
      next: "verified",
      failed: "role",
    },
    verified: {
      kind: "verify",
      checks: ["build"],
      arrows: [{ when: { outcome: "pass" }, to: "end:solved" }],
      next: "right_now",
    },
    right_now: {
      kind: "ask",
      text: ["Right now?"],
      note: "This page is of {build.loaded}, read on {build.day}.",
      answers: [
        { id: "yes", label: "Yes", to: "end:solved" },
        { id: "no", label: "No", to: "message" },
      ],
    },
    role: {
      kind: "ask",
      by: "role",
      text: ["Who are you?"],
      answers: [
        { id: "user", label: "I use it", to: "right_now" },
        { id: "admin", label: "I look after it", to: "clear" },
      ],
    },
    message: { kind: "paste", check: "sso_code", text: ["Paste it"], found: "code", none: "report" },
    code: {
      kind: "check",
      checks: ["sso_code"],
      arrows: [{ when: { words: ["AADSTS50012"] }, to: "clear" }],
      next: "go:sso-configuration",
    },
    clear: {
      kind: "read",
      text: ["Clear it."],
      ways: [
        { title: "Chrome", blocks: [], for: { browser: ["chrome"] } },
        { title: "Firefox", blocks: [], for: { browser: ["firefox"] } },
      ],
      next: "report",
    },
    report: { kind: "end", end: "ticket", text: ["Tell us."], attach: ["build"] },
  },
};

const setting = (more: Partial<GuideSetting> = {}): GuideSetting => ({
  traits: {},
  checks: [],
  canDo: () => true,
  now: 0,
  locale: "en",
  ...more,
});
const result = (id: string, outcome: CheckOutcome, value?: CheckResult["value"]): CheckResult => ({
  id,
  outcome,
  ...(value !== undefined && { value }),
});
const checked = (...results: CheckResult[]): GuideEvent => ({ kind: "checked", results });

/** One second passes at each step. */
function play(events: readonly GuideEvent[], more: Partial<GuideSetting> = {}): GuideState {
  let now = 0;
  const at = () => setting({ ...more, now: (now += 1_000) });
  const started = startGuide({ slug: "clear-cache", guide }, at());
  return events.reduce((state, event) => takeStep(guide, state, event, at()), started);
}

const walks: [name: string, events: GuideEvent[], end: string, path: string[], traits?: Traits][] = [
  [
    "old files are refreshed, and a check proves it",
    [
      checked(result("build", "fail"), result("sw", "pass")),
      { kind: "done" },
      checked(result("build", "pass")),
    ],
    "end:solved",
    ["clear_cache start", "files fail", "refresh done", "verified pass"],
  ],
  [
    "one check's own arrow comes before what all of them say",
    [checked(result("build", "pass"), result("sw", "warn"))],
    "refresh",
    ["clear_cache start", "files sw_warn"],
  ],
  [
    "what nobody can check stops nothing",
    [checked(), { kind: "answered", answer: "user" }],
    "right_now",
    ["clear_cache start", "files unknown", "role user"],
  ],
  [
    "something unknown does not hide what is wrong",
    [checked(result("sw", "fail"))],
    "refresh",
    ["clear_cache start", "files fail"],
  ],
  [
    "an action that failed goes its own way, over a role that is known",
    [checked(result("build", "fail")), { kind: "failed" }],
    "clear",
    ["clear_cache start", "files fail", "refresh failed", "role admin"],
    { role: "admin" },
  ],
  [
    "a role that the guide has no answer for is asked",
    [checked()],
    "role",
    ["clear_cache start", "files unknown"],
    { role: "staff" },
  ],
  [
    "what a check could not verify is asked",
    [
      checked(result("build", "fail")),
      { kind: "read" },
      checked(result("build", "unknown")),
      { kind: "answered", answer: "yes" },
    ],
    "end:solved",
    ["clear_cache start", "files fail", "refresh skipped", "verified unknown", "right_now yes"],
  ],
  [
    "a pasted code is known from then on",
    [
      checked(),
      { kind: "answered", answer: "user" },
      { kind: "answered", answer: "no" },
      { kind: "pasted", result: result("sso_code", "fail", "AADSTS50012") },
      checked(result("sso_code", "unknown")),
      { kind: "read" },
    ],
    "report",
    [
      "clear_cache start",
      "files unknown",
      "role user",
      "right_now no",
      "message found",
      "code aadsts50012",
      "clear read",
    ],
  ],
  [
    "another code leads to another article",
    [
      checked(),
      { kind: "answered", answer: "user" },
      { kind: "answered", answer: "no" },
      { kind: "pasted", result: result("sso_code", "fail", "AADSTS500121") },
      checked(),
    ],
    "go:sso-configuration",
    ["clear_cache start", "files unknown", "role user", "right_now no", "message found", "code fail"],
  ],
  [
    "an event that does not belong here changes nothing",
    [{ kind: "done" }, { kind: "answered", answer: "yes" }, { kind: "read" }, { kind: "pasted" }],
    "files",
    ["clear_cache start"],
  ],
];
for (const [name, events, end, path, traits = {}] of walks)
  test(name, () => {
    const state = play(events, { traits });
    expect(state.at).toBe(end);
    expect(state.path.map(({ node, outcome }) => `${node} ${outcome}`)).toEqual(path);
    // What is not as the contract wants it would be dropped from a ticket.
    for (const step of state.path) expect(guideStep.parse(step)).toEqual(step);
    for (const step of state.path.slice(1))
      expect(step.milliseconds).toBe(step.outcome === "admin" ? 0 : 1_000);
  });

const arrows: [when: CheckArrow["when"], value: CheckResult["value"], outcome: string | undefined][] = [
  [{ words: ["30003", "30007"] }, "30007", "30007"],
  [{ words: ["30007"] }, 30007, "30007"],
  [{ words: ["30007"] }, { code: "30007", age: 12 }, "30007"],
  [{ words: ["30007"] }, { code: "30003", age: 30007 }, undefined],
  [{ words: ["30007"] }, "x30007", undefined],
  [{ part: "age", under: 60 }, { age: 59 }, "age_under_60"],
  [{ part: "age", under: 60 }, { age: 60 }, undefined],
  [{ part: "age", under: 60 }, { age: "59" }, undefined],
  [{ part: "age", under: 60 }, { resends: 1 }, undefined],
  [{ part: "age", under: 60 }, 12, undefined],
  [{ part: "age", under: 60 }, undefined, undefined],
  [{ part: "resends", atLeast: 5 }, { resends: 5 }, "resends_from_5"],
  [{ part: "resends", atLeast: 5 }, { resends: 4 }, undefined],
];
for (const [when, value, outcome] of arrows)
  test(`${JSON.stringify(when)} ${outcome ? "fits" : "does not fit"} ${JSON.stringify(value)}`, () => {
    const one: Guide = {
      start: "a",
      nodes: { a: { kind: "check", checks: ["x"], arrows: [{ when, to: "end:ticket" }], next: "b" } },
    };
    const take = (known: CheckResult) =>
      takeStep(one, startGuide({ slug: "one", guide: one }, setting()), checked(known), setting());
    const { at, path } = take(result("x", "warn", value));
    expect(at).toBe(outcome ? "end:ticket" : "b");
    expect(path.at(-1)?.outcome).toBe(outcome ?? "warn");
    expect(take(result("x", "unknown", value)).at, "a value that is unknown says nothing").toBe("b");
  });

test("the worst of several checks counts, and nothing is a pass that is not known", () => {
  const worst = (...outcomes: CheckOutcome[]) => worstOutcome(outcomes.map((one) => result("x", one)));
  expect(worst("pass", "warn", "fail", "unknown")).toBe("fail");
  expect(worst("pass", "warn", "unknown")).toBe("warn");
  expect(worst("pass", "unknown")).toBe("unknown");
  expect(worst("pass", "pass")).toBe("pass");
  expect(worst()).toBe("unknown");
});

test("each node is shown as what there is to do", () => {
  const at = (node: string, more: Partial<GuideSetting> = {}) =>
    lookAt(guide, { ...play([]), at: node }, setting(more));
  expect(at("files")).toMatchObject({ kind: "run", checks: ["build", "sw"], isVerifying: false });
  expect(at("verified")).toMatchObject({ kind: "run", isVerifying: true });
  expect(at("refresh")).toMatchObject({
    kind: "do",
    action: "refresh_site_files",
    text: ["We refresh them."],
  });
  expect(at("refresh", { canDo: () => false })).toMatchObject({
    kind: "read",
    text: ["Refresh them."],
    isTask: true,
  });
  expect(at("clear"), "steps are to be done").toMatchObject({ isTask: true });
  expect(at("clear", { traits: { browser: "firefox" } })).toMatchObject({ ways: [{ title: "Firefox" }] });
  expect(at("report")).toEqual({ kind: "end", end: "ticket", text: ["Tell us."], attach: ["build"] });
  expect(at("end:solved")).toEqual({ kind: "end", end: "solved", attach: [] });
  expect(at("go:clear-cache")).toEqual({ kind: "go", slug: "clear-cache" });
  expect(at("gone since this was kept")).toMatchObject({ kind: "end", end: "ticket" });
});

test("a note is shown when all that it tells was measured", () => {
  const note = (value: CheckResult["value"], locale = "en") => {
    const view = lookAt(
      guide,
      { ...play([]), at: "right_now" },
      setting({ checks: [result("build", "fail", value)], locale }),
    );
    return view.kind === "ask" ? view.note : undefined;
  };
  expect(note({ loaded: "7", day: "2026-11-16" })).toBe("This page is of 7, read on 16 November 2026.");
  expect(note({ loaded: 7, day: "2026-11-16" }, "fr")).toBe("This page is of 7, read on 16 novembre 2026.");
  expect(note({ loaded: "7" })).toBeUndefined();
  expect(note({ loaded: "7", day: null })).toBeUndefined();
  expect(note("7")).toBeUndefined();
});

test("a note names a country as the reader does", () => {
  const note = (sms_country: string, locale: string) => {
    const asking: Guide = {
      start: "ask",
      nodes: { ask: { kind: "read", note: "Country: {sms_delivery.sms_country}.", next: "end:ticket" } },
    };
    const known = setting({ checks: [result("sms_delivery", "fail", { sms_country })], locale });
    const view = lookAt(asking, startGuide({ slug: "sms", guide: asking }, known), known);
    return view.kind === "read" ? view.note : undefined;
  };
  expect(note("DE", "en")).toBe("Country: Germany.");
  expect(note("DE", "fr")).toBe("Country: Allemagne.");
  expect(note("Germany", "fr"), "what is no code stays").toBe("Country: Germany.");
});

test("a step that nobody has looked at for long says so, and no other", () => {
  const checked = { on: "2026-11-24", until: "2027-05-24", old: "Checked in 2026." };
  const dated: Guide = {
    start: "menus",
    nodes: { menus: { kind: "read", text: ["Open the menu."], checked, next: "end:ticket" } },
  };
  const noteOn = (day: string) => {
    const known = setting({ now: Date.parse(day) });
    const view = lookAt(dated, startGuide({ slug: "menus", guide: dated }, known), known);
    return view.kind === "read" ? view.note : undefined;
  };
  expect(noteOn("2027-05-20")).toBeUndefined();
  expect(noteOn("2027-05-24T23:59Z"), "its last day, as for its author").toBeUndefined();
  expect(noteOn("2027-05-25")).toBe("Checked in 2026.");
  expect(noteOn("2027-06-01")).toBe("Checked in 2026.");
});

test("whether a step was done by hand or left out is told apart", () => {
  const outcome = (canDo: boolean) => {
    const known = setting({ canDo: () => canDo });
    const state = { ...play([]), at: "refresh" };
    return takeStep(guide, state, { kind: "read" }, known).path.at(-1)?.outcome;
  };
  expect(outcome(false)).toBe("by_hand");
  expect(outcome(true)).toBe("skipped");
});

test("another guide goes on with the path and with what was said", () => {
  const before = play([checked(), { kind: "answered", answer: "user" }]);
  const state = startGuide({ slug: "blank-page", guide: { ...guide, start: "role" } }, setting(), before);
  expect(state.at, "a role is asked once").toBe("right_now");
  expect(state.path.map(({ node }) => node)).toEqual(["clear_cache", "files", "role", "blank_page", "role"]);
});

test("who goes round in a guide keeps the last steps that a report takes", () => {
  const again: Guide = { start: "a", nodes: { a: { kind: "read", text: ["Again"], next: "a" } } };
  let state = startGuide({ slug: "again", guide: again }, setting());
  for (let round = 0; round < 100; round += 1) state = takeStep(again, state, { kind: "read" }, setting());
  expect(state.path).toHaveLength(60);
});

const way = (title: string, needed: Way["for"]): Way => ({ title, blocks: [], for: needed });
const ways = [
  way("Chrome or Edge", { browser: ["chrome", "edge"], os: ["windows", "mac", "linux"] }),
  way("Firefox", { browser: ["firefox"], os: ["windows", "mac", "linux"] }),
  way("Safari", { browser: ["safari"], os: ["mac"] }),
  way("iPhone or iPad", { os: ["ios"] }),
  way("Android", { os: ["android"] }),
];
const persons: [known: Traits, titles: string[]][] = [
  [{ browser: "edge", os: "windows" }, ["Chrome or Edge"]],
  [{ browser: "safari", os: "mac" }, ["Safari"]],
  [{ browser: "safari", os: "ios" }, ["iPhone or iPad"]],
  [{ browser: "chrome", os: "android" }, ["Android"]],
  [{ os: "windows" }, ["Chrome or Edge", "Firefox"]],
  [{ browser: "firefox" }, ["Firefox"]],
  [{}, ways.map(({ title }) => title)],
  [{ browser: "safari", os: "windows" }, ways.map(({ title }) => title)],
];
for (const [known, titles] of persons)
  test(`${JSON.stringify(known)} is shown ${titles.join(", ")}`, () => {
    expect(fittingWays(ways, known).map(({ title }) => title)).toEqual(titles);
  });

test("a way for everybody gives way to one's own", () => {
  const both = [way("For all", {}), way("Okta", { idp: ["okta"] })];
  expect(fittingWays(both, { idp: "okta" })).toEqual([both[1]]);
  expect(fittingWays(both, { idp: "entra" })).toEqual([both[0]]);
});

const agents: [browser: string, system: string, traits: Traits][] = [
  ["Edge 156", "Windows 11", { browser: "edge", os: "windows" }],
  ["Chrome 156", "Android 15", { browser: "chrome", os: "android" }],
  ["Firefox 152", "macOS", { browser: "firefox", os: "mac" }],
  ["Safari 26.1", "iPadOS 26.1", { browser: "safari", os: "ios" }],
  ["Opera 120", "Linux", { browser: undefined, os: "linux" }],
  ["", "", { browser: undefined, os: undefined }],
];
const lines: [agent: string, traits: Traits][] = [
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
    { browser: "edge", os: "windows" },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1",
    { browser: "chrome", os: "ios" },
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0",
    { browser: "firefox", os: "linux" },
  ],
];
test("browser and system are known by name or by the user agent's line", () => {
  for (const [browser, system, expected] of agents) expect(traitsOf({ browser, system })).toEqual(expected);
  for (const [agent, expected] of lines)
    expect(traitsOf({ browser: agent, system: agent })).toEqual(expected);
});
