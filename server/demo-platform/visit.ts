import type { Locale } from "../contract/types.ts";
import type { DemoBoardText } from "../text/en/demo-board.ts";
import type { DemoText } from "../text/en/demo.ts";
import { sayHour } from "../times.ts";
import { type AgendaItem, boardDay, boardZone, type Meeting } from "./board.ts";
import type { Trouble } from "./troubles.ts";

const languageTags: Record<Locale, string> = { en: "en-GB", fr: "fr-FR" };

/** Everything a page of the portal is made from. */
export interface Visit {
  locale: Locale;
  text: DemoText;
  board: DemoBoardText;
  now: Date;
  /** When this copy of the page was made: now, or a week ago when the build is stale. */
  madeAt: Date;
  build: string;
  path: string;
  isSignedIn: boolean;
  helpUrl: string;
  on: ReadonlySet<Trouble>;
  /** How long "Platform down" lasts. */
  downSeconds: number;
}

/** "Tuesday 24 November" */
export function meetingDay(visit: Visit, meeting: Meeting): string {
  return longDay(visit, boardDay(visit.now, meeting.daysFromToday));
}

/** The date for a `<time>`: "2026-11-24T14:00". */
export function meetingMoment(visit: Visit, meeting: Meeting): string {
  return `${boardDay(visit.now, meeting.daysFromToday).toISOString().slice(0, 10)}T${meeting.time}`;
}

export function longDay({ locale }: Visit, date: Date): string {
  const day = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: boardZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(date);
  return day.replace(",", ""); // some versions of ICU write "Tuesday, 24 November"
}

export function fullDate({ locale }: Visit, date: Date): string {
  return new Intl.DateTimeFormat(languageTags[locale], { timeZone: boardZone, dateStyle: "long" }).format(
    date,
  );
}

export function timeOfDay({ locale }: Visit, date: Date): string {
  return sayHour(date, locale, boardZone);
}

/** The agenda as it stood when this copy of the page was made. */
export function publishedAgenda({ now, madeAt }: Visit, meeting: Meeting): AgendaItem[] {
  return madeAt < now ? meeting.agenda.filter((item) => !item.isNew) : meeting.agenda;
}
