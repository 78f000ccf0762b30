import type { CheckResult, OpenProblem, ServiceStatus } from "../../server/contract/types.ts";
import type { Symptom } from "../../server/contract/symptoms.ts";
import { signInSymptoms } from "../../server/contract/symptoms.ts";
import { isSignInScreen, type SignInState } from "./sign-in-state.ts";

/** The one thing to say before anybody asks. The sentence is made in text/. */
export type Finding =
  | { kind: "problem"; problem: OpenProblem }
  /** `expiresOn` is an ISO date. */
  | { kind: "certificate"; expiresOn: string }
  | { kind: "build" }
  /** More than zero: the device is ahead. */
  | { kind: "clock"; errorMilliseconds: number }
  | { kind: "cookies" };

export interface FindingFacts {
  signIn: SignInState;
  problems: readonly OpenProblem[];
  /** Of the browser and of the server. */
  checks: readonly CheckResult[];
  clockErrorMilliseconds?: number;
}

/** What explains most comes first: others' trouble, then the customer's, then the page's and the device's. */
export function findCause({
  signIn,
  problems,
  checks,
  clockErrorMilliseconds,
}: FindingFacts): Finding | undefined {
  const failed = (id: string) => checks.find((check) => check.id === id && check.outcome === "fail");
  const isSigningIn = !signIn.isSignedIn || isSignInScreen(signIn.screen);

  const problem = worstProblem(problems.filter((open) => fits(open, signIn.screen, isSigningIn)));
  if (problem) return { kind: "problem", problem };

  const expiresOn = isSigningIn && signIn.screen !== "sms_code" ? expiryOf(failed("cert")) : undefined;
  if (expiresOn) return { kind: "certificate", expiresOn };

  if (failed("build")) return { kind: "build" };
  if (failed("clock") && clockErrorMilliseconds !== undefined) {
    return { kind: "clock", errorMilliseconds: clockErrorMilliseconds };
  }
  if (isSigningIn && failed("cookies")) return { kind: "cookies" };
  return undefined;
}

/** A problem fits where it explains what a person may be meeting; one that explains nothing in particular, anywhere. */
function fits({ symptoms }: OpenProblem, screen: string | undefined, isSigningIn: boolean): boolean {
  const possible = (symptom: Symptom) => {
    if (!isSigningIn) return !signInSymptoms.includes(symptom);
    const isOwnScreen = screen === "sso_error" || screen === "sms_code";
    return isOwnScreen ? symptom === screen : signInSymptoms.includes(symptom);
  };
  return symptoms.length === 0 || symptoms.some(possible);
}

const bySeverity: readonly ServiceStatus[] = ["critical", "major", "minor", "maintenance", "unknown", "ok"];

/** The worst, and of those the first that was listed. */
function worstProblem(problems: readonly OpenProblem[]): OpenProblem | undefined {
  const rank = ({ status }: OpenProblem) => bySeverity.indexOf(status);
  return [...problems].sort((one, other) => rank(one) - rank(other))[0];
}

/** Only an expired certificate explains a refusal; one that will expire warns somebody else. */
function expiryOf(check: CheckResult | undefined): string | undefined {
  const { daysLeft, expiresOn } = Object(check?.value) as { daysLeft?: unknown; expiresOn?: unknown };
  return typeof daysLeft === "number" && daysLeft < 0 && typeof expiresOn === "string"
    ? expiresOn
    : undefined;
}
