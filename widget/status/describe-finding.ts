import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ServiceStatus } from "../../server/contract/types.ts";
import type { Finding } from "../checks/finding.ts";
import type { WidgetContext } from "../context.ts";
import type { ReportStart } from "../views.ts";

/** A finding in words: what is true, what it means, and at most two things to do. */
export interface FoundWords {
  /** What happened, in the colour and with the glyph of `status`. */
  state: string;
  status: ServiceStatus;
  sentence: string;
  next?: string;
  /** A report about it, where support can do something. */
  report?: ReportStart;
  /** What the person can do at once. */
  action?: TemplateResult;
}

export function describeFinding({ text }: WidgetContext, finding: Finding): FoundWords {
  const words = text.finding;
  switch (finding.kind) {
    case "problem": {
      const { id, title, nextStep, status, symptoms } = finding.problem;
      const report = { symptom: symptoms[0] ?? "other", finding: { code: `problem:${id}`, sentence: title } };
      return { state: words.known, status, sentence: title, next: nextStep, report };
    }
    case "certificate": {
      const sentence = words.certificate(text.dayMonth(new Date(finding.expiresOn)));
      const report: ReportStart = { symptom: "sso_error", finding: { code: finding.kind, sentence } };
      return { state: words.cause, status: "major", sentence, next: words.certificateNext, report };
    }
    case "build":
      return {
        state: words.cause,
        status: "minor",
        sentence: words.build,
        next: words.buildNext,
        action: html`<button class="button primary" @click=${replaceFiles}>${words.reload}</button>`,
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

/** A plain reload would keep the files that say they never change. */
async function replaceFiles(): Promise<void> {
  const { refreshFiles } = await import("../checks/refresh-files.ts");
  if ((await refreshFiles()) === "in_vain") location.reload();
}
