import { findFirefox, findWebKit } from "./browser.mjs";

/** Without Chromium no run starts (ensure-browser.mjs); without the other two it is shorter, and says so first. */
export default function sayMissingBrowsers(): void {
  if (process.env.DATABASE_URL) return; // such a run leaves them out: see playwright.config.ts
  const missing = [
    findFirefox() === null &&
      "Firefox is not here: the main journeys are not run in it; apt install firefox-esr",
    !findWebKit() &&
      "WebKitGTK is not here: the main journeys are not run in it; apt install webkit2gtk-driver xvfb",
  ].filter((sentence) => sentence !== false);
  for (const sentence of missing) console.log(sentence);
  if (process.env.CI && missing.length > 0)
    throw new Error("In CI the tests run in three engines or not at all.");
}
