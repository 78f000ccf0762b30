import type { CheckId } from "./check-ids.ts";

/** What a guide may offer to do. A guide that names another one cannot be published. */
export const guideActions = [
  // The widget does these itself, and proves that they worked.
  "refresh_site_files",
  "remove_service_worker",
  "start_sign_in",
  // A platform may register these; where it has not, the guide says how to do it by hand.
  "alternative_code",
  "ask_my_admin",
  "upload_metadata",
  "test_sign_in",
  "request_break_glass",
] as const;

/** The words that a check's value may be or hold and that an arrow may name, beside error codes. */
export const factWords: { [check in CheckId]?: readonly string[] } = {
  account: ["active", "locked", "disabled", "duplicate", "pwd_expired"],
  sso_acs: ["signature", "time", "audience", "recipient", "nameid"],
  sms_e164: ["ok", "invalid"],
  sms_receipt: ["delivered", "sent", "none"],
  permission: ["granted", "inherited", "denied"],
  doc: ["ok", "slow", "failed", "password"],
  file: ["too_large", "type_refused", "infected", "password", "corrupt"],
};
