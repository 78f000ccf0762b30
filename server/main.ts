import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { openContext } from "./open-context.ts";
import { startOutbox } from "./mail/outbox.ts";
import { readSettings, SettingError } from "./settings.ts";

/** The story: settings -> context -> app -> workers, and a clean stop. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const context = await openContext(settings);
  const stopWorkers = [startOutbox(context)];
  const server = serve({ fetch: createApp(context).fetch, port: settings.port, hostname: settings.host });
  await new Promise<void>((listening, failed) => {
    server.once("listening", listening);
    server.once("error", (error: NodeJS.ErrnoException) =>
      failed(
        error.code === "EADDRINUSE"
          ? new SettingError(`Port ${settings.port} is taken; set PORT to a free one.`)
          : new SettingError(
              `${settings.host}:${settings.port} cannot be listened on (${error.code}); set HOST and PORT.`,
            ),
      ),
    );
  });
  context.log.info("ready", { url: settings.publicUrl, milliseconds: Math.round(process.uptime() * 1_000) });

  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    // Streams never end by themselves; requests under way get a moment.
    server.close();
    if ("closeAllConnections" in server) setTimeout(() => server.closeAllConnections(), 3_000).unref();
    for (const stopWorker of stopWorkers) await stopWorker();
    await context.close();
    process.exit(0);
  }
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
});
