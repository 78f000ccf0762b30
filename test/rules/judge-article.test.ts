import { expect, test } from "@playwright/test";
import { isFailing } from "../../server/knowledge/judge-article.ts";

const readings: [votes: number, helpful: number, openings: number, tickets: number, fails: boolean][] = [
  [0, 0, 0, 0, false],
  [4, 0, 4, 4, false], // too few to tell
  [5, 3, 0, 0, false],
  [5, 2, 0, 0, true],
  [100, 59, 0, 0, true],
  [100, 60, 0, 0, false],
  [0, 0, 10, 3, false],
  [0, 0, 10, 4, true],
  [100, 99, 10, 4, true],
];

for (const [votes, helpful, openings, tickets, fails] of readings)
  test(`an article with ${helpful} of ${votes} votes and ${tickets} tickets after ${openings} openings ${fails ? "fails" : "does its work"}`, () => {
    expect(isFailing({ votes, helpful, openings, tickets })).toBe(fails);
  });
