import { startCertificateChecks } from "./checks/certificate.ts";
import type { Context } from "./context.ts";
import { startSweep } from "./facts/sweep.ts";
import { startForgetting } from "./knowledge/forget-old.ts";
import { startOutbox } from "./mail/outbox.ts";
import { startStatus } from "./status/start-status.ts";

/** Everything that goes on beside the requests. Answers how each is stopped. */
export function startWorkers(context: Context): (() => Promise<void>)[] {
  return [
    startStatus(context).stop,
    startOutbox(context),
    startCertificateChecks(context).stop,
    startForgetting(context).stop,
    startSweep(context).stop,
  ];
}
