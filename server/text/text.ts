import type { Locale } from "../contract/types.ts";
import { authors as authorsEn, type AuthorsText } from "./en/authors.ts";
import { authors as authorsFr } from "./fr/authors.ts";
import { causes as causesEn, type CausesText } from "./en/causes.ts";
import { causes as causesFr } from "./fr/causes.ts";
import { consoleText as consoleEn, type ConsoleText } from "./en/console.ts";
import { consoleText as consoleFr } from "./fr/console.ts";
import { facts as factsEn, type FactsText } from "./en/facts.ts";
import { facts as factsFr } from "./fr/facts.ts";
import { frame as frameEn, type FrameText } from "./en/frame.ts";
import { frame as frameFr } from "./fr/frame.ts";
import { help as helpEn, type HelpText } from "./en/help.ts";
import { help as helpFr } from "./fr/help.ts";
import {
  problems as problemsEn,
  reasons as reasonsEn,
  type ProblemsText,
  type ReasonsText,
} from "./en/problems.ts";
import { problems as problemsFr, reasons as reasonsFr } from "./fr/problems.ts";
import { questions as questionsEn, type QuestionsText } from "./en/questions.ts";
import { questions as questionsFr } from "./fr/questions.ts";
import { status as statusEn, type StatusText } from "./en/status.ts";
import { status as statusFr } from "./fr/status.ts";

/** Every sentence that the server says to people, by subject. */
export interface Text {
  authors: AuthorsText;
  causes: CausesText;
  console: ConsoleText;
  facts: FactsText;
  frame: FrameText;
  help: HelpText;
  problems: ProblemsText;
  questions: QuestionsText;
  reasons: ReasonsText;
  status: StatusText;
}

const texts: Record<Locale, Text> = {
  en: {
    authors: authorsEn,
    causes: causesEn,
    console: consoleEn,
    facts: factsEn,
    frame: frameEn,
    help: helpEn,
    problems: problemsEn,
    questions: questionsEn,
    reasons: reasonsEn,
    status: statusEn,
  },
  fr: {
    authors: authorsFr,
    causes: causesFr,
    console: consoleFr,
    facts: factsFr,
    frame: frameFr,
    help: helpFr,
    problems: problemsFr,
    questions: questionsFr,
    reasons: reasonsFr,
    status: statusFr,
  },
};

export function text(locale: Locale): Text {
  return texts[locale];
}
