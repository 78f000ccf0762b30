import { maskText, routeOf } from "../../server/contract/mask.ts";
import type { Environment, PageDetails } from "../../server/contract/types.ts";
import { describeBrowser, type AgentData } from "./browser.ts";
import { buildInAddresses, fetchDeployedBuild, ownAddresses } from "./build.ts";
import type { Recorder } from "./recorder.ts";
import { readCookies, readStorage } from "./storage.ts";

/** What the page is. Its title names agenda items and is never read. */
export async function readPageDetails(
  recorder: Pick<Recorder, "context">,
  declaredBuild?: string,
): Promise<PageDetails> {
  const deployedBuild = await fetchDeployedBuild();
  const loadedBuild = declaredBuild ?? (deployedBuild && buildInAddresses(ownAddresses(), deployedBuild));
  const context = [...recorder.context].map(([name, value]) => [
    String(name).slice(0, 40), // a page may name nothing
    maskText(value).slice(0, 300),
  ]);
  return {
    route: routeOf(location.pathname),
    referrerOrigin: URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined,
    loadedBuild: loadedBuild?.slice(0, 80),
    deployedBuild,
    context: context.length > 0 ? Object.fromEntries(context) : undefined,
  };
}

/** What only some browsers tell. */
interface MoreNavigator extends Navigator {
  userAgentData?: AgentData & { getHighEntropyValues(names: string[]): Promise<AgentData> };
  connection?: { effectiveType?: string };
}

/** What the page runs in. The question that opened the panel has measured the rest. */
export async function readEnvironment(
  measured: Pick<Environment, "clockErrorMilliseconds" | "roundTripMilliseconds">,
): Promise<Environment> {
  const { userAgent, userAgentData, languages, onLine, connection } = navigator as MoreNavigator;
  const data = await userAgentData?.getHighEntropyValues(["platformVersion"]).catch(() => userAgentData);
  return {
    ...describeBrowser(userAgent, data),
    viewport: `${innerWidth}x${innerHeight}`,
    zoomPercent: zoom(),
    languages: languages.slice(0, 20),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    cookies: readCookies(),
    storage: readStorage(),
    isOnline: onLine,
    connection: connection?.effectiveType,
    ...measured,
  };
}

/** The window keeps its width when its content is enlarged. Frames and docked tools make nonsense of it. */
function zoom(): number | undefined {
  const percent = Math.round((outerWidth / innerWidth) * 100);
  return window === top && percent >= 25 && percent <= 500 ? percent : undefined;
}
