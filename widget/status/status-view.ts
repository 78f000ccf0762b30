import { css, html } from "lit";
import { define, HelpView } from "../help-view.ts";
import { stateIcon } from "../look/icons.ts";
import { moment } from "../look/moment.ts";

/** Every service behind this site: its state in glyph, word and colour, live. */
class StatusView extends HelpView<"status"> {
  override heading() {
    return this.context.text.service.title;
  }

  protected override render() {
    const { text } = this.context;
    const { services = [], problems = [], delivery, at, status = "unknown" } = this.known.snapshot ?? {};
    return html`<div class="body">
      <div class="part band">
        <h2>${text.status.all[status]}</h2>
        ${at ? html`<p class="small muted">${text.service.asOf(text.time(new Date(at)))}</p>` : ""}
      </div>
      ${
        delivery
          ? html`<div class="part row">
              ${stateIcon("minor")}
              <p>${delivery}</p>
            </div>`
          : ""
      }
      ${problems.map(
        ({ title, nextStep = "", status, since }) =>
          html`<div class="part">
            <p class="state ${status}">${stateIcon(status)}${text.service.one[status]}</p>
            <h3>${title}</h3>
            <p>${nextStep}</p>
            <p class="small muted">${text.service.since(moment(text, since))}</p>
          </div>`,
      )}
      <ul class="list">
        ${services.map(
          ({ name, status }) =>
            html`<li class="service">
              ${name}<span class="end state ${status}">${text.service.one[status]}${stateIcon(status)}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  static override styles = [
    HelpView.styles,
    css`
      .service {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 48px;
        padding: 8px var(--edge);
      }
    `,
  ];
}

define("dilitrust-help-status", StatusView);
