import { css, html } from "lit";
import type { PropertyValues } from "lit";
import type { Article } from "../../content/article.ts";
import { fetchArticle } from "../api.ts";
import { SolvedEvent } from "../events.ts";
import { define, HelpView } from "../help-view.ts";
import { IntendEvent } from "../home-view.ts";
import { stateIcon } from "../look/icons.ts";
import { blockStyles, renderBlocks } from "./blocks.ts";
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
          ${article.isForAdmins ? html`<p class="small">${text.article.forAdmins}</p>` : ""}
          ${article.isBehind ? html`<p class="small muted">${text.article.isBehind}</p>` : ""}
          <p>${article.summary}</p>
          ${
            article.guide
              ? html`<p>
                  <button class="button primary" @click=${this.play}>${text.stepByStep}</button>
                </p>`
              : ""
          }
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

  private play(): void {
    this.go({ name: "guide", slug: this.view.slug });
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
    blockStyles,
    css`
      article {
        padding: 16px var(--edge);
      }
      .body:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

define("dilitrust-help-article", ArticleView);
