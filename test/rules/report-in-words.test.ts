import { expect, test } from "@playwright/test";
import { later as en } from "../../widget/text/en-later.ts";
import { later as fr } from "../../widget/text/fr-later.ts";

const cases = [
  [
    "an answer goes on in small letters",
    en.report.said("I cannot sign in", "Account locked"),
    "I cannot sign in: account locked",
  ],
  [
    "an answer that begins with I keeps it",
    en.report.said("Security concern", "I saw it"),
    "Security concern: I saw it",
  ],
  [
    "a word that only begins with that letter does not",
    en.report.said("Code", "It is refused"),
    "Code: it is refused",
  ],
  [
    "French has no such word",
    fr.report.said("Doute de sécurité", "J’ai vu"),
    "Doute de sécurité\u00a0: j’ai vu",
  ],
] as const;

for (const [what, said, expected] of cases) {
  test(`a report read aloud: ${what}`, () => expect(said).toBe(expected));
}
