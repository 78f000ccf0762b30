import { startDemoPlatform } from "./demo-platform.ts";
import { readSettings } from "./settings.ts";

/** The demo platform as a process of its own. */
const { demoPort, host, publicUrl } = readSettings(process.env);
const { FACTS_KEY: key, SUBJECT_SECRET: subjectSecret } = process.env; // from whoever started us

const platform = await startDemoPlatform({
  port: demoPort,
  host,
  helpUrl: new URL(publicUrl).origin,
  access: key && subjectSecret ? { key, subjectSecret } : undefined,
}).catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${demoPort} is taken; set DEMO_PORT to a free one.` : error);
  process.exit(1);
});
console.log(`Demo platform: ${platform.url}`);
process.send?.("listening");
for (const end of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.once(end, stop);
if (process.connected === false) stop();

/** Also when the server that started us is gone, even if it went before we were listening. */
function stop(): void {
  void platform.stop().then(() => process.exit());
}
