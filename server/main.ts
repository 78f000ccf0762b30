import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { createApp } from "./app.ts";
import { startCertificateChecks } from "./checks/certificate.ts";
import type { Context } from "./context.ts";
import { startOutbox } from "./mail/outbox.ts";
import { openContext } from "./open-context.ts";
import { sayIfSlow } from "./progress.ts";
import { writeSampleData } from "./sample-data.ts";
import { startStatus } from "./status/start-status.ts";
import { demoUrlOf, projectDir, readSettings, SettingError, type Settings } from "./settings.ts";

/** The story: settings -> context -> app -> workers, and a clean stop. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const context = await sayIfSlow("Starting the database…", openContext(settings));
  let server: ServerType | undefined;
  let demo: ChildProcess | undefined;
  const stopWorkers: (() => Promise<void>)[] = [];

  let isStopping = false;
  async function stop(exitCode: number): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    demo?.kill("SIGTERM");
    // Requests under way get a moment; streams never end by themselves.
    server?.close();
    setTimeout(
      () => server && "closeAllConnections" in server && server.closeAllConnections(),
      2_000,
    ).unref();
    await Promise.all(stopWorkers.map((stopWorker) => stopWorker()));
    await context.close();
    process.exit(exitCode);
  }
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGINT", () => void stop(0));

  try {
    server = await listen(settings, createApp(context).fetch);
    if (settings.isDemo) {
      await sayIfSlow("Writing the sample data…", writeSampleData(context, demoUrlOf(settings)));
      demo = startDemoPlatform(context);
    }
    stopWorkers.push(startStatus(context).stop, startOutbox(context), startCertificateChecks(context).stop);
  } catch (error) {
    say(error);
    await stop(1);
    return;
  }
  const seconds = process.uptime().toFixed(1);
  process.stdout.write(`Ready in ${seconds} s at ${settings.publicUrl}. Ctrl-C stops it.\n`);
}

function listen(
  settings: Settings,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === "EADDRINUSE"
          ? `Port ${settings.port} is taken; set PORT to a free one.`
          : `${settings.host}:${settings.port} cannot be listened on (${error.code}); correct HOST and PORT.`;
      reject(new SettingError(sentence));
    });
  });
}

/** The demo platform runs beside us, as a platform does: its own process, its own origin. */
function startDemoPlatform(context: Context): ChildProcess {
  const program = join(projectDir, "dist", "server", "demo-platform-main.js");
  if (!existsSync(program)) throw new SettingError("The demo platform is not built; run `npm run build`.");
  const demo = spawn(process.execPath, [program], {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  demo.once("exit", (code) => {
    if (code) context.log.error("the demo platform ended", { code });
  });
  return demo;
}

function say(error: unknown): void {
  console.error(error instanceof SettingError ? error.message : error);
}

main().catch((error: unknown) => {
  say(error);
  process.exit(1);
});
