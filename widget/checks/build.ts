import type { CheckResult, PageDetails } from "../../server/contract/types.ts";

/** What the platform says it is at. Many platforms do not say. */
export async function fetchDeployedBuild(): Promise<string | undefined> {
  try {
    const response = await fetch("/version", { cache: "no-store", signal: AbortSignal.timeout(3_000) });
    const answer: unknown = response.ok ? await response.json() : undefined;
    const { build } = Object(answer) as { build?: unknown };
    return typeof build === "string" && build !== "" ? build.slice(0, 80) : undefined;
  } catch {
    return undefined; // no answer, or a page that answers every path
  }
}

/** The addresses of the scripts and styles that this page was made of. */
export function ownAddresses(): string[] {
  const files = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    "script[src], link[rel=stylesheet][href], link[rel=modulepreload][href]",
  );
  const addresses = [...files].map((file) => ("src" in file ? file.src : file.href));
  return addresses.filter((address) => address.startsWith(`${location.origin}/`));
}

/**
 * The build in the addresses of a page's files: the deployed one where it stands there, else the only part that
 * is made like it. `/assets/2026.11.2/portal.js` is of build 2026.11.2 if 2026.11.10 is deployed.
 */
export function buildInAddresses(addresses: readonly string[], deployed: string): string | undefined {
  return buildAmong(addresses.flatMap(partsOf), deployed);
}

/** The build in the name that a platform gave to something: `portal-2026.11.2`. */
export function buildInName(name: string, deployed: string): string | undefined {
  return buildAmong(name.split(/[^a-z0-9.]+/i), deployed);
}

function buildAmong(parts: readonly string[], deployed: string): string | undefined {
  if (parts.includes(deployed)) return deployed;
  const alike = new Set(parts.filter((part) => isAlike(part, deployed)));
  return alike.size === 1 ? [...alike][0] : undefined;
}

/** Folders, values of the query, and what stands behind the last hyphen or dot of a file's name. */
function partsOf(address: string): string[] {
  const { pathname, searchParams } = new URL(address);
  const [, hash] = /[-.](\w+)\.m?(?:js|css)$/.exec(pathname) ?? [];
  return [...pathname.split("/"), ...searchParams.values(), ...(hash ? [hash] : [])];
}

function isAlike(one: string, other: string): boolean {
  const pattern = (text: string) => text.replace(/\d+/g, "0");
  if (/\d/.test(one) && pattern(one) === pattern(other)) return true;
  const isHash = (text: string) => /^(?=.*\d)[0-9a-f]{6,}$/i.test(text);
  return isHash(one) && isHash(other) && one.length === other.length;
}

export function checkBuild({ loadedBuild, deployedBuild }: PageDetails): CheckResult {
  if (loadedBuild === undefined || deployedBuild === undefined) return { id: "build", outcome: "unknown" };
  const outcome = loadedBuild === deployedBuild ? "pass" : "fail";
  return { id: "build", outcome, value: { loaded: loadedBuild, deployed: deployedBuild } };
}
