import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** A wrong setting: its message is one sentence that says what to change. It stops the start. */
export class SettingError extends Error {}

export interface Settings {
  /** TCP port of the server; 0 takes a free one (tests). */
  port: number;
  host: string;
  /** Origin under which browsers reach us, without a trailing slash. */
  publicUrl: string;
  demoPort: number;
  /** Holds `postgres/`, `mail/`. */
  dataDir: string;
  /** A PostgreSQL server of one's own; undefined starts the embedded one. */
  databaseUrl: string | undefined;
  /** `smtp://user:password@host:port`; undefined writes .eml files below `dataDir/mail`. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Signs the links in mails; undefined: made once, kept in the database. */
  secret: string | undefined;
  /** How many proxies in front of us append to X-Forwarded-For. */
  trustProxy: number;
  logLevel: LogLevel;
  /** Sample data, the demo platform and the one-click sign-in. */
  isDemo: boolean;
}

export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Digits only: a blank would count as 0. */
const numberUpTo = (most: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().max(most));
const port = numberUpTo(65_535);
const url = (protocols: string[]) =>
  z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocols.includes(protocol) && hostname !== "";
  });

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).href.replace(/\/+$/, "") === new URL(value).origin;
}

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: url(["http:", "https:"]).refine(isOrigin).optional(),
  DEMO_PORT: port.optional(),
  DATA_DIR: z.string().regex(/\S/).optional(),
  // Not always a URL to the letter: a socket's folder leaves the host empty.
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
    .default("DiliTrust Help <help@example.com>"),
  SECRET: z.string().min(32).optional(),
  TRUST_PROXY: numberUpTo(10).default(0),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  DEMO: z.enum(["0", "1"]).default("0"),
});

const whatToSet: Record<keyof z.infer<typeof environment>, string> = {
  PORT: "a port from 0 to 65535",
  HOST: "an address to listen on, like 127.0.0.1",
  PUBLIC_URL: "the address that browsers use, without a path, like https://help.example.com",
  DEMO_PORT: "a port from 0 to 65535",
  DATA_DIR: "a folder",
  DATABASE_URL: "an address like postgres://user:password@host:5432/name",
  SMTP_URL: "an address like smtp://user:password@mail.example.com:587",
  MAIL_FROM: "a sender like Help <help@example.com>",
  SECRET: "at least 32 random characters",
  TRUST_PROXY: "the number of proxies in front, from 0 to 10",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
  DEMO: "0 or 1",
};

/** Reads the environment. Throws SettingError with one sentence per wrong setting. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  // An empty variable is how compose files and shells say "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof typeof whatToSet));
    throw new SettingError([...wrong].map((name) => `${name} must be ${whatToSet[name]}.`).join(" "));
  }
  const env = parsed.data;
  const isDemo = env.DEMO === "1";
  const demoPort = env.DEMO_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1);
  // Only PORT + 1 can be too high, only a port that was named can be ours.
  if (isDemo && (demoPort > 65_535 || (demoPort !== 0 && demoPort === env.PORT)))
    throw new SettingError("DEMO_PORT must be a port from 0 to 65535 other than PORT.");
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    demoPort,
    dataDir: resolve(env.DATA_DIR ?? defaultDataDir()),
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    secret: env.SECRET,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    isDemo,
  };
}

/** The demo platform's origin: our host, its own port. */
export function demoUrlOf({ publicUrl, demoPort }: Pick<Settings, "publicUrl" | "demoPort">): string {
  const { protocol, hostname } = new URL(publicUrl);
  return `${protocol}//${hostname}:${demoPort}`;
}

/** The folder that holds package.json, content/ and dist/, from the source tree as well as from a build. */
export const projectDir = findProjectDir(dirname(fileURLToPath(import.meta.url)));

function findProjectDir(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new SettingError("The project's package.json was not found above the server.");
  return findProjectDir(parent);
}

/** Where the data lies when nothing is set and `./data` would not do. */
export const rootsDataDir = "/var/lib/dilitrust-help";

/**
 * `./data`, but for root in a checkout that other users cannot enter (a container's /root): PostgreSQL refuses
 * to run as root, so its folder must lie where an unprivileged user can reach it.
 */
function defaultDataDir(): string {
  if (process.getuid?.() === 0 && !isReachableByOthers(projectDir)) return rootsDataDir;
  return join(projectDir, "data");
}

function isReachableByOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}
