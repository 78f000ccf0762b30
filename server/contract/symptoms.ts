/** The twelve things a person can say is wrong, in the order of the full grid. */
export const symptoms = [
  "cannot_sign_in",
  "sms_code",
  "sso_error",
  "page_broken",
  "document",
  "upload",
  "slow",
  "wrong_data",
  "permission",
  "meeting_vote",
  "security",
  "other",
] as const;

export type Symptom = (typeof symptoms)[number];

/** A person at one of these cannot work at all: `canWork` defaults to "no" and is not asked. */
export const signInSymptoms: readonly Symptom[] = ["cannot_sign_in", "sms_code", "sso_error"];

/** Without words these two say nothing that support could act on. */
export const symptomsThatNeedAMessage: readonly Symptom[] = ["wrong_data", "other"];
