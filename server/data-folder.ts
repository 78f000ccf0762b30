import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { SettingError } from "./settings.ts";

/** Makes a folder and those above it that are missing; answers what it made, the outermost first. */
export function makeFolders(path: string, mode?: number): string[] {
  if (isFolder(path)) return [];
  const above = dirname(path) === path ? [] : makeFolders(dirname(path));
  try {
    // One by one: where nothing can be made, as in /proc, Node's own recursive way never ends.
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !isFolder(path)) throw error;
    return above; // another process was quicker
  }
  return [...above, path];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What cannot be done in a folder below DATA_DIR stops the start with a sentence. */
export function atDoor<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asSettingError(folder, error);
  }
}

export function asSettingError(folder: string, error: unknown): unknown {
  if (error instanceof SettingError) return error;
  return new SettingError(
    `${folder} cannot be written (${codeOf(error)}); set DATA_DIR to a folder that can.`,
  );
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
