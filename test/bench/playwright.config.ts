import { defineConfig } from "@playwright/test";
import everyday from "../../playwright.config.ts";

/** `npm run bench`: one after the other, with a machine to themselves; each prints a table. */
export default defineConfig({
  ...everyday,
  projects: undefined,
  testDir: ".",
  testMatch: "*.bench.ts",
  globalSetup: "../global-setup.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  reporter: "dot",
});
