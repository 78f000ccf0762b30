import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { OpenProblem } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { stateIcon } from "../look/icons.ts";
import { moment } from "../look/moment.ts";
import type { ReportStart, View } from "../views.ts";

/** What may be found, by the page or by the server. */
export type Finding =
  | { kind: "problem"; problem: OpenProblem }
  | { kind: "certificate"; expiresOn: string }
  | { kind: "build" }
  | { kind: "clock"; errorMilliseconds: number }
  | { kind: "cookies" };

/** The one thing we found: what is true, what it means, and at most two things to do. */
export function findingBand(
  context: WidgetContext,
  finding: Finding,
  go: (view: View) => void,
): TemplateResult {
  const { state, status, sentence, next, report, action } = describe(context, finding);
  const { text } = context;
  const start = report && { ...report, finding: { code: finding.kind, sentence } };
  return html`<div class="part band stack">
    <div class="field">
      <p class="state ${status}">${stateIcon(status)}${state}</p>
      <h2>${sentence}</h2>
      ${next ? html`<p>${next}</p>` : nothing}
    </div>
    <p class="row grow">
      ${action ?? nothing}
      ${
        start
          ? html`<button class="button primary" @click=${() => go({ name: "report", start })}>
                ${text.finding.tellMe}
              </button>
              <button
                class="button"
                @click=${() => go({ name: "report", start: { ...start, isUrgent: true } })}
              >
                ${text.finding.urgent}
              </button>`
          : nothing
      }
    </p>
  </div>`;
}

interface Description {
  /** The line above the sentence, in the colour of `status`. */
  state: string;
  status: "minor" | "major" | "critical" | "maintenance" | "unknown" | "ok";
  sentence: string;
  next?: string;
  /** A report about it, where support can do something. */
  report?: ReportStart;
  action?: TemplateResult;
}

function describe({ text }: WidgetContext, finding: Finding): Description {
  const words = text.finding;
  switch (finding.kind) {
    case "problem": {
      const { title, nextStep, status, symptoms, since } = finding.problem;
      return {
        state: `${words.known}, ${text.status.since(moment(text, since)).toLowerCase()}`,
        status,
        sentence: title,
        next: nextStep,
        report: { symptom: symptoms[0] ?? "other" },
      };
    }
    case "certificate":
      return {
        state: words.cause,
        status: "major",
        sentence: words.certificate(text.dayMonth(new Date(finding.expiresOn))),
        next: words.certificateNext,
        report: { symptom: "sso_error" },
      };
    case "build":
      return {
        state: words.cause,
        status: "minor",
        sentence: words.build,
        next: words.buildNext,
        action: html`<button class="button primary" @click=${() => location.reload()}>
          ${words.reload}
        </button>`,
      };
    case "clock": {
      const minutes = Math.round(Math.abs(finding.errorMilliseconds) / 60_000);
      return {
        state: words.cause,
        status: "minor",
        sentence: words.clock(minutes, finding.errorMilliseconds < 0),
        next: words.clockNext,
      };
    }
    case "cookies":
      return { state: words.cause, status: "minor", sentence: words.cookies, next: words.cookiesNext };
  }
}
