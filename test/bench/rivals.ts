import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";

/** A widget like ours, as its makers say to embed it, in one file. */
export interface Rival {
  name: string;
  script: string;
}

const published = [
  {
    package: "@sentry/browser",
    version: "11.12.0",
    embed: `import { init, feedbackIntegration } from "@sentry/browser";
      init({ dsn: "https://key@sentry.example.com/1", integrations: [feedbackIntegration({})] });`,
  },
  {
    package: "gleap",
    version: "16.4.0",
    embed: `import Gleap from "gleap"; Gleap.initialize("key");`,
  },
  {
    package: "@typebot.io/js",
    version: "0.10.7",
    embed: `import Typebot from "@typebot.io/js/web"; Typebot.initBubble({ typebot: "help" });`,
  },
];

/**
 * Installs the published packages into a temporary folder, runs none of their install scripts, and bundles each as
 * our own widget is bundled.
 */
export async function installRivals(): Promise<Rival[]> {
  const folder = await mkdtemp(join(tmpdir(), "dilitrust-help-rivals-"));
  const names = published.map(({ package: name, version }) => `${name}@${version}`);
  const quietly = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
  await promisify(execFile)("npm", ["install", ...quietly, ...names]);
  const rivals = await Promise.all(
    names.map(async (name, at) => {
      const entry = join(folder, `${at}.js`);
      await writeFile(entry, published[at]?.embed ?? "");
      return { name, script: await bundle(folder, entry) };
    }),
  );
  await rm(folder, { recursive: true });
  return rivals;
}

async function bundle(root: string, entry: string): Promise<string> {
  const bundled = await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, target: "es2022", lib: { entry, formats: ["iife"], name: "rival" } },
  });
  const chunks = [bundled].flat().flatMap((result) => ("output" in result ? result.output : []));
  return chunks.map((chunk) => ("code" in chunk ? chunk.code : "")).join("");
}
