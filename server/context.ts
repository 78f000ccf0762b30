import type { Changes } from "./changes.ts";
import type { Database } from "./database.ts";
import type { Knowledge } from "./knowledge/read-articles.ts";
import type { Settings, LogLevel } from "./settings.ts";
import { logLevels } from "./settings.ts";
import type { MailTransport } from "./mail/transport.ts";
import type { Services } from "./status/services.ts";
import type { Regions } from "./tickets/regions.ts";

/** What a verb may need. A test makes one with its own database and a clock it can move. */
export interface Context {
  settings: Settings;
  database: Database;
  clock: Clock;
  log: Log;
  changes: Changes;
  mail: MailTransport;
  /** The support teams of content/regions.json. */
  regions: Regions;
  /** What content/services.json says to watch. */
  services: Services;
  /** The articles and error codes of the content folder. */
  knowledge: Knowledge;
  /** Signs links in mails. */
  secret: string;
}

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** One JSON object a line on stderr. Nothing that a customer wrote goes in here. */
export type Log = Record<LogLevel, (event: string, detail?: Record<string, unknown>) => void>;

export function createLog(least: LogLevel, write = (line: string) => void process.stderr.write(line)): Log {
  const at =
    (level: LogLevel) =>
    (event: string, detail: Record<string, unknown> = {}) => {
      if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
      write(JSON.stringify({ at: new Date().toISOString(), level, event, ...readable(detail) }) + "\n");
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

function readable(detail: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, value instanceof Error ? value.stack : value]),
  );
}
