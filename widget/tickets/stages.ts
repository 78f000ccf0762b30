import { css, html } from "lit";
import type { ReporterTicket, Stage, TicketState } from "../../server/contract/types.ts";
import { stages } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { icon, stateIcon } from "../look/icons.ts";

/** The five steps as a list: what is done, with its time, what is under way, and what is to come. */
export function stageList({ text }: WidgetContext, ticket: Pick<ReporterTicket, "stage" | "stages">) {
  const reached = stages.indexOf(ticket.stage);
  return html`<ol class="stages">
    ${stages.map((stage, index) => {
      const at = ticket.stages.find((step) => step.stage === stage)?.at;
      const isDone = index <= reached;
      const isNow = index === reached + 1;
      return html`<li class=${isDone || isNow ? "" : "muted"} aria-current=${isNow ? "step" : "false"}>
        ${isDone ? stateIcon("ok") : isNow ? stateIcon("now") : icon("toCome")}
        ${isNow ? html`<b>${text.stages[stage]}</b>` : text.stages[stage]}
        ${at ? html`<time class="end small muted" datetime=${at}>${text.time(new Date(at))}</time>` : ""}
      </li>`;
    })}
  </ol>`;
}

/** Where a ticket stands before its first state has come: the receipt tells. */
export function stagesOfReceipt(state: TicketState, at: string): Pick<ReporterTicket, "stage" | "stages"> {
  const stage: Stage = state === "new" ? "received" : state === "qualified" ? "qualified" : "with_team";
  return { stage, stages: [{ stage: "received", at }] };
}

export const stageStyles = css`
  .stages li {
    position: relative;
    display: flex;
    gap: 12px;
    padding-block: 5px;
  }
  .stages li + li::before {
    content: "";
    position: absolute;
    inset-inline-start: 9.5px;
    inset-block: -7px calc(100% - 7px);
    border-inline-start: 1px solid var(--control);
  }
`;
