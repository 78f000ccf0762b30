import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  lookAt,
  startGuide,
  takeStep,
  type Guide,
  type GuideEvent,
  type GuideSetting,
  type GuideState,
  type GuideView,
  type Traits,
} from "../../content/guide.ts";
import { symptomArticles } from "../../content/symptom-articles.ts";
import { symptomGuides } from "../../content/symptom-guides.ts";
import type { CheckOutcome, CheckResult } from "../../server/contract/types.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";

const knowledge = readKnowledge(join(import.meta.dirname, "../../content"));

async function guidesIn(locale: "en" | "fr"): Promise<Map<string, Guide>> {
  const { articles } = await knowledge;
  return new Map(
    articles.flatMap((article) =>
      article.locale === locale && article.guide ? [[article.slug, article.guide] as const] : [],
    ),
  );
}

const setting = (more: Partial<GuideSetting> = {}): GuideSetting => ({
  traits: {},
  checks: [],
  canDo: (action) => ["refresh_site_files", "start_sign_in"].includes(action),
  now: 0,
  locale: "en",
  ...more,
});

function eventsFor(view: GuideView): GuideEvent[] {
  switch (view.kind) {
    case "run":
      return [
        { kind: "checked", results: [] },
        ...(["pass", "warn", "fail"] as const).flatMap((outcome): GuideEvent[] => [
          { kind: "checked", results: view.checks.map((id) => ({ id, outcome })) },
          ...view.checks.map((id): GuideEvent => ({ kind: "checked", results: [{ id, outcome }] })),
        ]),
      ];
    case "ask":
      return view.answers.map(({ id }) => ({ kind: "answered", answer: id }));
    case "paste":
      return [
        { kind: "pasted" },
        { kind: "pasted", result: { id: view.check, outcome: "warn", value: "X1" } },
      ];
    case "do":
      return [{ kind: "done" }, { kind: "failed" }, { kind: "read" }];
    case "read":
      return [{ kind: "read" }];
    case "end":
    case "go":
      return [];
  }
}

test("every guide goes on from everywhere, whatever is measured, done or answered, to both its ends", async () => {
  for (const locale of ["en", "fr"] as const) {
    const guides = await guidesIn(locale);
    expect([...guides.keys()]).toEqual([
      "blank-page",
      "clear-cache",
      "cookies-blocked",
      "document-wont-open",
      "password-reset",
      "permission-denied",
      "session-expired",
      "slow-platform",
      "sms-code-not-received",
      "sso-certificate-expired",
      "upload-fails",
    ]);
    for (const [slug, guide] of guides)
      for (const canDo of [true, false]) {
        const here = setting({ canDo: () => canDo });
        const start = startGuide({ slug, guide }, here);
        const reached = new Set([start.at]);
        const ends = new Set<string>();
        for (const at of reached) {
          const state = { ...start, at };
          const view = lookAt(guide, state, here);
          if (view.kind === "end") ends.add(view.end);
          for (const event of eventsFor(view)) {
            const next = takeStep(guide, state, event, here);
            expect(next.at, `${locale} ${slug} ${at}: ${JSON.stringify(event)}`).not.toBe(at);
            reached.add(next.at);
          }
        }
        expect([...ends].sort(), `${locale} ${slug}`).toEqual(["solved", "ticket"]);
      }
  }
});

/** An answer's id, what is measured at a check, or `go on`. */
type Deed = string | Record<string, CheckOutcome | [CheckOutcome, CheckResult["value"]]>;

function play(guide: Guide, slug: string, deeds: readonly Deed[], here: GuideSetting): GuideState {
  let state = startGuide({ slug, guide }, here);
  for (const deed of deeds) state = takeStep(guide, state, eventOf(deed, lookAt(guide, state, here)), here);
  return state;
}

function eventOf(deed: Deed, view: GuideView): GuideEvent {
  if (typeof deed !== "string")
    return {
      kind: "checked",
      results: Object.entries(deed).map(([id, measured]) =>
        Array.isArray(measured)
          ? { id, outcome: measured[0], value: measured[1] }
          : { id, outcome: measured },
      ),
    };
  if (view.kind === "ask") return { kind: "answered", answer: deed };
  if (view.kind === "paste")
    return { kind: "pasted", result: { id: view.check, outcome: "fail", value: deed } };
  return { kind: deed === "done" || deed === "failed" ? deed : "read" };
}

interface Situation {
  name: string;
  slug: string;
  deeds: Deed[];
  traits?: Traits;
  /** What is shown in the end, or to whom the guide hands over. */
  shows: RegExp;
}

const held: Deed = { sms_receipt: ["fail", { sms_code: "30007", sms_country: "FR", sms_resends: 2 }] };
const situations: Situation[] = [
  {
    name: "old files are refreshed, and the check afterwards asks only whether it looks right",
    slug: "clear-cache",
    deeds: [{ reach: "pass" }, { build: "fail" }, "done", { build: "pass", res_failed: "pass" }],
    shows: /"ask".*look right now/,
  },
  {
    name: "a waiting service worker is reason enough to refresh",
    slug: "clear-cache",
    deeds: [{ reach: "pass" }, { build: "pass", sw: "warn", cachestorage: "pass" }],
    shows: /"do".*refresh_site_files/,
  },
  {
    name: "files that are all current are left alone",
    slug: "clear-cache",
    deeds: [{}, { build: "pass", sw: "pass", cachestorage: "pass" }],
    shows: /"run".*js_errors/,
  },
  {
    name: "a browser that keeps old files gets its own steps, for one site only",
    slug: "clear-cache",
    deeds: [{}, {}, "failed", "yes"],
    traits: { browser: "safari", os: "mac" },
    shows: /"read".*this site only.*Safari on a Mac(?!.*Firefox on a computer)/,
  },
  {
    name: "the data of the site deleted, the check proves it",
    slug: "clear-cache",
    deeds: [{}, {}, "failed", "yes", "go on", { build: "pass" }],
    shows: /"end":"solved"/,
  },
  {
    name: "nobody deletes an app that has something to synchronise",
    slug: "clear-cache",
    deeds: [{}, {}, "failed", "yes", "go on", { build: "fail" }, { app: ["warn", { pending: 3 }] }],
    shows: /"go","slug":"offline-sync-ipad"/,
  },
  {
    name: "a page that is down for everyone is no question of files",
    slug: "clear-cache",
    deeds: [{ reach: "fail" }],
    shows: /"go","slug":"platform-down"/,
  },
  {
    name: "a managed browser gets a text for its IT team, then a report",
    slug: "clear-cache",
    deeds: [{}, {}, "failed", "cannot"],
    shows: /"read".*IT team.*BrowsingDataLifetime/,
  },
  {
    name: "a pasted AADSTS code leads an administrator to the screens of their provider",
    slug: "sso-certificate-expired",
    deeds: [{ cert: "unknown" }, "AADSTS50012", {}, "admin", "entra"],
    shows: /"read".*SAML Certificates(?!.*Generate new certificate)/,
  },
  {
    name: "an administrator of Okta who is known as such is asked nothing",
    slug: "sso-certificate-expired",
    deeds: [{ cert: ["fail", { daysLeft: -2, expiresOn: "2026-11-22" }] }],
    traits: { role: "admin", idp: "okta" },
    shows: /"read".*Generate new certificate(?!.*SAML Certificates)/,
  },
  {
    name: "a member learns that there is nothing to repair on their side",
    slug: "sso-certificate-expired",
    deeds: [{ cert: ["fail", { daysLeft: -2, expiresOn: "2026-11-22" }] }, "user"],
    shows: /"ask".*only your administrators/,
  },
  {
    name: "a code about something else goes to the article on configuration",
    slug: "sso-certificate-expired",
    deeds: [{}, "AADSTS50105", {}],
    shows: /"go","slug":"sso-configuration"/,
  },
  {
    name: "a certificate that ends soon has refused nobody yet",
    slug: "sso-certificate-expired",
    deeds: [{ cert: ["fail", { daysLeft: 5, expiresOn: "2026-11-29" }] }, "user"],
    shows: /"paste"/,
  },
  {
    name: "our own certificate is nobody else's trouble",
    slug: "sso-certificate-expired",
    deeds: [{ sp_cert: "fail", cert: "fail" }],
    shows: /"end":"ticket".*our own certificate/,
  },
  {
    name: "support calls the registered number before it takes a certificate",
    slug: "sso-certificate-expired",
    deeds: [{ sso_acs: ["fail", { sso_reason: "signature" }] }],
    traits: { role: "staff" },
    shows: /"read".*registered number/,
  },
  {
    name: "no screen makes a certificate active before it is in place with us",
    slug: "sso-certificate-expired",
    deeds: [{ cert: ["fail", { daysLeft: -2 }] }],
    traits: { role: "admin", idp: "entra" },
    shows: /^(?!.*(?:[Ss]end us|Make certificate active)).*"read".*New certificate.*Federation Metadata XML/,
  },
  {
    name: "once it is in place, the screen of the same provider makes it active",
    slug: "sso-certificate-expired",
    deeds: [{ cert: ["fail", { daysLeft: -2 }] }, "go on", "go on", { cert: "pass" }],
    traits: { role: "admin", idp: "okta" },
    shows: /"read".*Activate(?!.*Set as Primary)/,
  },
  {
    name: "a new certificate that signed somebody in is the end of it",
    slug: "sso-certificate-expired",
    deeds: [
      { cert: ["fail", { daysLeft: -2 }] },
      "go on",
      "go on",
      { cert: "pass" },
      "go on",
      "go on",
      { sso_acs: "pass" },
    ],
    traits: { role: "admin", idp: "adfs" },
    shows: /"end":"solved".*in 7 days/,
  },
  {
    name: "a code that the operator holds leads to the authenticator",
    slug: "sms-code-not-received",
    deeds: [{ sms_delivery: "pass" }, {}, "yes", held, "go on"],
    shows: /"read".*another way.*authenticator-app/,
  },
  {
    name: "and once in, to setting it up",
    slug: "sms-code-not-received",
    deeds: [{}, {}, "yes", held, "go on", "go on", {}, "yes"],
    shows: /"end":"solved".*authenticator-app/,
  },
  {
    name: "operators in trouble concern the numbers of their country, and are asked about",
    slug: "sms-code-not-received",
    deeds: [{ sms_delivery: ["fail", { sms_rate: 37, sms_country: "FR" }] }],
    shows: /"ask".*Is your number from that country/,
  },
  {
    name: "an operator in trouble is waited for by nobody",
    slug: "sms-code-not-received",
    deeds: [{ sms_delivery: ["fail", { sms_rate: 37, sms_country: "FR" }] }, "yes"],
    shows: /"read".*choose another way/,
  },
  {
    name: "a number of another country is looked at as ever",
    slug: "sms-code-not-received",
    deeds: [{ sms_delivery: ["fail", { sms_rate: 37, sms_country: "FR" }] }, "no", {}],
    shows: /"ask".*Is it the number of the phone in your hand/,
  },
  {
    name: "a code sent a moment ago is waited for",
    slug: "sms-code-not-received",
    deeds: [{}, {}, "yes", { sms_receipt: ["pass", { sms_code: "sent", age: 20 }] }],
    shows: /"read".*Wait 60 seconds/,
  },
  {
    name: "five codes in a row are enough",
    slug: "sms-code-not-received",
    deeds: [{}, {}, "yes", { sms_receipt: ["fail", { sms_code: "sent", sms_resends: 5 }] }],
    shows: /"read".*pauses for an hour/,
  },
  {
    name: "a phone is looked at as what it is",
    slug: "sms-code-not-received",
    deeds: [{}, {}, "yes", { sms_receipt: ["pass", { sms_code: "delivered" }] }],
    traits: { os: "ios" },
    shows: /"read".*On an iPhone(?!.*Android)/,
  },
  {
    name: "support changes no number: a member's administrator does",
    slug: "sms-code-not-received",
    deeds: [{}, {}, "no", "user"],
    shows: /"read".*Ask your administrator/,
  },
  {
    name: "a locked account is no question of SMS",
    slug: "sms-code-not-received",
    deeds: [{}, { account: ["fail", { account: "locked" }] }],
    shows: /"go","slug":"account-locked"/,
  },
  {
    name: "a page refused by 413 is a file too large",
    slug: "upload-fails",
    deeds: [{ http: ["fail", { http_413: 1 }] }],
    shows: /"read".*Make the file smaller/,
  },
  {
    name: "blocked cookies are allowed in this browser only",
    slug: "cookies-blocked",
    deeds: [{ cookies: "fail" }],
    traits: { browser: "firefox", os: "windows" },
    shows: /"read".*Firefox on a computer(?!.*Safari on a Mac)/,
  },
];
for (const { name, slug, deeds, traits = {}, shows } of situations)
  test(name, async () => {
    const guide = (await guidesIn("en")).get(slug);
    const here = setting({ traits });
    const state = play(guide!, slug, deeds, here);
    expect(JSON.stringify(lookAt(guide!, state, here))).toMatch(shows);
  });

test("where the fix fails, the report takes along what was tried", async () => {
  const guide = (await guidesIn("en")).get("clear-cache");
  const here = setting();
  const { path, at } = play(
    guide!,
    "clear-cache",
    [{ reach: "pass" }, { build: "fail" }, "done", { build: "fail" }, "no"],
    here,
  );
  expect(lookAt(guide!, { ...startGuide({ slug: "x", guide: guide! }, here), at }, here)).toMatchObject({
    kind: "end",
    end: "ticket",
    attach: expect.arrayContaining(["build", "sw"]),
  });
  expect(path.map(({ node, outcome }) => `${node} ${outcome}`)).toEqual([
    "clear_cache start",
    "platform_up unknown",
    "files fail",
    "refresh done",
    "refresh__verified fail",
    "private_window no",
  ]);
});

test("every tile that offers a guide offers one that is there", async () => {
  const guides = await guidesIn("en");
  for (const slug of Object.values(symptomGuides)) expect([...guides.keys()]).toContain(slug);
});

test("every article that explains a tile is there, for whoever can follow it, and no guide stands before it", async () => {
  const { articles } = await knowledge;
  for (const [symptom, slugs] of Object.entries(symptomArticles)) {
    expect(Object.keys(symptomGuides)).not.toContain(symptom);
    for (const slug of slugs)
      expect(
        articles.filter((article) => article.slug === slug && article.audience.includes("user")),
        slug,
      ).toHaveLength(2);
  }
});
