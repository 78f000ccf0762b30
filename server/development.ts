import { createApp } from "./app.ts";
import { startCertificateChecks } from "./checks/certificate.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import { startOutbox } from "./mail/outbox.ts";
import { openContext } from "./open-context.ts";
import { writeSampleData } from "./sample-data.ts";
import { demoUrlOf, readSettings } from "./settings.ts";
import { startStatus } from "./status/start-status.ts";

/**
 * `npm run dev`: the app behind Vite, made anew whenever its code changes. What is open stays open meanwhile:
 * database, workers and demo platform run with the code that they were started with.
 */
const settings = readSettings({ DEMO: "1", ...process.env });

async function open() {
  const context = await openContext(settings);
  const closing = [startStatus(context).stop, startOutbox(context), startCertificateChecks(context).stop];
  if (settings.isDemo) {
    await writeSampleData(context, demoUrlOf(settings));
    const { demoPort: port, host, publicUrl: helpUrl } = settings;
    closing.push((await startDemoPlatform({ port, host, helpUrl })).stop);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, async () => {
      for (const close of [...closing, context.close]) await close();
      process.exit();
    });
  }
  return context;
}

/** Outlives this module, which is loaded again after each change. */
const kept = globalThis as { helpInDevelopment?: ReturnType<typeof open> };
kept.helpInDevelopment ??= open();

export default createApp(await kept.helpInDevelopment);
