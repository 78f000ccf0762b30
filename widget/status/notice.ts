import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { OpenProblem } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { icon, stateIcon } from "../look/icons.ts";
import type { View } from "../views.ts";

/** What broke, where the panel would rise; its button is outlined, for the launcher below is filled already. */
export function renderNotice(
  { text }: WidgetContext,
  { title, nextStep, symptoms, id }: OpenProblem,
  go: (view?: View) => void,
  hide: () => void,
): TemplateResult {
  const finding = { code: `problem:${id}`, sentence: title };
  const start = { symptom: symptoms[0] ?? "other", finding } as const;
  return html`<aside class="notice" role="status" lang=${text.locale}>
    <div class="part stack" dir=${text.direction}>
      <div class="field">
        <div class="row">
          <p class="state critical">${stateIcon("critical")}${text.service.one.critical}</p>
          <button class="icon end" aria-label=${text.service.hide} @click=${hide}>${icon("close")}</button>
        </div>
        <h2>${title}</h2>
        ${nextStep ? html`<p>${nextStep}</p>` : nothing}
      </div>
      <p>
        <button class="button" @click=${() => go({ name: "report", start })}>
          ${text.service.tellMeBack}
        </button>
      </p>
    </div>
  </aside>`;
}
