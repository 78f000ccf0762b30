/**
 * Builds everything into dist/. Plain JavaScript, because it runs before anything is built.
 * `--if-stale`: only when a source is newer than the last build.
 */
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const project = join(import.meta.dirname, "..");
const dist = join(project, "dist");
const report = join(dist, "build.json");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes("--if-stale") ? buildIfStale() : build());
}

/** @param {{ say?: (line: string) => void }} [options] `say` hears that it takes longer than a second. */
export async function buildIfStale(options) {
  if (await isStale()) await build(options);
}

async function build({ say = console.error } = {}) {
  const builtAt = new Date().toISOString();
  const note = setTimeout(() => say("Building the widget and the server…"), 1000);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  await bundle();
  const sizes = await compressAll(join(dist, "widget"));
  const { version } = JSON.parse(await readFile(join(project, "package.json"), "utf8"));
  // Last, so that a build that was cut short counts as stale.
  await writeFile(report, JSON.stringify({ version, builtAt, sizes }, null, 2));
  clearTimeout(note);
}

async function isStale() {
  // No build, or one that was cut short, has no readable report.
  const built = await readFile(report, "utf8").then(
    (text) => Date.parse(JSON.parse(text).builtAt),
    () => 0,
  );
  return (await newestChange()) > built;
}

/** Folders count too: removing a file changes only them. Articles do not: the server reads them when it starts. */
async function newestChange() {
  const inFolders = await Promise.all(
    ["server", "widget", "content"].map(async (folder) => {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names
        .filter((name) => folder !== "content" || name.endsWith(".ts"))
        .map((name) => join(folder, name));
    }),
  );
  const paths = [...inFolders.flat(), "vite.config.ts", "tsconfig.json", "package-lock.json"];
  const times = await Promise.all(paths.map(async (path) => (await stat(join(project, path))).mtimeMs));
  return Math.max(...times);
}

async function bundle() {
  // Here, so that finding out that nothing has changed does not wait for Vite to load.
  const { createBuilder } = await import("vite");
  const builder = await createBuilder({ root: project, logLevel: "warn" }, false);
  for (const name of ["panel", "loader", "element", "pages", "ssr"]) {
    const environment = builder.environments[name];
    const { input } = environment.config.build.rolldownOptions;
    if (Object.keys(input).length > 0) await builder.build(environment);
  }
}

/** A brotli and a gzip beside each script, made once and as small as they get. */
async function compressAll(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const scripts = names.filter((name) => name.endsWith(".js"));
  const sizes = await Promise.all(
    scripts.map(async (name) => {
      const content = await readFile(join(folder, name));
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(content, {
          params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
        }),
        promisify(gzip)(content, { level: 9 }),
      ]);
      await writeFile(join(folder, `${name}.br`), br);
      await writeFile(join(folder, `${name}.gz`), gz);
      return [name, { bytes: content.length, gzip: gz.length, brotli: br.length }];
    }),
  );
  return Object.fromEntries(sizes);
}
