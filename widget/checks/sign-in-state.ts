import { findErrorCode } from "./error-code.ts";

export interface SignInState {
  /** "sign_in", "sso_error", "document", …: what the host declared with `setContext`, else what was guessed. */
  screen?: string;
  isSignedIn: boolean;
  /** Of the identity provider, on its error page. */
  errorCode?: string;
}

/** Where in signing in this page is: what the host declared, else what can be seen of it. */
export function readSignInState(declared: ReadonlyMap<string, string>): SignInState {
  const screen = declared.get("screen") ?? guessScreen();
  const signedIn = declared.get("signed_in");
  return {
    screen,
    isSignedIn: signedIn === undefined ? !isSignInScreen(screen) : signedIn === "yes",
    errorCode: screen === "sso_error" ? findErrorCode() : undefined,
  };
}

export function isSignInScreen(screen: string | undefined): boolean {
  return screen === "sign_in" || screen === "sso_error" || screen === "sms_code";
}

function guessScreen(): string | undefined {
  if (/\b(sso|saml\d?|oidc)\b/i.test(location.pathname) && findErrorCode()) return "sso_error";
  const passwords = [...document.querySelectorAll("input[type=password]")];
  // Several together ask for a new one, and only who is inside can choose it.
  return passwords.filter((field) => field.checkVisibility()).length === 1 ? "sign_in" : undefined;
}
