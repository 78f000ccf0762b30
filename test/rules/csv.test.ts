import { expect, test } from "@playwright/test";
import { writeCsv } from "../../server/console/write-csv.ts";

const cells: [name: string, cell: Parameters<typeof writeCsv>[1][number][number], written: string][] = [
  ["plain words", "Étape 2", "Étape 2"],
  ["nothing", null, ""],
  ["a number", -3, "-3"],
  ["a moment", new Date("2026-11-24T10:00:00Z"), "2026-11-24T10:00:00.000Z"],
  ["a comma", "one, two", '"one, two"'],
  ["a quote", 'say "no"', '"say ""no"""'],
  ["several lines", "one\r\ntwo", '"one\r\ntwo"'],
  ["a formula", '=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
  ["a formula by plus", "+33 1 99 00 12 34", "'+33 1 99 00 12 34"],
  ["a formula by minus", "-1+1", "'-1+1"],
  ["a formula by at", "@SUM(A1)", "'@SUM(A1)"],
  ["a tab before", "\t=1+1", "\"'\t'=1+1\""],
  ["a line before", "\r=1+1", "\"'\r'=1+1\""],
  ["a blank before", " =1+1", "' =1+1"],
  ["a wide formula", "＝1+1", "'＝1+1"],
  ["a formula where others split", "harmless;=1+1;x", '"harmless;\'=1+1;x"'],
  ["a formula behind a comma", "harmless,@SUM(A1)", '"harmless,\'@SUM(A1)"'],
];

for (const [name, cell, written] of cells)
  test(`in CSV, ${name} is written so that no spreadsheet calculates with it`, () => {
    expect(writeCsv(["words", "count"], [[cell, 1]])).toBe(`\ufeffwords,count\r\n${written},1\r\n`);
  });
