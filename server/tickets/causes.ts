import type { Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import type { ReplyValues } from "../text/en/causes.ts";
import type { Cause } from "./qualification-rules.ts";

/** The article that explains what to do about a cause, where there is one. */
const articles: Partial<Record<Cause, string>> = {
  stale_cache: "clear-cache",
  sso_idp_certificate_expired: "sso-certificate-expired",
  sso_idp_certificate_changed: "sso-certificate-expired",
  sms_provider_outage: "sms-code-not-received",
  sms_number_invalid: "sms-code-not-received",
  sms_rate_limited: "sms-code-not-received",
  sms_sender_unregistered: "sms-code-not-received",
  sms_filtered: "sms-code-not-received",
  sms_handset_unreachable: "sms-code-not-received",
  sms_not_sent: "sms-code-not-received",
  sms_delivered_not_seen: "sms-code-not-received",
  sms_not_received: "sms-code-not-received",
  code_refused: "sms-code-not-received",
  platform_outage: "what-is-an-incident",
  platform_degraded: "what-is-an-incident",
  unknown_major: "what-is-an-incident",
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
