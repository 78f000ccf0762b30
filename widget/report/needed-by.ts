/**
 * What a blocked person may choose as "Needed by": within the hour (the first), each full hour of today's day,
 * tomorrow's working hours, and what is chosen already.
 */
export function neededByChoices(now: Date, chosen?: string): Date[] {
  const own = chosen ? new Date(chosen) : undefined;
  const inAnHour = new Date(now.getTime() + 3_600_000);
  const soon = own && own <= inAnHour ? own : inAnHour;
  const hours = [...hoursOf(now, 0, now.getHours() + 2, 20), ...hoursOf(now, 1, 8, 18)];
  if (own && own > soon && !hours.some((at) => at.getTime() === own.getTime())) hours.push(own);
  return [soon, ...hours.sort((one, other) => one.getTime() - other.getTime())];
}

function hoursOf(now: Date, daysAhead: number, first: number, last: number): Date[] {
  const count = Math.max(0, last - first + 1);
  return Array.from(
    { length: count },
    (_, index) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, first + index),
  );
}
