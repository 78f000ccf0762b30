import * as fc from "fast-check";
import { symptoms } from "../server/contract/symptoms.ts";
import { ticketStates } from "../server/contract/types.ts";

/**
 * How long and how random a property is tried. The same in every run of `npm test`, so that a failure is a change of
 * ours; `FUZZ_RUNS=5000 FUZZ_SEED=$RANDOM npx playwright test any-` looks for new ones. What it finds goes into the
 * property's `examples`, where every later run tries it first.
 */
export function runs<Examples>(
  numRuns: number,
  examples: Examples[] = [],
): { numRuns: number; seed: number; examples: Examples[] } {
  return {
    numRuns: Number(process.env.FUZZ_RUNS ?? numRuns),
    seed: Number(process.env.FUZZ_SEED ?? 20_261_124),
    examples,
  };
}

/** Time for a file of properties; a long search takes what it takes. */
export const patience = { timeout: process.env.FUZZ_RUNS ? 0 : 120_000 };

/** What breaks parsers, databases and pages when it stands in a text. */
const pieces = [
  "\0",
  "\ud800", // half of a character
  "\udc00",
  "\u202e",
  "\u2028",
  "e\u0301",
  "\r\n",
  " ",
  "%00",
  "%E0%A4",
  "%",
  "'",
  '"',
  "\\",
  "../",
  "<script>",
  "${7*7}",
  "@",
  "+33 1 99 00 12 34",
  "😀",
];

/** What is valid somewhere, or looks so. */
const values = [
  "",
  "0",
  "-1",
  "1e999",
  "null",
  "__proto__",
  "constructor",
  "ana@example.com",
  "boards-eu",
  "example-group",
  "2026-11-24T09:00:00+23:59",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "00000000-0000-0000-0000-000000000000",
  "javascript:alert(1)",
  "zz_ZZZZZZ",
  ...symptoms,
  ...ticketStates,
];

const anyPiece = fc.constantFrom(...pieces);

/** Text as nobody writes it, and as somebody does who means harm. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...values) },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(anyPiece, fc.string({ maxLength: 5 })), { maxLength: 5 }).map(join),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(anyPiece, fc.integer({ min: 1, max: 6_000 })).map(repeat) },
);

function join(parts: string[]): string {
  return parts.join("");
}

function repeat([piece, times]: [string, number]): string {
  return piece.repeat(times);
}

/** Whatever JSON can say. */
const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    anyText,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(anyText, tie("value"), { maxKeys: 5 }),
  ),
})).value;

type Path = (string | number)[];

/** A value of which up to three parts, at any depth, are something else, and which may hold parts that nobody knows. */
export function nearly(sound: object): fc.Arbitrary<Record<string, unknown>> {
  const change = fc
    .constantFrom(...pathsIn(sound))
    .chain((path) => fc.tuple(fc.constant(path), insteadOf(at(sound, path))));
  const addition = fc.tuple(
    anyText.map((name): Path => [name]),
    anyJson,
  );
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: change }, { weight: 1, arbitrary: addition }), { maxLength: 3 })
    .map((changes) => changes.reduce(withChange, sound) as Record<string, unknown>);
}

/** Mostly of the same kind, so that it gets past the first look. */
function insteadOf(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === "string") {
    const touched = fc
      .tuple(anyPiece, fc.nat(value.length))
      .map(([piece, where]) => value.slice(0, where) + piece + value.slice(where));
    return fc.oneof(
      { weight: 3, arbitrary: touched },
      { weight: 3, arbitrary: anyText },
      { weight: 1, arbitrary: anyJson },
    );
  }
  if (typeof value === "number") return fc.oneof(fc.double(), fc.maxSafeInteger(), anyJson);
  return anyJson;
}

function pathsIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [above];
  const inside = Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...above, name]));
  return above.length === 0 ? inside : [above, ...inside];
}

function at(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return value;
  return at((value as Record<string, unknown>)[name], rest); // pathsIn found it there
}

/** A copy with something else at a path. A path that an earlier change cut off is left. */
function withChange(value: unknown, [[name, ...rest], instead]: [Path, unknown]): unknown {
  if (name === undefined) return instead;
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Object.defineProperty(copy, name, {
    value: withChange(at(value, [name]), [rest, instead]),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

/** JSON that `JSON.stringify` would not write: broken, twice the same key, far too deep. */
export const anyBody = fc.oneof(
  { weight: 6, arbitrary: anyJson.map((value) => JSON.stringify(value) ?? "") },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "[".repeat(40_000),
      '{"a":'.repeat(10_000),
      '{"id":1,"id":2}',
      "\ufeff{}",
      "{}{}",
    ),
  },
);
