import type { Symptom } from "../server/contract/symptoms.ts";

/** What explains a tile where neither a guide nor an article of its own does, likeliest first. */
export const symptomArticles: { [symptom in Symptom]?: readonly string[] } = {
  // What nobody may see, what an old page shows, what was moved, or what is in another account looks wrong or missing.
  wrong_data: [
    "permission-denied",
    "clear-cache",
    "after-update-changed",
    "duplicate-account",
    "meeting-invite-missing",
    "search-finds-nothing",
  ],
};
