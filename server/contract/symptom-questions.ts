import type { Symptom } from "./symptoms.ts";

/**
 * What each symptom asks next: one question, its answers by code. The words are in each side's texts.
 * An answer travels as `answers: {<question>: <code>}`.
 */
export const symptomQuestions: Record<Symptom, { question: string; options: readonly string[] }> = {
  cannot_sign_in: {
    question: "see",
    options: [
      "wrong_password",
      "account_locked",
      "nothing_happens",
      "back_to_login",
      "error_message",
      "else",
    ],
  },
  sms_code: {
    question: "code",
    options: ["nothing_arrives", "arrives_late", "refused", "phone_changed"],
  },
  sso_error: { question: "see", options: ["error_message", "no_message", "loops"] },
  page_broken: {
    question: "see",
    options: ["all_white", "buttons_dead", "looks_odd", "old_content", "error_number"],
  },
  document: { question: "step", options: ["open", "download", "print", "annotate", "offline"] },
  upload: { question: "see", options: ["nothing", "stops", "type_refused", "too_big", "after_100"] },
  slow: { question: "which", options: ["every_page", "documents", "search", "one_screen"] },
  wrong_data: {
    question: "how",
    options: ["missing", "wrong_value", "duplicate", "after_migration", "after_update"],
  },
  permission: { question: "which", options: ["space", "meeting", "document", "action"] },
  meeting_vote: {
    question: "which",
    options: ["invitation", "agenda", "vote", "video", "minutes", "signature"],
  },
  security: {
    question: "which",
    options: ["someone_elses_data", "suspicious_mail", "lost_device", "account_used"],
  },
  other: { question: "which", options: [] },
};
