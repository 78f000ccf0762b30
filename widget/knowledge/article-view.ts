import { css, html } from "lit";
import type { PropertyValues } from "lit";
import type { Article } from "../../content/article.ts";
import { fetchArticle } from "../api.ts";
import { SolvedEvent } from "../events.ts";
import { define, HelpView } from "../help-view.ts";
import { IntendEvent } from "../home-view.ts";
import { stateIcon } from "../look/icons.ts";
import { renderBlocks } from "./blocks.ts";
import { articleUrl } from "./article-row.ts";

/**
 * One article, and the question whether it helped: after a yes a person may say that the problem is solved, a no
 * asks why and leads on to a report.
 * @fires go - to another article, to the report, or to what was wrong with the article
 */
class ArticleView extends HelpView<"article"> {
  static override properties = {
    ...HelpView.properties,
    article: { state: true },
    isMissing: { state: true },
    isHelpful: { state: true },
  };

  private article?: Article;
  private isMissing = false;
  private isHelpful = false;

  override heading() {
    return this.context.text.help;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) void this.load();
  }

  protected override render() {
    const { text } = this.context;
    if (this.isMissing) return this.missing();
    const { article } = this;
    if (!article) return html`<div class="body"></div>`;
    return html`
      <div class="body" tabindex="0" role="region" aria-labelledby="heading">
        <article class="stack" lang=${text.locale}>
          <div>
            <h2 id="heading">${article.title}</h2>
            <p class="small muted">${text.article.updated(text.date(new Date(article.updated)))}</p>
          </div>
          ${article.isBehind ? html`<p class="small muted">${text.article.isBehind}</p>` : ""}
          <p>${article.summary}</p>
          ${renderBlocks(article.blocks, {
            articleUrl: (slug) => articleUrl(this.context, slug),
            onArticle: (slug) => this.go({ name: "article", slug }),
            onReport: () => this.report(),
          })}
        </article>
      </div>
      <div class="bar" role="group" aria-label=${text.article.question}>
        ${this.isHelpful ? this.thanks() : this.question(article)}
      </div>
    `;
  }

  private question(article: Article) {
    const { text } = this.context;
    const prepare = () => this.dispatchEvent(new IntendEvent("feedback"));
    return html`<b>${text.article.question}</b>
      <button class="button end" @click=${() => this.thank(article)}>${text.yes}</button>
      <button
        class="button"
        @pointerover=${prepare}
        @focus=${prepare}
        @click=${() => this.go({ name: "feedback", article })}
      >
        ${text.no}
      </button>`;
  }

  /** Helpful is not solved: that is only what somebody says of their problem. */
  private thanks() {
    const { text } = this.context;
    return html`<p class="state ok" role="status">${stateIcon("ok")}${text.article.thanks}</p>
      <button class="button end" @click=${this.onSolved}>${text.article.solved}</button>`;
  }

  private missing() {
    const { text } = this.context;
    return html`<div class="body">
      <div class="part stack">
        <p role="alert">${text.article.missing}</p>
        <p><button class="button" @click=${this.load}>${text.tryAgain}</button></p>
      </div>
    </div>`;
  }

  private async load(): Promise<void> {
    this.isMissing = false;
    this.article = await fetchArticle(this.context, this.view.slug).catch(() => undefined);
    this.isMissing = !this.article;
  }

  private async thank(article: Article): Promise<void> {
    this.isHelpful = true;
    void this.vote(article);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".bar button")?.focus();
  }

  /** Nobody waits for it, and nobody is bothered when it does not arrive. */
  private async vote(article: Article): Promise<void> {
    try {
      const { proveHuman, sendFeedback } = await import("./feedback-view.ts");
      const said = { id: crypto.randomUUID(), isHelpful: true };
      await sendFeedback(this.context, article, said, await proveHuman(this.context));
    } catch {
      // A vote less.
    }
  }

  private onSolved(): void {
    this.dispatchEvent(new SolvedEvent(this.view.slug));
    this.dispatchEvent(new Event("done", { bubbles: true }));
  }

  private report(): void {
    this.go({ name: "report", start: { symptom: this.article?.symptom ?? "other" } });
  }

  static override styles = [
    HelpView.styles,
    css`
      article {
        padding: 16px var(--edge);
      }
      .body:focus-visible {
        outline-offset: -2px;
      }
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
      details {
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
    `,
  ];
}

define("dilitrust-help-article", ArticleView);
