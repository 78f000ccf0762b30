import type { Symptom } from "../../server/contract/symptoms.ts";
import type { FirstText } from "../text/text.ts";

interface Place {
  /** What the host called its screen, or what was guessed. */
  screen?: string;
  isSignedIn: boolean;
  /** What known problems explain. */
  explained: readonly Symptom[];
}

/** All twelve, the six most fitting for this page first. */
export function fittingSymptoms(text: FirstText, place: Place): Symptom[] {
  const { screen = "", isSignedIn, explained } = place;
  const here = isSignedIn ? (signedIn[screen] ?? []) : (signedOut[screen] ?? []);
  const usual: Symptom[] = isSignedIn
    ? ["document", "page_broken", "wrong_data", "meeting_vote", "permission", "slow"]
    : ["cannot_sign_in", "sms_code", "sso_error", "page_broken", "security", "other"];
  // Who is signed in does not look for trouble with signing in, nor the other way round.
  const likely = explained.filter((symptom) => usual.includes(symptom));
  return [...new Set<Symptom>([...here, ...likely, ...usual, ...symptomsOf(text)])];
}

/** All twelve in the order of the full grid. The words have them, and need not be loaded once more. */
export function symptomsOf({ symptoms }: FirstText): Symptom[] {
  return Object.keys(symptoms) as Symptom[]; // a language names these and no others
}

const signedOut: Record<string, Symptom[] | undefined> = {
  sso_error: ["sso_error"],
  sms_code: ["sms_code"],
};

const signedIn: Record<string, Symptom[] | undefined> = {
  document: ["document", "page_broken", "permission", "slow"],
  documents: ["document", "upload", "permission", "wrong_data"],
  meeting: ["meeting_vote", "document", "wrong_data"],
  meetings: ["document", "page_broken", "wrong_data", "meeting_vote"],
  vote: ["meeting_vote", "page_broken", "permission"],
  directory: ["wrong_data", "permission", "page_broken"],
};
