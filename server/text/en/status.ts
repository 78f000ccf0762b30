import type { ServiceStatus } from "../../contract/types.ts";

type ByStatus = Record<ServiceStatus, string>;

/** The words of the status page; what services are called and how they fail stands in content/services.json. */
export const status = {
  pageTitle: (verdict: string) => `${verdict} | DiliTrust status`,
  allWork: "All services are working",
  delivery: (countries: string) =>
    countries === ""
      ? "Codes by SMS leave us, but operators deliver few of them at the moment."
      : `Codes by SMS leave us, but operators deliver few of them at the moment: ${countries}.`,
  manyProblems: (count: number) => `${count} services have problems`,
  theyAre: (names: string, state: string) => `${names}: ${state.toLowerCase()}`,
  notKnown: "We do not know how the services are doing",
  notKnownSince: (time: string) =>
    `Nothing was measured since ${time}. If something does not work for you, report it.`,
  connectionLost: "The connection to this page’s server was lost",
  connectionLostAdvice: (time: string) =>
    `Last news at ${time}. Check your own connection; the page goes on by itself.`,
  othersWork: "All other services work.",
  checkedAt: "Checked at",
  timesIn: (city: string) => `Times in ${city}.`,
  reload: "Reload for news",
  whatToDo: "What to do",
  states: {
    ok: "Working",
    minor: "Slower",
    major: "Partly down",
    critical: "Down",
    maintenance: "Maintenance",
    unknown: "Not known",
  } satisfies ByStatus as ByStatus,
  nowOpen: "Open now",
  updates: "Updates",
  steps: {
    investigating: "We are looking into it",
    identified: "Cause identified",
    monitoring: "A fix is in place, we keep watching",
    resolved: "Resolved",
  } as Record<string, string>,
  services: "Services",
  site: "Show",
  show: "Show",
  howToRead:
    "One mark is one day; the taller, the worse. Point at a mark, tap it or use the arrow keys to read what happened.",
  howToReadPlain: "One mark is one day; the taller, the worse.",
  days: (name: string) => `${name}, day by day`,
  nothingToReport: "nothing to report",
  /** A narrow page shows the last of these days only, so they are counted in words. */
  troubledDays: (days: number, ofDays: number, duration: string) =>
    days === 1
      ? `1 troubled day in ${ofDays}, ${duration}`
      : `${days} troubled days in ${ofDays}, ${duration} in all`,
  plannedDays: (days: number) => (days === 1 ? "1 planned pause" : `${days} planned pauses`),
  notWatchedBefore: (day: string) => `not watched before ${day}`,
  notWatched: "not watched yet",
  wholeDay: "Working all day",
  noMeasurement: "Not watched",
  whatHappened: "What happened",
  daysAgo: (days: number) => `${days} days ago`,
  today: "Today",
  beforeToday: "Before today",
  noIncidents: "No incident so far.",
  sample: "sample data",
  stillOpen: "not resolved yet",
  allUpdates: (count: number) => `All ${count} updates`,
  openUntil: (hour: string) => `open until ${hour}`,
  opens: (time: string) => `opens ${time}`,
  report: "Report a problem",
};

export type StatusText = typeof status;
