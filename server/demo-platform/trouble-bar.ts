import { html } from "hono/html";
import type { Html } from "./frame.ts";
import { type Trouble, troubles } from "./troubles.ts";
import type { Visit } from "./visit.ts";

/** The tool at the bottom left that breaks things on purpose and leads to the ticket that was just sent. */
export function troubleBar(visit: Visit): Html {
  const { bar } = visit.text;
  return html`<aside class="trouble" aria-label="${bar.title}">
    <details>
      <summary>
        ${bar.title}${visit.on.size > 0 ? html` <span>${bar.countOn(visit.on.size)}</span>` : ""}
      </summary>
      <form method="post" action="/trouble">
        <p>${bar.notOurs}</p>
        <p class="down" role="status" data-down="${bar.down}" data-back="${bar.back}"></p>
        <p class="left" data-left="${bar.secondsLeft}" data-seconds="${visit.downSeconds}"></p>
        <input type="hidden" name="back" value="${visit.path}" />
        <ul>
          ${troubles.map((trouble) => html`<li>${troubleButton(visit, trouble)}</li>`)}
        </ul>
        <button class="reset" name="mend" value="all">${bar.reset}</button>
      </form>
    </details>
    <p class="support">
      <a role="link" aria-disabled="true" data-console="${visit.helpUrl}/console/tickets/"
        >${bar.seeAsSupport}</a
      >
      <span data-sent="${bar.sent}">${bar.nothingSent}</span>
    </p>
  </aside>`;
}

function troubleButton({ text, on, downSeconds }: Visit, trouble: Trouble): Html {
  const { name, effect } = text.bar.troubles[trouble];
  const isOn = on.has(trouble);
  return html`<button
    name="${isOn ? "mend" : "provoke"}"
    value="${trouble}"
    aria-pressed="${isOn ? "true" : "false"}"
  >
    <strong>${name}</strong>${isOn ? html` <em>${text.bar.on}</em>` : ""}<span
      >${effect.replace("{seconds}", String(downSeconds))}</span
    >
  </button>`;
}
