import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkRedirects } from "../../content/check-redirects.ts";
import { readKnowledge } from "../../server/knowledge/read-articles.ts";
import { projectDir } from "../../server/settings.ts";

const slugs = new Set(["clear-cache", "blank-page"]);

const refused: { name: string; entries: unknown; message: string }[] = [
  { name: "a list", entries: ["old"], message: 'write {"old-slug": "new-slug"}' },
  {
    name: "no article at the end",
    entries: { old: "older" },
    message: "old leads to older, which is no article",
  },
  { name: "a number", entries: { old: 3 }, message: "old leads to 3, which is no article" },
  {
    name: "an article that is there",
    entries: { "blank-page": "clear-cache" },
    message: "blank-page is an article, which nobody could reach any more",
  },
  {
    name: "a chain",
    entries: { oldest: "old", old: "clear-cache" },
    message: "oldest leads to old, which moved itself: name where it stands now",
  },
  {
    name: "a loop",
    entries: { one: "two", two: "one" },
    message: "one leads to two, which moved itself: name where it stands now",
  },
];

for (const { name, entries, message } of refused)
  test(`a moved address is refused with ${name}`, () => {
    expect(checkRedirects(entries, slugs).problems[0]?.message).toBe(message);
  });

test("an address that moved leads to where it stands now", () => {
  const { redirects, problems } = checkRedirects({ old: "clear-cache", older: "clear-cache" }, slugs);
  expect(problems).toEqual([]);
  expect(redirects.get("older")).toBe("clear-cache");
});

test("a wrong one stops the start with file and line", async ({}, testInfo) => {
  const copy = testInfo.outputPath("content");
  await cp(join(projectDir, "content"), copy, { recursive: true });
  await writeFile(join(copy, "redirects.json"), '{\n  "old": "clear-cache",\n  "gone": "nowhere"\n}\n');
  await expect(readKnowledge(copy)).rejects.toThrow(
    "redirects.json:3 gone leads to nowhere, which is no article",
  );
  await writeFile(join(copy, "redirects.json"), "{");
  await expect(readKnowledge(copy)).rejects.toThrow("redirects.json:1 this is not JSON");
});
