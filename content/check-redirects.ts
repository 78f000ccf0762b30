interface RedirectProblem {
  /** The address that people know; its line in the file is where the mistake stands. */
  from: string;
  message: string;
}

/** Slugs that articles once had, and the ones that they have now: one step each, so no chain and no loop. */
export function checkRedirects(
  entries: unknown,
  slugs: ReadonlySet<string>,
): { redirects: ReadonlyMap<string, string>; problems: RedirectProblem[] } {
  const isList = typeof entries === "object" && entries !== null && !Array.isArray(entries);
  const redirects = new Map(Object.entries(isList ? entries : {}).map(([from, to]) => [from, String(to)]));
  const problems: RedirectProblem[] = isList ? [] : [{ from: "", message: `write {"old-slug": "new-slug"}` }];
  for (const [from, to] of redirects) {
    const report = (message: string) => problems.push({ from, message });
    if (slugs.has(from)) report(`${from} is an article, which nobody could reach any more`);
    if (redirects.has(to)) report(`${from} leads to ${to}, which moved itself: name where it stands now`);
    else if (!slugs.has(to)) report(`${from} leads to ${to}, which is no article`);
  }
  return { redirects, problems };
}
