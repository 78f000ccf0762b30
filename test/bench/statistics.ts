export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}

export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** The median and where it lies in 95 of 100 repetitions, by drawing again from what was measured (bootstrap). */
export function medianInterval(numbers: readonly number[]): Interval {
  const medians = Array.from({ length: 2_000 }, () =>
    median(numbers.map(() => numbers[Math.floor(Math.random() * numbers.length)] ?? Number.NaN)),
  );
  return { median: median(numbers), low: percentile(medians, 2.5), high: percentile(medians, 97.5) };
}
