import { css, html, nothing } from "lit";
import type { ReporterTicket } from "../../server/contract/types.ts";
import { define, HelpView } from "../help-view.ts";
import "../look/copy-button.ts";
import { stateIcon } from "../look/icons.ts";
import { moment } from "../look/moment.ts";
import { describeTeam } from "../look/describe-team.ts";
import { followTicket } from "./follow-ticket.ts";
import { linkAddresses } from "./link-addresses.ts";
import { noteRead } from "./progress.ts";
import { stageList, stagesOfReceipt, stageStyles } from "./stages.ts";

/**
 * A report has arrived: its key, who has it, by when they answer, and how far it is, live.
 * @fires go - to the thread
 */
class SentView extends HelpView<"sent"> {
  static override properties = { ...HelpView.properties, ticket: { state: true } };

  private ticket?: ReporterTicket;
  private readonly sentAt = new Date();
  private stopFollowing?: () => void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing?.();
  }

  override heading() {
    return this.context.text.sent.title;
  }

  /** A view below another one is hidden; two lines for one ticket would be one too many of a browser's six. */
  protected override willUpdate(): void {
    if (this.hidden) {
      this.stopFollowing?.();
      this.stopFollowing = undefined;
      return;
    }
    const { receipt, report } = this.view;
    const access = { key: receipt.key, accessToken: report.accessToken };
    this.stopFollowing ??= followTicket(this.context, access, {
      onTicket: (ticket) => (this.ticket = ticket),
      onLive: () => {},
      onGone: () => {},
    });
  }

  protected override updated(): void {
    const isSeen = this.renderRoot.querySelector(".body")?.clientHeight;
    if (isSeen) noteRead(this.context, this.view.receipt.key, this.ticket);
  }

  protected override render() {
    const { text } = this.context;
    const { key, team, answerBy } = this.view.receipt;
    const { question } = this.ticket ?? this.view.receipt;
    const { neededBy } = this.view.report;
    const answer = this.ticket?.messages.findLast(({ author }) => author === "agent");
    const progress = this.ticket ?? stagesOfReceipt(this.view.receipt.state, this.sentAt.toISOString());
    return html`
      <div class="body">
        <div role="status">
          ${
            answer
              ? html`<div class="part band field">
                  <h3>${text.thread.newAnswer(answer.name ?? team.name)}</h3>
                  <p class="words">${linkAddresses(answer.body)}</p>
                </div>`
              : nothing
          }
        </div>
        <div class="part stack">
          <div class="field">
            <p class="state ok">${stateIcon("ok")}${text.sent.receivedAt(text.time(this.sentAt))}</p>
            <div class="row">
              <code class="key"><bdi>${key}</bdi></code>
              <dilitrust-help-copy
                class="end"
                .label=${text.copy}
                .copied=${text.copied}
                .content=${key}
              ></dilitrust-help-copy>
            </div>
            <p class="small muted">${this.receiptSentence()}</p>
          </div>
          <dl class="facts">
            <dt class="muted">${text.sent.with}</dt>
            <dd>${describeTeam(text, team)}</dd>
            ${
              answer
                ? nothing
                : html`<dt class="muted">${text.sent.answerBy}</dt>
                    <dd><b>${text.sent.by(moment(text, answerBy))}</b></dd>`
            }
            ${
              neededBy
                ? html`<dt class="muted">${text.sent.neededBy}</dt>
                    <dd>${moment(text, neededBy)}</dd>`
                : nothing
            }
          </dl>
        </div>
        ${
          question
            ? html`<div class="part band">
                <h3>${text.sent.oneMore}</h3>
                <p>${text.sent.question[question]}</p>
              </div>`
            : nothing
        }
        <div class="part">${stageList(this.context, progress)}</div>
      </div>
      <div class="bar">
        <button
          class="button ${question || answer ? "primary" : ""}"
          @click=${() => this.go({ name: "thread", key, isReplying: true })}
        >
          ${question || answer ? text.sent.answer : text.sent.addMessage}
        </button>
      </div>
    `;
  }

  private receiptSentence(): string {
    const { sent } = this.context.text;
    const { email } = this.view.report.reporter;
    if (!email) return sent.sayKey;
    return this.view.receipt.receipt === "sent" ? sent.copyWentTo(email) : sent.keepKey;
  }

  static override styles = [
    HelpView.styles,
    stageStyles,
    css`
      .key {
        font:
          600 25px/32px ui-monospace,
          Consolas,
          monospace;
        letter-spacing: 0.04em;
      }
      .words {
        white-space: pre-line;
      }
      .facts {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
      }
    `,
  ];
}

define("dilitrust-help-sent", SentView);
