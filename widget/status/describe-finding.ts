import type { ServiceStatus } from "../../server/contract/types.ts";
import type { Finding } from "../checks/finding.ts";
import type { WidgetContext } from "../context.ts";
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

export function describeFinding({ text }: WidgetContext, finding: Finding): FoundWords {
  const words = text.finding;
  switch (finding.kind) {
    case "problem": {
      const { id, title, nextStep, status, symptoms, article } = finding.problem;
      const report = { symptom: symptoms[0] ?? "other", finding: { code: `problem:${id}`, sentence: title } };
      return {
        state: words.known,
        status,
        sentence: title,
        next: nextStep,
        report,
        guide: article ? guideTo(article) : undefined,
      };
    }
    case "certificate": {
      const sentence = words.certificate(text.dayMonth(new Date(finding.expiresOn)));
      const report: ReportStart = { symptom: "sso_error", finding: { code: finding.kind, sentence } };
      const guide = guideTo("sso-certificate-expired");
      return { state: words.cause, status: "major", sentence, next: words.certificateNext, report, guide };
    }
    case "build":
      return {
        state: words.cause,
        status: "minor",
        sentence: words.build,
        next: words.buildNext,
        // Who presses Reload has read that the page is loaded anew, and is not asked again.
        guide: { ...guideTo("clear-cache"), agreed: "refresh_site_files" },
      };
    case "clock": {
      const minutes = Math.max(1, Math.round(Math.abs(finding.errorMilliseconds) / 60_000));
      const sentence = words.clock(minutes, finding.errorMilliseconds < 0);
      return { state: words.cause, status: "minor", sentence, next: words.clockNext };
    }
    case "cookies":
      return { state: words.cause, status: "minor", sentence: words.cookies, next: words.cookiesNext };
  }
}

function guideTo(slug: string): Extract<View, { name: "guide" }> {
  return { name: "guide", slug };
}
