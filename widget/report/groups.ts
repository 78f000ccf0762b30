import { limits } from "../../server/contract/limits.ts";
import type { Breadcrumb, Environment, TicketInput } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import type { GuideRecord } from "../guides/record.ts";
import type { Draft } from "./draft.ts";

/** The groups in which a person sees, and may leave out, what goes with a report. */
export const groups = [
  "page",
  "actions",
  "browser",
  "connection",
  "errors",
  "checks",
  "help",
  "guide",
] as const;
export type Group = (typeof groups)[number];

/** What was collected on the page; taken once when the form opens, so that the preview is what is sent. */
export type Collected = Pick<
  TicketInput,
  "page" | "environment" | "checks" | "breadcrumbs" | "suggestions" | "guidePath"
>;

/** With what a guide did and measured in this tab; that is newer. */
export function withGuide({ tab }: WidgetContext, collected: Collected): Collected {
  // We alone write there.
  const guide = tab.read(kept.guide) as GuideRecord | undefined;
  if (!guide) return collected;
  const { checks, state } = guide;
  const others = collected.checks?.filter(({ id }) => !checks.some((check) => check.id === id)) ?? [];
  return { ...collected, checks: [...others, ...checks], guidePath: state.path };
}

/** Each group's share of what was collected. A group that holds nothing is absent. */
export function shares(collected: Collected): Partial<Record<Group, Collected>> {
  const result: Partial<Record<Group, Collected>> = {};
  for (const group of groups) {
    const share = shareOf(group, collected);
    if (Object.keys(share).length > 0) result[group] = share;
  }
  return result;
}

/** The body of `POST /api/tickets`: the answers, and of what was collected only what was not left out. */
export function composeReport(context: WidgetContext, draft: Draft, collected: Collected): TicketInput {
  const { leftOut, email, phone, message, finding, answers, ...said } = draft;
  const sent = Object.entries(shares(collected)).filter(([group]) => !leftOut.some((out) => out === group));
  const report: TicketInput = {
    ...said,
    answers: finding ? { ...answers, finding: finding.code } : answers,
    site: context.site,
    locale: context.locale,
    customer: context.customer,
    reporter: { email: email?.trim() || undefined, phone: phone?.trim() || undefined },
    message: message?.trim() || undefined,
  };
  for (const [, share] of sent) addShare(report, share);
  report.breadcrumbs?.sort((one, other) => one.at - other.at);
  return report;
}

/** `[["page.route", "/login"], …]`: everything, in the order in which it is sent. */
export function flatten(value: unknown, path = ""): [path: string, value: string][] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, path ? `${path}.${name}` : name));
}

const browserFields = ["browser", "system", "isMobile", "viewport", "zoomPercent", "languages", "timeZone"];

const groupOfBreadcrumb: Record<Breadcrumb["kind"], Group> = {
  page: "actions",
  click: "actions",
  request: "errors",
  resource: "errors",
  error: "errors",
  help: "help",
};

/** A check says again what its group says: leaving out the connection leaves out the clock's check, too. */
const groupOfCheck: Record<string, Group> = {
  build: "page",
  sw: "page",
  cachestorage: "page",
  browser: "browser",
  os_device: "browser",
  screen: "browser",
  lang_tz: "browser",
  clock: "connection",
  cookies: "connection",
  storage: "connection",
  net: "connection",
  res_failed: "errors",
  js_errors: "errors",
  http: "errors",
};

function shareOf(group: Group, collected: Collected): Collected {
  const share: Collected = {};
  const { page, environment, suggestions } = collected;
  const checks = collected.checks?.filter(({ id }) => (groupOfCheck[id] ?? "checks") === group);
  const breadcrumbs = collected.breadcrumbs?.filter(({ kind }) => groupOfBreadcrumb[kind] === group);
  if (group === "page" && page) share.page = page;
  if (group === "browser" && environment) share.environment = part(environment, true);
  if (group === "connection" && environment) share.environment = part(environment, false);
  if (group === "help" && suggestions?.length) share.suggestions = suggestions.slice(-limits.suggestions);
  if (group === "guide" && collected.guidePath?.length) share.guidePath = collected.guidePath;
  if (checks?.length) share.checks = checks;
  if (breadcrumbs?.length) share.breadcrumbs = breadcrumbs;
  return share;
}

function part(environment: Environment, ofBrowser: boolean): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => browserFields.includes(name) === ofBrowser),
  );
}

function addShare(
  report: TicketInput,
  { page, environment, checks, breadcrumbs, suggestions, guidePath }: Collected,
) {
  if (page) report.page = page;
  if (environment) report.environment = { ...report.environment, ...environment };
  if (checks) report.checks = [...(report.checks ?? []), ...checks];
  if (breadcrumbs) report.breadcrumbs = [...(report.breadcrumbs ?? []), ...breadcrumbs];
  if (suggestions) report.suggestions = suggestions;
  if (guidePath) report.guidePath = guidePath;
}
