import { html } from "hono/html";
import type { ServiceStatus } from "../contract/types.ts";
import { text } from "../text/text.ts";
import type { Locale } from "../contract/types.ts";

type Html = ReturnType<typeof html>;

/** The shapes of the widget: a status is told by shape, word and colour. */
const glyphs: Record<ServiceStatus, string> = {
  ok: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.9 5.1-4.6 5.1a.9.9 0 0 1-1.3 0L4 9.1l1.2-1.2 1.4 1.4 4-4.4 1.3 1.2Z",
  minor: "M8 1.2 15.6 14.6H.4L8 1.2ZM7.1 6v4.2h1.8V6H7.1Zm0 5.2V13h1.8v-1.8H7.1Z",
  major: "M8 .6 15.4 8 8 15.4.6 8 8 .6ZM7.1 4.4v4.8h1.8V4.4H7.1Zm0 5.8V12h1.8v-1.8H7.1Z",
  critical:
    "M5 1h6l4 4v6l-4 4H5l-4-4V5l4-4Zm.9 3.7L4.7 5.9 6.8 8l-2.1 2.1 1.2 1.2L8 9.2l2.1 2.1 1.2-1.2L9.2 8l2.1-2.1-1.2-1.2L8 6.8 5.9 4.7Z",
  maintenance:
    "M3 1h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Zm1.8 4.2v2h6.4v-2H4.8Zm0 3.6v2h6.4v-2H4.8Z",
  unknown:
    "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM7.2 10.6h1.6v1.6H7.2v-1.6ZM5.3 6.3C5.4 4.8 6.5 3.9 8 3.9s2.7.9 2.7 2.3c0 1-.5 1.5-1.2 2-.6.4-.7.6-.7 1.3H7.2c0-1.3.4-1.8 1.1-2.3.6-.4.8-.6.8-1 0-.5-.4-.9-1.1-.9s-1.1.4-1.2 1H5.3Z",
};

/** Beside a word that says the same. */
export function stateGlyph(status: ServiceStatus): Html {
  return html`<svg class="g ${status}" viewBox="0 0 16 16" aria-hidden="true">
    <path fill-rule="evenodd" d="${glyphs[status]}" />
  </svg>`;
}

/** Glyph and word in the status's colour. */
export function stateWord(status: ServiceStatus, locale: Locale): Html {
  return html`<span class="state ${status}"
    >${stateGlyph(status)}${text(locale).status.states[status]}</span
  >`;
}
