import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { symptomArticles } from "../../content/symptom-articles.ts";
import { symptomGuides } from "../../content/symptom-guides.ts";
import { limits } from "../../server/contract/limits.ts";
import { symptomQuestions } from "../../server/contract/symptom-questions.ts";
import { signInSymptoms, symptomsThatNeedAMessage } from "../../server/contract/symptoms.ts";
import type { Symptom } from "../../server/contract/symptoms.ts";
import { ApiError, fetchArticles } from "../api.ts";
import { BeforeSendEvent } from "../events.ts";
import { define, HelpView } from "../help-view.ts";
import { icon, stateIcon } from "../look/icons.ts";
import { daysAhead } from "../look/moment.ts";
import type { View } from "../views.ts";
import { forgetContact, rememberContact, rememberedContact } from "./contact.ts";
import type { Contact } from "./contact.ts";
import { dropDraft, keepDraft, readDraft, startDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { composeReport, shares } from "./groups.ts";
import { neededByChoices } from "./needed-by.ts";

const needsCanWork: readonly Symptom[] = ["page_broken", "document", "upload", "meeting_vote", "other"];
/** Few are stopped by the last three: they are asked, and may leave it open. */
const asksCanWork: readonly Symptom[] = [...needsCanWork, "slow", "wrong_data", "permission"];
const asksScope: readonly Symptom[] = ["slow"];
/** Answers after which the words on the screen say more than any other. */
const answersToPaste = ["error_message", "error_number"];

type Field = "answer" | "canWork" | "message" | "email" | "phone";

/**
 * The form of one symptom: its question, what only this person knows, and Send.
 * @fires go - with the view that follows: preview, sent or unsent
 */
export class ReportView extends HelpView<"report"> {
  static override properties = {
    ...HelpView.properties,
    draft: { state: true },
    contact: { state: true },
    isForgotten: { state: true },
    isSending: { state: true },
    mends: { state: true },
    refusal: { state: true },
    explaining: { state: true },
  };

  private draft!: Draft;
  private contact?: Contact;
  private isForgotten = false;
  private isSending = false;
  private mends: Partial<Record<Field, string>> = {};
  /** Why the server refused, where no field can mend it. */
  private refusal = "";
  /** The articles that explain this tile, where no guide does. */
  private explaining: readonly string[] = [];

  override heading() {
    return this.context.text.report.title;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) {
      this.contact = rememberedContact(this.context);
      this.draft = { ...this.contact, ...startDraft(this.context, this.view.start) };
      void this.findArticles();
    } else if (changed.has("known") && !this.isSending) {
      // The preview may have left groups out meanwhile.
      const { leftOut = this.draft.leftOut } = readDraft(this.context) ?? {};
      this.draft = { ...this.draft, leftOut };
    }
  }

  protected override render() {
    const { text } = this.context;
    const { symptom, leftOut, finding } = this.draft;
    const attached = Object.keys(shares(this.known.collected)).filter(
      (group) => !leftOut.some((out) => out === group),
    );
    return html`
      <form novalidate @input=${this.keep} @submit=${this.onSubmit}>
        <div class="body">
          ${this.meetingBadge()}
          <div class="part stack">
            ${
              finding
                ? html`<div>
                    <h2>${finding.sentence}</h2>
                    <p>${text.report.toldWhenItWorks}</p>
                  </div>`
                : html`<div>
                      <h2>${text.symptoms[symptom]}</h2>
                      ${symptom === "security" ? html`<p class="muted">${text.report.securityOnly}</p>` : nothing}
                      ${this.helpFirst()}
                    </div>
                    ${this.questions()}`
            }
            ${this.contactFields()}
            ${this.context.tab.isLasting ? nothing : html`<p class="small muted">${text.report.nothingStored}</p>`}
          </div>
          ${this.needsMessage ? nothing : this.anythingElse()}
        </div>
        <div class="list">
          <button type="button" class="go" @click=${this.preview}>
            ${text.report.attached(attached.length)}${icon("go", "flip end muted")}
          </button>
        </div>
        <div class="bar">
          <button class="button primary" aria-busy=${this.isSending}>
            ${this.isSending ? text.report.sending : text.report.send}
          </button>
        </div>
      </form>
    `;
  }

  /** With a finding nothing is left to ask but where the news go. */
  override focusStart(): boolean {
    const fields = this.form.querySelectorAll<HTMLInputElement>("input.input");
    const empty = [...fields].find(({ value }) => !value);
    if (this.draft.finding) empty?.focus();
    return this.draft.finding !== undefined && empty !== undefined;
  }

  /** Presses Send, as the preview's own button does. */
  async send(): Promise<void> {
    if (this.isSending) return;
    this.keep();
    this.mends = this.findMends();
    this.refusal = "";
    if (Object.keys(this.mends).length > 0) return this.focusMend();
    const { outbox } = this.known;
    if (!outbox) return;
    const report = composeReport(this.context, this.draft, this.known.collected);
    if (!this.dispatchEvent(new BeforeSendEvent(report))) return;
    this.isSending = true;
    try {
      const receipt = await outbox.send(report);
      rememberContact(this.context, this.draft);
      dropDraft(this.context);
      this.go(receipt ? { name: "sent", report, receipt } : { name: "unsent" });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.onRefused(error);
    } finally {
      this.isSending = false;
    }
  }

  private get form(): HTMLFormElement {
    // Rendered once and for all with the view.
    return this.renderRoot.querySelector("form") as HTMLFormElement;
  }

  private get needsMessage(): boolean {
    return symptomsThatNeedAMessage.includes(this.draft.symptom) && !this.draft.finding;
  }

  private get isBlocked(): boolean {
    return this.draft.canWork === "no" || signInSymptoms.includes(this.draft.symptom);
  }

  private meetingBadge() {
    const at = meetingAt(this.context.recorder.context);
    if (!at) return nothing;
    return html`<p class="part band thin state">
      ${icon("meeting_vote")}${this.context.text.report.meetingSoon(this.context.text.time(at))}
    </p>`;
  }

  /** Which articles there are is known a moment later: what stands below must not move then. */
  private helpFirst() {
    const { text } = this.context;
    const view = this.firstHelp();
    if (!view) return html`<div class="first"></div>`;
    return html`<div class="first">
      <button type="button" class="link" @click=${() => this.go(view)}>
        ${view.name === "guide" ? text.report.guideFirst : text.report.articleFirst}
      </button>
    </div>`;
  }

  /** What may make a report needless. Whoever comes from a guide or an article is not sent back to it. */
  private firstHelp(): View | undefined {
    const { symptom } = this.draft;
    const { guidePath, suggestions = [] } = this.known.collected;
    if (guidePath) return undefined;
    const guide = symptomGuides[symptom];
    if (guide) return { name: "guide", slug: guide };
    const isRead = (slug: string) => suggestions.some((known) => known.slug === slug && known.opened);
    const slugs = this.explaining.filter((slug) => !isRead(slug));
    const [only, ...others] = slugs;
    if (only === undefined) return undefined;
    if (others.length === 0) return { name: "article", slug: only };
    return { name: "articles", only: { title: this.context.text.symptoms[symptom], slugs } };
  }

  /** Where no guide fits the tile, an article may; not one whose steps only an administrator can do. */
  private async findArticles(): Promise<void> {
    const { symptom } = this.draft;
    this.explaining = [];
    // Whoever reports a breach is not sent to the article that sends them here.
    if (symptomGuides[symptom] || symptom === "security") return;
    try {
      const { articles } = await fetchArticles(this.context);
      const own = articles.filter((article) => article.symptom === symptom && !article.isForAdmins);
      this.explaining = symptomArticles[symptom] ?? own.map(({ slug }) => slug);
    } catch {
      // The form goes without.
    }
  }

  private questions() {
    const { text } = this.context;
    const { symptom, answers, canWork, scope, message } = this.draft;
    const { question } = symptomQuestions[symptom];
    const answer = answers[question];
    return html`
      ${symptom === "other" ? this.words(text.report.message.other, message) : nothing}
      ${this.choice("answer", text.report.questions[symptom], text.report.answers[symptom], answer)}
      ${
        answersToPaste.some((code) => code === answer)
          ? this.field("pasted", text.report.pasted, answers["pasted"], { isOptional: true })
          : nothing
      }
      ${symptom === "security" ? html`<p class="state">${stateIcon("major")}${text.report.securityMail}</p>` : nothing}
      ${
        asksCanWork.includes(symptom)
          ? this.choice("canWork", text.report.canWork, text.report.canWorkAnswers, canWork)
          : nothing
      }
      ${
        asksScope.includes(symptom)
          ? this.choice("scope", text.report.scope, text.report.scopeAnswers, scope)
          : nothing
      }
      ${symptom === "wrong_data" ? this.words(text.report.message.wrong_data, message) : nothing}
    `;
  }

  private contactFields() {
    const { text } = this.context;
    const { email, phone, symptom } = this.draft;
    const isSecurity = symptom === "security";
    const phoneField = this.field("phone", text.report.phone, phone, {
      type: "tel",
      isOptional: !isSecurity,
    });
    return html`
      ${isSecurity ? phoneField : nothing}
      ${this.contact?.email ? this.rememberedLine(this.contact.email) : nothing}
      ${
        this.contact?.email
          ? nothing
          : this.field("email", text.report.email, email, { type: "email", isOptional: isSecurity })
      }
      ${this.isForgotten ? html`<p class="small muted" role="status">${text.report.forgotten}</p>` : nothing}
      ${
        isSecurity || !(this.isBlocked || this.draft.neededBy)
          ? nothing
          : html`<div class="pair">${this.neededByField()} ${phoneField}</div>`
      }
      ${this.refusal ? mend("refusal", this.refusal) : nothing}
    `;
  }

  private rememberedLine(email: string) {
    const { text } = this.context;
    return html`<div>
      <p>
        ${text.report.answersGoTo} <b><bdi>${email}</bdi></b>
      </p>
      <button type="button" class="link forget" @click=${this.forget}>${text.report.forget}</button>
    </div>`;
  }

  private neededByField() {
    const { text } = this.context;
    const chosen = this.draft.neededBy;
    return html`<div class="field">
      <label class="label" for="neededBy">${text.report.neededBy} <i>${text.optional}</i></label>
      <select class="input" id="neededBy" name="neededBy">
        <option value="">${text.report.canWait}</option>
        ${neededByChoices(new Date(), chosen).map((at, index) => {
          const value = at.toISOString();
          const words = index === 0 ? text.report.withinTheHour : text.choice(at, daysAhead(at));
          return html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;
        })}
      </select>
    </div>`;
  }

  private anythingElse() {
    const { text } = this.context;
    return html`<details class="list" ?open=${Boolean(this.draft.message)}>
      <summary>${text.report.anythingElse}${icon("unfold", "end muted")}</summary>
      <div class="part">${this.words(text.report.anythingElse, this.draft.message, "silent")}</div>
    </details>`;
  }

  private words(label: string, value = "", look = "label") {
    const { text } = this.context;
    return html`<div class="field">
      <label class=${look} for="message">${label}</label>
      <textarea
        class="input"
        id="message"
        name="message"
        rows="4"
        maxlength=${limits.messageLength}
        aria-invalid=${this.mends.message ? "true" : nothing}
        aria-describedby="hint message-mend"
        .value=${value}
      ></textarea>
      ${mend("message", this.mends.message)}
      <p class="small muted" id="hint">${text.report.messageHint}</p>
    </div>`;
  }

  private choice(name: string, question: string, answers: Record<string, string>, chosen?: string) {
    const options = Object.entries(answers);
    if (options.length === 0) return nothing;
    const wrong = name === "answer" || name === "canWork" ? this.mends[name] : undefined;
    return html`<fieldset class="field" aria-describedby="${name}-mend">
      <legend>${question}</legend>
      <div class="tiles">
        ${options.map(
          ([code, words]) =>
            html`<label>
              <input type="radio" name=${name} value=${code} .checked=${code === chosen} />${words}
            </label>`,
        )}
      </div>
      ${mend(name, wrong)}
    </fieldset>`;
  }

  private field(
    name: "email" | "phone" | "pasted",
    label: string,
    value = "",
    { type = "text", isOptional = false }: { type?: string; isOptional?: boolean },
  ) {
    const wrong = name === "pasted" ? undefined : this.mends[name];
    return html`<div class="field">
      <label class="label" for=${name}>
        ${label} ${isOptional ? html`<i>${this.context.text.optional}</i>` : nothing}
      </label>
      <input
        class="input"
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${type === "text" ? "off" : type}
        maxlength=${lengths[name]}
        aria-invalid=${wrong ? "true" : nothing}
        aria-describedby="${name}-mend"
        .value=${value}
      />
      ${mend(name, wrong)}
    </div>`;
  }

  /** Reads the whole form: what is not on it now keeps its value. */
  private keep(): void {
    const { question } = symptomQuestions[this.draft.symptom];
    const said: Record<string, FormDataEntryValue> = Object.fromEntries(new FormData(this.form));
    const { answer, pasted, ...fields } = said;
    this.draft = {
      ...this.draft,
      ...fields,
      answers: {
        ...(typeof answer === "string" && { [question]: answer }),
        ...(typeof pasted === "string" && pasted && { pasted }),
      },
    };
    if (!this.draft.neededBy) delete this.draft.neededBy;
    keepDraft(this.context, this.draft);
  }

  private findMends(): Partial<Record<Field, string>> {
    const { mend } = this.context.text.report;
    const { symptom, answers, canWork, finding, message, email = "", phone = "" } = this.draft;
    const { question, options } = symptomQuestions[symptom];
    const isSecurity = symptom === "security";
    const mends: Partial<Record<Field, string>> = {};
    // A security report is never held up by a question.
    if (options.length > 0 && !answers[question] && !finding && !isSecurity) mends.answer = mend.answer;
    if (needsCanWork.includes(symptom) && !canWork && !finding) mends.canWork = mend.answer;
    if (this.needsMessage && !message?.trim()) mends.message = mend.message;
    if (email ? !isEmail(email) : !phone && !isSecurity) mends.email = mend.email;
    if (phone ? !isPhone(phone) : isSecurity) mends.phone = mend.phone;
    return mends;
  }

  private onRefused({ code, field }: ApiError): void {
    const { mend } = this.context.text.report;
    const { problems } = this.context.text;
    if (code === "email-invalid" || field === "reporter.email") this.mends = { email: mend.email };
    else if (code === "phone-invalid" || field === "reporter.phone") this.mends = { phone: mend.phone };
    else if (code === "message-missing" || field === "message") this.mends = { message: mend.message };
    else this.refusal = Object.entries(problems).find(([known]) => known === code)?.[1] ?? problems.else;
    void this.focusMend();
  }

  private async focusMend(): Promise<void> {
    if (this.mends.email || this.mends.phone) this.contact = undefined;
    await this.updateComplete;
    const wrong = this.form.querySelector<HTMLElement>(
      "fieldset:has(.mend > svg) input, [aria-invalid=true], #refusal-mend",
    );
    wrong?.focus();
  }

  private async forget(): Promise<void> {
    forgetContact(this.context);
    this.contact = undefined;
    this.isForgotten = true;
    this.draft = { ...this.draft, email: undefined, phone: undefined };
    keepDraft(this.context, this.draft);
    await this.updateComplete;
    this.form.querySelector<HTMLElement>("#email")?.focus();
  }

  private preview(): void {
    this.keep();
    this.go({ name: "preview" });
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.send();
  }

  static override styles = [
    HelpView.styles,
    css`
      form {
        display: contents;
      }
      textarea.input {
        block-size: auto;
        min-block-size: 88px;
        resize: vertical;
      }
      select.input {
        padding-inline: 8px;
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
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        align-items: end;
      }
      .tiles label {
        min-block-size: 44px;
        gap: 8px;
      }
      .tiles label:has(:checked) {
        background: var(--subtle);
      }
      [type="radio"] {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        appearance: none;
        border: 1px solid var(--control);
        border-radius: 50%;
      }
      [type="radio"]:checked {
        border: 6px solid var(--accent);
      }
      details {
        border-block-end: 1px solid var(--line);
      }
      .mend:not(:has(svg)) {
        display: none;
      }
      .first {
        min-block-size: 20px;
      }
      .forget {
        margin-block: -4px -12px;
      }
    `,
  ];
}

const lengths = { email: limits.emailLength, phone: limits.phoneLength, pasted: limits.answerLength };

/** The place is always there: a screen reader hears what arrives in it. */
function mend(name: string, sentence = ""): TemplateResult {
  return html`<p class="mend state critical" id="${name}-mend" tabindex="-1" role="alert">
    ${sentence ? [stateIcon("critical"), sentence] : nothing}
  </p>`;
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d ().-]+$/.test(text.trim()) && digits >= 6 && digits <= 15;
}

/** A meeting that the page announced (`setContext("meeting_at", …)`) and that begins within four hours. */
function meetingAt(context: ReadonlyMap<string, string>): Date | undefined {
  const at = new Date(context.get("meeting_at") ?? "");
  const hours = (at.getTime() - Date.now()) / 3_600_000;
  return hours > 0 && hours <= 4 ? at : undefined;
}

define("dilitrust-help-report", ReportView);
