import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./test/browser.mjs";

const launchOptions = { executablePath: findChromium() ?? undefined };

export default defineConfig({
  testDir: "test",
  // How the embedded database starts is the same whatever server the other tests run on.
  testIgnore: process.env.DATABASE_URL ? "start/**" : undefined,
  testMatch: "{rules,api,start,crash,journeys,embed}/**/*.test.ts",
  globalSetup: "./test/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [["line"], ["./test/closing-line-reporter.ts"]] : "line",
  use: { ...devices["Desktop Chrome"], launchOptions, trace: "retain-on-failure", locale: "en-GB" },
});
