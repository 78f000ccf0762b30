import { css, html, LitElement, nothing } from "lit";
import type { SignInState } from "../checks/sign-in-state.ts";
import type { WidgetContext } from "../context.ts";
import { define } from "../help-view.ts";
import { icon, stateIcon } from "../look/icons.ts";
import { shared } from "../look/shared.ts";
import { GoEvent } from "../views.ts";
import type { Known } from "../views.ts";
import { recentTickets } from "./kept-tickets.ts";
import { hasNewAnswer, hearOf, progressWords } from "./progress.ts";

const askedAtOnce = 3; // whoever has more open reports finds them in their list

/**
 * What became of the last report, for whoever comes back. The first view keeps its place; each opening of the panel
 * asks once.
 * @fires go - to its thread
 */
class RecentReport extends LitElement {
  static override properties = {
    context: { attribute: false },
    known: { attribute: false },
    hasWords: { state: true },
  };

  context!: WidgetContext;
  known!: Known;

  private hasWords = false;
  private askedFor?: SignInState;

  protected override willUpdate(): void {
    // A new object with each opening.
    if (this.known.signIn === this.askedFor) return;
    this.askedFor = this.known.signIn;
    void this.ask();
  }

  protected override render() {
    const { text } = this.context;
    const tickets = recentTickets(this.context);
    const ticket = tickets.find(hasNewAnswer) ?? tickets[0];
    if (!ticket || !this.hasWords) return nothing;
    const { key, stage } = ticket;
    const isNew = hasNewAnswer(ticket);
    const isDone = stage === "fix" || ticket.read === undefined;
    return html`<button
        class="go ${isNew ? "band" : ""}"
        @click=${() => this.dispatchEvent(new GoEvent({ name: "thread", key }))}
      >
        ${stateIcon(isDone ? "ok" : "now")}
        <span>
          <b>${text.reports.yours} <bdi>${key}</bdi></b>
          <span class="small">${progressWords(this.context, ticket)}</span>
        </span>
        ${icon("go", "flip end muted")}
      </button>
      <p class="silent" role="status">${isNew ? progressWords(this.context, ticket) : nothing}</p>`;
  }

  private async ask(): Promise<void> {
    const { text } = this.context;
    // The code may be here before its words.
    Object.assign(text, await text.later());
    this.hasWords = true;
    const tickets = recentTickets(this.context).slice(0, askedAtOnce);
    await Promise.all(tickets.map((ticket) => hearOf(this.context, ticket)));
    this.requestUpdate();
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      span {
        display: grid;
        min-inline-size: 0;
      }
      span > * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      bdi {
        font:
          600 0.93em/1 ui-monospace,
          Consolas,
          monospace;
      }
      .new {
        color: var(--accent);
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

define("dilitrust-help-recent", RecentReport);
