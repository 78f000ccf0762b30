import { html } from "hono/html";
import type { Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import { formatter } from "../times.ts";

/** Who reads a time: in which language, and where their clock stands. */
export interface Reader {
  locale: Locale;
  timeZone: string;
}

/** "38 min", "1 h 38", "2 d": two figures at most, and never a space that breaks. */
export function sayDuration(milliseconds: number, locale: Locale): string {
  const { seconds: s, minutes: min, hours: h, days: d } = text(locale).console.duration;
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  if (seconds < 60) return `${seconds}\u00a0${s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0${min}`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)}\u00a0${d}`;
  const rest = minutes % 60;
  return rest === 0 ? `${hours}\u00a0${h}` : `${hours}\u00a0${h}\u00a0${String(rest).padStart(2, "0")}`;
}

/** "10:31" today, "Fri 16:40" within a week, "6 Oct" beyond. */
export function sayNear(time: Date, now: Date, reader: Reader): string {
  const hour = format(time, reader, { hour: "2-digit", minute: "2-digit" });
  if (dayOf(time, reader) === dayOf(now, reader)) return hour;
  const isNear = Math.abs(time.getTime() - now.getTime()) < 6 * 86_400_000;
  if (isNear) return `${format(time, reader, { weekday: "short" })} ${hour}`;
  return format(time, reader, { day: "numeric", month: "short" });
}

/** "10:14:02" */
export function saySeconds(time: Date, reader: Reader): string {
  return format(time, reader, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** "Monday 23 November 2026 at 10:16:31 CET": what stands behind every short time. */
function sayExactly(time: Date, reader: Reader): string {
  return format(time, reader, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
}

/** "21 November 2026" */
export function sayDate(time: Date, reader: Reader): string {
  return format(time, reader, { day: "numeric", month: "long", year: "numeric" });
}

/** A moment as `label` says it, with the exact one behind it. */
export function timeTag(time: Date, reader: Reader, label: string) {
  return html`<time datetime="${time.toISOString()}" title="${sayExactly(time, reader)}">${label}</time>`;
}

export function sayAgo(time: Date, now: Date, locale: Locale): string {
  return text(locale).console.ago(sayDuration(now.getTime() - time.getTime(), locale));
}

/** Whether both clocks show the same date there. */
export function isSameDay(one: Date, other: Date, reader: Reader): boolean {
  return dayOf(one, reader) === dayOf(other, reader);
}

/** "Paris" for Europe/Paris. */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** Hours by which clocks there are ahead of clocks here; undefined for a zone that nobody knows. */
export function hoursAhead(there: string | undefined, here: string, at: Date): number | undefined {
  if (there === undefined || !isTimeZone(there)) return undefined;
  const wallClock = (timeZone: string) => {
    const parts = formatter("en", timeZone, wallClockParts).formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  };
  return (wallClock(there) - wallClock(here)) / 3_600_000;
}

export function isTimeZone(name: string): boolean {
  try {
    formatter("en", name, wallClockParts);
    return true;
  } catch {
    return false; // RangeError: the page may have said anything
  }
}

const wallClockParts: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
};

function dayOf(time: Date, reader: Reader): string {
  return format(time, reader, { year: "numeric", month: "numeric", day: "numeric" });
}

function format(time: Date, { locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string {
  return formatter(locale, timeZone, options).format(time);
}
