import type { CheckResult, PageDetails } from "../../server/contract/types.ts";
import { buildInName } from "./build.ts";

/**
 * What answers for this page before the network does. A worker is old when its address names another build than
 * the deployed one, or when it let an old page through; a newer one may wait for all tabs to be closed.
 */
export async function checkServiceWorker(page: PageDetails): Promise<CheckResult> {
  const id = "sw";
  const { registrationsHere } = await import("./refresh-files.ts");
  const registrations = await registrationsHere();
  if (!registrations) return { id, outcome: "unknown" };
  if (registrations.length === 0) return { id, outcome: "pass", value: "none" };
  if (registrations.some((registration) => isOld(registration, page)))
    return { id, outcome: "fail", value: "stale" };
  return registrations.some(({ waiting }) => waiting)
    ? { id, outcome: "warn", value: "waiting" }
    : { id, outcome: "pass", value: "current" };
}

function isOld(
  { active, waiting, installing }: ServiceWorkerRegistration,
  { loadedBuild, deployedBuild }: PageDetails,
): boolean {
  if (deployedBuild === undefined) return false;
  const address = (installing ?? waiting ?? active)?.scriptURL;
  const build = address && buildInName(new URL(address).pathname.replace(/\.m?js$/, ""), deployedBuild);
  if (build) return build !== deployedBuild;
  const isPageOld = loadedBuild !== undefined && loadedBuild !== deployedBuild;
  return isPageOld && navigator.serviceWorker.controller !== null;
}
