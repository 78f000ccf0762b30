/** Whose code it is, as guides name identity providers; a SAML status may be anybody's. */
export function identityProviderOf(code: string): string | undefined {
  return providers.find(([pattern]) => pattern.test(code))?.[1];
}

const providers: readonly [RegExp, string][] = [
  [/^AADSTS/, "entra"],
  [/^MSIS/, "adfs"],
  [/^OKTA_/, "okta"],
  [/^app_not_/, "google"],
  [/^KC_/, "keycloak"],
];
