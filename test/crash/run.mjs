// `npm run test:crash -- --rounds N`: the long form, which prints what it found.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "200" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("--rounds takes a whole number from 1 on: how often the server is killed.");
  process.exit(1);
}
const { status } = spawnSync("npx", ["playwright", "test", "--config", "test/crash/playwright.config.ts"], {
  stdio: "inherit",
  env: { ...process.env, CRASH_ROUNDS: values.rounds },
});
process.exit(status ?? 1);
