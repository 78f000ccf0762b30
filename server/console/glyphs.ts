import { html, raw } from "hono/html";

/** Each glyph stands beside a word that says the same; their shapes differ, so that no colour is needed. */
const shapes = {
  ok: '<path fill-rule="evenodd" d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.9 5.1-4.6 5.1a.9.9 0 0 1-1.3 0L4 9.1l1.2-1.2 1.4 1.4 4-4.4 1.3 1.2Z"/>',
  minor: '<path fill-rule="evenodd" d="M8 .6 15.4 8 8 15.4.6 8 8 .6ZM4.6 7.2v1.6h6.8V7.2H4.6Z"/>',
  critical:
    '<path fill-rule="evenodd" d="M5 1h6l4 4v6l-4 4H5l-4-4V5l4-4Zm.9 3.7L4.7 5.9 6.8 8l-2.1 2.1 1.2 1.2L8 9.2l2.1 2.1 1.2-1.2L9.2 8l2.1-2.1-1.2-1.2L8 6.8 5.9 4.7Z"/>',
  unknown:
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM7.2 10.6h1.6v1.6H7.2v-1.6Zm-1.9-4.3C5.4 4.8 6.5 3.9 8 3.9s2.7.9 2.7 2.3c0 1-.5 1.5-1.2 2-.6.4-.7.6-.7 1.3H7.2c0-1.3.4-1.8 1.1-2.3.6-.4.8-.6.8-1 0-.5-.4-.9-1.1-.9s-1.1.4-1.2 1H5.3Z"/>',
  blocked: '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4 7.1v1.8h8V7.1H4Z"/>',
  waiting:
    '<path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM7.2 4.4h1.6v3.3l2.3 1.4-.8 1.3-3.1-1.9V4.4Z"/>',
  seal: '<path fill-rule="evenodd" d="M4 7V5a4 4 0 1 1 8 0v2h1v8H3V7h1Zm1.7 0h4.6V5a2.3 2.3 0 1 0-4.6 0v2Z"/>',
  s1: '<path d="M1 11h2.5v4H1zM4.7 8h2.5v7H4.7zM8.4 5h2.5v10H8.4zM12.1 1h2.5v14h-2.5z"/>',
  s2: '<path d="M1 11h2.5v4H1zM4.7 8h2.5v7H4.7zM8.4 5h2.5v10H8.4z"/><path opacity=".3" d="M12.1 1h2.5v14h-2.5z"/>',
  s3: '<path d="M1 11h2.5v4H1zM4.7 8h2.5v7H4.7z"/><path opacity=".3" d="M8.4 5h2.5v10H8.4zM12.1 1h2.5v14h-2.5z"/>',
  s4: '<path d="M1 11h2.5v4H1z"/><path opacity=".3" d="M4.7 8h2.5v7H4.7zM8.4 5h2.5v10H8.4zM12.1 1h2.5v14h-2.5z"/>',
};

export type Glyph = keyof typeof shapes;

/** Once a page; every `glyph` points into it. */
export const glyphSheet = html`<svg width="0" height="0" class="vh" aria-hidden="true">
  ${Object.entries(shapes).map(
    ([name, shape]) => html`<symbol id="g-${name}" viewBox="0 0 16 16">${raw(shape)}</symbol>`,
  )}
</svg>`;

export function glyph(name: Glyph) {
  return html`<svg class="g" aria-hidden="true"><use href="#g-${name}"></use></svg>`;
}

/** A glyph with its word, in the colour of a status. */
export function state(name: Glyph, word: string, tone: "ok" | "minor" | "critical" | "unknown" | "" = "") {
  return html`<span class="state ${tone}">${glyph(name)}${word}</span>`;
}

/** S1 to S4, by bars and by name. */
export function severity(level: number) {
  const name = `s${Math.min(4, Math.max(1, level))}` as Glyph; // the four that there are
  return html`<span class="sev ${name}">${glyph(name)}S${level}</span>`;
}
