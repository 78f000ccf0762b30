import { html, LitElement, nothing } from "lit";
import { ApiError } from "../api.ts";
import { requestCode, verifyCode } from "../api-identity.ts";
import type { WidgetContext } from "../context.ts";
import { define } from "../help-view.ts";
import { stateIcon } from "../look/icons.ts";
import { shared } from "../look/shared.ts";
import type { GuideWords } from "../text/en-guide.ts";

/**
 * Who wants us to look at their account proves by a mailed code whose it is; nobody has to.
 * @fires known - the context has an identity now
 * @fires anonymous - they go on without
 */
class IdentityStep extends LitElement {
  static override styles = shared;
  static override properties = {
    context: { attribute: false },
    words: { attribute: false },
    email: { state: true },
    isBusy: { state: true },
    mend: { state: true },
  };

  /** Where the widget runs. */
  context!: WidgetContext;
  words!: GuideWords;

  /** Where the code went. */
  private email?: string;
  private isBusy = false;
  private mend = "";

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  protected override render() {
    const { identity, goOnWithout } = this.words;
    const { text } = this.context;
    const isSent = this.email !== undefined;
    return html`
      <form id="who" class="body" novalidate @submit=${this.submit}>
        <div class="part stack">
          <h2 tabindex="-1">${isSent ? identity.sent(this.email ?? "") : identity.ask}</h2>
          <p>${isSent ? identity.sentHint : identity.why}</p>
          <div class="field">
            <label class="label" for="said">${isSent ? identity.code : text.report.email}</label>
            <input
              class="input"
              id="said"
              name="said"
              type=${isSent ? "text" : "email"}
              inputmode=${isSent ? "numeric" : "email"}
              autocomplete=${isSent ? "one-time-code" : "email"}
              maxlength=${isSent ? "12" : "254"}
              aria-invalid=${this.mend ? "true" : nothing}
              aria-describedby="said-mend"
            />
            <div id="said-mend" role="alert">
              ${this.mend ? html`<p class="state critical">${stateIcon("critical")}${this.mend}</p>` : nothing}
            </div>
          </div>
          ${
            isSent
              ? html`<button type="button" class="link" @click=${this.askAgain}>
                  ${identity.otherAddress}
                </button>`
              : nothing
          }
        </div>
      </form>
      <div class="bar">
        <button class="button primary" form="who" aria-busy=${this.isBusy}>
          ${isSent ? identity.confirm : identity.sendCode}
        </button>
        <button class="button" @click=${() => this.dispatchEvent(new Event("anonymous"))}>
          ${goOnWithout}
        </button>
      </div>
    `;
  }

  private get field(): HTMLInputElement {
    // Rendered once and for all with the first update.
    return this.renderRoot.querySelector("input") as HTMLInputElement;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    this.mend = "";
    try {
      if (this.email === undefined) await this.sendCode(this.field.value.trim());
      else await this.confirm(this.email, this.field.value.replace(/\s/g, ""));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.mend = this.sayProblem(error);
    } finally {
      this.isBusy = false;
    }
    if (this.mend) this.field.focus();
  }

  private async sendCode(email: string): Promise<void> {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      this.mend = this.context.text.report.mend.email;
      return;
    }
    await requestCode(this.context, email);
    this.email = email;
    await this.begin();
  }

  private async confirm(email: string, code: string): Promise<void> {
    this.context.identity = await verifyCode(this.context, email, code);
    this.dispatchEvent(new Event("known"));
  }

  private async askAgain(): Promise<void> {
    this.email = undefined;
    this.mend = "";
    await this.begin();
  }

  /** The same field asks for something else now. */
  private async begin(): Promise<void> {
    this.field.value = "";
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  private sayProblem({ code }: ApiError): string {
    const { text } = this.context;
    if (code === "code-invalid") return this.words.identity.wrongCode;
    if (code === "email-invalid") return text.report.mend.email;
    if (code === "too-many-requests") return this.words.identity.tooMany;
    return code === "unreachable" ? text.problems.unreachable : text.problems.else;
  }
}

define("dilitrust-help-identity", IdentityStep);
