import { css, html, nothing } from "lit";
import { kept } from "../device.ts";
import { define, HelpView } from "../help-view.ts";
import { icon, stateIcon } from "../look/icons.ts";
import { moment } from "../look/moment.ts";
import { keptTickets } from "./kept-tickets.ts";
import { hearOf, progressWords } from "./progress.ts";

/**
 * The reports sent from this device, and those that still wait to be sent.
 * @fires go - to a thread, or to what is not sent yet
 */
class ReportsView extends HelpView<"reports"> {
  static override properties = {
    ...HelpView.properties,
    isAsked: { state: true },
    isForgotten: { state: true },
  };

  private isAsked = false;
  private isForgotten = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const open = keptTickets(this.context).filter(({ isOver }) => !isOver);
    void Promise.all(open.map((ticket) => hearOf(this.context, ticket))).then(() => this.requestUpdate());
  }

  override heading() {
    return this.context.text.home.reports;
  }

  protected override render() {
    const { text, device } = this.context;
    const tickets = keptTickets(this.context);
    const unsent = this.known.outbox?.reports() ?? [];
    const isEmpty = tickets.length + unsent.length === 0;
    return html`<div class="body">
      ${
        isEmpty
          ? html`<p class="part" role="status" tabindex="-1">
              ${this.isForgotten ? text.report.forgotten : text.reports.none}
            </p>`
          : html`<div class="list">
              ${unsent.map(
                ({ symptom }) =>
                  html`<button class="go" @click=${() => this.go({ name: "unsent" })}>
                    ${stateIcon("minor")}
                    <span
                      ><b>${text.symptoms[symptom]}</b><br /><span class="small"
                        >${text.reports.notSent}</span
                      ></span
                    >
                    ${icon("go", "flip end muted")}
                  </button>`,
              )}
              ${tickets.map((ticket) => {
                const { key, symptom, sentAt } = ticket;
                return html`<button class="go" @click=${() => this.go({ name: "thread", key })}>
                  <span>
                    <b>${text.symptoms[symptom]}</b><br />
                    <span class="small muted"
                      ><code><bdi>${key}</bdi></code> ${moment(text, sentAt)}</span
                    ><br />
                    <span class="small">${progressWords(this.context, ticket)}</span>
                  </span>
                  ${icon("go", "flip end muted")}
                </button>`;
              })}
            </div>`
      }
      ${device.isLasting ? nothing : html`<p class="part small muted">${text.report.nothingStored}</p>`}
      ${tickets.length > 0 ? this.forgetting() : nothing}
    </div>`;
  }

  private forgetting() {
    const { reports } = this.context.text;
    if (!this.isAsked) {
      return html`<div class="part">
        <button class="link" @click=${this.ask}>${reports.forget}</button>
      </div>`;
    }
    return html`<div class="part stack" role="group" aria-labelledby="ask">
      <p id="ask">${reports.forgetAsk}</p>
      <p class="row">
        <button class="button" @click=${this.forget}>${reports.forgetYes}</button>
        <button class="button" @click=${this.keep}>${reports.keep}</button>
      </p>
    </div>`;
  }

  private ask(): Promise<void> {
    this.isAsked = true;
    return this.focusOn("[role=group] button");
  }

  private keep(): Promise<void> {
    this.isAsked = false;
    return this.focusOn(".link");
  }

  private forget(): Promise<void> {
    const { device } = this.context;
    for (const name of [kept.tickets, kept.contact]) device.remove(name);
    this.isAsked = false;
    this.isForgotten = true;
    return this.focusOn("[role=status]");
  }

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  static override styles = [
    HelpView.styles,
    css`
      code {
        font:
          600 0.93em/1 ui-monospace,
          Consolas,
          monospace;
        margin-inline-end: 8px;
      }
      .new {
        color: var(--accent);
      }
      [role="status"]:focus {
        outline: 0;
      }
    `,
  ];
}

define("dilitrust-help-reports", ReportsView);
