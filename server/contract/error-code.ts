/** Texts that stand for a code, where the identity provider shows a sentence instead of one. */
const sentences: readonly [RegExp, string][] = [
  [/not assigned to this application/i, "OKTA_NOT_ASSIGNED"],
  [/invalid requester/i, "KC_INVALID_REQUESTER"],
  [/invalid redirect[ _]uri/i, "KC_INVALID_REDIRECT"],
];

/**
 * The first sign-in error code in a pasted text, as the rules and `content/error-codes.json` spell it:
 * `AADSTS50105`, `MSIS7042`, `app_not_configured`, `SAML_RequestDenied`. A code that no table knows comes back too.
 */
export function errorCodeIn(text: string): string | undefined {
  const microsoft = /\b(AADSTS|MSIS) ?(\d{3,8})\b/i.exec(text);
  if (microsoft) return `${microsoft[1]?.toUpperCase()}${microsoft[2]}`;
  const google = /\bapp_not_(?:configured_for_user|configured|enabled_for_user)\b/i.exec(text);
  if (google) return google[0].toLowerCase();
  const sentence = sentences.find(([pattern]) => pattern.test(text));
  if (sentence) return sentence[1];
  return samlStatusIn(text);
}

function samlStatusIn(text: string): string | undefined {
  // A response holds a general status (Requester, Responder) around the one that says what is wrong.
  const status =
    /\b(?:AuthnFailed|InvalidNameIDPolicy|NoAuthnContext|NoPassive|RequestDenied|UnsupportedBinding)\b/.exec(
      text,
    ) ?? /(?<=SAML:2\.0:status:)(?!Success)\w+/.exec(text);
  return status ? `SAML_${status[0]}` : undefined;
}
