import type { CheckResult, Environment } from "../../server/contract/types.ts";

/** What Chromium says of itself; other browsers have only the user agent's line. */
export interface AgentData {
  brands: readonly { brand: string; version: string }[];
  mobile: boolean;
  platform: string;
  /** Windows 11 is 13 and above. */
  platformVersion?: string;
}

/** "Edge 156" on "Windows 11". */
export function describeBrowser(
  userAgent: string,
  data?: AgentData,
): Pick<Environment, "browser" | "system" | "isMobile"> {
  return {
    browser: browserOf(userAgent, data),
    system: systemOf(userAgent, data),
    isMobile: data?.mobile ?? /\bMobi|Android|iP(?:hone|ad|od)/.test(userAgent),
  };
}

const brands: Record<string, string | undefined> = {
  "Microsoft Edge": "Edge",
  "Google Chrome": "Chrome",
  Opera: "Opera",
  Chromium: "Chromium",
};

/** In this order: Edge also says Chrome, and Chrome also says Safari. */
const agents: readonly [name: string, version: RegExp][] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//],
  ["Internet Explorer", /\b(?:MSIE |Trident\/.*rv:)(\d+)/],
];

function browserOf(userAgent: string, data?: AgentData): string | undefined {
  for (const [brand, name] of Object.entries(brands)) {
    const found = data?.brands.find((candidate) => candidate.brand === brand);
    if (found) return `${name} ${found.version.split(".", 1)[0]}`;
  }
  for (const [name, version] of agents) {
    const [, found] = version.exec(userAgent) ?? [];
    if (found) return `${name} ${found}`;
  }
  return undefined;
}

function systemOf(userAgent: string, data?: AgentData): string | undefined {
  const { platform, platformVersion = "" } = data ?? {};
  if (platform === "Windows" && platformVersion) {
    return Number.parseInt(platformVersion) >= 13 ? "Windows 11" : "Windows 10";
  }
  if (platform) return `${platform} ${platformVersion.split(".", 1)[0]}`.trim();
  const [, ios] = /\b(?:iPhone )?OS (\d+(?:_\d+)?) like Mac/.exec(userAgent) ?? [];
  if (ios) return `${userAgent.includes("iPad") ? "iPadOS" : "iOS"} ${ios.replace("_", ".")}`;
  const [, android] = /\bAndroid (\d+)/.exec(userAgent) ?? [];
  if (android) return `Android ${android}`;
  // The versions that these state have been frozen for years.
  return /\b(Windows|Mac OS X|CrOS|Linux)\b/.exec(userAgent)?.[1]?.replace("Mac OS X", "macOS");
}

/**
 * Our policy is the last two versions, of Firefox and Edge the extended ones, too; below `least` the widget itself
 * lacks what it stands on. Last checked on 24 November 2026: a list that ages only becomes more lenient.
 */
const versions: Record<string, { supported: number; least: number } | undefined> = {
  Chrome: { supported: 155, least: 123 },
  Chromium: { supported: 155, least: 123 },
  Edge: { supported: 154, least: 123 },
  Firefox: { supported: 153, least: 125 },
  Safari: { supported: 26, least: 17.5 },
  "Internet Explorer": { supported: Infinity, least: Infinity },
};

export function checkBrowser({ browser = "" }: Environment): CheckResult {
  const [, name = "", version = ""] = /^(.*) ([\d.]+)$/.exec(browser) ?? [];
  const wanted = versions[name];
  if (!wanted) return { id: "browser", outcome: "unknown" };
  const is = Number(version);
  const outcome = is >= wanted.supported ? "pass" : is >= wanted.least ? "warn" : "fail";
  return { id: "browser", outcome, value: browser };
}
