import type { CheckResult, PageDetails } from "../../server/contract/types.ts";
import { buildInName } from "./build.ts";
import type { OldCaches } from "./refresh-files.ts";

/** Which builds the caches of this site are of, by their names; what is in them is not looked at. */
export async function checkCacheStorage({ deployedBuild }: PageDetails): Promise<CheckResult> {
  const id = "cachestorage";
  const names = await cacheNames();
  if (!names) return { id, outcome: "unknown" };
  if (names.length === 0) return { id, outcome: "pass", value: "none" };
  const ages = names.map((name) => ageOf(name, deployedBuild));
  const hasCurrent = ages.includes("current");
  if (ages.includes("old")) {
    return hasCurrent ? { id, outcome: "warn", value: "extra" } : { id, outcome: "fail", value: "stale" };
  }
  return hasCurrent ? { id, outcome: "pass", value: "current" } : { id, outcome: "unknown" };
}

/** What of them a refresh takes away. */
export async function findOldCaches({ deployedBuild }: PageDetails): Promise<OldCaches> {
  const names = (await cacheNames()) ?? [];
  return {
    whole: names.filter((name) => ageOf(name, deployedBuild) === "old"),
    filesOf: names.filter((name) => ageOf(name, deployedBuild) === undefined),
  };
}

function ageOf(name: string, deployedBuild: string | undefined): "current" | "old" | undefined {
  const build = deployedBuild === undefined ? undefined : buildInName(name, deployedBuild);
  if (build === undefined) return undefined;
  return build === deployedBuild ? "current" : "old";
}

/** Undefined where the browser does not say; pages over plain HTTP have none. */
async function cacheNames(): Promise<readonly string[] | undefined> {
  if (!("caches" in window)) return [];
  try {
    return await caches.keys();
  } catch {
    return undefined; // sandboxed frames
  }
}
