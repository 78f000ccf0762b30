import { expect, test } from "@playwright/test";
import type { Breadcrumb, Environment } from "../../server/contract/types.ts";
import { checkBrowser, describeBrowser } from "../../widget/checks/browser.ts";
import { buildInAddresses, buildInName, checkBuild } from "../../widget/checks/build.ts";
import { runChecks } from "../../widget/checks/run-checks.ts";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const agents: Record<string, [browser: string, system: string, isMobile: boolean]> = {
  [`${windows} Chrome/156.0.0.0 Safari/537.36`]: ["Chrome 156", "Windows", false],
  [`${windows} Chrome/155.0.0.0 Safari/537.36 Edg/155.0.0.0`]: ["Edge 155", "Windows", false],
  "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0": ["Firefox 153", "Linux", false],
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15":
    ["Safari 26.1", "macOS", false],
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1":
    ["Chrome 156", "iOS 18.6", true],
  "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1":
    ["Safari 17.5", "iPadOS 17.5", true],
  "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/150.0.0.0 Mobile Safari/537.36":
    ["Samsung Internet 29", "Android 15", true],
  "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko": [
    "Internet Explorer 11",
    "Windows",
    false,
  ],
};
for (const [agent, [browser, system, isMobile]] of Object.entries(agents)) {
  test(`${browser} on ${system} is known by its line`, () => {
    expect(describeBrowser(agent)).toEqual({ browser, system, isMobile });
  });
}

test("Chromium tells its brand, and Windows 11 apart from 10", () => {
  const data = {
    brands: [
      { brand: "Not?A_Brand", version: "8" },
      { brand: "Chromium", version: "156" },
      { brand: "Microsoft Edge", version: "156" },
    ],
    mobile: false,
    platform: "Windows",
    platformVersion: "15.0.0",
  };
  expect(describeBrowser(windows, data)).toMatchObject({ browser: "Edge 156", system: "Windows 11" });
});

const browsers = {
  "Chrome 156": "pass",
  "Chrome 140": "warn",
  "Chrome 109": "fail",
  "Safari 17.6": "warn",
  "Safari 17.4": "fail",
  "Internet Explorer 11": "fail",
  "Opera 120": "unknown",
};
for (const [browser, outcome] of Object.entries(browsers)) {
  test(`${browser}: ${outcome}`, () => expect(checkBrowser({ browser }).outcome).toBe(outcome));
}

const site = "https://boards.example.com";
const builds: [addresses: string[], deployed: string, loaded: string | undefined][] = [
  [["/assets/2026.11.2/portal.js", "/assets/2026.11.2/portal.css"], "2026.11.10", "2026.11.2"],
  [["/assets/2026.11.10/portal.js", "/fonts/2026.1.1/a.css"], "2026.11.10", "2026.11.10"],
  [["/portal.js?v=3fa9c1d2"], "77ab01e9", "3fa9c1d2"],
  [["/portal-3fa9c1d2.js", "/portal-3fa9c1d2.css"], "77ab01e9", "3fa9c1d2"],
  [["/portal-3fa9c1d2.js", "/vendor-0b7c11f8.js"], "77ab01e9", undefined],
  [["/portal.js"], "77ab01e9", undefined],
];
for (const [paths, deployed, loaded] of builds) {
  test(`files ${paths.join(", ")} with ${deployed} deployed are of build ${loaded}`, () => {
    expect(
      buildInAddresses(
        paths.map((path) => site + path),
        deployed,
      ),
    ).toBe(loaded);
  });
}

test("a build is stale only where both are known", () => {
  expect(checkBuild({ route: "/", loadedBuild: "1", deployedBuild: "2" })).toEqual({
    id: "build",
    outcome: "fail",
    value: { loaded: "1", deployed: "2" },
  });
  expect(checkBuild({ route: "/", deployedBuild: "2" }).outcome).toBe("unknown");
});

test("each check tells what the first qualification reads", () => {
  const environment: Environment = {
    browser: "Firefox 160",
    cookies: "blocked",
    storage: "allowed",
    clockErrorMilliseconds: -200_400,
    roundTripMilliseconds: 220,
  };
  const crumb = (kind: Breadcrumb["kind"], what: string, more: Partial<Breadcrumb> = {}) => ({
    at: 1,
    kind,
    what,
    ...more,
  });
  const breadcrumbs = [
    crumb("resource", "img /logo.png"),
    crumb("resource", "script /portal.js", { times: 2 }),
    crumb("error", "TypeError #1", { times: 3 }),
    crumb("request", "/api/a", { status: 503, times: 4 }),
    crumb("request", "/api/b", { status: 500 }),
    crumb("request", "/api/c", { status: 403 }),
    crumb("request", "/api/d", { status: 0 }),
  ];
  const checks = runChecks({ page: { route: "/" }, environment, breadcrumbs, errorCode: "AADSTS50012" }, [
    { id: "cert", outcome: "fail", value: { daysLeft: -3 } },
  ]);
  expect(Object.fromEntries(checks.map(({ id, outcome, value }) => [id, [outcome, value]]))).toEqual({
    browser: ["pass", "Firefox 160"],
    clock: ["fail", 200],
    cookies: ["fail", undefined],
    storage: ["pass", undefined],
    build: ["unknown", undefined],
    res_failed: ["fail", 3],
    js_errors: ["fail", 3],
    http: ["fail", { http_5xx: 5, http_403: 1, http_unanswered: 1 }],
    net: ["warn", { rtt: 220 }],
    sso_code: ["fail", "AADSTS50012"],
    cert: ["fail", { daysLeft: -3 }],
  });
});

test("a request that got no answer may have been cancelled by the page", () => {
  const breadcrumbs: Breadcrumb[] = [{ at: 1, kind: "request", what: "/api/search", status: 0 }];
  const checks = runChecks({ page: { route: "/" }, environment: {}, breadcrumbs });
  expect(checks.find(({ id }) => id === "http")).toMatchObject({
    outcome: "warn",
    value: { http_unanswered: 1 },
  });
});

test("a page on which nothing failed says so", () => {
  const checks = runChecks({ page: { route: "/" }, environment: { isOnline: true }, breadcrumbs: [] });
  const outcomes = Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));
  expect(outcomes).toMatchObject({
    res_failed: "pass",
    js_errors: "pass",
    http: "pass",
    clock: "unknown",
    net: "unknown",
  });
});

const names: [name: string, deployed: string, build: string | undefined][] = [
  ["portal-2026.11.3", "2026.11.4", "2026.11.3"],
  ["portal-2026.11.4", "2026.11.4", "2026.11.4"],
  ["/worker-2026.11.3", "2026.11.4", "2026.11.3"],
  ["workbox-precache-v2-https://boards.example.com/", "2026.11.4", undefined],
  ["assets_3f9a2c1", "77be01d", "3f9a2c1"],
  ["offline-documents", "2026.11.4", undefined],
  ["1.2.3-and-1.2.5", "1.2.4", undefined],
];
for (const [name, deployed, build] of names) {
  test(`${name} is of ${build ?? "no build that one can tell"} while ${deployed} is deployed`, () => {
    expect(buildInName(name, deployed)).toBe(build);
  });
}
