import { html } from "lit";
import type { TemplateResult } from "lit";
import type { FindableArticle } from "../../content/article.ts";
import type { WidgetContext } from "../context.ts";
import { icon } from "../look/icons.ts";
import type { View } from "../views.ts";

/** An article as a row to go on to; a click meant for a tab of its own opens the help centre's page. */
export function articleRow(
  context: WidgetContext,
  { slug, title, summary, isForAdmins }: FindableArticle,
  go: (view: View) => void,
  classes = "",
): TemplateResult {
  function open(event: MouseEvent): void {
    if (isForTab(event)) return;
    event.preventDefault();
    go({ name: "article", slug });
  }
  return html`<li>
    <a class="go ${classes}" href=${articleUrl(context, slug)} @click=${open}>
      <div>
        <b>${title}</b>
        <p class="small muted">
          ${isForAdmins ? html`<b>${context.text.home.forAdmins}</b> · ` : ""}${summary}
        </p>
      </div>
      ${icon("go", "flip end muted")}
    </a>
  </li>`;
}

/** Where an article stands on the help server. */
export function articleUrl({ base, site, text }: WidgetContext, slug: string): string {
  return `${base}/help/${text.locale}/${slug}?site=${encodeURIComponent(site)}`;
}

/** A click that a person means for a tab of its own is left to the browser. */
export function isForTab(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey;
}
