import type { Question } from "../../contract/types.ts";

/** What is asked when a report says too little, as a line of its conversation. The widget asks in the same words. */
export const questions: QuestionsText = {
  phone_number: "Which number do the codes go to?",
  error_message: "What does the error message say, word for word?",
  symptom_answer: "What exactly do you see?",
  scope: "Who else is affected?",
  details: "What did you do, and what happened then?",
};

export type QuestionsText = Record<Question, string>;
