const pagesAtMost = 10_000; // more than any list has, and no number that the database refuses

/** The page of a list that an address asks for; what is no number is the first. */
export function pageAsked(page: string | undefined): number {
  const asked = Number.parseInt(page ?? "", 10);
  return Number.isNaN(asked) ? 1 : Math.min(Math.max(1, asked), pagesAtMost);
}

/** That page; the last one where there are not as many, or no longer. */
export async function pageOrLast<List extends { page: number; pages: number }>(
  asked: number,
  list: (page: number) => Promise<List>,
): Promise<List> {
  const found = await list(asked);
  return found.page > found.pages ? list(found.pages) : found;
}
