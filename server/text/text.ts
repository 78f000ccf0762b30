import type { Locale } from "../contract/types.ts";
import { frame as frameEn, type FrameText } from "./en/frame.ts";
import { frame as frameFr } from "./fr/frame.ts";
import { problems as problemsEn, type ProblemsText } from "./en/problems.ts";
import { problems as problemsFr } from "./fr/problems.ts";

/** Every sentence that the server says to people, by subject. */
export interface Text {
  frame: FrameText;
  problems: ProblemsText;
}

const texts: Record<Locale, Text> = {
  en: { frame: frameEn, problems: problemsEn },
  fr: { frame: frameFr, problems: problemsFr },
};

export function text(locale: Locale): Text {
  return texts[locale];
}
