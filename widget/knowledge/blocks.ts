import { css, html } from "lit";
import type { TemplateResult } from "lit";
import type { Block, Inline } from "../../content/article.ts";
import { icon } from "../look/icons.ts";
import { isForTab } from "./article-row.ts";

export interface Leads {
  /** Where an article stands on the help server, for those who open links in a tab. */
  articleUrl(slug: string): string;
  onArticle(slug: string): void;
  onReport(): void;
}

/** An article's tree as templates: text stays text, nothing is parsed as HTML. */
export function renderBlocks(blocks: readonly Block[], leads: Leads): TemplateResult[] {
  return blocks.map((block) => renderBlock(block, leads));
}

function renderBlock(block: Block, leads: Leads): TemplateResult {
  switch (block.kind) {
    case "heading":
      return html`<h3 class=${block.level === 2 ? "section" : ""}>${block.text}</h3>`;
    case "paragraph":
      return html`<p>${renderInlines(block.text, leads)}</p>`;
    case "list":
      return block.ordered
        ? html`<ol class="steps">
            ${block.items.map((item) => html`<li><div class="field">${renderBlocks(item, leads)}</div></li>`)}
          </ol>`
        : html`<ul class="points">
            ${block.items.map((item) => html`<li>${renderBlocks(item, leads)}</li>`)}
          </ul>`;
    case "details":
    case "otherwise":
      return html`<details class="list">
        <summary>${block.title}${icon("unfold", "end muted")}</summary>
        <div class="part stack">${renderBlocks(block.blocks, leads)}</div>
      </details>`;
  }
}

export function renderInlines(inlines: readonly Inline[], leads: Leads): (string | TemplateResult)[] {
  return inlines.map((inline) => (typeof inline === "string" ? inline : renderInline(inline, leads)));
}

function renderInline(inline: Exclude<Inline, string>, leads: Leads): TemplateResult {
  switch (inline.kind) {
    case "strong":
      return html`<b>${renderInlines(inline.text, leads)}</b>`;
    case "emphasis":
      return html`<em>${renderInlines(inline.text, leads)}</em>`;
    case "code":
      return html`<code><bdi>${inline.text}</bdi></code>`;
    case "key":
      return html`<kbd>${inline.text}</kbd>`;
    case "link":
      return html`<a href=${inline.href} target="_blank" rel="noopener"
        >${renderInlines(inline.text, leads)}</a
      >`;
    case "article": {
      const { slug, text } = inline;
      return html`<a
        href=${leads.articleUrl(slug)}
        @click=${(event: MouseEvent) => {
          if (isForTab(event)) return;
          event.preventDefault();
          leads.onArticle(slug);
        }}
        >${renderInlines(text, leads)}</a
      >`;
    }
    case "report":
      return html`<button class="inline" @click=${leads.onReport}>
        ${renderInlines(inline.text, leads)}
      </button>`;
  }
}

/** How the blocks of an article look, in an article and in a step of a guide. */
export const blockStyles = css`
  .section {
    margin-block-start: 8px;
    font-size: 16px;
    line-height: 24px;
  }
  .steps {
    display: grid;
    gap: 16px;
    counter-reset: step;
  }
  .steps > li {
    display: grid;
    grid-template-columns: 20px 1fr;
    column-gap: 12px;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    font-weight: 600;
    text-align: center;
    color: var(--muted);
  }
  .points {
    display: grid;
    gap: 4px;
    padding-inline-start: 20px;
  }
  .points li {
    list-style: disc;
  }
  .stack details {
    margin-inline: calc(-1 * var(--edge));
    border-block: 1px solid var(--line);
  }
  details + details {
    margin-block-start: -17px;
  }
  details .part {
    padding-block-start: 4px;
  }
  [open] > summary svg {
    rotate: 180deg;
  }
  code,
  kbd {
    padding: 1px 4px;
    background: var(--subtle);
    border-radius: var(--small);
    font:
      0.93em/1 ui-monospace,
      Consolas,
      monospace;
  }
  kbd {
    border: 1px solid var(--control);
  }
  .inline {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
