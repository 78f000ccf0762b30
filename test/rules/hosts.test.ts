import { expect, test } from "@playwright/test";
import { patternsOf } from "../../server/customers/customers.ts";

const cases: [pattern: string, host: string, matches: boolean][] = [
  ["board.example.com", "board.example.com", true],
  ["board.example.com", "board.example.com:8443", false],
  ["localhost:3001", "localhost:3001", true],
  ["board.example.com", "evil-board.example.com", false],
  ["*.example.com", "board.example.com", true],
  ["*.example.com", "a.board.example.com", true],
  ["*.example.com", "example.com", false],
  ["*.example.com", "example.com.evil.test", false],
  ["*.example.com", "evilexample.com", false],
  ["board.example.com", "", false],
];

for (const [pattern, host, matches] of cases) {
  test(`${pattern} ${matches ? "is" : "is not"} the customer of ${host || "a page without an origin"}`, () => {
    expect(patternsOf(host).includes(pattern)).toBe(matches);
  });
}
