import type { Breadcrumb, CheckResult } from "../contract/types.ts";
import type { DeskTicket } from "../tickets/desk.ts";

/** One line of what happened before the report, as data: the page puts it into words. */
export interface TimelineRow {
  /** In the server's time. Absent for what was measured when the report was made up. */
  at?: Date;
  tone: "quiet" | "failed" | "warned" | "passed";
  /** Starts a new chapter: the person opened help, or sent the report. */
  isCut?: true;
  /** How often it happened in a row, and over which time. */
  times: number;
  milliseconds: number;
  event:
    | { kind: "breadcrumb"; breadcrumb: Breadcrumb }
    | { kind: "gap"; milliseconds: number }
    | { kind: "check"; check: CheckResult }
    | { kind: "checks"; outcome: "pass" | "unknown"; ids: string[] }
    | { kind: "read"; slug: string; helped: boolean | undefined }
    | { kind: "report" };
}

const gapMilliseconds = 20_000; // shorter than this, somebody is reading
const foldWithin = 60_000; // trying again and again
const foldLookBack = 2; // "button, request, button, request" are two lines

/** Clicks, errors, requests, checks and what was read, in order; repeats folded into one line. */
export function timelineOf(
  ticket: Pick<DeskTicket, "breadcrumbs" | "checks" | "suggestions" | "createdAt" | "environment">,
): TimelineRow[] {
  const history = foldHistory(ticket.breadcrumbs, ticket.environment.clockErrorMilliseconds ?? 0);
  return [
    ...withGaps(history),
    ...checkRows(ticket.checks),
    ...ticket.suggestions
      .filter(({ opened }) => opened)
      .map(({ slug, helped }) => once({ kind: "read", slug, helped }, "quiet")),
    { ...once({ kind: "report" }, "quiet"), at: ticket.createdAt, isCut: true },
  ];
}

export function hasFailed({ kind, status }: Breadcrumb): boolean {
  return (
    kind === "error" || kind === "resource" || (kind === "request" && (status === 0 || (status ?? 0) >= 400))
  );
}

/** @param clockError by how much the device's clock was ahead of ours, which all times here are told in */
function foldHistory(breadcrumbs: readonly Breadcrumb[], clockError: number): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const breadcrumb of [...breadcrumbs].sort((one, other) => one.at - other.at)) {
    const at = new Date(breadcrumb.at - clockError);
    const twin = rows.slice(-foldLookBack).find((row) => isRepeat(row, breadcrumb, at));
    if (twin?.at) {
      twin.times += breadcrumb.times ?? 1;
      twin.milliseconds = at.getTime() - twin.at.getTime();
      continue;
    }
    rows.push({
      ...once({ kind: "breadcrumb", breadcrumb }, hasFailed(breadcrumb) ? "failed" : "quiet"),
      at,
      times: breadcrumb.times ?? 1,
      ...(breadcrumb.kind === "help" && { isCut: true as const }),
    });
  }
  return rows;
}

function isRepeat({ event, at }: TimelineRow, breadcrumb: Breadcrumb, now: Date): boolean {
  return (
    event.kind === "breadcrumb" &&
    event.breadcrumb.kind === breadcrumb.kind &&
    event.breadcrumb.what === breadcrumb.what &&
    event.breadcrumb.status === breadcrumb.status &&
    at !== undefined &&
    now.getTime() - at.getTime() <= foldWithin
  );
}

/** What we could not see is said, not hidden. */
function withGaps(rows: readonly TimelineRow[]): TimelineRow[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (!before?.at || !row.at) return [row];
    const milliseconds = row.at.getTime() - before.at.getTime() - before.milliseconds;
    return milliseconds < gapMilliseconds ? [row] : [once({ kind: "gap", milliseconds }, "quiet"), row];
  });
}

/** What failed is a line each; all that passed is one. */
function checkRows(checks: readonly CheckResult[]): TimelineRow[] {
  const ids = (outcome: CheckResult["outcome"]) =>
    checks.filter((check) => check.outcome === outcome).map(({ id }) => id);
  const summary = (outcome: "pass" | "unknown", tone: TimelineRow["tone"]) => {
    const all = ids(outcome);
    return all.length === 0 ? [] : [once({ kind: "checks", outcome, ids: all }, tone)];
  };
  return [
    ...checks
      .filter(({ outcome }) => outcome === "fail")
      .map((check) => once({ kind: "check", check }, "failed")),
    ...checks
      .filter(({ outcome }) => outcome === "warn")
      .map((check) => once({ kind: "check", check }, "warned")),
    ...summary("pass", "passed"),
    ...summary("unknown", "quiet"),
  ];
}

function once(event: TimelineRow["event"], tone: TimelineRow["tone"]): TimelineRow {
  return { event, tone, times: 1, milliseconds: 0 };
}
