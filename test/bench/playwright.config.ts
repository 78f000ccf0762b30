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
  use: {
    ...everyday.use,
    trace: "off", // it puts scripts of its own on the page and draws it
    // What a rival would fetch from its makers is not there, whatever network the machine has.
    launchOptions: {
      ...everyday.use?.launchOptions,
      args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
    },
  },
});
