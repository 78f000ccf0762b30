// Gets the tests a browser: one on PATH, else Playwright's download, else apt as root on Debian; says which.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./browser.mjs";

const packages = ["chromium-headless-shell", "fonts-dejavu-core", "fonts-liberation", "fonts-noto-core"];

function run(command, ...options) {
  return spawnSync(command, options, { stdio: ["ignore", "ignore", "pipe"], timeout: 300_000 }).status === 0;
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  return run("apt-get", "update") && run("apt-get", "install", "-y", "--no-install-recommends", ...packages);
}

if (findChromium() === null) {
  console.log("No Chromium found: trying Playwright's download.");
  if (!run("npx", "playwright", "install", "chromium")) {
    console.log("It cannot be downloaded here: trying apt.");
    installWithApt();
  }
}
const path = findChromium();
if (path === null) {
  console.error(
    "No browser: install Chromium (Debian: apt install chromium-headless-shell) or set CHROMIUM_PATH.",
  );
  process.exit(1);
}
console.log(`Browser: ${path ?? "Playwright's own Chromium"}`);
