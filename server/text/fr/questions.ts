import type { QuestionsText } from "../en/questions.ts";

export const questions: QuestionsText = {
  phone_number: "À quel numéro les codes sont-ils envoyés\u202f?",
  error_message: "Que dit le message d’erreur, mot pour mot\u202f?",
  symptom_answer: "Que voyez-vous exactement\u202f?",
  scope: "Qui d’autre est touché\u202f?",
  details: "Qu’avez-vous fait, et que s’est-il passé ensuite\u202f?",
};
