import { defineConfig } from "@playwright/test";
import everyday from "../../playwright.config.ts";

/** `npm run screenshots`: every view and state, at two widths, in both languages and themes, on one sheet. */
export default defineConfig({
  ...everyday,
  projects: undefined,
  testDir: ".",
  testMatch: "*.shots.ts",
  globalSetup: "../global-setup.ts",
  timeout: 600_000,
  reporter: "dot",
});
