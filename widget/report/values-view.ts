import { css, html } from "lit";
import { define, HelpView } from "../help-view.ts";
import "../look/copy-button.ts";
import { readDraft } from "./draft.ts";
import { composeReport, flatten } from "./groups.ts";

/** Every single value that Send would send, as text to read and copy. */
class ValuesView extends HelpView<"values"> {
  override heading() {
    return this.context.text.preview.valuesTitle;
  }

  protected override render() {
    const { text } = this.context;
    const draft = readDraft(this.context);
    const report = draft && composeReport(this.context, draft, this.known.collected);
    const values = flatten(report && { ...report, accessToken: text.preview.secretKey })
      .map(([path, value]) => `${path}: ${value}`)
      .join("\n");
    return html`
      <div class="body" tabindex="0" role="region" aria-label=${text.preview.valuesTitle}>
        <pre class="part small">${values}</pre>
      </div>
      <div class="bar">
        <dilitrust-help-copy
          .content=${values}
          .label=${text.copy}
          .copied=${text.copied}
        ></dilitrust-help-copy>
      </div>
    `;
  }

  static override styles = [
    HelpView.styles,
    css`
      pre {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-family: ui-monospace, Consolas, monospace;
        unicode-bidi: plaintext;
      }
      [tabindex]:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

define("dilitrust-help-values", ValuesView);
