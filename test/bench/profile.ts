interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** The functions in which a `--cpu-prof` of V8 spent most: percent of the time it was not idle, and where they are. */
export function hottestOf(json: string, count = 12): [percent: string, place: string][] {
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(json);
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"} ${url.split("/").slice(-2).join("/")}:${lineNumber + 1}`,
    ]),
  );
  const times = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const place = places.get(id) ?? "";
    if (!place.startsWith("(idle)")) times.set(place, (times.get(place) ?? 0) + (timeDeltas[at] ?? 0));
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([place, time]) => [((time / all) * 100).toFixed(1), place]);
}
