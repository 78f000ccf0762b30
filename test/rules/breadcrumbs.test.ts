import { expect, test } from "@playwright/test";
import { readBreadcrumbs } from "../../widget/checks/breadcrumbs.ts";
import { describeError } from "../../widget/checks/describe-error.ts";
import type { Mark } from "../../widget/checks/recorder.ts";

const origin = "https://boards.example.com";
const read = (...marks: Partial<Mark>[]) =>
  readBreadcrumbs(
    marks.map((mark) => ({ at: 1, kind: "click", what: "", ...mark })),
    origin,
    "https://help.example.com",
  );

test("a list reads from the oldest, and repeats are one with their number", () => {
  const failed = { kind: "request", status: 500, milliseconds: 12.4 } as const;
  expect(
    read(
      { ...failed, at: 30.2, what: `${origin}/api/agenda/7` },
      { kind: "page", at: 10, what: "/meetings/412" },
      { ...failed, at: 40, what: `${origin}/api/agenda/8`, times: 30_000 },
    ),
  ).toEqual([
    { at: 10, kind: "page", what: "/meetings/:id" },
    { at: 30, kind: "request", what: "/api/agenda/:id", status: 500, milliseconds: 12, times: 10_000 },
  ]);
});

test("what help itself was refused is nobody's trouble on the page", () => {
  expect(
    read({ kind: "request", what: "https://help.example.com/api/identity/verify", status: 422 }),
  ).toEqual([]);
});

const marks: [Partial<Mark>, string][] = [
  [{ kind: "request", what: `${origin}/api/documents/412?name=Budget`, status: 404 }, "/api/documents/:id"],
  [{ kind: "request", what: "https://cdn.example.com/v/3.js", status: 404 }, "cdn.example.com/v/3.js"],
  [{ kind: "resource", what: `${origin}/assets/portal.js`, detail: "script" }, "script /assets/portal.js"],
  [{ kind: "click", what: "submit", detail: "Send" }, 'button "Send"'],
  [{ kind: "click", what: "a" }, "link"],
  [{ kind: "click", what: "tr", detail: "documents" }, 'row "documents"'],
  [{ kind: "click", what: "password" }, "field"],
  [{ kind: "click", what: "button", detail: "claire.morel@example.com" }, "button"],
  [{ kind: "click", what: "button", detail: "Account 00418822" }, "button"],
  [{ kind: "click", what: "button", detail: "x".repeat(60) }, `button "${"x".repeat(40)}"`],
];
for (const [mark, what] of marks) {
  test(`${mark.kind} ${mark.what} ${mark.detail ?? ""} is told as ${what}`, () => {
    expect(read(mark)[0]?.what).toBe(what);
  });
}

test("neither our own question nor what nobody ever notices is told", () => {
  expect(
    read(
      { kind: "request", what: `${origin}/version`, status: 404 },
      { kind: "error", what: "ResizeObserver loop completed with undelivered notifications." },
    ),
  ).toEqual([]);
});

const errors: [thrown: string, stack: string, told: RegExp][] = [
  [
    "TypeError: Cannot read properties of undefined (reading 'Norvane')",
    "TypeError: Cannot…\n    at open (https://boards.example.com/assets/portal.js?v=7:120:15)",
    /^TypeError portal\.js:120 #\w+: Cannot read properties of undefined$/,
  ],
  [
    "Error: the minutes of Norvane Group",
    "open@https://boards.example.com/a/b.js:3:1",
    /^Error b\.js:3 #\w+$/,
  ],
  ["NotAllowedError: Norvane", "", /^NotAllowedError #\w+$/],
  ["Norvane Group rejected", "", /^Error #\w+$/],
  ["Script error.", "", /^Error #\w+: Script error$/],
  ["ReferenceError: norvane is not defined", "", /^ReferenceError #\w+: is not defined$/],
  [
    "TypeError: Failed to fetch",
    "at https://boards.example.com/meetings/41288:5:1",
    /^TypeError :id:5 #\w+: Failed to fetch$/,
  ],
];
for (const [thrown, stack, told] of errors) {
  test(`"${thrown}" is told without what it says of the page`, () => {
    expect(describeError(thrown, stack)).toMatch(told);
    expect(describeError(thrown, stack)).not.toMatch(/norvane/i);
  });
}

test("two errors of one place are told apart by their hash alone", () => {
  expect(describeError("Error: one", "")).not.toBe(describeError("Error: two", ""));
  expect(describeError("Error: one", "")).toBe(describeError("Error: one", ""));
});
