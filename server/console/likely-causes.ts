import type { Symptom } from "../contract/symptoms.ts";
import type { Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import type { Cause } from "../tickets/qualification-rules.ts";

/** What a correction offers in one tap: the causes that are confused most often, by what the person reported. */
export const likelyCauses: Record<Symptom, readonly Cause[]> = {
  cannot_sign_in: ["account_locked", "password_reset", "cookies_blocked", "duplicate_account", "clock_skew"],
  sms_code: ["sms_not_sent", "sms_filtered", "sms_number_invalid", "sms_sender_unregistered", "code_refused"],
  sso_error: [
    "sso_idp_certificate_expired",
    "sso_idp_certificate_changed",
    "sso_config_mismatch",
    "sso_user_not_assigned",
    "sso_server_clock",
  ],
  page_broken: ["stale_cache", "feature_defect", "extension_blocked", "server_error", "network_blocked"],
  document: ["document_conversion", "server_error", "download_blocked", "app_outdated", "permission_missing"],
  upload: ["file_too_large", "file_refused", "server_error", "network_blocked", "document_conversion"],
  slow: ["slow_client_network", "slow_platform", "network_blocked", "platform_degraded", "feature_defect"],
  wrong_data: ["data_migration_gap", "feature_defect", "search_index_lag", "stale_cache", "usage_question"],
  permission: ["permission_missing", "permission_error", "invite_missing", "usage_question", "server_error"],
  meeting_vote: [
    "vote_right_or_window",
    "vote_error",
    "esign_link_expired",
    "invite_missing",
    "notification_undelivered",
  ],
  security: [
    "security_phishing",
    "security_unauthorised_access",
    "security_device_lost",
    "security_data_exposed",
  ],
  other: ["usage_question", "feature_defect", "permission_missing", "stale_cache", "server_error"],
};

/** Every cause by its name. */
export function allCauses(locale: Locale): [code: Cause, label: string][] {
  const named = Object.entries(text(locale).causes.causes).map(
    // Object.entries forgets the key type that the texts have.
    ([code, { label }]): [Cause, string] => [code as Cause, label],
  );
  return named.sort(([, one], [, other]) => one.localeCompare(other, locale));
}
