import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "./app.ts";
import type { Context } from "./context.ts";
import { makeDemoAccess } from "./demo-access.ts";
import type { HelpAccess } from "./demo-platform/state-facts.ts";
import { listen } from "./listen.ts";
import { checkMailFolder } from "./mail/transport.ts";
import { openContext } from "./open-context.ts";
import { Problem } from "./problem.ts";
import { sayIfSlow } from "./progress.ts";
import { writeSampleData } from "./sample-data.ts";
import {
  demoUrlOf,
  projectDir,
  readSettings,
  rootsDataDir,
  SettingError,
  type Settings,
} from "./settings.ts";
import { startWorkers } from "./workers.ts";

type Close = () => Promise<void>;

/** The story: settings -> context -> app -> workers. What is open is noted in `opened`, for the way back. */
async function start(settings: Settings, opened: Close[], stopping: AbortSignal): Promise<void> {
  const context = await sayIfSlow("Starting the database…", openContext(settings, { stopping }));
  opened.push(context.close);
  if (stopping.aborted) return;
  checkMailFolder(settings);

  const server = await listen(settings, createApp(context));
  opened.push(server.close);
  if (settings.isDemo) {
    await sayIfSlow("Writing the sample data…", writeSampleData(context, demoUrlOf(settings)));
    opened.push(await startDemoPlatform(context, await makeDemoAccess(context)));
  }
  opened.push(...startWorkers(context));
  if (stopping.aborted) return;

  if (settings.dataDir === rootsDataDir) process.stdout.write(`The data is kept in ${rootsDataDir}.\n`);
  const seconds = process.uptime().toFixed(1);
  process.stdout.write(`Ready in ${seconds} s at ${settings.publicUrl}. Ctrl-C stops it.\n`);
}

const stopMilliseconds = 20_000; // longer than everything that closes takes when it hangs

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const opened: Close[] = [];
  const stopping = new AbortController();

  async function stop(exitCode: number): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    // What is half open can only be closed once it is open.
    await starting.catch(() => {});
    for (const close of opened.reverse()) await close();
    process.exit(exitCode);
  }
  // SIGHUP: somebody closed the terminal.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  const starting = start(settings, opened, stopping.signal);
  await starting.catch((error: unknown) => {
    // Whoever stops us while we start does not ask why it would have failed.
    if (!stopping.signal.aborted) say(error);
    return stop(1);
  });
}

/** The demo platform runs beside us, as a platform does: its own process, its own origin. It ends when we do. */
async function startDemoPlatform(context: Context, { key, subjectSecret }: HelpAccess): Promise<Close> {
  const program = join(projectDir, "dist", "server", "demo-platform-main.js");
  if (!existsSync(program)) throw new SettingError("The demo platform is not built; run `npm run build`.");
  const demo = spawn(process.execPath, [program], {
    env: { ...process.env, FACTS_KEY: key, SUBJECT_SECRET: subjectSecret },
    // Over the channel it learns that we are gone, however that came about.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(demo, "exit").then(([code]): undefined => {
    if (code) context.log.error("the demo platform ended", { code });
  });
  // Its first word is that it listens, or why it does not: our first look at it must not find it missing.
  const firstWord = Promise.race([once(demo, "message").then(([word]) => String(word)), ended]);
  const word = await sayIfSlow("Starting the demo platform…", firstWord);
  if (word !== "listening") throw new SettingError(word ?? "The demo platform ended before it was ready.");
  return async () => {
    demo.kill();
    await ended;
  };
}

function say(error: unknown): void {
  if (error instanceof SettingError) console.error(error.message);
  else if (error instanceof Problem && error.code === "not-ready") console.error(sayNotReady(error.cause));
  else console.error(error);
}

/** A full disk, most of the time. PostgreSQL's own words say which. */
function sayNotReady(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `The database did not become ready (${reason}); see whether its disk is full, and postgres.log in DATA_DIR or the log of your own server.`;
}

main().catch((error: unknown) => {
  say(error);
  process.exit(1);
});
