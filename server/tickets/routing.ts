import type { Locale, TeamContact } from "../contract/types.ts";
import { languageOf } from "./facts.ts";
import { text } from "../text/text.ts";
import type { Severity } from "./qualification-rules.ts";
import { type Region, type Regions, weekdays } from "./regions.ts";

/**
 * Who answers: the region of the customer's contract, else the site's if it speaks the reporter's language, else
 * one that does, by time zone. Never by network address: it says where a proxy is, not a person.
 */
export function regionFor(
  regions: Regions,
  reporter: { customerRegion?: string; siteRegion: string; locale: string; timeZone?: string },
): Region {
  const { customerRegion, siteRegion, locale, timeZone = "" } = reporter;
  const byContract = regions.find(({ id }) => id === customerRegion);
  if (byContract) return byContract;
  const bySite = regions.find(({ id }) => id === siteRegion);
  const speaking = regions.filter(({ languages }) => languages.includes(languageOf(locale)));
  if (bySite && speaking.includes(bySite)) return bySite;
  return (
    speaking.find((region) => region.timeZone === timeZone) ??
    speaking.find((region) => continentOf(region.timeZone) === continentOf(timeZone)) ??
    speaking[0] ??
    bySite ??
    regions[0]
  );
}

function continentOf(timeZone: string): string | undefined {
  return timeZone.split("/", 1)[0];
}

/** Whether a team is at work, and when that changes. */
export function openingOf(region: Region, at: Date): { isOpen: boolean; changesAt: Date } {
  const { from, to } = nextOpening(region, at);
  return from <= at ? { isOpen: true, changesAt: to } : { isOpen: false, changesAt: from };
}

/** The team of a report as its reporter sees it: a breach is for the security team, wherever it comes from. */
export function teamOfTicket(
  ticket: { region: Region; isSealed: boolean },
  locale: Locale,
  at: Date,
): TeamContact {
  const team = teamContact(ticket.region, locale, at);
  if (!ticket.isSealed) return team;
  // The region's phone may be closed now; its mail is read by whoever is on call.
  const { changesAt: _whenTheRegionCloses, phone: _notAtNight, ...contact } = team;
  return { ...contact, name: text(locale).frame.securityTeam, isOpen: true };
}

/** A region's team as everybody sees it. */
export function teamContact(region: Region, locale: Locale, at: Date): TeamContact {
  const { isOpen, changesAt } = openingOf(region, at);
  return {
    name: region.name[locale],
    email: region.email,
    ...(region.phone !== null && { phone: region.phone }),
    isOpen,
    changesAt: changesAt.toISOString(),
    timeZone: region.timeZone,
  };
}

/**
 * When a person answers at the latest. Severity 1 and breaches are on call day and night; 2 passes to a region
 * that is open; 3 and 4 wait for the region itself.
 */
export function answerBy(
  regions: Regions,
  ticket: { severity: Severity; security: boolean; region: Region; at: Date },
): Date {
  const { severity, security, region, at } = ticket;
  if (security || severity === 1) return plusMinutes(at, 15);
  if (severity === 2) {
    const inTurn = [region, ...regions.filter(({ id }) => region.next.includes(id))];
    return earliest(inTurn.map((region) => afterWorking(region, at, 60)));
  }
  return severity === 3 ? afterWorking(region, at, 4 * 60) : nextWorkingDay(region, at);
}

/** The moment when a team has worked so many minutes since `at`. */
function afterWorking(region: Region, at: Date, minutes: number): Date {
  let left = minutes * 60_000;
  for (const { from, to } of openingsFrom(region, at)) {
    const start = latest(from, at);
    const worked = to.getTime() - start.getTime();
    if (left <= worked) return new Date(start.getTime() + left);
    left -= worked;
  }
  throw neverOpen(region);
}

/** The same time on the working day after; what comes in while the team is closed counts from its next opening. */
function nextWorkingDay(region: Region, at: Date): Date {
  const start = latest(nextOpening(region, at).from, at);
  const [today, time] = localTime(region, start);
  for (const day of daysFrom(today)) {
    const openings = openingsOn(region, day);
    const [first, last] = [openings[0], openings.at(-1)];
    if (day === today || !first || !last) continue;
    return earliest([latest(first.from, instantOf(region, day, time)), last.to]);
  }
  throw neverOpen(region);
}

// Opening hours

interface Opening {
  from: Date;
  to: Date;
}

/** The opening that is under way at a time, else the next one. */
function nextOpening(region: Region, at: Date): Opening {
  for (const opening of openingsFrom(region, at)) return opening;
  throw neverOpen(region);
}

/** Every opening that ends after a time, in order. */
function* openingsFrom(region: Region, at: Date): Generator<Opening> {
  const [today] = localTime(region, at);
  for (const day of daysFrom(today)) {
    yield* openingsOn(region, day).filter(({ to }) => to > at);
  }
}

// Every report and every panel that opens asks for the same few days.
const knownOpenings = new WeakMap<Region, Map<string, Opening[]>>();

function openingsOn(region: Region, day: string): Opening[] {
  let known = knownOpenings.get(region);
  if (!known) knownOpenings.set(region, (known = new Map()));
  let openings = known.get(day);
  if (!openings) known.set(day, (openings = readOpenings(region, day)));
  return openings;
}

function readOpenings(region: Region, day: string): Opening[] {
  const weekday = weekdays[new Date(day).getUTCDay()];
  if (weekday === undefined || day in region.holidays) return [];
  return (region.hours[weekday] ?? []).map((fromTo) => {
    const [from = "", to = ""] = fromTo.split("-");
    return { from: instantOf(region, day, from), to: instantOf(region, day, to) };
  });
}

/** A day and the year after it, as dates. */
function* daysFrom(day: string): Generator<string> {
  const start = Date.parse(day);
  for (let n = 0; n <= 366; n += 1) yield new Date(start + n * 86_400_000).toISOString().slice(0, 10);
}

function neverOpen({ id }: Region): Error {
  return new Error(`The region ${id} is not open on any day of a year.`);
}

// Time zones

/** The moment at which the region's clocks show a date and a time. */
function instantOf(region: Region, day: string, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  // The first guess may lie on the other side of a clock change; the second does not.
  const guess = asIfUtc - clockAhead(region, asIfUtc);
  return new Date(asIfUtc - clockAhead(region, guess));
}

/** By how many milliseconds the region's clocks are ahead of UTC at a moment. */
function clockAhead(region: Region, at: number): number {
  const [day, time] = localTime(region, new Date(at));
  return Date.parse(`${day}T${time}Z`) - Math.floor(at / 1000) * 1000;
}

/** What the region's clocks show: `["2026-11-24", "10:15:00"]`. */
function localTime({ timeZone }: Region, at: Date): [day: string, time: string] {
  const [day = "", time = ""] = clockOf(timeZone).format(at).split(" ");
  return [day, time];
}

// Making a formatter costs far more than using it, and every opening panel asks for its team's hours.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  // Swedish is written in the order of ISO 8601.
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, clock);
  return clock;
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earliest(times: readonly Date[]): Date {
  return new Date(Math.min(...times.map((time) => time.getTime())));
}

function plusMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
