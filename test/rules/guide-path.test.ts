import { expect, test } from "@playwright/test";
import { sayPath } from "../../content/guide-path.ts";
import { pathWordsEnglish } from "../../content/path-words-en.ts";
import { pathWordsFrench } from "../../content/path-words-fr.ts";
import type { GuideStep } from "../../server/contract/types.ts";
import { sampleArticle } from "../guide-sample.ts";

const find = (slug: string) => (slug === sampleArticle.slug ? sampleArticle : undefined);
const say = (...steps: GuideStep[]) =>
  sayPath([{ node: "clear_cache", outcome: "start" }, ...steps], find, pathWordsEnglish).slice(1);

const steps: [step: GuideStep, what: string, outcome: string][] = [
  [{ node: "files", outcome: "fail" }, "Checked: Page version, Service worker", "not good"],
  [
    { node: "files", outcome: "sw_warn" },
    "Checked: Page version, Service worker",
    "Service worker: doubtful",
  ],
  [{ node: "files", outcome: "aadsts50012" }, "Checked: Page version, Service worker", "AADSTS50012"],
  [{ node: "account", outcome: "unknown" }, "Checked: Account", "not known"],
  [{ node: "refresh", outcome: "done" }, "Refresh the files", "Done"],
  [{ node: "refresh", outcome: "failed" }, "Refresh the files", "Could not be done"],
  [{ node: "tell", outcome: "by_hand" }, "Tell them", "Done by hand"],
  [{ node: "refresh", outcome: "skipped" }, "Refresh the files", "Skipped"],
  [{ node: "looks_right", outcome: "no" }, "Does it look right now?", "No"],
  [{ node: "message", outcome: "found" }, "Which message do you see?", "A code was found"],
  [{ node: "provider", outcome: "read" }, "Microsoft Entra ID", "Read"],
  [{ node: "gone_since_then", outcome: "yes" }, "gone since then", "YES"],
];
for (const [step, what, outcome] of steps)
  test(`${step.node} ${step.outcome} is said as “${what}: ${outcome}”`, () => {
    expect(say(step)).toMatchObject([{ what, outcome, changes: [] }]);
  });

test("what a repair changed is said, where it was known before and after", () => {
  const value = {
    build_before: "2026.11.3",
    build_after: "2026.11.4",
    sw_before: "stale",
    sw_after: "none",
    cachestorage_before: "stale",
  };
  const step = { node: "refresh", outcome: "done", value };
  expect(say(step)[0]?.changes).toEqual([
    "Page version: 2026.11.3 → 2026.11.4",
    "Service worker: old → none",
  ]);
  const french = sayPath([{ node: "clear_cache", outcome: "start" }, step], find, pathWordsFrench);
  expect(french[1]?.changes[1]).toBe("Service worker\u00a0: ancien → aucun");
});

test("what was found of one check is said with French spaces, and fits a name of either gender", () => {
  const found = ["build_unknown", "sw_unknown", "build_warn"].map(
    (outcome) => sayPath([{ node: "files", outcome }], find, pathWordsFrench)[0]?.outcome,
  );
  expect(found).toEqual([
    "Version de la page\u00a0: on ne sait pas",
    "Service worker\u00a0: on ne sait pas",
    "Version de la page\u00a0: à vérifier",
  ]);
});

test("a guide is named where it begins, and one that is gone by what it was called", () => {
  const path = [
    { node: "clear_cache", outcome: "start" },
    { node: "looks_right", outcome: "yes" },
    { node: "blank_page", outcome: "start" },
    { node: "looks_right", outcome: "yes" },
  ];
  expect(sayPath(path, find, pathWordsEnglish).map(({ what }) => what)).toEqual([
    "The page shows an old version",
    "Does it look right now?",
    "blank page",
    "looks right",
  ]);
});
