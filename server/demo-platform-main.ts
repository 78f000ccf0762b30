import { startDemoPlatform } from "./demo-platform.ts";
import { sayWhyNot } from "./listen.ts";
import { readSettings } from "./settings.ts";

/** The demo platform as a process of its own. */
const { demoPort, host, publicUrl } = readSettings(process.env);
const { FACTS_KEY: key, SUBJECT_SECRET: subjectSecret } = process.env; // from whoever started us

try {
  const platform = await startDemoPlatform({
    port: demoPort,
    host,
    helpUrl: new URL(publicUrl).origin,
    access: key && subjectSecret ? { key, subjectSecret } : undefined,
  });
  console.log(`Demo platform: ${platform.url}`);
  process.send?.("listening");
  // Also when the server that started us is gone, even if it went before we were listening.
  const stop = () => void platform.stop().then(() => process.exit());
  for (const end of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.once(end, stop);
  if (process.connected === false) stop();
} catch (error) {
  const reason = sayWhyNot(error, host, demoPort, "DEMO_PORT");
  if (process.send) process.send(reason, () => process.exit()); // the server that started us says it
  else {
    console.error(reason);
    process.exit(1);
  }
}
