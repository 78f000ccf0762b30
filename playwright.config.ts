import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findChromium, findFirefox, findWebKit } from "./test/browser.mjs";

const firefox = findFirefox();
const inFirefox = {
  ...devices["Desktop Firefox"],
  ...(firefox && { channel: "moz-firefox", launchOptions: { executablePath: firefox } }),
};
const otherTimeoutMilliseconds = 60_000; // their first start, beside that of everything else, takes long
const otherEngines = [
  ...(findWebKit()
    ? [
        {
          name: "webkit",
          testMatch: "webkit/**/*.test.ts",
          fullyParallel: false,
          timeout: otherTimeoutMilliseconds,
        },
      ]
    : []),
  ...(firefox === null
    ? []
    : [
        {
          name: "firefox",
          testMatch: "{journeys,embed}/**/*.test.ts",
          grep: /@main/,
          use: inFirefox,
          timeout: otherTimeoutMilliseconds,
        },
      ]),
];

export default defineConfig({
  testDir: "test",
  globalSetup: ["./test/say-missing-browsers.ts", "./test/global-setup.ts"],
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for seconds; what fails three times is broken.
  retries: process.env.CI ? 2 : 0,
  // From the root, since other configurations take this one over from folders of their own.
  reporter: [["line"], [join(import.meta.dirname, "test/closing-line-reporter.ts")]],
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: { executablePath: findChromium() ?? undefined },
    // A trace costs a fifth of the processor; where a test is tried again, the second time is enough to see why.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    locale: "en-GB",
  },
  projects: [
    // What an engine does is the same whatever database answers. WebKit's tests share one window and so one worker:
    // they come first, so that nobody waits for them at the end.
    ...(process.env.DATABASE_URL ? [] : otherEngines),
    {
      name: "chromium",
      testMatch: "{rules,api,start,crash,journeys,embed}/**/*.test.ts",
      // And how the embedded database starts is the same whatever server the other tests run on.
      testIgnore: process.env.DATABASE_URL ? "start/**" : undefined,
    },
  ],
});
