import type { ServiceStatus } from "../../server/contract/types.ts";
import type { Finding } from "../checks/finding.ts";
import type { WidgetContext } from "../context.ts";
import type { CauseText } from "../text/en-causes.ts";
import type { ReportStart, View } from "../views.ts";

/** A finding in words: what is true, what it means, and at most two things to do. */
export interface FoundWords {
  /** What happened, in the colour and with the glyph of `status`. */
  state: string;
  status: ServiceStatus;
  sentence: string;
  next?: string;
  /** A report about it, where support can do something. */
  report?: ReportStart;
  /** Their report of it is open already, and stands above. */
  isReported?: boolean;
  /** What the person can do at once, step by step. */
  guide?: Extract<View, { name: "guide" }>;
}

/** Undefined where the words of what was found have not come. */
export function describeFinding(
  { text }: WidgetContext,
  finding: Finding,
  causes: CauseText | undefined,
): FoundWords | undefined {
  const { known, cause: state } = text.finding;
  if (finding.kind === "problem") {
    const { id, title, nextStep, status, symptoms, article } = finding.problem;
    const report = { symptom: symptoms[0] ?? "other", finding: { code: `problem:${id}`, sentence: title } };
    const guide = article ? guideTo(article) : undefined;
    return { state: known, status, sentence: title, next: nextStep, report, guide };
  }
  if (!causes) return undefined;
  switch (finding.kind) {
    case "certificate": {
      const sentence = causes.certificate(new Date(finding.expiresOn));
      const report: ReportStart = { symptom: "sso_error", finding: { code: finding.kind, sentence } };
      const guide = guideTo("sso-certificate-expired");
      return { state, status: "major", sentence, next: causes.certificateNext, report, guide };
    }
    case "build":
      return {
        state,
        status: "minor",
        sentence: causes.build,
        next: causes.buildNext,
        // Who presses Reload has read that the page is loaded anew, and is not asked again.
        guide: { ...guideTo("clear-cache"), agreed: "refresh_site_files" },
      };
    case "clock": {
      const minutes = Math.max(1, Math.round(Math.abs(finding.errorMilliseconds) / 60_000));
      const sentence = causes.clock(minutes, finding.errorMilliseconds < 0);
      return { state, status: "minor", sentence, next: causes.clockNext };
    }
    case "cookies":
      return { state, status: "minor", sentence: causes.cookies, next: causes.cookiesNext };
  }
}

function guideTo(slug: string): Extract<View, { name: "guide" }> {
  return { name: "guide", slug };
}
