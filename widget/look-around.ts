import type { SearchContext } from "../content/search.ts";
import type { CheckResult, Environment, OpenProblem, PageDetails } from "../server/contract/types.ts";
import { ApiError } from "./api.ts";
import { readBreadcrumbs } from "./checks/breadcrumbs.ts";
import { findCause } from "./checks/finding.ts";
import { readEnvironment, readPageDetails } from "./checks/page-details.ts";
import { runChecks } from "./checks/run-checks.ts";
import { fetchServerChecks } from "./checks/server-checks.ts";
import type { SignInState } from "./checks/sign-in-state.ts";
import type { WidgetContext } from "./context.ts";
import type { Collected } from "./report/groups.ts";
import { followStatus } from "./status/follow-status.ts";
import { describeFinding } from "./status/describe-finding.ts";
import type { FoundWords } from "./status/describe-finding.ts";
import type { CauseText } from "./text/en-causes.ts";
import { recentTickets } from "./tickets/kept-tickets.ts";

export { followStatus };

/** What opening the panel measured: how long the server took, and how far its clock is from the device's. */
export type Measured = Required<Pick<Environment, "clockErrorMilliseconds" | "roundTripMilliseconds">>;

/** What is known of the page and of what it runs in. */
export interface Surroundings {
  signIn: SignInState;
  page?: PageDetails;
  environment?: Environment;
  serverChecks?: CheckResult[];
  /** The words of what was found; absent where nothing is wrong. */
  causes?: CauseText;
}

/** What the platform, the browser and the server have to be asked for. Only whoever has proved it says who asks. */
export async function survey(
  context: WidgetContext,
  signIn: SignInState,
  measured?: Measured,
): Promise<Surroundings> {
  // Where a cause is likely its words are asked for beside everything else.
  const likely = signIn.screen === "sso_error" ? readCauses(context) : undefined;
  const [page, environment, { checks }] = await Promise.all([
    readPageDetails(context.recorder, context.build),
    readEnvironment(measured ?? {}),
    fetchServerChecks(context).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === "site-unknown") sayToAdministrator(context);
      return { checks: [] };
    }),
  ]);
  const surroundings: Surroundings = { signIn, page, environment, serverChecks: checks };
  if (failedChecks(context, surroundings).length > 0)
    surroundings.causes = await (likely ?? readCauses(context));
  if (isTelling(context, surroundings)) import("./knowledge/probable-help.ts").catch(() => {});
  return surroundings;
}

function readCauses({ text }: WidgetContext): Promise<CauseText | undefined> {
  // Without them a report still says which checks failed.
  return text.causes().catch(() => undefined);
}

/** Whether something speaks for an article before anybody has said what is wrong. */
function isTelling(context: WidgetContext, surroundings: Surroundings): boolean {
  const { screen = "", errorCode } = surroundings.signIn;
  const isScreenKnown = screen in context.text.symptoms;
  return isScreenKnown || errorCode !== undefined || failedChecks(context, surroundings).length > 0;
}

let isSaid = false;

/** Once a page: who sees the console can mend what the panel only tells of. */
function sayToAdministrator({ base, site }: WidgetContext): void {
  if (isSaid) return;
  isSaid = true;
  console.error(
    `DiliTrust Help: ${base} knows no site "${site}". Set data-site to an id of its console’s Sites page.`,
  );
}

/** The one thing to say first, with what is known by now. */
export function findWords(
  context: WidgetContext,
  surroundings: Surroundings,
  problems: readonly OpenProblem[],
): FoundWords | undefined {
  const { signIn, environment } = surroundings;
  const { checks = [] } = collect(context, surroundings);
  const { clockErrorMilliseconds } = environment ?? {};
  const finding = findCause({ signIn, problems, checks, clockErrorMilliseconds });
  if (!finding) return undefined;
  const words = describeFinding(context, finding, surroundings.causes);
  if (!words) return undefined;
  const code = words.report?.finding?.code;
  return { ...words, isReported: recentTickets(context).some((ticket) => ticket.finding === code) };
}

/** What search may know without asking: it moves near equals, and none of it leaves the page. */
export function searchContext(context: WidgetContext, surroundings: Surroundings): SearchContext {
  const { screen = "", errorCode } = surroundings.signIn;
  return {
    words: `${screen} ${location.pathname}`,
    failedChecks: failedChecks(context, surroundings),
    error: errorCode,
  };
}

function failedChecks(context: WidgetContext, surroundings: Surroundings): string[] {
  const { checks = [] } = collect(context, surroundings);
  return checks.filter(({ outcome }) => outcome === "fail").map(({ id }) => id);
}

/** What goes with a report that is begun now. */
export function collect(
  { recorder, base }: WidgetContext,
  { signIn: { errorCode }, page, environment, serverChecks }: Surroundings,
): Collected {
  const breadcrumbs = readBreadcrumbs(recorder.marks, location.origin, base);
  const checks =
    page && environment && runChecks({ page, environment, breadcrumbs, errorCode }, serverChecks);
  return { page, environment, breadcrumbs, checks };
}
