import { html } from "lit";
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
