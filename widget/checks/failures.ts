import type { Breadcrumb, CheckResult } from "../../server/contract/types.ts";

/** Files of the page that did not come. Without a script or a style it is another page; a picture it can miss. */
export function checkResources(breadcrumbs: readonly Breadcrumb[]): CheckResult {
  const failed = breadcrumbs.filter(({ kind }) => kind === "resource");
  const isBroken = failed.some(({ what }) => /^(script|link) /.test(what));
  const outcome = isBroken ? "fail" : failed.length > 0 ? "warn" : "pass";
  return { id: "res_failed", outcome, value: count(failed) };
}

export function checkErrors(breadcrumbs: readonly Breadcrumb[]): CheckResult {
  const errors = count(breadcrumbs.filter(({ kind }) => kind === "error"));
  return { id: "js_errors", outcome: errors > 0 ? "fail" : "pass", value: errors };
}

/** Requests that failed, counted as the first qualification names them. */
export function checkRequests(breadcrumbs: readonly Breadcrumb[]): CheckResult {
  const failed = breadcrumbs.filter(({ kind }) => kind === "request");
  const isGrave = failed.some(({ status = 0 }) => status >= 500 || grave.includes(status));
  const value: Record<string, number> = {};
  for (const { status = 0, times = 1 } of failed) {
    const name = status === 0 ? "http_unanswered" : status >= 500 ? "http_5xx" : `http_${status}`;
    value[name] = (value[name] ?? 0) + times;
  }
  const outcome = isGrave ? "fail" : failed.length > 0 ? "warn" : "pass";
  return { id: "http", outcome, ...(failed.length > 0 && { value }) };
}

/** What a person notices: signed out, refused, in conflict, too large, of the wrong kind, too many. */
const grave = [401, 403, 409, 413, 415, 429];

function count(breadcrumbs: readonly Breadcrumb[]): number {
  return breadcrumbs.reduce((sum, { times = 1 }) => sum + times, 0);
}
