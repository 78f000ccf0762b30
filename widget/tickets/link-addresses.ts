import { html } from "lit";
import type { TemplateResult } from "lit";

/** An address ends before the sentence's own punctuation. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"».,;:!?)\]])/;

/** What support wrote, with its web addresses as links; text stays text, nothing is parsed as HTML. */
export function linkAddresses(words: string): (string | TemplateResult)[] {
  return words
    .split(address)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>` : part,
    );
}
