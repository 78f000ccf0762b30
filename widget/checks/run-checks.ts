import type { Breadcrumb, CheckResult, Environment, PageDetails } from "../../server/contract/types.ts";
import { checkBrowser } from "./browser.ts";
import { checkBuild } from "./build.ts";
import { checkClock } from "./clock.ts";
import { checkErrors, checkRequests, checkResources } from "./failures.ts";
import { checkNet } from "./net.ts";
import { checkCookies, checkStorage } from "./storage.ts";

export interface Collected {
  page: PageDetails;
  environment: Environment;
  breadcrumbs: readonly Breadcrumb[];
  /** Of the identity provider, when its error page is open. */
  errorCode?: string;
}

/** Every check that needs nobody's leave, with those that only the server can make. */
export function runChecks(
  { page, environment, breadcrumbs, errorCode }: Collected,
  serverChecks: readonly CheckResult[] = [],
): CheckResult[] {
  return [
    checkBrowser(environment),
    checkClock(environment),
    checkCookies(environment),
    checkStorage(environment),
    checkBuild(page),
    checkResources(breadcrumbs),
    checkErrors(breadcrumbs),
    checkRequests(breadcrumbs),
    checkNet(environment),
    ...(errorCode ? [{ id: "sso_code", outcome: "fail", value: errorCode } as const] : []),
    ...serverChecks,
  ];
}
