import { html } from "lit";
import type { PropertyValues } from "lit";
import type { FindableArticle } from "../../content/article.ts";
import { fetchArticles } from "../api.ts";
import { define, HelpView } from "../help-view.ts";
import { articleRow } from "./article-row.ts";

/**
 * The articles in the panel's language: all, or those on one subject.
 * @fires go - to an article
 */
class ArticlesView extends HelpView<"articles"> {
  static override properties = {
    ...HelpView.properties,
    articles: { state: true },
    isMissing: { state: true },
  };

  private articles?: FindableArticle[];
  private isMissing = false;

  override heading() {
    return this.view.only?.title ?? this.context.text.home.articles;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) void this.load();
  }

  protected override render() {
    const { text } = this.context;
    if (this.isMissing) {
      return html`<div class="body">
        <div class="part stack">
          <p role="alert">${text.problems.unreachable}</p>
          <p><button class="button" @click=${this.load}>${text.tryAgain}</button></p>
        </div>
      </div>`;
    }
    const { articles } = this;
    if (!articles) return html`<div class="body"></div>`;
    return html`<div class="body">
      ${
        articles.length === 0
          ? html`<p class="part">${text.article.none}</p>`
          : html`<ul class="list">
              ${articles.map((article) => articleRow(this.context, article, (view) => this.go(view)))}
            </ul>`
      }
    </div>`;
  }

  private async load(): Promise<void> {
    this.isMissing = false;
    try {
      const { articles } = await fetchArticles(this.context);
      const { only } = this.view;
      const find = (slug: string) => articles.find((article) => article.slug === slug) ?? [];
      this.articles = only ? only.slugs.flatMap(find) : articles;
    } catch {
      this.isMissing = true;
    }
  }
}

define("dilitrust-help-articles", ArticlesView);
