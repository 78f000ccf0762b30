import { css, html, LitElement } from "lit";
import { define } from "../help-view.ts";
import { drawing } from "./icons.ts";
import { shared } from "./shared.ts";

const saidForMilliseconds = 2000;
const sheets =
  "M8.5 7h7A1.5 1.5 0 0 1 17 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 15.5v-7A1.5 1.5 0 0 1 8.5 7zM4.5 13H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v.5";

/** A button that copies `content`, and says so in its own words for a moment. */
class CopyButton extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      button {
        inline-size: 100%;
      }
    `,
  ];
  static override properties = {
    content: {},
    label: {},
    copied: {},
    isCopied: { state: true },
  };

  content = "";
  /** What the button says at rest, and when it has copied. */
  label = "";
  copied = "";

  private isCopied = false;

  protected override render() {
    return html`<button type="button" class="button" @click=${this.copy}>
      ${drawing([[sheets, ""]], "")}<span role="status">${this.isCopied ? this.copied : this.label}</span>
    </button>`;
  }

  private async copy(): Promise<void> {
    // Pages without TLS have no clipboard, and frames may be denied it: then the old way.
    const isDone = await navigator.clipboard?.writeText(this.content).then(
      () => true,
      () => false,
    );
    if (!isDone) this.copyBySelection();
    this.isCopied = true;
    setTimeout(() => (this.isCopied = false), saidForMilliseconds);
  }

  private copyBySelection(): void {
    const field = document.createElement("textarea");
    field.value = this.content;
    this.renderRoot.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    this.renderRoot.querySelector("button")?.focus();
  }
}

define("dilitrust-help-copy", CopyButton);
