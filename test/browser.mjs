// Which browsers run the tests. Each: its environment variable, else Playwright's own download, else one on PATH.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, firefox } from "@playwright/test";

/** The program to pass as `executablePath`; undefined lets Playwright take its own; null when there is none. */
export function findChromium() {
  return find("CHROMIUM_PATH", chromium, [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ]);
}

/** As findChromium. A path is a Firefox as Mozilla or Debian ships it: Playwright's channel "moz-firefox". */
export function findFirefox() {
  return find("FIREFOX_PATH", firefox, ["firefox-esr", "firefox"]);
}

/** WebKitGTK's driver and the screen it draws on; null unless both are here. */
export function findWebKit() {
  const driver = onPath(["WebKitWebDriver"]);
  const screen = onPath(["Xvfb"]);
  return driver && screen ? { driver, screen } : null;
}

function find(variable, browser, names) {
  if (process.env[variable]) return process.env[variable];
  return existsSync(browser.executablePath()) ? undefined : onPath(names);
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}
