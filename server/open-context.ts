import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openChanges } from "./changes.ts";
import { createLog, systemClock, type Clock, type Context, type Log } from "./context.ts";
import { openDatabase, type Database } from "./database.ts";
import { readKnowledge } from "./knowledge/read-articles.ts";
import { openMailTransport } from "./mail/transport.ts";
import { projectDir, type Settings } from "./settings.ts";
import { readServices } from "./status/services.ts";
import { readRegions } from "./tickets/regions.ts";

/** Opens everything that a context holds. `close` lets go of all of it. `stopping` breaks a start of the database off. */
export async function openContext(
  settings: Settings,
  given: { clock?: Clock; log?: Log; stopping?: AbortSignal } = {},
): Promise<Context & { close(): Promise<void> }> {
  const log = given.log ?? createLog(settings.logLevel);
  const regions = await readRegions(join(projectDir, "content", "regions.json"));
  const services = await readServices(join(projectDir, "content", "services.json"));
  const knowledge = await readKnowledge(join(projectDir, "content"));
  const database = await openDatabase(settings, given.stopping);
  try {
    const secret = settings.secret ?? (await keptSecret(database));
    const changes = await openChanges(database, log);
    const mail = openMailTransport(settings);
    return {
      settings,
      database,
      clock: given.clock ?? systemClock,
      log,
      changes,
      mail,
      regions,
      services,
      knowledge,
      secret,
      async close() {
        mail.close();
        await changes.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Made once by whichever process comes first; all others read the same. */
async function keptSecret(database: Database): Promise<string> {
  await database.rows("insert into secrets (name, value) values ('signing', $1) on conflict do nothing", [
    randomBytes(32).toString("base64url"),
  ]);
  const kept = await database.row<{ value: string }>("select value from secrets where name = 'signing'");
  if (!kept) throw new Error("the signing secret is neither set nor kept");
  return kept.value;
}
