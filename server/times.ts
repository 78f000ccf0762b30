import type { Locale } from "./contract/types.ts";

/** "Tuesday 24 November at 14:00 (Paris)" in the reader's language; the zone is always said. */
export function sayTime(time: Date, locale: Locale, timeZone: string): string {
  const day = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-FR", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(time);
  const hour = sayHour(time, locale, timeZone);
  const city = cityOf(timeZone);
  return locale === "fr" ? `${day} à ${hour} (${city})` : `${day.replace(",", "")} at ${hour} (${city})`;
}

/** Fits behind "since": "14:00 (Paris)" on the same day there, else with the day. */
export function saySince(time: Date, now: Date, locale: Locale, timeZone: string): string {
  const dayOf = (moment: Date) => new Intl.DateTimeFormat("en-GB", { timeZone }).format(moment);
  if (dayOf(time) !== dayOf(now)) return sayTime(time, locale, timeZone);
  return `${sayHour(time, locale, timeZone)} (${cityOf(timeZone)})`;
}

/** "14:00". */
export function sayHour(time: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-FR", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(time);
}

function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
