import type { Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import type { ReplyValues } from "../text/en/causes.ts";
import type { Cause } from "./qualification-rules.ts";

/** The article that explains what to do about a cause; some causes are ours alone to mend. */
const articles: Partial<Record<Cause, string>> = {
  security_data_exposed: "report-security-breach",
  security_phishing: "report-security-breach",
  security_device_lost: "report-security-breach",
  security_unauthorised_access: "report-security-breach",
  planned_maintenance: "platform-down",
  platform_outage: "platform-down",
  platform_degraded: "platform-down",
  idp_outage: "platform-down",
  sms_provider_outage: "sms-code-not-received",
  sso_idp_certificate_expired: "sso-certificate-expired",
  sso_idp_certificate_changed: "sso-certificate-expired",
  sso_server_clock: "clock-skew",
  sso_user_not_assigned: "sso-configuration",
  sso_config_mismatch: "sso-configuration",
  sso_account_mismatch: "sso-configuration",
  sso_policy_blocked: "sso-configuration",
  idp_account_problem: "account-locked",
  cookies_blocked: "cookies-blocked",
  account_locked: "account-locked",
  account_disabled: "account-locked",
  duplicate_account: "duplicate-account",
  password_reset: "password-reset",
  sms_number_invalid: "change-phone-number",
  sms_rate_limited: "sms-code-not-received",
  sms_sender_unregistered: "sms-code-not-received",
  sms_filtered: "sms-code-not-received",
  sms_handset_unreachable: "sms-code-not-received",
  sms_not_sent: "sms-code-not-received",
  sms_delivered_not_seen: "sms-code-not-received",
  sms_not_received: "sms-code-not-received",
  code_refused: "authenticator-app",
  clock_skew: "clock-skew",
  release_regression: "after-update-changed",
  stale_cache: "clear-cache",
  unsupported_browser: "supported-browsers",
  extension_blocked: "blank-page",
  network_blocked: "network-allowlist",
  app_outdated: "app-update-mobile",
  offline_storage_full: "offline-sync-ipad",
  file_too_large: "upload-fails",
  file_refused: "upload-fails",
  download_blocked: "download-blocked",
  document_conversion: "document-wont-open",
  permission_error: "permission-denied",
  permission_missing: "permission-denied",
  vote_right_or_window: "voting-fails",
  vote_error: "voting-fails",
  esign_provider_outage: "e-signature-fails",
  esign_link_expired: "e-signature-fails",
  notification_undelivered: "notifications-email",
  notification_not_sent: "notifications-email",
  invite_missing: "meeting-invite-missing",
  data_migration_gap: "data-migrated-wrong",
  export_failed: "export-reports",
  search_index_lag: "search-finds-nothing",
  camera_mic_denied: "video-conference",
  slow_platform: "slow-platform",
  slow_client_network: "slow-platform",
  unknown_major: "platform-down",
};

/** An old ticket or a correction by hand may name a cause that the rules do not (any more) know. */
export function isCause(cause: string): cause is Cause {
  return Object.hasOwn(text("en").causes.causes, cause);
}

/** For the queue: "Company certificate expired". */
export function causeLabel(cause: string, locale: Locale): string {
  return isCause(cause) ? text(locale).causes.causes[cause].label : cause.replaceAll("_", " ");
}

export function articleOf(cause: string): string | undefined {
  return isCause(cause) ? articles[cause] : undefined;
}

/**
 * A reply for an agent to edit: the cause, what to do, what happens next. It is not signed, since thread and
 * mail name the agent and the team.
 */
export function suggestReply(
  cause: string,
  locale: Locale,
  values: ReplyValues & { reporterName?: string; article?: { title: string; url: string } },
): string {
  const { greeting, article, causes } = text(locale).causes;
  const { reply } = causes[isCause(cause) ? cause : "unknown"];
  return [
    greeting(values.reporterName),
    ...(typeof reply === "function" ? reply(values) : reply),
    ...(values.article ? [article(values.article.title, values.article.url)] : []),
  ].join("\n\n");
}
