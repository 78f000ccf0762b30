import { html, LitElement, nothing } from "lit";
import type { Recorder } from "./checks/recorder.ts";
import type { WidgetContext } from "./context.ts";
import { openShelf } from "./device.ts";
import "./help-panel.ts";
import type { HelpPanel } from "./help-panel.ts";
import { define } from "./help-view.ts";
import { symptomsOf } from "./report/fitting-symptoms.ts";
import type { Text } from "./text/text.ts";
import type { View } from "./views.ts";

/** What a page may say beforehand. */
export interface Prefill {
  symptom?: string;
  message?: string;
  /** An article's slug, for the views `article` and `guide`. */
  article?: string;
  /** A report's key, for the view `thread`, and what opens it when it was not sent from this device. */
  key?: string;
  accessToken?: string;
}

/** One chunk a language; a loader fetches it beside the panel, so that it is here by now. */
const languages = {
  en: () => import("./text/en.ts"),
  fr: () => import("./text/fr.ts"),
};

/**
 * DiliTrust Help on a page.
 * @fires dilitrust-help-open - the panel has opened
 * @fires dilitrust-help-close - the panel has closed
 * @fires dilitrust-help-before-send - a report is about to be sent; the page may complete or cancel it
 * @fires dilitrust-help-ticket-created - a report has arrived
 * @fires dilitrust-help-status-changed - the status of the services has changed
 * @fires dilitrust-help-solved - an article solved it
 * @cssprop --dilitrust-help-accent - and the other tokens of look/tokens.ts
 */
export class HelpWidget extends LitElement {
  static override properties = {
    site: {},
    locale: {},
    theme: {},
    customer: {},
    base: {},
    build: {},
    context: { state: true },
  };

  /** The site's id at the help server. */
  site = "";
  /** The page's language, BCP 47. */
  locale = "en";
  /** `light` or `dark`; without it the widget follows the page's own `color-scheme`. */
  theme = "";
  /** A hint which customer this is; never an authorisation. */
  customer = "";
  /** The help server's origin. */
  base = "";
  /** The page's build, where its addresses do not tell. */
  build = "";
  /** What happened on the page so far. */
  recorder?: Recorder;

  private context?: WidgetContext;

  /**
   * Opens the panel where the person left off, or at `view`: home, report, reports, thread, articles, article, guide or
   * status.
   */
  async open(view?: string, prefill: Prefill = {}): Promise<void> {
    const context = await this.ready();
    await this.panel?.show(context && viewFor(context, view, prefill));
  }

  close(): void {
    this.panel?.hide();
  }

  /** Tells support something about the screen; `null` takes it back. */
  setContext(name: string, value: string | null): void {
    if (value === null) this.recorder?.context.delete(name);
    else this.recorder?.context.set(name, value);
  }

  /** Lets help do something on this page, when the person agrees. */
  registerAction(name: string, handler: () => unknown): void {
    this.recorder?.actions.set(name, handler);
  }

  /** Takes everything of ours off the page. */
  destroy(): void {
    this.recorder?.destroy();
    this.remove();
  }

  /** A loader may have drawn its launcher already: the panel is rendered before it, in the same root. */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.renderOptions.renderBefore = root.firstChild;
    return root;
  }

  protected override firstUpdated(): void {
    void this.ready();
  }

  protected override render() {
    return this.context
      ? html`<dilitrust-help-panel .context=${this.context} @disabled=${this.destroy}></dilitrust-help-panel>`
      : nothing;
  }

  private get panel(): HelpPanel | null {
    return this.renderRoot.querySelector<HelpPanel>("dilitrust-help-panel");
  }

  private async ready(): Promise<WidgetContext | undefined> {
    await this.updateComplete;
    const { base, site, locale, customer, build, recorder } = this;
    const { text } = await languages[/^fr\b/i.test(locale) ? "fr" : "en"]();
    if (!recorder) return undefined;
    this.context ??= {
      base,
      site,
      locale,
      customer: customer || undefined,
      build: build || undefined,
      // The panel completes the words before it shows a view that reads more of them.
      text: text as Text,
      recorder,
      device: openShelf("localStorage", site),
      tab: openShelf("sessionStorage", site),
    };
    await this.updateComplete;
    return this.context;
  }
}

function viewFor({ text }: WidgetContext, name: string | undefined, prefill: Prefill): View | undefined {
  const { symptom, message, article, key, accessToken } = prefill;
  switch (name) {
    case "report": {
      const known = symptomsOf(text).find((one) => one === symptom);
      return { name, start: { symptom: known ?? "other", message } };
    }
    case "article":
    case "guide":
      return article ? { name, slug: article } : { name: "articles" };
    case "thread":
      return key ? { name, key, accessToken } : { name: "reports" };
    case "home":
    case "reports":
    case "articles":
    case "status":
      return { name };
    default:
      return undefined;
  }
}

define("dilitrust-help", HelpWidget);
