import { css, html, LitElement, nothing } from "lit";
import type { FindableArticle } from "../../content/article.ts";
import { fetchArticles } from "../api.ts";
import type { SignInState } from "../checks/sign-in-state.ts";
import type { WidgetContext } from "../context.ts";
import { define } from "../help-view.ts";
import { shared } from "../look/shared.ts";
import { GoEvent } from "../views.ts";
import type { Known } from "../views.ts";
import { articleRow } from "./article-row.ts";
import { probableArticles } from "./probable-articles.ts";

/**
 * What probably helps on this page, before anybody has typed. It stands below everything else, so that nothing moves
 * when it comes, and stays as it is while the panel is open.
 * @fires go - to an article
 */
class ProbableHelp extends LitElement {
  static override properties = {
    context: { attribute: false },
    known: { attribute: false },
    articles: { state: true },
  };

  context!: WidgetContext;
  known!: Known;

  private articles: readonly FindableArticle[] = [];
  private soughtFor?: SignInState;

  protected override willUpdate(): void {
    // A new object with each opening.
    if (this.known.signIn === this.soughtFor) return;
    this.soughtFor = this.known.signIn;
    void this.seek();
  }

  protected override render() {
    const { context, known } = this;
    // What the finding leads to needs no second way there.
    const articles = this.articles.filter(({ slug }) => slug !== known.found?.guide?.slug);
    if (articles.length === 0) return nothing;
    return html`<p class="small muted" id="probable">${context.text.article.probable}</p>
      <ul class="list" aria-labelledby="probable">
        ${articles.map((article) => articleRow(context, article, (view) => this.dispatchEvent(new GoEvent(view))))}
      </ul>`;
  }

  private async seek(): Promise<void> {
    const { text } = this.context;
    const { signIn, searchContext } = this.known;
    const { failedChecks } = searchContext() ?? {};
    try {
      const [{ articles }, words] = await Promise.all([fetchArticles(this.context), text.later()]);
      Object.assign(text, words);
      this.articles = probableArticles(articles, {
        screen: signIn.screen,
        error: signIn.errorCode,
        failedChecks,
      });
    } catch {
      // It was not asked for, so nobody misses it.
    }
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      #probable {
        padding: 12px var(--edge) 0;
      }
      .list {
        border-block-end: 1px solid var(--line);
      }
    `,
  ];
}

define("dilitrust-help-probable", ProbableHelp);
