import type { Locale } from "../contract/types.ts";
import type { DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";

interface Detail {
  label: string;
  value: string;
  /** Stands out: it may be the cause. */
  tone?: "minor";
}

/** Device and page as a person reads them; what was not sent is left out. */
export function deviceOf({ environment, page, siteName }: DeskTicket, locale: Locale): Detail[] {
  const words = text(locale).console.ticket;
  const details: Detail[] = [];
  const add = (label: string, value: string | undefined, isOdd = false) => {
    if (value) details.push({ label, value, ...(isOdd && { tone: "minor" as const }) });
  };
  const { browser, system, isMobile, viewport, zoomPercent, languages, timeZone } = environment;
  const { clockErrorMilliseconds, cookies, storage, isOnline, roundTripMilliseconds, connection } =
    environment;
  const isOld = page.deployedBuild !== undefined && page.loadedBuild !== page.deployedBuild;

  add(words.browser, browser);
  add(words.system, [system, isMobile ? words.mobile : undefined].filter(Boolean).join(", "));
  add(words.window, viewport && zoomPercent ? words.zoom(viewport, Math.round(zoomPercent)) : viewport);
  add(words.site, siteName);
  add(words.route, page.route);
  add(words.from, page.referrerOrigin);
  add(words.version, versionOf(page, words), isOld);
  add(
    words.connection,
    [
      isOnline === false ? words.offline : undefined,
      roundTripMilliseconds === undefined ? undefined : `${Math.round(roundTripMilliseconds)}\u00a0ms`,
      connection,
    ]
      .filter(Boolean)
      .join(", "),
    isOnline === false || (roundTripMilliseconds ?? 0) > 400,
  );
  add(
    words.clock,
    clockErrorMilliseconds === undefined
      ? undefined
      : words.clockOff(tenths(clockErrorMilliseconds / 1_000).toLocaleString(locale)),
    Math.abs(clockErrorMilliseconds ?? 0) > 30_000,
  );
  add(words.timeZone, timeZone);
  add(words.languageList, languages?.join(", "));
  const allowed = { allowed: words.cookiesAllowed, blocked: words.cookiesBlocked };
  add(words.cookies, cookies && allowed[cookies], cookies === "blocked");
  add(words.storage, storage && allowed[storage], storage === "blocked");
  add(
    words.context,
    Object.entries(page.context ?? {})
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
  );
  // The site alone says nothing of a device.
  return details.length > 1 ? details : [];
}

/** Rounded; what is a little below zero is zero, not "-0". */
function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10 || 0;
}

function versionOf(
  { loadedBuild, deployedBuild }: DeskTicket["page"],
  words: { versionCurrent(build: string): string; versionOld(build: string, deployed: string): string },
): string | undefined {
  if (loadedBuild === undefined || deployedBuild === undefined) return loadedBuild;
  return loadedBuild === deployedBuild
    ? words.versionCurrent(loadedBuild)
    : words.versionOld(loadedBuild, deployedBuild);
}
