const pauseSeconds = 30; // longer than anybody stops in the middle of a word

/** Whether somebody is still typing the same search: a letter more, or a letter taken back. */
export function isSameSearch(before: string, after: string, secondsBetween: number): boolean {
  const isPrefix = after.startsWith(before) || before.startsWith(after);
  return secondsBetween <= pauseSeconds && isPrefix;
}
