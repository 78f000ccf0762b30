import { css, html } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Breadcrumb } from "../../server/contract/types.ts";
import { kept } from "../device.ts";
import type { GuideRecord } from "../guides/record.ts";
import { define, HelpView } from "../help-view.ts";
import { icon } from "../look/icons.ts";
import { describeReport } from "./describe.ts";
import { keepDraft, readDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { composeReport, flatten, groups, shares } from "./groups.ts";
import type { Collected, Group } from "./groups.ts";

/**
 * Everything that Send would send, in groups that can be left out.
 * @fires go - to all values as text
 * @fires send - the person pressed Send here
 */
class PreviewView extends HelpView<"preview"> {
  static override properties = { ...HelpView.properties, draft: { state: true } };

  private draft?: Draft;

  override heading() {
    return this.context.text.preview.title;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) this.draft = readDraft(this.context);
  }

  protected override render() {
    const { text } = this.context;
    const { draft } = this;
    if (!draft) return html`<div class="body"></div>`;
    const report = composeReport(this.context, draft, this.known.collected);
    // The lines of the page and the browser have groups of their own below.
    const said = describeReport(this.context, { ...report, page: undefined, environment: undefined });
    const all = shares(this.known.collected);
    return html`
      <div class="body">
        <div class="part band">
          <p><b>${text.preview.nothingYet}</b></p>
          <p class="small muted">${text.preview.never}</p>
        </div>
        <div class="list">
          <div class="group">
            <h3>${text.preview.answers}</h3>
            ${said.map((line) => html`<p class="small">${line}</p>`)}
            <p class="small muted">${text.preview.answersWhy}</p>
          </div>
          ${groups.map((group) => {
            const share = all[group];
            return share && this.group(group, share, !draft.leftOut.includes(group));
          })}
        </div>
        <div class="list">
          <button class="go" @click=${() => this.go({ name: "values" })}>
            ${text.preview.values(flatten(report).length)}${icon("go", "flip end muted")}
          </button>
        </div>
      </div>
      <div class="bar">
        <button
          class="button primary"
          @click=${() => this.dispatchEvent(new Event("send", { bubbles: true }))}
        >
          ${text.report.send}
        </button>
      </div>
    `;
  }

  private group(group: Group, share: Collected, isSent: boolean) {
    const { text } = this.context;
    return html`<div class="group">
      <h3><label for=${group}>${text.preview.groups[group]}</label></h3>
      <input
        class="switch"
        type="checkbox"
        role="switch"
        id=${group}
        aria-describedby="${group}-what"
        .checked=${isSent}
        @change=${() => this.toggle(group)}
      />
      <div id="${group}-what">
        <p class="small">${isSent ? this.summary(group, share) : text.preview.leftOut}</p>
        <p class="small muted">${text.preview.why[group]}</p>
      </div>
    </div>`;
  }

  private summary(group: Group, share: Collected): string | TemplateResult {
    const { preview, time } = this.context.text;
    const { page, environment = {}, checks = [], breadcrumbs = [], suggestions = [] } = share;
    switch (group) {
      case "page": {
        const isOld = page?.loadedBuild && page.deployedBuild && page.loadedBuild !== page.deployedBuild;
        return list(page?.route, isOld && preview.older);
      }
      case "actions":
        return preview.actions(breadcrumbs.length);
      case "browser":
        return list(environment.browser, environment.system, environment.viewport?.replace("x", " × "));
      case "connection":
        return this.connection(share);
      case "errors": {
        const last = breadcrumbs.at(-1);
        const latest = last && preview.latest(nameOf(last), time(new Date(last.at)));
        return list(preview.errors(breadcrumbs.length), latest);
      }
      case "checks":
        return preview.checks(checks.length, checks.filter(({ outcome }) => outcome === "fail").length);
      case "help":
        return preview.articles(suggestions.length);
      case "guide":
        return this.steps();
    }
  }

  /** The path in words, as its guide said them. */
  private steps(): TemplateResult {
    // We alone write there.
    const guide = this.context.tab.read(kept.guide) as GuideRecord | undefined;
    return html`${guide?.said.map(
      ({ what, outcome, changes }) => html`${what} <b>${[outcome, ...changes].join(". ")}</b><br />`,
    )}`;
  }

  private connection({ environment = {} }: Collected): string {
    const { preview } = this.context.text;
    const { isOnline = true, roundTripMilliseconds, clockErrorMilliseconds, cookies } = environment;
    const seconds = Math.round((clockErrorMilliseconds ?? 0) / 1000);
    const clock =
      seconds === 0
        ? preview.clockRight
        : seconds < 0
          ? preview.clockSlow(-seconds)
          : preview.clockFast(seconds);
    return list(
      isOnline ? preview.online : preview.offline,
      roundTripMilliseconds && `${Math.round(roundTripMilliseconds)} ms`,
      clockErrorMilliseconds !== undefined && clock,
      cookies === "blocked" && preview.cookiesBlocked,
    );
  }

  private toggle(group: Group): void {
    if (!this.draft) return;
    const { leftOut } = this.draft;
    const isOut = leftOut.includes(group);
    this.draft = {
      ...this.draft,
      leftOut: isOut ? leftOut.filter((out) => out !== group) : [...leftOut, group],
    };
    keepDraft(this.context, this.draft);
  }

  static override styles = [
    HelpView.styles,
    css`
      .group {
        position: relative;
        padding: 12px var(--edge);
        padding-inline-end: 76px;
      }
      .list + .list {
        border-block: 1px solid var(--line);
      }
      .switch {
        appearance: none;
        position: absolute;
        inset-block-start: 1px;
        inset-inline-end: calc(var(--edge) - 4px);
        inline-size: 44px;
        block-size: 44px;
        cursor: pointer;
        border-radius: var(--small);
      }
      .switch::before,
      .switch::after {
        content: "";
        position: absolute;
        inset: 12px 4px;
        border: 1px solid var(--control);
        border-radius: 10px;
      }
      .switch::after {
        inset: 16px auto auto;
        inset-inline-start: 8px;
        border-width: 6px;
      }
      .switch:checked::before {
        background: var(--accent);
        border-color: var(--accent);
      }
      .switch:checked::after {
        inset-inline-start: 24px;
        border-color: var(--on-accent);
      }
      .switch:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

function nameOf({ what, status }: Breadcrumb): string {
  return status ? `${what} ${status}` : what;
}

function list(...parts: (string | number | false | undefined)[]): string {
  return parts.filter(Boolean).join(", ");
}

define("dilitrust-help-preview", PreviewView);
