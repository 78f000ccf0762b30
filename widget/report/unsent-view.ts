import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { define, HelpView } from "../help-view.ts";
import "../look/copy-button.ts";
import { stateIcon } from "../look/icons.ts";
import { describeReport } from "./describe.ts";

/** A report that could not be sent yet: it is kept, it goes out by itself, and there is another way meanwhile. */
class UnsentView extends HelpView<"unsent"> {
  static override properties = { ...HelpView.properties, now: { state: true } };

  private now = Date.now();
  private ticking?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => (this.now = Date.now()), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  override heading() {
    return this.context.text.unsent.title;
  }

  protected override render() {
    const { text, device } = this.context;
    return html`<div class="body">
      <div class="part band stack">
        <div class="field">
          <p class="state minor">${stateIcon("minor")}${this.reason()}</p>
          <h2>${device.isLasting ? text.unsent.kept : text.unsent.keptHere}</h2>
          <p>${device.isLasting ? text.unsent.goesOut : text.unsent.goesOutHere}</p>
        </div>
        <p class="row">
          <button class="button primary" @click=${() => this.known.outbox?.tryNow()}>
            ${text.unsent.tryNow}
          </button>
          <span class="small muted num">${this.nextTry()}</span>
        </p>
      </div>
      <div class="part stack">
        <div class="field">
          <h3>${text.unsent.cannotWait}</h3>
          <p>${this.otherWay()}</p>
        </div>
        ${this.known.outbox?.reports().map((report) => {
          const lines = describeReport(this.context, report);
          return html`<div class="quote small">${lines.map((line) => html`<p>${line}</p>`)}</div>
            <div class="row">
              <dilitrust-help-copy
                .label=${text.unsent.copyReport}
                .copied=${text.copied}
                .content=${lines.join("\n")}
              ></dilitrust-help-copy>
            </div>`;
        })}
      </div>
    </div>`;
  }

  private get trouble() {
    return this.known.outbox?.trouble();
  }

  private reason(): string {
    const { unsent, time, problems } = this.context.text;
    const { code = "unreachable", since = this.now } = this.trouble ?? {};
    if (code === "unreachable") return unsent.noConnection(time(new Date(since)));
    return Object.entries(problems).find(([known]) => known === code)?.[1] ?? unsent.busy;
  }

  private nextTry(): string {
    const { unsent, report } = this.context.text;
    const seconds = Math.ceil(((this.trouble?.nextTryAt ?? 0) - this.now) / 1000);
    return seconds > 0 ? unsent.tryingIn(seconds) : report.sending;
  }

  private otherWay() {
    const { unsent } = this.context.text;
    const team = this.known.start?.team;
    if (!team) return nothing;
    const { phone, email } = team;
    if (phone) return withLink(unsent.call(phone), phone, `tel:${phone.replaceAll(" ", "")}`);
    return withLink(unsent.write(email), email, `mailto:${email}`);
  }

  static override styles = [
    HelpView.styles,
    css`
      .quote {
        background: var(--subtle);
        border-radius: var(--radius);
        padding: 12px 16px;
      }
    `,
  ];
}

/** The sentence with what it names as a link. */
function withLink(sentence: string, name: string, href: string): TemplateResult {
  const [before, after] = sentence.split(name);
  return html`${before}<a class="num" href=${href}><bdi>${name}</bdi></a
    >${after}`;
}

define("dilitrust-help-unsent", UnsentView);
