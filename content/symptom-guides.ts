import type { Symptom } from "../server/contract/symptoms.ts";

/** The article whose guide fits a tile: what somebody may try before they report. */
export const symptomGuides: { [symptom in Symptom]?: string } = {
  sms_code: "sms-code-not-received",
  sso_error: "sso-certificate-expired",
  page_broken: "blank-page",
  document: "document-wont-open",
  upload: "upload-fails",
  slow: "slow-platform",
  permission: "permission-denied",
};
