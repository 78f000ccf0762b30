import { css, html, nothing } from "lit";
import type { PropertyValues } from "lit";
import type { Article } from "../../content/article.ts";
import { sayPath } from "../../content/guide-path.ts";
import { lookAt, startGuide, takeStep, traitsOf } from "../../content/guide.ts";
import type { GuideEvent, GuideSetting, GuideState, GuideView, Traits } from "../../content/guide.ts";
import { identityProviderOf } from "../../content/identity-provider.ts";
import { errorCodeIn } from "../../server/contract/error-code.ts";
import type { CheckResult } from "../../server/contract/types.ts";
import { fetchArticle } from "../api.ts";
import { readEnvironment } from "../checks/page-details.ts";
import { findRepair } from "../checks/repairs.ts";
import { SolvedEvent } from "../events.ts";
import { define, HelpView } from "../help-view.ts";
import { articleUrl } from "../knowledge/article-row.ts";
import type { Leads } from "../knowledge/blocks.ts";
import { icon } from "../look/icons.ts";
import type { GuideWords } from "../text/en-guide.ts";
import "./identity-step.ts";
import { isKnown, isPersonal, measure, mergeChecks } from "./measure.ts";
import { keepGuideRecord, readGuideRecord } from "./record.ts";
import type { GuideRecord } from "./record.ts";
import { renderStep } from "./step.ts";
import type { Draw } from "./step.ts";

const languages = {
  en: () => import("../text/en-guide.ts"),
  fr: () => import("../text/fr-guide.ts"),
};

const slowMilliseconds = 300; // what is quicker need not be said
const askAgainMilliseconds = 3_000;
const leaveMilliseconds = 15_000; // who told the browser to stay on the page is still here

/**
 * Plays a guide: one question or one action at a time. Checks are made and repairs prove themselves; only a check or
 * the person's own word ends it as solved.
 * @fires go - to an article, to the first view, or to the report that goes on from here
 * @fires done - solved, and nothing else to do
 * @fires dilitrust-help-solved - at the end, with the path
 */
class GuidePlayer extends HelpView<"guide"> {
  static override properties = {
    ...HelpView.properties,
    record: { state: true },
    elsewhere: { state: true },
    isMissing: { state: true },
    isSlow: { state: true },
    isRepairing: { state: true },
    asksWho: { state: true },
    hasNoCode: { state: true },
    toldFromAfar: { state: true },
  };

  /** Every article whose guide the path is of, by slug. */
  private readonly articles = new Map<string, Article>();
  private record?: GuideRecord;
  /** Where an arrow leads to an article without a guide. */
  private elsewhere?: Article;
  private words?: GuideWords;
  private draw?: Draw;
  private ownTraits: Traits = {};
  private isMissing = false;
  private isSlow = false;
  /** In ms since 1970, where a check is waited for. */
  private waitsUntil?: number;
  private isRepairing = false;
  private asksWho = false;
  private hasNoCode = false;
  /** The step, for whoever hears it while their focus is on the page. */
  private toldFromAfar = "";
  /** A repair that the person had agreed to before they came here. */
  private agreed?: string;
  private stopWaiting?: () => void;

  override heading() {
    return this.context.text.stepByStep;
  }

  /** Back is the question before; from the first one, and once it is solved, the guide is left. */
  override stepBack(): boolean {
    const { record } = this;
    if (!record || this.isRepairing) return this.isRepairing;
    const [state, ...earlier] = record.isOver ? [] : record.earlier;
    if (!state) {
      this.keep({ ...record, isOver: true });
      return false;
    }
    this.asksWho = false;
    this.elsewhere = undefined;
    this.keep({ ...record, state, earlier });
    void this.settle();
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWaiting?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) void this.load();
  }

  protected override render() {
    const { words, draw, now, context } = this;
    if (this.isMissing) return this.missing();
    if (!words || !draw || !now) return html`<div class="body"></div>`;
    if (this.asksWho) {
      return html`<dilitrust-help-identity
        .context=${context}
        .words=${words}
        @known=${this.onKnown}
        @anonymous=${this.onAnonymous}
      ></dilitrust-help-identity>`;
    }
    const { title, content, bar } = this.step(words, draw, now);
    return html`
      <div class="body">
        <div class="part stack" aria-busy=${now.kind === "run" || this.isRepairing}>
          <div>
            <p class="small muted">${this.article?.title}</p>
            ${title}
          </div>
          ${content}
        </div>
        ${this.soFar(words, now)}
        <p class="silent" role="status">${this.toldFromAfar}</p>
      </div>
      ${bar ? html`<div class="bar">${bar}</div>` : nothing}
    `;
  }

  private step(words: GuideWords, draw: Draw, now: GuideView) {
    const { isSlow, isRepairing, hasNoCode, elsewhere, waitsUntil } = this;
    return renderStep(now, {
      words,
      draw,
      isSlow,
      waitsUntil: waitsUntil === undefined ? undefined : this.context.text.time(new Date(waitsUntil)),
      isRepairing,
      hasNoCode,
      elsewhere,
      take: (event) => void this.take(event),
      repair: (action) => void this.repair(action),
      paste: (text, check) => void this.onPaste(text, check),
      stopWaiting: () => this.stopWaiting?.(),
      handOver: () => this.handOver(),
      readArticle: (slug = this.article?.slug) => this.readArticle(slug),
      startOver: () => this.go({ name: "home" }),
      close: () => this.dispatchEvent(new Event("done", { bubbles: true })),
    });
  }

  /** What was done, in words: nothing happens here that one cannot read. */
  private soFar(words: GuideWords, now: GuideView) {
    const said = this.record?.said ?? [];
    const count = said.filter(({ kind }) => kind !== "start").length;
    if (count === 0) return nothing;
    return html`<details class="list" ?open=${now.kind === "end" && now.end === "ticket"}>
      <summary>${words.soFar(count)}${icon("unfold", "end muted")}</summary>
      <ol class="part stack small">
        ${said.map(({ kind, what, outcome, changes }) =>
          kind === "start"
            ? html`<li class="muted">${what}</li>`
            : html`<li>${what}<br /><b>${outcome}</b>${changes.map((change) => html`<br />${change}`)}</li>`,
        )}
      </ol>
    </details>`;
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

  /** The one whose guide is played now. */
  private get article(): Article | undefined {
    return this.record && this.articles.get(this.record.state.slug);
  }

  /** What to show or to do at the present node. */
  private get now(): GuideView | undefined {
    const { record, article, elsewhere } = this;
    if (elsewhere) return { kind: "go", slug: elsewhere.slug };
    return article?.guide && record && lookAt(article.guide, record.state, this.setting(record));
  }

  private setting({
    checks,
    traits,
    state,
  }: Pick<GuideRecord, "checks" | "traits"> & { state?: GuideState }): GuideSetting {
    const code = mergeChecks(checks, state?.told.checks ?? []).find(({ id }) => id === "sso_code")?.value;
    return {
      // A known code tells whose sign-in it is.
      traits: {
        ...this.ownTraits,
        ...traits,
        ...(typeof code === "string" && { idp: identityProviderOf(code) }),
      },
      checks,
      canDo: (action) => findRepair(this.context, action) !== undefined,
      now: Date.now(),
      locale: this.context.text.locale,
    };
  }

  private async load(): Promise<void> {
    const { slug, agreed } = this.view;
    this.isMissing = false;
    this.agreed = agreed;
    try {
      const [article, { guideWords }, environment, drawing] = await Promise.all([
        this.fetch(slug),
        languages[this.context.text.locale === "fr" ? "fr" : "en"](),
        readEnvironment({}),
        // Not imported, for then the blocks of articles would be a chunk of their own, and a round trip more.
        import("../knowledge/views.ts"),
      ]);
      this.draw ??= this.prepareToDraw(drawing);
      this.words = guideWords;
      this.ownTraits = traitsOf(environment);
      await this.begin(article);
    } catch {
      this.isMissing = true;
      return;
    }
    await this.settle();
  }

  /** A step is drawn as an article is, and looks like one. */
  private prepareToDraw({
    blockStyles,
    renderBlocks,
    renderInlines,
  }: typeof import("../knowledge/views.ts")): Draw {
    const { styleSheet } = blockStyles;
    if (styleSheet && this.renderRoot instanceof ShadowRoot)
      this.renderRoot.adoptedStyleSheets.push(styleSheet);
    const leads: Leads = {
      articleUrl: (slug) => articleUrl(this.context, slug),
      onArticle: (slug) => this.readArticle(slug),
      onReport: () => this.handOver(),
    };
    return {
      inlines: (text) => renderInlines(text, leads),
      blocks: (blocks) => renderBlocks(blocks, leads),
    };
  }

  private async fetch(slug: string): Promise<Article> {
    const article = this.articles.get(slug) ?? (await fetchArticle(this.context, slug));
    this.articles.set(slug, article);
    return article;
  }

  /** Where they were, after a reload; else at its first node. */
  private async begin(article: Article): Promise<void> {
    const kept = readGuideRecord(this.context);
    const isSame = kept?.state.slug === article.slug && kept.hash === article.hash;
    if (kept && isSame && !kept.isOver) {
      const starts = kept.state.path.filter(({ outcome }) => outcome === "start");
      await Promise.all(starts.map(({ node }) => this.fetch(node.replaceAll("_", "-"))));
      this.record = kept;
    } else {
      // What they said of themselves in another guide is not asked again.
      const traits = { ...kept?.traits, ...kept?.state.told.traits };
      const { screen } = this.known.signIn;
      this.start(article, { checks: [], traits, earlier: [], screen });
    }
  }

  private start(
    article: Article,
    before: Pick<GuideRecord, "checks" | "traits" | "earlier" | "isAnonymous" | "screen"> & {
      state?: GuideState;
    },
  ): void {
    const { slug, hash, guide } = article;
    if (guide)
      this.keep({
        ...before,
        hash,
        state: startGuide({ slug, guide }, this.setting(before), before.state),
      });
    else this.elsewhere = article;
  }

  /** Does what the present node does by itself, else lets it be read. */
  private async settle(): Promise<void> {
    const { now, record } = this;
    if (!now) return;
    await this.updateComplete;
    if (!record || this.elsewhere) this.focusStep();
    else if (record.doing) await this.proveRepair(record.doing.before);
    else if (now.kind === "run") await this.run(now.checks, now.waitSeconds, record.state);
    else if (now.kind === "go") await this.follow(now.slug, record);
    else if (now.kind === "do" && now.action === this.agreed) await this.repair(now.action);
    else {
      this.focusStep();
      if (now.kind === "end") await this.finish(now.end === "solved", now.attach, record);
    }
  }

  private async run(ids: readonly string[], waitSeconds = 0, state: GuideState): Promise<void> {
    this.isSlow = false;
    this.waitsUntil = waitSeconds > 0 ? state.since + waitSeconds * 1_000 : undefined;
    const slow = setTimeout(() => void this.saySlow(), slowMilliseconds);
    const { results, identity } = await this.waitFor(ids);
    clearTimeout(slow);
    this.isSlow = false;
    const { record } = this;
    // They went back, or left, meanwhile.
    if (record?.state !== state || !this.isConnected) return;
    const isUnsaid = ids.some(
      (id) => isPersonal(id) && !results.some((check) => check.id === id && isKnown(check)),
    );
    if (isUnsaid && identity === "needed" && !record.isAnonymous) this.asksWho = true;
    else await this.take({ kind: "checked", results });
  }

  private async saySlow(): Promise<void> {
    this.isSlow = true;
    await this.updateComplete;
    this.focusStep();
  }

  private async waitFor(ids: readonly string[]) {
    const until = this.waitsUntil ?? 0;
    let isStopped = false;
    for (;;) {
      const measured = await this.measure(ids);
      const passed = measured.results.filter(({ outcome }) => outcome === "pass");
      const isGood = passed.length === ids.length;
      // What the platform says of a person is not said to us before they have proved who they are.
      const isVain = measured.identity === "needed" && !measured.results.some(isKnown);
      if (isGood || isVain || isStopped || Date.now() > until || !this.isConnected) return measured;
      await new Promise<void>((goOn) => {
        setTimeout(goOn, askAgainMilliseconds);
        this.stopWaiting = () => {
          isStopped = true;
          goOn();
        };
      });
    }
  }

  private async repair(action: string): Promise<void> {
    const repair = findRepair(this.context, action);
    if (!repair || this.isRepairing) return;
    this.agreed = undefined;
    this.isRepairing = true;
    const { results: before } = await this.measure(repair.proofs);
    const { record } = this;
    if (!record) return;
    // The page to which it leads goes on from here.
    this.keep({ ...record, doing: { before } });
    const outcome = await repair.run().catch(() => "failed" as const); // whatever broke, it was not done
    if (outcome === "leaving") await new Promise((stayed) => setTimeout(stayed, leaveMilliseconds));
    this.isRepairing = false;
    if (outcome === "done") return this.proveRepair(before);
    this.keep({ ...record, doing: undefined });
    if (outcome === "failed") await this.take({ kind: "failed" });
  }

  private async proveRepair(before: readonly CheckResult[]): Promise<void> {
    const { results: after } = await this.measure(before.map(({ id }) => id));
    if (this.record) this.record = { ...this.record, doing: undefined };
    await this.take({ kind: "done", value: proofOf(before, after) });
  }

  private async take(event: GuideEvent): Promise<void> {
    const { article, record, now } = this;
    if (!article?.guide || !record || !now) return;
    const state = takeStep(article.guide, record.state, event, this.setting(record));
    if (state === record.state) return;
    this.hasNoCode = false;
    this.keep({ ...record, state, earlier: earlierThan(now, record, event) });
    await this.settle();
  }

  /** Another article's guide goes on with this path; its text is offered where it has none. */
  private async follow(slug: string, record: GuideRecord): Promise<void> {
    try {
      this.start(await this.fetch(slug), record);
    } catch {
      this.isMissing = true;
      return;
    }
    await this.settle();
  }

  private async finish(isSolved: boolean, attach: readonly string[], record: GuideRecord): Promise<void> {
    if (isSolved) {
      this.keep({ ...record, isOver: true });
      this.dispatchEvent(new SolvedEvent(record.state.slug, record.state.path));
      return;
    }
    const missing = attach.filter((id) => !record.checks.some((check) => check.id === id));
    if (missing.length === 0) return;
    await this.measure(missing);
    if (this.record) this.keep(this.record);
  }

  /** Measures, and remembers it for the notes and for a report. */
  private async measure(ids: readonly string[]) {
    const { snapshot, start } = this.known;
    const measured = await measure(this.context, ids, (snapshot ?? start)?.status ?? "unknown");
    // Who pasted a code before they came here is not asked for it again.
    const code = ids.includes("sso_code") && errorCodeIn(this.view.message ?? "");
    if (code && !measured.results.some(({ id }) => id === "sso_code"))
      measured.results.push({ id: "sso_code", outcome: "fail", value: code });
    if (this.record)
      this.record = { ...this.record, checks: mergeChecks(this.record.checks, measured.results) };
    return measured;
  }

  private keep(record: Omit<GuideRecord, "said">): void {
    const words = this.words?.path;
    const said = words ? sayPath(record.state.path, (slug) => this.articles.get(slug), words) : [];
    this.record = { ...record, said };
    keepGuideRecord(this.context, this.record);
  }

  private async onPaste(text: string, check: string): Promise<void> {
    const value = errorCodeIn(text);
    if (value !== undefined)
      return this.take({ kind: "pasted", result: { id: check, outcome: "fail", value } });
    this.hasNoCode = true;
    await this.updateComplete;
    this.renderRoot.querySelector("textarea")?.focus();
  }

  /** Whoever listens hears what is asked now; who types a code on the page meanwhile is not torn away from it. */
  private focusStep(): void {
    if (this.hidden) return;
    const step = this.renderRoot.querySelector<HTMLElement>("#step");
    const isAway = isFocusOnPage(this);
    this.toldFromAfar = isAway ? (step?.textContent ?? "") : "";
    if (!isAway) step?.focus();
  }

  private readArticle(slug: string | undefined): void {
    if (slug !== undefined) this.go({ name: "article", slug });
  }

  private handOver(): void {
    this.go({ name: "report", start: { symptom: this.article?.symptom ?? "other" } });
  }

  private onKnown(): void {
    this.asksWho = false;
    void this.settle();
  }

  private onAnonymous(): void {
    if (this.record) this.keep({ ...this.record, isAnonymous: true });
    this.onKnown();
  }

  static override styles = [
    HelpView.styles,
    css`
      .muted + h2 {
        margin-block-start: 4px;
      }
      .long {
        font-size: 16px;
        line-height: 24px;
      }
      .bar {
        flex-wrap: wrap;
      }
      .bar > .button {
        flex: 1 1 auto;
      }
      .choices {
        display: grid;
        gap: 8px;
      }
      .choices .go {
        border: 1px solid var(--control);
        border-radius: var(--small);
        padding-inline: 16px 12px;
      }
      .choices .go:hover {
        background: var(--subtle);
        border-color: var(--text);
      }
      textarea.input {
        block-size: auto;
        min-block-size: 88px;
        resize: vertical;
      }
    `,
  ];
}

function isFocusOnPage(element: Element): boolean {
  let outermost = element;
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = outermost.getRootNode())
    outermost = root.host;
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement !== outermost;
}

/** Where Back leads after this step. Where nobody was asked nothing can be taken back, and nor can what was done. */
function earlierThan({ kind }: GuideView, { state, earlier }: GuideRecord, event: GuideEvent): GuideState[] {
  if (event.kind === "done") return [];
  return kind === "run" ? earlier : [state, ...earlier];
}

/** `{build_before: "2026.11.3", build_after: "2026.11.4", sw_before: "stale", sw_after: "none"}` */
function proofOf(before: readonly CheckResult[], after: readonly CheckResult[]): Record<string, string> {
  const entries = (when: string, results: readonly CheckResult[]) =>
    results.filter(isKnown).map((check) => [`${check.id}_${when}`, sayResult(check)]);
  return Object.fromEntries([...entries("before", before), ...entries("after", after)]);
}

function sayResult({ outcome, value }: CheckResult): string {
  if (typeof value === "object" && value !== null) return String(value["loaded"] ?? outcome);
  return String(value ?? outcome);
}

define("dilitrust-help-guide", GuidePlayer);
