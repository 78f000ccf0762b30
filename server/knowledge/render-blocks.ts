import { html } from "hono/html";
import { anchorOf, type Block, type Inline } from "../../content/article.ts";
import { contactSlug, contactUrl, helpUrl, type HelpReader } from "../help-url.ts";
import { addressOf } from "./page-head.ts";

type Html = ReturnType<typeof html>;

export interface BlockLinks extends HelpReader {
  publicUrl: string;
  /** What the button says that leads to "report it"; absent on the very page that it leads to. */
  report?: string;
}

/** An article's text as HTML. `hono/html` escapes every value, so a text can never become a tag. */
export function renderBlocks(blocks: readonly Block[], links: BlockLinks): Html[] {
  return blocks.map((block) => renderBlock(block, links));
}

function renderBlock(block: Block, links: BlockLinks): Html {
  switch (block.kind) {
    case "heading":
      return block.level === 2
        ? html`<h2 id="${anchorOf(block.text)}">${block.text}</h2>`
        : html`<h3 id="${anchorOf(block.text)}">${block.text}</h3>`;
    case "paragraph":
      return html`<p>${renderInlines(block.text, links)}</p>`;
    case "list": {
      // Lists without marks lose their role in Safari unless it is said.
      const items = block.items.map((item) => html`<li><div>${renderItem(item, links)}</div></li>`);
      return block.ordered
        ? html`<ol class="steps" role="list">
            ${items}
          </ol>`
        : html`<ul class="points" role="list">
            ${items}
          </ul>`;
    }
    case "details":
      return html`<details>
        <summary>${block.title}</summary>
        ${renderBlocks(block.blocks, links)}
      </details>`;
    case "otherwise":
      return html`<section class="otherwise">
        <h2 id="${anchorOf(block.title)}">${block.title}</h2>
        ${renderBlocks(block.blocks, links)}
        ${links.report && asksToReport(block.blocks) ? html`<p><a class="button" href="${contactUrl(links)}">${links.report}</a></p>` : ""}
      </section>`;
  }
}

function renderItem(item: readonly Block[], links: BlockLinks): Html | Html[] {
  const [only, ...others] = item;
  if (only?.kind === "paragraph" && others.length === 0) return renderInlines(only.text, links);
  return renderBlocks(item, links);
}

function renderInlines(inlines: readonly Inline[], links: BlockLinks): Html {
  return html`${inlines.map((inline) => renderInline(inline, links))}`;
}

function renderInline(inline: Inline, links: BlockLinks): Html | string {
  if (typeof inline === "string") return inline;
  switch (inline.kind) {
    case "strong":
      return html`<strong>${renderInlines(inline.text, links)}</strong>`;
    case "emphasis":
      return html`<em>${renderInlines(inline.text, links)}</em>`;
    case "code":
      return html`<code>${inline.text}</code>`;
    case "key":
      return html`<kbd>${inline.text}</kbd>`;
    case "link":
      return html`<a href="${inline.href}">${renderInlines(inline.text, links)}</a>`;
    case "article":
      return articleLink(inline.slug, renderInlines(inline.text, links), links);
    case "report": {
      const said = renderInlines(inline.text, links);
      return links.report === undefined ? said : articleLink(contactSlug, said, links);
    }
  }
}

/** On paper it is worth its whole address, and nobody types where they came from. */
function articleLink(slug: string, said: Html, links: BlockLinks): Html {
  const address = addressOf({ publicUrl: links.publicUrl, path: `/${slug}` }, links.locale);
  return html`<a href="${helpUrl(links, slug)}" data-address="${address}">${said}</a>`;
}

function asksToReport(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === "paragraph" &&
      block.text.some((inline) => typeof inline !== "string" && inline.kind === "report"),
  );
}
