import { css, html, nothing } from "lit";
import type { PropertyValues } from "lit";
import { limits } from "../../server/contract/limits.ts";
import { stages } from "../../server/contract/types.ts";
import type { MessageInput, ReporterTicket, ThreadMessage } from "../../server/contract/types.ts";
import type { TicketAccess } from "../api-tickets.ts";
import { ApiError } from "../api.ts";
import { kept } from "../device.ts";
import { define, HelpView } from "../help-view.ts";
import { stateIcon } from "../look/icons.ts";
import { daysAhead, moment } from "../look/moment.ts";
import type { Reply } from "../report/outbox.ts";
import { followTicket } from "./follow-ticket.ts";
import { keptTickets, replyDraft } from "./kept-tickets.ts";
import { noteRead } from "./progress.ts";
import { linkAddresses } from "./link-addresses.ts";

/** One report's conversation, live: what was said, how far it is, a reply, and whether it works. */
class ThreadView extends HelpView<"thread"> {
  static override properties = {
    ...HelpView.properties,
    ticket: { state: true },
    isLive: { state: true },
    isGone: { state: true },
    trouble: { state: true },
    isReopening: { state: true },
    news: { state: true },
  };

  private ticket?: ReporterTicket;
  private isLive = true;
  private isGone = false;
  private trouble = "";
  /** The next message says what still does not work. */
  private isReopening = false;
  /** What a screen reader hears. */
  private news = "";

  private access?: TicketAccess;
  private stopFollowing?: () => void;
  /** On its way for the first time. Pressing Send once more sends the same: its id makes that harmless. */
  private unsent?: MessageInput;
  private shownCount = 0;
  private waitingCount = 0;

  /** Whoever closes help here, or reloads the page, comes back here. */
  override connectedCallback(): void {
    super.connectedCallback();
    const { name, key, accessToken } = this.view;
    if (!accessToken) this.context.tab.write(kept.thread, { name, key });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing?.();
    this.context.tab.remove(kept.thread);
  }

  override heading() {
    return html`<code><bdi>${this.view.key}</bdi></code>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { key, accessToken } = this.view;
    const waiting = this.waiting.length;
    if (changed.has("view")) {
      this.access = accessToken
        ? { key, accessToken }
        : keptTickets(this.context).find((ticket) => ticket.key === key);
      this.follow();
    } else if (waiting < this.waitingCount) {
      this.news = "";
      this.follow(); // At once, for what has just gone out must not be out of sight.
    }
    this.waitingCount = waiting;
  }

  private follow(): void {
    this.stopFollowing?.();
    if (!this.access) return this.lose();
    this.stopFollowing = followTicket(this.context, this.access, {
      onTicket: (ticket) => this.show(ticket),
      onLive: (isLive) => (this.isLive = isLive),
      onGone: () => this.lose(),
    });
  }

  protected override updated(): void {
    const body = this.renderRoot.querySelector(".body");
    if (!this.ticket || !body) return;
    // Nobody reads what arrives while help is closed.
    if (body.clientHeight > 0) noteRead(this.context, this.view.key, this.ticket);
    const messages = body.querySelectorAll(".message");
    if (messages.length === this.shownCount) return;
    if (this.shownCount === 0 && this.view.isReplying) this.field?.focus();
    // To the start of what is new: of a long answer the end says neither from whom it is nor how it begins.
    const first = messages[this.shownCount || messages.length - 1];
    if (first) body.scrollTop += first.getBoundingClientRect().top - body.getBoundingClientRect().top - 16;
    this.shownCount = messages.length;
  }

  protected override render() {
    const { text } = this.context;
    const { ticket } = this;
    if (this.isGone) {
      const words = this.view.accessToken ? text.thread.linkGone : text.thread.gone;
      return html`<div class="body"><p class="part">${words}</p></div>`;
    }
    if (!ticket) return html`<div class="body"></div>`;
    const answers = ticket.messages.filter((message) => !isReport(message, ticket));
    const { waiting } = this;
    return html`
      <div class="body" tabindex="0" role="region" aria-label=${text.thread.conversation}>
        ${this.progress(ticket)}
        <div class="part stack">
          ${this.ownReport(ticket)} ${answers.map((message) => this.message(message, ticket))}
          ${waiting.map((reply) => this.waitingReply(reply))}
          ${ticket.canConfirm && !waiting.some(({ action }) => action === "confirm") ? this.confirmation() : nothing}
        </div>
      </div>
      ${ticket.canReply || ticket.canReopen ? this.replyBar(ticket) : nothing}
      <p class="silent" role="status">${this.news}</p>
    `;
  }

  /** What was written and has not arrived. */
  private get waiting(): Reply[] {
    const arrived = [...(this.ticket?.messages ?? []), this.unsent].map((message) => message?.id);
    return this.known.outbox?.replies(this.view.key).filter(({ id }) => !arrived.includes(id)) ?? [];
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  private progress({ stage, state, answerBy }: ReporterTicket) {
    const { text } = this.context;
    const reached = stages.indexOf(stage);
    const next = state === "cancelled" ? undefined : stages[reached + 1];
    const hint = !next
      ? text.thread.done
      : state === "waiting_customer"
        ? text.thread.awaitsYou
        : next === "confirmed"
          ? text.thread.lastStep
          : reached < 2
            ? text.thread.answerBy(moment(text, answerBy))
            : text.thread.next(text.stages[next]);
    return html`<div class="part band thin field">
      <p class="small"><b>${text.thread.now[stage]}</b> ${hint}</p>
      <div class="meter" aria-hidden="true">
        ${stages.map((_, index) => html`<span class=${index <= reached ? "done" : ""}></span>`)}
      </div>
      ${this.isLive ? nothing : html`<p class="small muted">${text.thread.notLive}</p>`}
    </div>`;
  }

  /** What was reported, in one bubble with the words that came with it. */
  private ownReport(ticket: ReporterTicket) {
    const { text } = this.context;
    const { symptom, neededBy, createdAt } = ticket;
    const words = ticket.messages.find((message) => isReport(message, ticket))?.body;
    return html`<div class="message quote mine">
      <p><b>${text.symptoms[symptom]}</b></p>
      ${words ? html`<p class="words">${words}</p>` : nothing}
      ${neededBy ? html`<p>${text.thread.neededBy(moment(text, neededBy))}</p>` : nothing}
      <p class="small muted">${text.thread.you}, ${this.time(createdAt)}</p>
    </div>`;
  }

  private message({ author, name, body, at }: ThreadMessage, { team }: ReporterTicket) {
    const { text } = this.context;
    const when = this.time(at);
    const paragraphs = body
      .split(/\n{2,}/)
      .map((words) => html`<p class="words">${author === "reporter" ? words : linkAddresses(words)}</p>`);
    if (author === "system")
      return html`<div class="message small muted">
        ${paragraphs}
        <p>${when}</p>
      </div>`;
    if (author === "reporter") {
      return html`<div class="message quote mine">
        ${paragraphs}
        <p class="small muted">${text.thread.you}, ${when}</p>
      </div>`;
    }
    return html`<div class="message field">
      <p>
        <b>${name ?? team.name}</b> <span class="small muted">${name ? `${team.name}, ` : ""}${when}</span>
      </p>
      ${paragraphs}
    </div>`;
  }

  private waitingReply({ body }: Reply) {
    const { text, device } = this.context;
    return html`<div class="message quote mine">
      <p class="words">${body || text.thread.itWorks}</p>
      <p class="state minor">${stateIcon("minor")}${text.reports.notSent}</p>
      <p class="small">${device.isLasting ? text.unsent.goesOut : text.unsent.goesOutHere}</p>
      <button class="link" @click=${() => this.known.outbox?.tryNow()}>${text.unsent.tryNow}</button>
    </div>`;
  }

  private time(at: string) {
    const { text } = this.context;
    const date = new Date(at);
    return html`<time datetime=${at}>${daysAhead(date) === 0 ? text.time(date) : moment(text, at)}</time>`;
  }

  private confirmation() {
    const { text } = this.context;
    return html`<p class="row grow">
      <button class="button primary" @click=${this.confirm}>${text.thread.itWorks}</button>
      <button class="button" @click=${this.askWhatIsLeft}>${text.thread.notYet}</button>
    </p>`;
  }

  private replyBar({ messages, question }: ReporterTicket) {
    const { text } = this.context;
    const agent = messages.findLast(({ author }) => author === "agent")?.name;
    const asked = this.isReopening
      ? text.thread.stillWrong
      : question && this.waiting.length === 0 && text.sent.question[question];
    return html`<form class="bar" @submit=${this.reply}>
      <label class=${asked ? "label" : "silent"} for="reply">
        ${asked || (agent ? text.thread.replyTo(agent) : text.thread.reply)}
      </label>
      <textarea
        id="reply"
        class="input"
        rows="1"
        enterkeyhint="send"
        maxlength=${limits.messageLength}
        placeholder=${text.thread.reply}
        .value=${this.draft}
        @input=${this.keepDraft}
        @keydown=${this.onKey}
      ></textarea>
      <button class="button">${text.thread.send}</button>
      ${
        this.trouble
          ? html`<p class="state critical trouble" role="alert">${stateIcon("critical")}${this.trouble}</p>`
          : nothing
      }
    </form>`;
  }

  private lose(): void {
    this.isGone = true;
    this.context.tab.remove(kept.thread);
  }

  private show(ticket: ReporterTicket): void {
    const latest = ticket.messages.at(-1);
    const isNew = this.ticket && ticket.messages.length > this.ticket.messages.length;
    if (isNew && latest?.author === "agent") {
      this.news = this.context.text.thread.newAnswer(latest.name ?? ticket.team.name);
    }
    this.ticket = ticket;
  }

  private async askWhatIsLeft(): Promise<void> {
    this.isReopening = true;
    await this.updateComplete;
    this.field?.focus();
  }

  private confirm(): Promise<void> {
    return this.post({ id: crypto.randomUUID(), body: "", action: "confirm" });
  }

  private async reply(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = this.field?.value.trim() ?? "";
    if (!body) return this.field?.focus();
    const mustReopen = this.ticket?.canReopen && (this.isReopening || !this.ticket.canReply);
    await this.post({ id: crypto.randomUUID(), body, ...(mustReopen && { action: "reopen" }) });
  }

  private async post(message: MessageInput): Promise<void> {
    const { access } = this;
    const { outbox } = this.known;
    if (!access || !outbox) return;
    const isAgain = this.unsent?.body === message.body && this.unsent.action === message.action;
    if (!isAgain) this.unsent = message;
    this.trouble = "";
    try {
      const { key, accessToken } = access;
      const ticket = await outbox.reply({ ...(this.unsent ?? message), key, accessToken });
      if (ticket) this.show(ticket);
      else this.news = this.context.text.reports.notSent;
      this.isReopening = false;
      if (message.body) this.draft = "";
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { problems } = this.context.text;
      this.trouble = Object.entries(problems).find(([code]) => code === error.code)?.[1] ?? problems.else;
    } finally {
      this.unsent = undefined;
    }
  }

  private get draft(): string {
    return String(this.context.tab.read(replyDraft(this.view.key)) ?? "");
  }

  private set draft(words: string) {
    if (words) this.context.tab.write(replyDraft(this.view.key), words);
    else this.context.tab.remove(replyDraft(this.view.key));
    this.requestUpdate();
  }

  /** Enter sends, as in every conversation; Shift and Enter begin a line. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.renderRoot.querySelector("form")?.requestSubmit();
  }

  private keepDraft(): void {
    this.draft = this.field?.value ?? "";
  }

  static override styles = [
    HelpView.styles,
    css`
      .words {
        white-space: pre-line;
      }
      .words + .words {
        margin-block-start: 8px;
      }
      .meter {
        display: flex;
        gap: 4px;
      }
      .meter span {
        flex: 1;
        border-block-start: 4px solid var(--line);
      }
      .meter .done {
        border-color: var(--accent);
      }
      .quote {
        background: var(--subtle);
        border-radius: var(--radius);
        padding: 12px 16px;
      }
      .mine {
        margin-inline-start: 32px;
      }
      .bar {
        flex-wrap: wrap;
      }
      textarea {
        flex: 1;
        min-block-size: 44px;
        max-block-size: 132px;
        block-size: auto;
        resize: none;
        field-sizing: content;
      }
      .label,
      .trouble {
        flex-basis: 100%;
      }
      .body:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

/** The words that came with the report itself are its first message. */
function isReport({ author, at }: ThreadMessage, { createdAt }: ReporterTicket): boolean {
  return author === "reporter" && at === createdAt;
}

define("dilitrust-help-thread", ThreadView);
