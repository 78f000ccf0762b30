// `npm start`: says the address first, builds what is missing, then runs everything: server, demo platform.
// `npm run operate -- VERB`: the same build, then the operator's verbs, with nothing of ours on stdout.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const verb = process.argv[2];
const say = (line) => process.stderr.write(`${line}\n`);

if (!existsSync(join(project, "node_modules"))) {
  say("Run `npm ci` first: the packages are not installed.");
  process.exit(1);
}
if (verb !== "operate") {
  process.env.DEMO ||= "1";
  const address = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`;
  process.stdout.write(`DiliTrust Help: ${address}\n`);
}
const { buildIfStale } = await import("./build.mjs");
await buildIfStale({ say });
await import(
  pathToFileURL(join(project, "dist", "server", verb === "operate" ? "operate.js" : "main.js")).href
);
