import { css, html, nothing } from "lit";
import type { FindableArticle } from "../content/article.ts";
import type { SearchContext } from "../content/search.ts";
import type { Symptom } from "../server/contract/symptoms.ts";
import { fetchArticles } from "./api.ts";
import type { SignInState } from "./checks/sign-in-state.ts";
import { define, HelpView, quietMilliseconds } from "./help-view.ts";
import type { Suggestions } from "./knowledge/suggestions.ts";
import { icon, stateIcon } from "./look/icons.ts";
import { fittingSymptoms } from "./report/fitting-symptoms.ts";
import type { FoundWords } from "./status/describe-finding.ts";
import { recentTickets } from "./tickets/kept-tickets.ts";
import type { GoEvent, View } from "./views.ts";

/**
 * The first view: what we found, one box to say what is wrong, the six tiles that fit this page, and the way to
 * everything else. The box is there at once; what could be hit by mistake if it moved comes when nothing moves it.
 * @fires go - to a report, an article, or one of the lists
 * @fires suggest - with what was sought and the slugs that were shown
 * @fires intend - with the view that is likely to come next
 */
export class HomeView extends HelpView<"home"> {
  static override properties = {
    ...HelpView.properties,
    words: { state: true },
    suggestions: { state: true },
    showsAll: { state: true },
    isCut: { state: true },
  };

  /** What the person has written in the box. */
  words = "";
  private suggestions: readonly FindableArticle[] = [];
  private showsAll = false;
  /** What searching needs could not be loaded. */
  private isCut = false;
  /** The finding on screen: a new one waits while it would move what somebody is about to press. */
  private found?: FoundWords;
  /** All twelve, the most fitting first. */
  private symptoms: readonly Symptom[] = [];
  private arrangedFor?: SignInState;
  /** What a finding would move has been drawn: from then on it stays. */
  private isWhole = false;
  private search?: Suggestions;
  private around?: SearchContext;
  private loading?: Promise<void>;

  override heading() {
    return this.context.text.help;
  }

  /** What we found comes first, and its buttons before the box. */
  override focusStart(): boolean {
    const { found, isLooking } = this.known;
    if (!found && !isLooking) this.box.focus();
    return !found && !isLooking;
  }

  protected override willUpdate(): void {
    const { signIn, start, isSettled, isLooking } = this.known;
    // Once for each opening: tiles that change their places while somebody looks at them are hit by mistake.
    if (isSettled && signIn !== this.arrangedFor) {
      this.arrangedFor = signIn;
      const explained = start?.problems.flatMap(({ symptoms }) => symptoms) ?? [];
      if (recentTickets(this.context).length > 0) this.intend("reports");
      this.symptoms = fittingSymptoms(this.context.text, { ...signIn, explained });
    }
    const isBusy = this.words !== "" || this.renderRoot.querySelector(".tiles:hover");
    if (!isBusy) this.found = this.known.found;
    this.isWhole ||= isSettled && (!isLooking || this.found !== undefined);
  }

  protected override render() {
    const { text } = this.context;
    if (this.isHeld) return this.looking();
    const isWhole = this.isWhole && this.known.isSettled;
    const isAsking = this.words.trim() !== "";
    return html`<div class="body">
      ${this.recent()} ${this.found ? this.finding(this.found) : nothing}
      <div class="part stack">
        ${this.ask()} ${isWhole && this.suggestions.length === 0 ? this.grid() : nothing}
      </div>
      ${isAsking ? this.answers() : isWhole ? [this.rows(), this.probable()] : nothing}
      <p class="silent" role="status">
        ${this.suggestions.length > 0 ? text.home.found(this.suggestions.length) : this.found?.sentence}
      </p>
    </div>`;
  }

  /** Its place is kept until its code, which comes later, shows it. */
  private recent() {
    if (recentTickets(this.context).length === 0) return nothing;
    return html`<dilitrust-help-recent
      class="rows"
      .context=${this.context}
      .known=${this.known}
      @go=${({ view }: GoEvent) => this.go(view)}
    ></dilitrust-help-recent>`;
  }

  private finding({ state, status, sentence, next, report, isReported, guide }: FoundWords) {
    const { text } = this.context;
    const start = (isUrgent: boolean) => () =>
      report && this.go({ name: "report", start: { ...report, isUrgent } });
    return html`<div class="part band stack">
      <div class="field">
        <p class="state ${status}">${stateIcon(status)}${state}</p>
        <h2>${sentence}</h2>
        ${next ? html`<p>${next}</p>` : nothing}
      </div>
      ${
        report && !isReported
          ? html`<p class="row grow">
              <button class="button primary" @click=${start(false)}>${text.finding.tellMe}</button>
              <button class="button" @click=${start(true)}>${text.finding.urgent}</button>
            </p>`
          : nothing
      }
      ${
        guide
          ? html`<p class="row">
              <button class=${report ? "link" : "button primary"} @click=${() => this.go(guide)}>
                ${report ? text.stepByStep : text.finding.reload}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Where a cause is likely nothing else is drawn before it is known: whatever its height, it moves nothing. */
  private get isHeld(): boolean {
    const { isLooking, signIn } = this.known;
    return isLooking && signIn.screen === "sso_error" && !this.isWhole;
  }

  private looking() {
    return html`<div class="body">
      ${this.recent()}
      <div class="part band">
        <p class="state muted" role="status">${icon("toCome")}${this.context.text.finding.looking}</p>
      </div>
    </div>`;
  }

  private ask() {
    const { text } = this.context;
    const label = this.found
      ? html`<label class="label" for="ask">${text.home.askElse}</label>`
      : html`<h2><label for="ask">${text.home.ask}</label></h2>`;
    return html`<div class="field">
      ${label}
      <div class="ask">
        <input
          id="ask"
          class="input"
          autocomplete="off"
          enterkeyhint="search"
          placeholder=${text.home.placeholder}
          .value=${this.words}
          @focus=${this.onFocus}
          @input=${this.onInput}
          @keydown=${this.onKey}
        />
        ${
          this.words
            ? html`<button class="icon" aria-label=${text.home.clear} @click=${this.clear}>
                ${icon("close")}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private grid() {
    const { text } = this.context;
    const shown = this.showsAll ? this.symptoms : this.symptoms.slice(0, 6);
    return html`<div
        class="tiles"
        @pointerleave=${() => this.requestUpdate()}
        @pointerover=${() => this.intend("report")}
        @focusin=${() => this.intend("report")}
      >
        ${shown.map(
          (symptom) =>
            html`<button @click=${() => this.report(symptom)}>
              ${icon(symptom)}${text.symptoms[symptom]}
            </button>`,
        )}
      </div>
      ${this.showsAll ? nothing : html`<button class="link" @click=${this.showAll}>${text.home.more}</button>`}`;
  }

  private answers() {
    const { home } = this.context.text;
    const isEmpty = this.suggestions.length === 0;
    return html`${this.isCut ? html`<p class="part muted" role="alert">${home.cut}</p>` : nothing}
      <ul
        class="list"
        @keydown=${this.onListKey}
        @pointerover=${() => this.intend("article")}
        @focusin=${() => this.intend("article")}
      >
        ${this.search?.rows(this.suggestions, (view) => this.go(view))}
        <li>
          <button class="go" @click=${this.reportWords}>
            ${isEmpty ? home.reportWords : home.reportIt}${icon("go", "flip end muted")}
          </button>
        </li>
      </ul>`;
  }

  private rows() {
    const { text } = this.context;
    const { snapshot, start, outbox } = this.known;
    const status = snapshot?.status ?? start?.status ?? "unknown";
    const chevron = icon("go", "flip end muted");
    return html`<div class="list rows">
      <button class="go" @click=${() => this.go({ name: "status" })}>
        ${stateIcon(status)}${text.status.all[status]}${chevron}
      </button>
      <button class="go" @click=${() => this.go({ name: "reports" })}>
        ${outbox?.reports().length ? [stateIcon("minor"), text.reports.unsent] : text.home.reports}${chevron}
      </button>
      <button class="go" @click=${() => this.go({ name: "articles" })}>
        ${text.home.articles}${chevron}
      </button>
    </div>`;
  }

  /** Below everything, since it may come late or not at all. */
  private probable() {
    return html`<dilitrust-help-probable
      .context=${this.context}
      .known=${this.known}
      @go=${({ view }: GoEvent) => this.go(view)}
    ></dilitrust-help-probable>`;
  }

  private get box(): HTMLInputElement {
    // Rendered once and for all with the view.
    return this.renderRoot.querySelector("input") as HTMLInputElement;
  }

  /** The panel opens with the focus here: what searching needs must not compete with what is still coming. */
  private onFocus(): void {
    setTimeout(() => this.prepare(), quietMilliseconds);
  }

  /** Loads what searching needs, all at once; until somebody wants to search, none of it. */
  private prepare(): void {
    if (!this.loading && !navigator.onLine) return this.onCut();
    this.loading ??= Promise.all([
      fetchArticles(this.context),
      import("./knowledge/suggestions.ts"),
      this.context.text.searchLanguage(),
    ]).then(
      async ([{ articles }, { openSuggestions }, language]) => {
        this.search = await openSuggestions(this.context, articles, language);
        this.isCut = false;
      },
      () => this.onCut(),
    );
  }

  /** The box still leads to a report; the next key tries again, and so does the line when it is back. */
  private onCut(): void {
    this.loading = undefined;
    if (!this.isCut) addEventListener("online", () => void this.seek(), { once: true });
    this.isCut = true;
  }

  private async onInput(): Promise<void> {
    // Kept while somebody types: what failed meanwhile does not move the rows under their finger.
    if (!this.words) this.around = this.known.searchContext();
    this.words = this.box.value;
    await this.seek();
  }

  private async seek(): Promise<void> {
    this.prepare();
    await this.loading;
    this.suggestions = this.words.trim() ? (this.search?.find(this.words, this.around) ?? []) : [];
    const slugs = this.suggestions.map(({ slug }) => slug);
    // Where nothing could be sought, nothing was not found; and who went on meanwhile did not see it.
    if (this.search && !this.hidden) this.dispatchEvent(new SuggestEvent(this.words, slugs));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") this.step(event, 1);
    if (event.key === "Escape" && this.words) {
      event.preventDefault();
      this.clear();
    }
    if (event.key === "Enter" && this.words.trim()) {
      event.preventDefault();
      const [first] = this.suggestions;
      if (first) this.go({ name: "article", slug: first.slug });
      else this.reportWords();
    }
  }

  private onListKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") this.step(event, 1);
    if (event.key === "ArrowUp") this.step(event, -1);
  }

  /** From the box down into the list and back; at the ends it stays. */
  private step(event: KeyboardEvent, by: number): void {
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>("input, ul .go")];
    const next = places[places.findIndex((place) => place.matches(":focus")) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  private clear(): void {
    this.words = "";
    this.suggestions = [];
    this.box.focus();
  }

  private async showAll(): Promise<void> {
    this.showsAll = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".tiles > :nth-child(7)")?.focus();
  }

  private intend(next: View["name"]): void {
    this.dispatchEvent(new IntendEvent(next));
  }

  private report(symptom: Symptom): void {
    this.go({ name: "report", start: { symptom, message: this.words.trim() || undefined } });
  }

  private reportWords(): void {
    this.report("other");
  }

  static override styles = [
    HelpView.styles,
    css`
      .ask {
        display: flex;
        margin-block-start: 4px;
      }
      .ask > .icon {
        margin-inline-start: -44px;
      }
      .current {
        background: var(--subtle);
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: calc(var(--edge) - 3px);
      }
      dilitrust-help-recent {
        display: block;
        min-block-size: 67px;
      }
      .rows {
        border-block-end: 1px solid var(--line);
      }
    `,
  ];
}

/** Somebody is about to open this view, so it may be loaded meanwhile. It bubbles to the panel and no farther. */
export class IntendEvent extends Event {
  readonly next: View["name"];

  constructor(next: View["name"]) {
    super("intend", { bubbles: true });
    this.next = next;
  }
}

/** Articles were sought for the person; perhaps none fits. It bubbles to the panel and no farther. */
export class SuggestEvent extends Event {
  readonly words: string;
  readonly slugs: string[];

  constructor(words: string, slugs: string[]) {
    super("suggest", { bubbles: true });
    this.words = words;
    this.slugs = slugs;
  }
}

define("dilitrust-help-home", HomeView);
