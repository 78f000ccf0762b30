import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FeedbackInput, FeedbackReason } from "../../server/contract/feedback.ts";
import { limits } from "../../server/contract/limits.ts";
import { ApiError } from "../api.ts";
import { define, HelpView } from "../help-view.ts";
import { icon, stateIcon } from "../look/icons.ts";
import { feedback as en } from "../text/en-feedback.ts";
import { feedback as fr } from "../text/fr-feedback.ts";
import type { FeedbackText } from "../text/en-feedback.ts";
import { proveHuman, sendFeedback } from "./send-feedback.ts";

export { proveHuman, sendFeedback };

type Field = "reasons" | "email";

/**
 * Why an article did not help; the way to a report stays in sight.
 * @fires go - to the report
 * @fires done - when there is nothing more to say
 */
class FeedbackView extends HelpView<"feedback"> {
  static override properties = {
    ...HelpView.properties,
    mends: { state: true },
    refusal: { state: true },
    isSending: { state: true },
    isSent: { state: true },
  };

  private mends: Partial<Record<Field, string>> = {};
  private refusal = "";
  private isSending = false;
  private isSent = false;
  private readonly answerId = crypto.randomUUID();
  private proving?: Promise<FeedbackInput["proof"]>;

  override heading() {
    return this.words.title;
  }

  protected override firstUpdated(): void {
    // While the person writes; a failure is told when they send.
    this.prove().catch(() => {});
  }

  protected override render() {
    return this.isSent ? this.thanks() : this.form();
  }

  private get words(): FeedbackText {
    return this.context.text.locale === "fr" ? fr : en;
  }

  private form() {
    const { words } = this;
    return html`<form novalidate @change=${this.onChange} @submit=${this.onSubmit}>
      <div class="body">
        <div class="list">
          <button type="button" class="go" @click=${this.report}>
            <b>${words.stuck}</b>${icon("go", "flip end muted")}
          </button>
        </div>
        <div class="part stack">
          <h2>${words.sorry}</h2>
          <fieldset class="field" aria-describedby="reasons-mend">
            <legend>${words.reasonsLabel} <i>${words.atLeastOne}</i></legend>
            <div class="tiles">
              ${Object.entries(words.reasons).map(
                ([reason, label]) =>
                  html`<label><input type="checkbox" name="reasons" value=${reason} />${label}</label>`,
              )}
            </div>
            ${this.mend("reasons")}
          </fieldset>
          <div class="field">
            <label class="label" for="comment">${words.comment} <i>${this.context.text.optional}</i></label>
            <textarea
              class="input"
              id="comment"
              name="comment"
              rows="3"
              maxlength=${limits.commentLength}
              aria-describedby="comment-hint"
            ></textarea>
            <p class="small muted" id="comment-hint">${words.commentHint}</p>
          </div>
          <div class="field">
            <label class="label" for="email">${words.email} <i>${this.context.text.optional}</i></label>
            <input
              class="input"
              id="email"
              name="email"
              type="email"
              autocomplete="email"
              maxlength=${limits.emailLength}
              aria-invalid=${this.mends.email ? "true" : nothing}
              aria-describedby="email-mend email-hint"
            />
            ${this.mend("email")}
            <p class="small muted" id="email-hint">${words.emailHint}</p>
          </div>
        </div>
      </div>
      <div class="bar">
        <div class="field">
          <p class="small" role="status">${this.isSending ? words.verifying : this.refusal}</p>
          <button class="button primary" aria-busy=${this.isSending}>${words.send}</button>
        </div>
      </div>
    </form>`;
  }

  private thanks() {
    const { words, context } = this;
    return html`<div class="body">
        <div class="part">
          <p class="state ok" role="status" tabindex="-1">${stateIcon("ok")}${words.sent}</p>
        </div>
        <div class="list">
          <button class="go" @click=${this.report}>
            <b>${words.stuck}</b>${icon("go", "flip end muted")}
          </button>
        </div>
      </div>
      <div class="bar">
        <button class="button" @click=${() => this.dispatchEvent(new Event("done", { bubbles: true }))}>
          ${context.text.article.done}
        </button>
      </div>`;
  }

  /** The place is always there: a screen reader hears what arrives in it. */
  private mend(field: Field): TemplateResult {
    const sentence = this.mends[field];
    return html`<p class="mend state critical" id="${field}-mend" role="alert">
      ${sentence ? [stateIcon("critical"), sentence] : nothing}
    </p>`;
  }

  private onChange(): void {
    this.mends = {};
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    // It is ours, and it is a form.
    if (!this.isSending) void this.send(new FormData(event.currentTarget as HTMLFormElement));
  }

  private async send(form: FormData): Promise<void> {
    const { words, context, view } = this;
    const said = (name: string) => String(form.get(name)).trim() || undefined;
    // The values that the form offers.
    const reasons = form.getAll("reasons") as FeedbackReason[];
    const email = said("email");
    this.refusal = "";
    this.mends = {
      ...(reasons.length === 0 && { reasons: words.selectReason }),
      ...(email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && { email: context.text.report.mend.email }),
    };
    if (Object.keys(this.mends).length > 0) return this.focusMend();
    this.isSending = true;
    try {
      const answer = { id: this.answerId, isHelpful: false, reasons, comment: said("comment"), email };
      await sendFeedback(context, view.article, answer, await this.prove());
      this.isSent = true;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("[role=status]")?.focus();
    } catch (error) {
      this.onRefused(error);
    } finally {
      this.isSending = false;
    }
  }

  private prove(): Promise<FeedbackInput["proof"]> {
    this.proving ??= proveHuman(this.context).catch((error: unknown) => {
      this.proving = undefined; // the next press tries again
      throw error;
    });
    return this.proving;
  }

  private onRefused(error: unknown): void {
    const { refused } = this.words;
    const code = error instanceof ApiError ? error.code : "else";
    // A check that was refused is of no more use.
    if (code.startsWith("proof-")) this.proving = undefined;
    if (code === "email-invalid") {
      this.mends = { email: this.context.text.report.mend.email };
      void this.focusMend();
    } else this.refusal = Object.entries(refused).find(([known]) => known === code)?.[1] ?? refused.else;
  }

  private async focusMend(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("fieldset:has(.mend > svg) input, [aria-invalid]")?.focus();
  }

  private report(): void {
    this.go({ name: "report", start: { symptom: this.view.article.symptom ?? "other" } });
  }

  static override styles = [
    HelpView.styles,
    css`
      form {
        display: contents;
      }
      .body > .list {
        border-block-end: 1px solid var(--line);
      }
      textarea.input {
        block-size: auto;
        min-block-size: 72px;
        resize: vertical;
      }
      i {
        font-style: normal;
        font-weight: 400;
        color: var(--muted);
      }
      .input[aria-invalid] {
        border: 2px solid var(--critical);
        padding-inline: 11px;
        outline-offset: 1px;
      }
      .tiles label {
        min-block-size: 44px;
        gap: 8px;
      }
      .tiles label:has(:checked) {
        background: var(--subtle);
      }
      [type="checkbox"] {
        flex: none;
        inline-size: 18px;
        block-size: 18px;
        margin: 0;
        accent-color: var(--accent);
      }
      .mend:not(:has(svg)) {
        display: none;
      }
      /* It stays where a screen reader listens, without the gap. */
      .bar p:empty {
        margin-block-end: -4px;
      }
      .state[tabindex] {
        outline: 0;
      }
    `,
  ];
}

define("dilitrust-help-feedback", FeedbackView);
