import type { Locale } from "./contract/types.ts";

/** "Tuesday 24 November at 14:00 (Paris)" in the reader's language; the zone is always said. */
export function sayTime(time: Date, locale: Locale, timeZone: string): string {
  const options = { weekday: "long", day: "numeric", month: "long" } as const;
  const day = formatter(locale, timeZone, options).format(time);
  const hour = sayHour(time, locale, timeZone);
  const city = cityOf(timeZone);
  return locale === "fr" ? `${day} à ${hour} (${city})` : `${day.replace(",", "")} at ${hour} (${city})`;
}

/** Fits behind "since": "14:00 (Paris)" on the same day there, else with the day. */
export function saySince(time: Date, now: Date, locale: Locale, timeZone: string): string {
  const dayOf = (moment: Date) => formatter("en", timeZone, {}).format(moment);
  if (dayOf(time) !== dayOf(now)) return sayTime(time, locale, timeZone);
  return `${sayHour(time, locale, timeZone)} (${cityOf(timeZone)})`;
}

/** "14:00". */
export function sayHour(time: Date, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { hour: "2-digit", minute: "2-digit" }).format(time);
}

/** "America/Sao_Paulo" is "Sao Paulo". */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** A day like "2026-11-16": "Monday 16 November", "16 November" (long), "16 Nov" (short). */
export function sayDay(day: string, locale: Locale, length: "whole" | "long" | "short" = "whole"): string {
  return formatter(locale, "UTC", {
    day: "numeric",
    month: length === "short" ? "short" : "long",
    ...(length === "whole" ? { weekday: "long" } : {}),
  })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(",", "");
}

/** "31 min", "1 h 05 min"; in both languages. What is shorter than a minute is one. */
export function sayDuration(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const rest = whole % 60;
  if (whole < 60) return `${whole}\u00a0min`;
  const hours = `${Math.floor(whole / 60)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, "0")}\u00a0min`;
}

// Making a formatter costs far more than using it: a queue shows hundreds of times, an outage hundreds of reports.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a time zone that nobody knows. */
export function formatter(
  locale: Locale,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-FR", { timeZone, ...options });
  formatters.set(name, made);
  return made;
}
