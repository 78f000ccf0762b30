// `npm run test:crash -- --rounds N`: the long form, which prints what it found.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "200" } } });
const { status } = spawnSync("npx", ["playwright", "test", "--config", "test/crash/playwright.config.ts"], {
  stdio: "inherit",
  env: { ...process.env, CRASH_ROUNDS: values.rounds },
});
process.exit(status ?? 1);
