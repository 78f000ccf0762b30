import type { FactName, Facts } from "./facts.ts";

/**
 * The first qualification, as a table: the first row whose `when` holds decides. To change how reports are
 * judged, change a row here, and its case in test/rules/qualify.test.ts.
 */
export interface Rule {
  id: string;
  when: (facts: Facts) => boolean;
  /**
   * Answers of the form that say the same as `when`, unless one of the facts in `unless` is known: a measurement
   * outranks an answer, and an answer alone is held for less sure than `confidence`.
   */
  said?: { answers: readonly string[]; unless?: readonly FactName[] };
  /** One sentence for support: the evidence. */
  because: (facts: Facts) => string;
  kind: "incident" | "anomaly" | "assistance";
  /** A breach: sealed, for the security team alone. */
  security?: true;
  /** 1 several customers or lost secrecy, 2 a whole customer, 3 a group; absent: whom the reporter says. */
  impact?: 1 | 2 | 3;
  hasWorkaround: boolean;
  /** A fixed severity; absent: computed from impact and urgency. */
  severity?: Severity;
  /** Nobody is hindered: urgency 4 whatever was answered. */
  isQuestion?: true;
  cause: string;
  confidence: number;
  team: Team;
}

/** 1 critical to 4 low. */
export type Severity = 1 | 2 | 3 | 4;

/** `customer_admin` is the customer's own administrator, asked first for what only they can change. */
export type Team =
  | "customer_admin"
  | "regional_support"
  | "application_support"
  | "identity"
  | "messaging"
  | "infrastructure"
  | "data_migration"
  | "security"
  | "customer_success";

/** Every cause that the table can name. */
export type Cause = (typeof rules)[number]["cause"] | typeof unknownRule.cause;

const dataExposed = [
  "other company",
  "another company",
  "another client",
  "another group",
  "autre societe",
  "autre client",
  "autre groupe",
  "leak",
  "fuite",
  "exposed",
  "wrong recipient",
  "mauvais destinataire",
];
const phishing = [
  "phish",
  "hameconn",
  "suspicious email",
  "suspicious mail",
  "mail suspect",
  "email suspect",
  "courriel suspect",
  "fake login",
  "faux mail",
  "faux email",
  "faux courriel",
];
const deviceLost = ["lost", "stolen", "perdu", "vole"];
const intrusion = [
  "hacked",
  "pirat",
  "intrus",
  "ransom",
  "can see documents of",
  "voit les documents d",
  "another client's",
  "d'un autre client",
  "was not me",
  "pas moi qui",
];
const questionInEnglish = ["how do i", "how to", "how can i", "where do i", "is it possible"];
const questionInFrench = ["comment ", "ou trouver", "ou puis-je", "peut-on", "est-il possible"];

/** Countries that refuse a text message whose sender was not registered with them. */
const registerSenders = ["ES", "SA", "AE", "IT", "US", "CA"];

export const rules = [
  // Security first: a breach must never hide behind a technical cause.
  {
    id: "R01",
    when: (facts) => facts.symptom === "security" && says(facts, dataExposed),
    said: { answers: ["security.someone_elses_data"] },
    because: (facts) => `Reported as a security concern, and ${wording(facts, dataExposed)}.`,
    kind: "incident",
    security: true,
    impact: 1,
    hasWorkaround: false,
    severity: 1,
    cause: "security_data_exposed",
    confidence: 0.9,
    team: "security",
  },
  {
    id: "R02",
    when: (facts) => says(facts, phishing),
    said: { answers: ["security.suspicious_mail"] },
    because: (facts) => `A faked message is likely: ${wording(facts, phishing)}.`,
    kind: "incident",
    security: true,
    impact: 2,
    hasWorkaround: true,
    severity: 2,
    cause: "security_phishing",
    confidence: 0.8,
    team: "security",
  },
  {
    id: "R03",
    when: (facts) => facts.symptom === "security" && says(facts, deviceLost),
    said: { answers: ["security.lost_device"] },
    because: (facts) => `Reported as a security concern, and ${wording(facts, deviceLost)}.`,
    kind: "incident",
    security: true,
    impact: 3,
    hasWorkaround: true,
    severity: 2,
    cause: "security_device_lost",
    confidence: 0.85,
    team: "security",
  },
  {
    id: "R04",
    when: (facts) => facts.symptom === "security",
    because: () => "Reported as a security concern; nothing said narrows it down, so the worst is assumed.",
    kind: "incident",
    security: true,
    impact: 1,
    hasWorkaround: false,
    severity: 1,
    cause: "security_unauthorised_access",
    confidence: 0.6,
    team: "security",
  },
  {
    id: "R05",
    when: (facts) => says(facts, intrusion),
    because: (facts) => `Not reported as a security concern, but ${wording(facts, intrusion)}.`,
    kind: "incident",
    security: true,
    impact: 2,
    hasWorkaround: false,
    severity: 2,
    cause: "security_unauthorised_access",
    confidence: 0.5,
    team: "security",
  },

  // What is known to be wrong for everybody.
  {
    id: "R06",
    when: (facts) => is(facts.status, "maintenance"),
    because: () => "A planned maintenance is under way.",
    kind: "assistance",
    hasWorkaround: false,
    severity: 4,
    cause: "planned_maintenance",
    confidence: 0.95,
    team: "customer_success",
  },
  {
    id: "R07",
    when: (facts) => is(facts.platform, "down"),
    because: () => "The platform answers from none of the places that watch it.",
    kind: "incident",
    impact: 1,
    hasWorkaround: false,
    severity: 1,
    cause: "platform_outage",
    confidence: 0.95,
    team: "infrastructure",
  },
  {
    id: "R08",
    when: (facts) =>
      is(facts.status, "critical", "major", "partial") ||
      is(facts.platform, "degraded") ||
      (atLeast(facts.similar_tenants, 3) && atLeast(facts.http_5xx, 1)),
    because: (facts) =>
      is(facts.status, "critical", "major", "partial")
        ? `The status board already shows this service as ${facts.status}.`
        : is(facts.platform, "degraded")
          ? "The platform answers from some of the places that watch it, and not from others."
          : `The server fails here, and ${facts.similar_tenants} customers report the same.`,
    kind: "incident",
    impact: 1,
    hasWorkaround: false,
    cause: "platform_degraded",
    confidence: 0.85,
    team: "infrastructure",
  },
  {
    id: "R09",
    when: (facts) =>
      is(facts.idp_reach, "down") ||
      is(facts.sso_code, "AADSTS90033", "AADSTS90006", "AADSTS90024", "AADSTS50000"),
    because: (facts) =>
      is(facts.idp_reach, "down")
        ? "The company's identity provider answers from none of the places that watch it."
        : `${facts.sso_code} is a failure on the identity provider's own side.`,
    kind: "incident",
    impact: 2,
    hasWorkaround: true,
    cause: "idp_outage",
    confidence: 0.8,
    team: "identity",
  },
  {
    id: "R10",
    when: (facts) => is(facts.sms_provider, "incident") || below(facts.sms_rate, 50),
    because: (facts) =>
      is(facts.sms_provider, "incident")
        ? "The text message provider has an incident."
        : `Only ${facts.sms_rate} % of this country's codes arrived in the last 30 minutes.`,
    kind: "incident",
    impact: 2,
    hasWorkaround: true,
    cause: "sms_provider_outage",
    confidence: 0.9,
    team: "messaging",
  },
  {
    id: "R11",
    when: (facts) => below(facts.sp_cert_days, 0) && is(facts.symptom, "sso_error", "cannot_sign_in"),
    because: (facts) => `Our own sign-in certificate expired ${ago(facts.sp_cert_days)}.`,
    kind: "incident",
    impact: 1,
    hasWorkaround: false,
    severity: 1,
    cause: "sso_sp_certificate_expired",
    confidence: 0.9,
    team: "identity",
  },
  {
    id: "R12",
    when: (facts) => atLeast(facts.http_5xx, 3),
    because: (facts) => `The server failed ${facts.http_5xx} times on this page.`,
    kind: "anomaly",
    hasWorkaround: false,
    cause: "server_error",
    confidence: 0.7,
    team: "application_support",
  },

  // Company sign-in.
  {
    id: "R13",
    when: (facts) => below(facts.cert_days, 0) && is(facts.symptom, "sso_error", "cannot_sign_in"),
    because: (facts) => `The company's sign-in certificate expired ${ago(facts.cert_days)}.`,
    kind: "assistance",
    impact: 2,
    hasWorkaround: true,
    cause: "sso_idp_certificate_expired",
    confidence: 0.9,
    team: "identity",
  },
  {
    id: "R14",
    when: (facts) =>
      is(facts.sso_reason, "signature") ||
      is(facts.sso_code, "AADSTS50012", "AADSTS50006", "AADSTS50008", "AADSTS50146", "AADSTS50003"),
    because: (facts) =>
      is(facts.sso_reason, "signature")
        ? "Our server refused the signature of the company's sign-in answer."
        : `${facts.sso_code} is about the signature or its key.`,
    kind: "assistance",
    impact: 2,
    hasWorkaround: true,
    cause: "sso_idp_certificate_changed",
    confidence: 0.85,
    team: "identity",
  },
  {
    id: "R15",
    when: (facts) => is(facts.sso_reason, "time") || is(facts.sso_code, "AADSTS76026", "AADSTS80013"),
    because: (facts) =>
      is(facts.sso_reason, "time")
        ? "Our server refused the time in the company's sign-in answer."
        : `${facts.sso_code} is about clocks that differ between servers.`,
    kind: "assistance",
    impact: 2,
    hasWorkaround: true,
    cause: "sso_server_clock",
    confidence: 0.8,
    team: "identity",
  },
  {
    id: "R16",
    when: (facts) =>
      is(
        facts.sso_code,
        "AADSTS50105",
        "AADSTS65001",
        "AADSTS90094",
        "app_not_enabled_for_user",
        "OKTA_NOT_ASSIGNED",
      ),
    because: (facts) => `${facts.sso_code}: the company has not given this person the application.`,
    kind: "assistance",
    hasWorkaround: false,
    cause: "sso_user_not_assigned",
    confidence: 0.95,
    team: "customer_admin",
  },
  {
    id: "R17",
    when: (facts) =>
      is(facts.sso_reason, "audience", "recipient", "nameid") ||
      is(
        facts.sso_code,
        "AADSTS50011",
        "AADSTS700016",
        "AADSTS650056",
        "AADSTS75011",
        "AADSTS75005",
        "AADSTS750054",
        "AADSTS75008",
        "AADSTS75016",
        "AADSTS76021",
        "AADSTS7000222",
        "AADSTS50010",
        "app_not_configured",
        "app_not_configured_for_user",
        "MSIS0038",
        "KC_INVALID_REQUESTER",
        "KC_INVALID_REDIRECT",
        "SAML_NoAuthnContext",
        "SAML_NoPassive",
        "SAML_UnsupportedBinding",
        "SAML_InvalidNameIDPolicy",
        "SAML_Requester",
        "SAML_Responder",
        "SAML_VersionMismatch",
      ),
    because: (facts) =>
      is(facts.sso_reason, "audience", "recipient", "nameid")
        ? `Our server refused the ${facts.sso_reason} of the company's sign-in answer.`
        : `${facts.sso_code}: the settings of the two sides do not match.`,
    kind: "assistance",
    impact: 2,
    hasWorkaround: true,
    cause: "sso_config_mismatch",
    confidence: 0.9,
    team: "identity",
  },
  {
    id: "R18",
    when: (facts) =>
      is(
        facts.sso_code,
        "AADSTS50020",
        "AADSTS90072",
        "AADSTS50034",
        "AADSTS51004",
        "AADSTS500208",
        "AADSTS81012",
      ) || is(facts.account, "unknown"),
    because: (facts) =>
      is(facts.account, "unknown")
        ? "The platform has no account of this name."
        : `${facts.sso_code}: the account is not one of this company's.`,
    kind: "assistance",
    hasWorkaround: false,
    cause: "sso_account_mismatch",
    confidence: 0.85,
    team: "customer_admin",
  },
  {
    id: "R19",
    when: (facts) =>
      is(
        facts.sso_code,
        "AADSTS53003",
        "AADSTS53000",
        "AADSTS53001",
        "AADSTS50131",
        "AADSTS500021",
        "AADSTS50074",
        "AADSTS50076",
        "AADSTS50079",
        "AADSTS50017",
        "SAML_RequestDenied",
      ),
    because: (facts) => `${facts.sso_code}: a rule of the company forbids this sign-in.`,
    kind: "assistance",
    hasWorkaround: false,
    cause: "sso_policy_blocked",
    confidence: 0.9,
    team: "customer_admin",
  },
  {
    id: "R20",
    when: (facts) =>
      is(
        facts.sso_code,
        "AADSTS50053",
        "AADSTS50055",
        "AADSTS50057",
        "AADSTS50126",
        "AADSTS50144",
        "SAML_AuthnFailed",
      ),
    because: (facts) => `${facts.sso_code}: the company's identity provider refused the account itself.`,
    kind: "assistance",
    hasWorkaround: false,
    cause: "idp_account_problem",
    confidence: 0.9,
    team: "customer_admin",
  },
  {
    id: "R21",
    when: (facts) =>
      (is(facts.cookies, "blocked", "third_party") && is(facts.symptom, "cannot_sign_in", "sso_error")) ||
      is(facts.sso_code, "MSIS7042", "AADSTS50196", "AADSTS50058") ||
      atLeast(facts.loop, 3),
    said: { answers: ["cannot_sign_in.back_to_login", "sso_error.loops"], unless: ["cookies", "loop"] },
    because: (facts) =>
      is(facts.cookies, "blocked", "third_party")
        ? "The browser does not keep the sign-in cookie."
        : atLeast(facts.loop, 3)
          ? `The sign-in came back to its start ${facts.loop} times within a minute.`
          : `${facts.sso_code}: the sign-in turns in a loop, as it does without its cookie.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "cookies_blocked",
    confidence: 0.8,
    team: "regional_support",
  },

  // The account itself.
  {
    id: "R22",
    when: (facts) => is(facts.account, "locked"),
    said: { answers: ["cannot_sign_in.account_locked"], unless: ["account"] },
    because: () => "The account is locked.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "account_locked",
    confidence: 0.95,
    team: "customer_admin",
  },
  {
    id: "R23",
    when: (facts) => is(facts.account, "disabled"),
    because: () => "The account is disabled.",
    kind: "assistance",
    hasWorkaround: false,
    cause: "account_disabled",
    confidence: 0.95,
    team: "customer_admin",
  },
  {
    id: "R24",
    when: (facts) => is(facts.account, "duplicate"),
    because: () => "Two accounts share this e-mail address.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "duplicate_account",
    confidence: 0.85,
    team: "regional_support",
  },
  {
    id: "R25",
    when: (facts) => is(facts.account, "pwd_expired") || is(facts.link, "expired"),
    said: { answers: ["cannot_sign_in.wrong_password"] },
    because: (facts) =>
      is(facts.link, "expired") ? "The link to choose a password has expired." : "The password has expired.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "password_reset",
    confidence: 0.9,
    team: "regional_support",
  },

  // Codes by text message or app.
  {
    id: "R26",
    when: (facts) =>
      is(facts.sms_e164, "invalid") || is(facts.sms_code, "21211", "21614", "30005", "30006", "60205"),
    said: { answers: ["sms_code.phone_changed"] },
    because: (facts) =>
      is(facts.sms_e164, "invalid")
        ? "The number on record is not a complete mobile number."
        : `The provider answered ${facts.sms_code}: the number cannot receive text messages.`,
    kind: "assistance",
    hasWorkaround: false,
    cause: "sms_number_invalid",
    confidence: 0.9,
    team: "customer_admin",
  },
  {
    id: "R27",
    when: (facts) => atLeast(facts.sms_resends, 5) || is(facts.sms_code, "20429", "60203"),
    because: (facts) =>
      atLeast(facts.sms_resends, 5)
        ? `The code was asked for ${facts.sms_resends} times; sending pauses after five.`
        : `The provider answered ${facts.sms_code}: too many codes in a short time.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "sms_rate_limited",
    confidence: 0.9,
    team: "regional_support",
  },
  {
    id: "R28",
    when: (facts) =>
      is(facts.sms_code, "30034", "30032") ||
      (is(facts.sms_code, "30007", "30008") && is(facts.sms_country, ...registerSenders)),
    because: (facts) =>
      is(facts.sms_code, "30034", "30032")
        ? `The provider answered ${facts.sms_code}: our sender is not registered.`
        : `The provider answered ${facts.sms_code} (${facts.sms_country}): senders must be registered there.`,
    kind: "anomaly",
    impact: 2,
    hasWorkaround: true,
    cause: "sms_sender_unregistered",
    confidence: 0.7,
    team: "messaging",
  },
  {
    id: "R29",
    when: (facts) => is(facts.sms_code, "21610", "30004", "30007", "30450", "30453"),
    because: (facts) => `The provider answered ${facts.sms_code}: the message was filtered on its way.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "sms_filtered",
    confidence: 0.75,
    team: "messaging",
  },
  {
    id: "R30",
    when: (facts) => is(facts.sms_code, "30003", "30008"),
    because: (facts) => `The provider answered ${facts.sms_code}: the phone could not be reached.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "sms_handset_unreachable",
    confidence: 0.75,
    team: "regional_support",
  },
  {
    id: "R31",
    when: (facts) => facts.symptom === "sms_code" && is(facts.sms_code, "none", "21408"),
    because: (facts) =>
      is(facts.sms_code, "none")
        ? "The platform handed no message to the provider."
        : "The provider answered 21408: our account may not send to this country.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "sms_not_sent",
    confidence: 0.7,
    team: "application_support",
  },
  {
    id: "R32",
    when: (facts) => facts.symptom === "sms_code" && is(facts.sms_code, "delivered"),
    because: () => "The operator confirmed that the message reached the phone.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "sms_delivered_not_seen",
    confidence: 0.7,
    team: "regional_support",
  },
  {
    id: "R33",
    when: (facts) =>
      (is(facts.mfa, "totp") && atLeast(facts.clock, 30)) ||
      (atLeast(facts.clock, 180) && is(facts.symptom, "cannot_sign_in", "sso_error")),
    because: (facts) => `The device's clock is wrong by ${rounded(facts.clock)} seconds.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "clock_skew",
    confidence: 0.8,
    team: "regional_support",
  },

  // The page, the browser and the network.
  {
    id: "R34",
    when: (facts) => below(facts.release_h, 72) && atLeast(facts.similar_users, 5),
    because: (facts) =>
      `A delivery was made ${rounded(facts.release_h)} hours ago, and ${facts.similar_users} people report the same.`,
    kind: "anomaly",
    impact: 2,
    hasWorkaround: true,
    cause: "release_regression",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R35",
    when: (facts) => is(facts.build, "stale") || is(facts.sw, "stale"),
    said: { answers: ["page_broken.old_content"], unless: ["build"] },
    because: (facts) =>
      is(facts.build, "stale")
        ? "The page runs older files than the platform serves."
        : "An old service worker still answers for this site.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "stale_cache",
    confidence: 0.85,
    team: "regional_support",
  },
  {
    id: "R36",
    when: (facts) => is(facts.browser, "unsupported"),
    because: () => "The browser is older than those we support.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "unsupported_browser",
    confidence: 0.8,
    team: "regional_support",
  },
  {
    id: "R37",
    when: (facts) => is(facts.res_blocked, "extension"),
    because: () => "Something in the browser stops requests before they leave it.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "extension_blocked",
    confidence: 0.8,
    team: "regional_support",
  },
  {
    id: "R38",
    when: (facts) => is(facts.tls, "inspected") || is(facts.res_blocked, "proxy") || is(facts.sse, "blocked"),
    because: (facts) =>
      is(facts.tls, "inspected")
        ? "The network opens encrypted traffic on its way."
        : is(facts.res_blocked, "proxy")
          ? "The network lets requests to a needed address go nowhere."
          : "The network cuts the connection that carries live updates.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "network_blocked",
    confidence: 0.75,
    team: "regional_support",
  },
  {
    id: "R39",
    when: (facts) => is(facts.app, "outdated"),
    because: () => "The mobile app is older than those we support.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "app_outdated",
    confidence: 0.85,
    team: "regional_support",
  },
  {
    id: "R40",
    when: (facts) => facts.where === "mobile_app" && below(facts.free_mb, 500),
    because: (facts) => `The device has only ${rounded(facts.free_mb)} MB left.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "offline_storage_full",
    confidence: 0.85,
    team: "regional_support",
  },

  // Files and rights.
  {
    id: "R41",
    when: (facts) => atLeast(facts.http_413, 1) || is(facts.file, "too_large"),
    said: { answers: ["upload.too_big"], unless: ["file"] },
    because: () => "The file is larger than this customer's limit.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "file_too_large",
    confidence: 0.95,
    team: "regional_support",
  },
  {
    id: "R42",
    when: (facts) => atLeast(facts.http_415, 1) || is(facts.file, "type_refused", "infected", "password"),
    said: { answers: ["upload.type_refused"], unless: ["file"] },
    because: (facts) =>
      is(facts.file, "infected")
        ? "The virus check stopped the file."
        : is(facts.file, "password")
          ? "The file is protected by a password."
          : "The platform does not take files of this type.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "file_refused",
    confidence: 0.9,
    team: "regional_support",
  },
  {
    id: "R43",
    when: (facts) => is(facts.download, "blocked") || is(facts.popup, "blocked") || is(facts.pdf, "blocked"),
    because: (facts) =>
      is(facts.download, "blocked")
        ? "The browser or its policy blocks downloads."
        : is(facts.popup, "blocked")
          ? "The browser blocked the window that the document opens in."
          : "The browser does not show PDF files.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "download_blocked",
    confidence: 0.8,
    team: "regional_support",
  },
  {
    id: "R44",
    when: (facts) => is(facts.conversion, "failed") || is(facts.file, "corrupt"),
    because: (facts) =>
      is(facts.conversion, "failed")
        ? "Making the document's preview failed on the server."
        : "The file is damaged and cannot be read.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "document_conversion",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R45",
    when: (facts) => is(facts.permission, "granted") && atLeast(facts.http_403, 1),
    because: () => "The person has the right, and the server refused all the same (403).",
    kind: "anomaly",
    hasWorkaround: false,
    cause: "permission_error",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R46",
    when: (facts) => atLeast(facts.http_403, 1) || is(facts.permission, "denied"),
    said: {
      answers: ["permission.space", "permission.meeting", "permission.document", "permission.action"],
      unless: ["permission"],
    },
    because: (facts) =>
      is(facts.permission, "denied")
        ? "The person's role does not have this right."
        : "The server refused the request for want of a right (403).",
    kind: "assistance",
    hasWorkaround: false,
    cause: "permission_missing",
    confidence: 0.9,
    team: "customer_admin",
  },

  // Meetings, votes, signatures, notifications.
  {
    id: "R47",
    when: (facts) => is(facts.vote, "closed", "not_eligible"),
    because: (facts) =>
      is(facts.vote, "closed") ? "The vote is closed." : "The person is not among those who may vote.",
    kind: "assistance",
    hasWorkaround: false,
    cause: "vote_right_or_window",
    confidence: 0.9,
    team: "customer_admin",
  },
  {
    id: "R48",
    when: (facts) => is(facts.vote, "error"),
    because: () => "The vote is open, the person may vote, and the vote failed on the server.",
    kind: "anomaly",
    impact: 3,
    hasWorkaround: false,
    cause: "vote_error",
    confidence: 0.85,
    team: "application_support",
  },
  {
    id: "R49",
    when: (facts) => is(facts.esign, "provider_error"),
    because: () => "The electronic signature provider answered with an error.",
    kind: "incident",
    impact: 2,
    hasWorkaround: true,
    cause: "esign_provider_outage",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R50",
    when: (facts) => is(facts.esign, "expired"),
    because: () => "The link to sign has expired.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "esign_link_expired",
    confidence: 0.9,
    team: "regional_support",
  },
  {
    id: "R51",
    when: (facts) => is(facts.mail, "bounced", "suppressed", "spam"),
    because: (facts) => `The last notification to this address was not delivered (${facts.mail}).`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "notification_undelivered",
    confidence: 0.85,
    team: "regional_support",
  },
  {
    id: "R52",
    when: (facts) => is(facts.mail, "none"),
    because: () => "The platform sent no notification to this person.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "notification_not_sent",
    confidence: 0.7,
    team: "messaging",
  },
  {
    id: "R53",
    when: (facts) => is(facts.invite, "not_invited"),
    because: () => "The person is not on the meeting's list of participants.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "invite_missing",
    confidence: 0.85,
    team: "customer_admin",
  },

  // Data, search, speed.
  {
    id: "R54",
    when: (facts) => below(facts.migration_d, 60) && facts.symptom === "wrong_data",
    said: { answers: ["wrong_data.after_migration"], unless: ["migration_d"] },
    because: (facts) => `This customer's data was migrated ${rounded(facts.migration_d)} days ago.`,
    kind: "anomaly",
    impact: 2,
    hasWorkaround: true,
    cause: "data_migration_gap",
    confidence: 0.85,
    team: "data_migration",
  },
  {
    id: "R55",
    when: (facts) => is(facts.job, "failed"),
    because: () => "The export failed on the server.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "export_failed",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R56",
    when: (facts) => atLeast(facts.index_lag_s, 900),
    because: (facts) => `Search is ${rounded(facts.index_lag_s)} seconds behind.`,
    kind: "anomaly",
    hasWorkaround: true,
    cause: "search_index_lag",
    confidence: 0.8,
    team: "application_support",
  },
  {
    id: "R57",
    when: (facts) => is(facts.media, "denied"),
    because: () => "The browser may not use the camera or the microphone.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "camera_mic_denied",
    confidence: 0.85,
    team: "regional_support",
  },
  {
    id: "R58",
    when: (facts) => facts.symptom === "slow" && atLeast(facts.similar_users, 5),
    because: (facts) => `${facts.similar_users} people report the same slowness.`,
    kind: "incident",
    impact: 2,
    hasWorkaround: true,
    cause: "slow_platform",
    confidence: 0.8,
    team: "infrastructure",
  },
  {
    id: "R59",
    when: (facts) => facts.symptom === "slow" && (atLeast(facts.rtt, 400) || below(facts.mbps, 1.5)),
    because: (facts) =>
      atLeast(facts.rtt, 400)
        ? `An answer takes ${rounded(facts.rtt)} ms on this person's network.`
        : `This person's network carries only ${facts.mbps} Mbit/s.`,
    kind: "assistance",
    hasWorkaround: true,
    cause: "slow_client_network",
    confidence: 0.75,
    team: "regional_support",
  },

  // What the words alone suggest.
  {
    id: "R60",
    when: (facts) => atLeast(facts.js_errors, 1) || is(facts.symptom, "wrong_data", "slow"),
    because: (facts) =>
      atLeast(facts.js_errors, 1)
        ? `Scripts failed ${facts.js_errors} times on this page.`
        : "A feature does not do what it should, and no measurement explains it.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "feature_defect",
    confidence: 0.5,
    team: "application_support",
  },
  {
    id: "R61",
    when: (facts) =>
      !facts.blocking &&
      ((facts.lang === "en" && says(facts, questionInEnglish)) ||
        (facts.lang === "fr" && says(facts, questionInFrench))),
    because: (facts) =>
      `Nobody is said to be blocked, and ${wording(facts, facts.lang === "fr" ? questionInFrench : questionInEnglish)}.`,
    kind: "assistance",
    hasWorkaround: true,
    isQuestion: true,
    cause: "usage_question",
    confidence: 0.8,
    team: "regional_support",
  },

  // A report about codes says enough to start with, even without one measurement: these three stand before the
  // last two rows, so that it never ends as unknown.
  {
    id: "R64",
    when: (facts) => facts.answer === "sms_code.refused",
    because: () => "The reporter has a code and it is refused; nothing measured says why.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "code_refused",
    confidence: 0.4,
    team: "regional_support",
  },
  {
    id: "R65",
    when: (facts) => facts.symptom === "sms_code" && is(facts.scope, "several", "all"),
    because: () => "Several people wait for codes, so it is hardly their phones; no receipt says more.",
    kind: "anomaly",
    hasWorkaround: true,
    cause: "sms_not_received",
    confidence: 0.4,
    team: "messaging",
  },
  {
    id: "R66",
    when: (facts) => facts.symptom === "sms_code",
    because: () => "One person waits for a code, and no receipt says where it stopped.",
    kind: "assistance",
    hasWorkaround: true,
    cause: "sms_not_received",
    confidence: 0.4,
    team: "regional_support",
  },
  {
    id: "R62",
    when: (facts) => facts.scope === "all" && facts.blocking === true,
    because: () => "Everybody there is blocked, and no measurement says why.",
    kind: "incident",
    impact: 2,
    hasWorkaround: false,
    cause: "unknown_major",
    confidence: 0.4,
    team: "infrastructure",
  },
] as const satisfies readonly Rule[];

/** When no other row holds. */
export const unknownRule = {
  id: "R63",
  when: () => true,
  because: (facts) =>
    facts.sso_code
      ? `No rule knows the code ${facts.sso_code}: add it to the table.`
      : "Nothing measured or written points to a cause.",
  kind: "assistance",
  hasWorkaround: true,
  cause: "unknown",
  confidence: 0.2,
  team: "regional_support",
} as const satisfies Rule;

// Conditions. On a missing fact each of them is false.

function is<Value extends string>(fact: Value | undefined, ...values: readonly NoInfer<Value>[]): boolean {
  return fact !== undefined && values.includes(fact);
}

function atLeast(fact: number | undefined, least: number): boolean {
  return fact !== undefined && fact >= least;
}

function below(fact: number | undefined, limit: number): boolean {
  return fact !== undefined && fact < limit;
}

function says(facts: Facts, phrases: readonly string[]): boolean {
  return wordsWith(facts, phrases) !== undefined;
}

/** The words of the text that begin with one of the phrases: "pirat" finds « piraté », but not "expiration". */
function wordsWith({ text = "" }: Facts, phrases: readonly string[]): string | undefined {
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join("|")})[\\p{L}\\d]*`, "u");
  return pattern.exec(simplified(text))?.[0];
}

/** Without case, accents, typographic apostrophes and the hyphen of e-mail; any white space is one space. */
function simplified(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/e-mail/g, "email")
    .replace(/\s+/g, " ");
}

// Words for evidence.

function wording(facts: Facts, phrases: readonly string[]): string {
  return `the text says “${wordsWith(facts, phrases)}”`;
}

function ago(daysLeft = 0): string {
  const days = Math.abs(Math.floor(daysLeft));
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

function rounded(value = 0): number {
  return Math.round(value);
}
