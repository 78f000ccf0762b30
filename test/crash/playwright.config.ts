import { defineConfig } from "@playwright/test";
import everyday from "../../playwright.config.ts";

/** `npm run test:crash -- --rounds N` */
export default defineConfig({
  ...everyday,
  projects: undefined,
  testDir: ".",
  testMatch: "many-rounds.ts",
  globalSetup: undefined,
  workers: 1,
  timeout: 0,
});
