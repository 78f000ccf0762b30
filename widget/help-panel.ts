import { html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { SearchContext } from "../content/search.ts";
import type {
  StatusSnapshot,
  TeamContact,
  TicketInput,
  TicketReceipt,
  WidgetStart,
} from "../server/contract/types.ts";
import { ApiError, fetchStart } from "./api.ts";
import { readSignInState } from "./checks/sign-in-state.ts";
import type { SignInState } from "./checks/sign-in-state.ts";
import type { WidgetContext } from "./context.ts";
import { kept } from "./device.ts";
import { CloseEvent, OpenEvent, StatusChangedEvent, TicketCreatedEvent } from "./events.ts";
import type { SolvedEvent } from "./events.ts";
import { define, quietMilliseconds } from "./help-view.ts";
import type { HelpView } from "./help-view.ts";
import "./home-view.ts";
import type { HomeView, IntendEvent, SuggestEvent } from "./home-view.ts";
import { describeTeam } from "./look/describe-team.ts";
import type { SearchLog } from "./knowledge/search-log.ts";
import type { Measured, Surroundings } from "./look-around.ts";
import { icon } from "./look/icons.ts";
import { panelStyles } from "./look/panel.ts";
import { shared } from "./look/shared.ts";
import { tokens } from "./look/tokens.ts";
import type { GuideRecord } from "./guides/record.ts";
import type { Draft } from "./report/draft.ts";
import type { Collected } from "./report/groups.ts";
import type { Outbox } from "./report/outbox.ts";
import type { ReportView } from "./report/report-view.ts";
import type { FoundWords } from "./status/describe-finding.ts";
import type { GoEvent, View } from "./views.ts";

/** A view on the way back, and what was pressed to leave it. */
interface Step {
  element: HelpView;
  pressed?: HTMLElement;
}

const patienceMilliseconds = 400; // so long what an answer would move waits for it
const lookMilliseconds = 3_000; // so long the first view waits for a likely cause
const restMilliseconds = 3_000; // what nobody sees waits until after the first suggestions

const report = () => import("./report/views.ts");
const tickets = () => import("./tickets/views.ts");
const knowledge = () => import("./knowledge/views.ts");

/** The code of each view, loaded when it is first wanted. */
const chunks: Record<Exclude<View["name"], "home">, () => Promise<unknown>> = {
  report,
  preview: report,
  values: report,
  unsent: report,
  sent: tickets,
  reports: tickets,
  thread: tickets,
  articles: knowledge,
  article: knowledge,
  feedback: () => import("./knowledge/feedback-view.ts"),
  guide: () => import("./guides/views.ts"),
  status: () => import("./status/status-view.ts"),
};

/** What has come of it. */
const loaded = new Set<unknown>();

/**
 * The dialog: which view is open, the way back, focus, and what the views share. Views below the open one stay
 * mounted and hidden, so that Back finds them as they were left.
 */
export class HelpPanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    trail: { state: true },
    isOpen: { state: true },
    isSettled: { state: true },
    isLoading: { state: true },
    start: { state: true },
    isUnreachable: { state: true },
    isUnknown: { state: true },
    snapshot: { state: true },
    surroundings: { state: true },
    isLooking: { state: true },
    collected: { state: true },
    notice: { state: true },
  };

  /** Where the widget runs. Set once, before the first update. */
  context!: WidgetContext;

  private trail: readonly Step[] = [];
  private isOpen = false;
  private isSettled = false;
  private isLoading = false;
  private start?: WidgetStart;
  private isUnreachable = false;
  /** The page names a site that the server does not know: nobody can be told anything from here. */
  private isUnknown = false;
  private snapshot?: StatusSnapshot;
  private surroundings?: Surroundings;
  private isLooking = false;
  private signIn: SignInState = { isSignedIn: true };
  private collected: Collected = {};
  /** What broke while the panel was closed. */
  private notice?: TemplateResult;
  private noticed?: string;

  private outbox?: Outbox;
  private readonly suggestions = new Map<string, { slug: string; opened?: boolean; helped?: boolean }>();
  private searchLog?: Promise<SearchLog>;
  private stopStatus?: () => void;
  /** The code that looks at page and browser. */
  private eyes?: typeof import("./look-around.ts");
  private looking?: Promise<void>;
  private isCollecting = false;
  /** Which view was asked for last. */
  private opening?: symbol;

  /** Opens where the person left off, at the unfinished report of this tab, or at `view`. */
  async show(view?: View): Promise<void> {
    await this.updateComplete;
    if (!this.isOpen) {
      this.isOpen = true;
      this.notice = undefined;
      if (isTrapped(this)) this.dialog.showModal();
      else this.dialog.show();
      this.coverLauncher(true);
      this.dispatchEvent(new OpenEvent());
      this.looking = this.lookAround();
      void this.looking.then(() => this.provide());
    }
    const next = view ?? (this.trail.length === 1 ? this.unfinished() : undefined);
    await (next ? this.openAt(next) : this.focusView());
  }

  /** Where the person was when they reloaded the page in this tab. */
  private unfinished(): View | undefined {
    const { tab } = this.context;
    // We alone write there.
    const guide = tab.read(kept.guide) as GuideRecord | undefined;
    const draft = tab.read(kept.draft) as Draft | undefined;
    const thread = tab.read(kept.thread) as View | undefined;
    // A repair that reloaded the page has still to prove itself, whatever else was open.
    if (guide && !guide.isOver && (guide.doing || !thread)) {
      const isOfAnother = this.isLooking && guide.screen !== this.signIn.screen;
      // What another screen asked for waits while the cause of what failed on this one is sought.
      if (guide.doing || !isOfAnother) return { name: "guide", slug: guide.state.slug };
    }
    return thread ?? (draft && { name: "report", start: draft });
  }

  hide(): void {
    // Before the dialog gives the focus back to it.
    this.coverLauncher(false);
    this.dialog.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.outbox?.stop();
    this.log((searches) => searches.stop());
    this.stopStatus?.();
    document.removeEventListener("visibilitychange", this.onVisibility);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("context")) {
      this.trail = [this.step({ name: "home" })];
      // What waits is sent even if nobody opens the panel on this page.
      if (this.context.device.read(kept.outbox)) void this.load("unsent");
    }
    const { signIn, start, snapshot, isLooking, outbox, collected } = this;
    const found = this.findWords();
    const isSettled = this.isSettled && !this.isUnknown;
    for (const { element } of this.trail) {
      element.known = {
        signIn,
        start,
        snapshot,
        found,
        isLooking,
        isSettled,
        outbox,
        searchContext: this.searchContext,
        collected,
      };
      element.hidden = element !== this.top;
    }
  }

  protected override render() {
    const { text } = this.context;
    const { top } = this;
    const hasBack = this.trail.length > 1 && top?.view.name !== "sent";
    return html`<dialog
        aria-labelledby="title"
        aria-busy=${this.isLoading}
        lang=${text.locale}
        @keydown=${this.onKey}
        @keyup=${stop}
        @keypress=${stop}
        @focusin=${this.onFocus}
        @cancel=${this.onCancel}
        @close=${this.onClose}
      >
        <div
          class="inside"
          dir=${text.direction}
          @go=${this.onGo}
          @send=${this.sendFromPreview}
          @intend=${({ next }: IntendEvent) => this.load(next)}
          @suggest=${this.onSuggest}
          @dilitrust-help-solved=${this.onSolved}
          @done=${this.hide}
        >
          <div class="head ${hasBack ? "with-back" : ""}">
            ${
              hasBack
                ? html`<button class="icon" aria-label=${text.back} @click=${this.back}>
                    ${icon("back", "flip")}
                  </button>`
                : nothing
            }
            <h2 id="title" tabindex="-1">${top?.heading()}</h2>
            <button class="icon" aria-label=${text.close} @click=${this.hide}>${icon("close")}</button>
          </div>
          ${this.isUnknown ? html`<p class="part band" role="alert">${text.foot.unknown}</p>` : nothing}
          ${this.trail.map(({ element }) => element)} ${this.isUnknown ? nothing : this.foot()}
        </div>
      </dialog>
      ${this.isOpen ? nothing : this.notice}`;
  }

  private get top(): HelpView | undefined {
    return this.trail.at(-1)?.element;
  }

  private get dialog(): HTMLDialogElement {
    // Rendered once and for all with the first update.
    return this.renderRoot.querySelector("dialog") as HTMLDialogElement;
  }

  /** The panel rises over the launcher's place: what is under it must not be reached by keyboard. */
  private coverLauncher(isCovered: boolean): void {
    const root = this.getRootNode();
    const launcher = root instanceof ShadowRoot ? root.querySelector<HTMLElement>(".launcher") : null;
    if (launcher) launcher.style.visibility = isCovered ? "hidden" : "";
  }

  /** Who helps, whether they are there now, and how to reach them: under every view. */
  private foot() {
    const { text, device } = this.context;
    // Without an answer the team of the last time serves. We alone write there.
    const team = this.start?.team ?? (device.read(kept.team) as TeamContact | undefined);
    return html`<div class="foot">
      ${this.isUnreachable ? html`<p role="alert">${text.foot.unreachable}</p>` : this.openingHours()}
      ${team ? this.contact(team) : this.isUnreachable ? html`<p class="muted">${text.foot.stillUsable}</p>` : nothing}
    </div>`;
  }

  private openingHours() {
    const team = this.start?.team;
    if (!team) return html`<p>&nbsp;</p>`; // Its place is kept.
    return html`<p class=${team.isOpen ? "open" : "closed"}>${describeTeam(this.context.text, team)}</p>`;
  }

  private contact({ phone, email }: TeamContact) {
    return html`<p class="row">
      ${
        phone
          ? html`<a class="num" href="tel:${phone.replaceAll(" ", "")}"><bdi>${phone}</bdi></a>`
          : html`<button class="callback" @click=${this.requestCall}>
              ${this.context.text.foot.callBack}
            </button>`
      }
      <a href="mailto:${email}"><bdi>${email}</bdi></a>
    </p>`;
  }

  /** Asks the server and the page what is going on. Nothing in it says who asks. */
  private async lookAround(): Promise<void> {
    this.signIn = readSignInState(this.context.recorder.context);
    this.isLooking = this.signIn.screen === "sso_error";
    setTimeout(() => (this.isSettled = true), patienceMilliseconds);
    setTimeout(() => (this.isLooking = false), lookMilliseconds);
    const measured = await this.greet();
    this.isLooking ||= Boolean(this.start?.problems.length);
    this.isSettled = true;
    // Where a cause is likely it is sought at once. Elsewhere nothing competes with the first view.
    if (!this.isLooking) await pause(quietMilliseconds);
    try {
      if (!navigator.onLine) return;
      this.eyes = await import("./look-around.ts");
      this.surroundings ??= { signIn: this.signIn };
      this.isLooking &&= this.signIn.screen === "sso_error";
      this.onVisibility();
      document.addEventListener("visibilitychange", this.onVisibility);
      this.surroundings = await this.eyes.survey(this.context, this.signIn, measured);
    } catch {
      // Without these eyes a report still goes, with what the person says.
    } finally {
      this.isLooking = false;
    }
  }

  /** So that a report can still be written, and an article opened, when the line is cut. */
  private async provide(): Promise<void> {
    await pause(restMilliseconds);
    if (this.isConnected) for (const view of ["report", "sent", "article"] as const) void this.load(view);
  }

  private async greet(): Promise<Measured | undefined> {
    const askedAt = Date.now();
    try {
      this.start = await fetchStart(this.context);
      this.isUnreachable = false;
      // Switched off while this page was open: nobody can be helped here.
      if (!this.start.site.isEnabled) this.dispatchEvent(new Event("disabled"));
    } catch (error) {
      this.isUnreachable = true;
      this.isUnknown = error instanceof ApiError && error.code === "site-unknown";
      return undefined;
    }
    const roundTripMilliseconds = Date.now() - askedAt;
    this.context.device.write(kept.team, this.start.team);
    const clockErrorMilliseconds = Math.round(askedAt + roundTripMilliseconds / 2 - this.start.serverTime);
    return { roundTripMilliseconds, clockErrorMilliseconds };
  }

  private findWords(): FoundWords | undefined {
    const { eyes, surroundings, snapshot, start, context } = this;
    const problems = (snapshot ?? start)?.problems ?? [];
    return surroundings && eyes?.findWords(context, surroundings, problems);
  }

  private readonly searchContext = (): SearchContext | undefined => {
    const { eyes, surroundings, context } = this;
    return surroundings && eyes?.searchContext(context, surroundings);
  };

  /** A browser allows few lines to one server; a tab that nobody sees gives its own back. */
  private readonly onVisibility = (): void => {
    this.stopStatus?.();
    if (document.hidden) return;
    this.stopStatus = this.eyes?.followStatus(this.context, (news) => this.onStatus(news));
  };

  private onStatus(snapshot: StatusSnapshot): void {
    const before = (this.snapshot ?? this.start)?.status;
    this.snapshot = snapshot;
    if (!this.isOpen) void this.notify(snapshot);
    if (before !== snapshot.status) this.dispatchEvent(new StatusChangedEvent(snapshot.status));
  }

  /** Said beside the launcher, never over the page's own matter; once put away, it stays away. */
  private async notify({ problems }: StatusSnapshot): Promise<void> {
    const problem = problems.find(({ status }) => status === "critical");
    if (problem?.id === this.noticed) return;
    this.noticed = problem?.id;
    const [words, { renderNotice }] = await Promise.all([
      this.context.text.later(),
      import("./status/notice.ts"),
    ]);
    Object.assign(this.context.text, words);
    const hide = () => (this.notice = undefined);
    this.notice = problem && renderNotice(this.context, problem, (view) => void this.show(view), hide);
  }

  private onGo({ view }: GoEvent): void {
    const step = this.trail.at(-1);
    if (step) step.pressed = deepestFocus();
    const isEnd = ["home", "sent", "unsent"].includes(view.name);
    void this.openAt(view, isEnd ? this.trail.slice(0, 1) : this.trail);
  }

  /** Until the view has come, the one before stays. */
  private async openAt(view: View, trail: readonly Step[] = this.trail.slice(0, 1)): Promise<void> {
    this.isLoading = true;
    const opening = (this.opening = Symbol());
    const isLoaded = await this.load(view.name);
    if (isLoaded && view.name === "report") await this.collect();
    if (opening !== this.opening) return; // Something else was pressed meanwhile.
    this.isLoading = false;
    if (!isLoaded) return;
    if (view.name === "article") {
      this.remember(view.slug, { opened: true });
      this.log((searches) => searches.opened(view.slug));
    }
    if (view.name === "report") {
      this.log((searches) => searches.reporting());
      void this.load("sent");
    }
    // What the preview shows is what is sent.
    if (view.name === "preview") this.isCollecting = false;
    this.trail = view.name === "home" ? trail : [...trail, this.step(view)];
    await this.focusView();
  }

  private step(view: View): Step {
    // Every view is a HelpView, and defined by now.
    const element = document.createElement(`dilitrust-help-${view.name}`) as HelpView;
    element.context = this.context;
    // The first view is a HomeView.
    const message = (this.trail[0]?.element as HomeView | undefined)?.words;
    element.view = view.name === "guide" ? { ...view, message } : view;
    return { element };
  }

  private async back(): Promise<void> {
    if (this.top?.stepBack()) return;
    this.trail = this.trail.slice(0, -1);
    await this.updateComplete;
    const pressed = this.trail.at(-1)?.pressed;
    if (pressed?.isConnected) pressed.focus();
    else await this.focusView();
  }

  /** Loads what a view needs: its code, and the words of all but the first. The foot says if they do not come. */
  private async load(name: View["name"]): Promise<boolean> {
    const { text } = this.context;
    if (name === "home") return true;
    const chunk = chunks[name];
    try {
      // Firefox never tries an import again that failed.
      if (!navigator.onLine && !loaded.has(chunk)) throw new Error();
      const [words] = await Promise.all([text.later(), chunk()]);
      loaded.add(chunk);
      Object.assign(text, words);
      if (chunk === report || chunk === tickets) await this.openOutbox();
      this.isUnreachable &&= !this.start;
      return true;
    } catch {
      this.isUnreachable = true;
      return false;
    }
  }

  private async openOutbox(): Promise<void> {
    const { openOutbox } = await report();
    this.outbox ??= openOutbox(this.context, {
      onArrived: (report, receipt) => this.onArrived(report, receipt),
      onChange: () => this.requestUpdate(),
    });
  }

  /** On touch a field is left alone: the keyboard would hide what is above it. */
  private async focusView(): Promise<void> {
    await this.updateComplete;
    const { top } = this;
    await top?.updateComplete;
    if (!matchMedia("(pointer: coarse)").matches && top?.focusStart()) return;
    this.renderRoot.querySelector<HTMLElement>("#title")?.focus();
  }

  /** When the form opens; on a slow line what is still on its way follows while the form is filled in. */
  private async collect(): Promise<void> {
    const { looking } = this;
    this.isCollecting = true;
    await Promise.race([looking, pause(quietMilliseconds + patienceMilliseconds)]);
    await this.gather();
    void looking?.then(() => (this.isCollecting ? this.gather() : undefined));
  }

  private async gather(): Promise<void> {
    const { withGuide } = await report();
    const { eyes, surroundings, context } = this;
    this.collected = withGuide(context, {
      ...(surroundings && eyes?.collect(context, surroundings)),
      suggestions: [...this.suggestions.values()],
    });
  }

  private onSuggest({ words, slugs }: SuggestEvent): void {
    for (const slug of slugs) this.remember(slug);
    const at = Date.now();
    this.searchLog ??= pause(restMilliseconds)
      .then(() => import("./knowledge/search-log.ts"))
      .then(({ openSearchLog }) => openSearchLog(this.context));
    this.log((searches) => searches.sought(words, slugs.length, at));
  }

  /** In order, also before its code is there; if it does not come, nobody learns of what was sought. */
  private log(tell: (searches: SearchLog) => void): void {
    this.searchLog?.then(tell, () => {});
  }

  private onSolved({ article }: SolvedEvent): void {
    this.remember(article, { helped: true });
    this.log((searches) => searches.solved());
  }

  /** What was suggested, and what became of it, so that support does not advise the same. */
  private remember(slug: string, what?: { opened?: true; helped?: true }): void {
    this.suggestions.set(slug, { ...this.suggestions.get(slug), slug, ...what });
  }

  /** The form says what is still missing: Send in the preview is Send in the form. */
  private async sendFromPreview(): Promise<void> {
    await this.back();
    await (this.top as ReportView).send();
  }

  private onArrived(report: TicketInput, receipt: TicketReceipt): void {
    this.log((searches) => searches.reported(report.symptom));
    this.dispatchEvent(new TicketCreatedEvent(receipt.key));
    if (this.isUnreachable) void this.greet();
    // What waited has arrived by itself.
    if (this.top?.view.name === "unsent") void this.openAt({ name: "sent", report, receipt });
  }

  private requestCall(): void {
    const message = this.context.text.foot.callBack;
    void this.openAt({ name: "report", start: { symptom: "other", message, isUrgent: true } });
  }

  /** Keys stay in here: the page's own shortcuts must not fire while somebody writes to us. */
  private onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.leave();
  }

  /** The way back of a phone closes modal dialogs. */
  private onCancel(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  private leave(): void {
    if (this.trail.length > 1 && this.top?.view.name !== "sent") void this.back();
    else this.hide();
  }

  private onClose(): void {
    if (this.dialog.open) return; // It only became modal.
    this.isOpen = false;
    this.log((searches) => searches.ended());
    this.coverLauncher(false);
    if (this.top?.view.name === "sent") this.trail = this.trail.slice(0, 1);
    this.dispatchEvent(new CloseEvent());
  }

  /** A page that pulls focus back out of us, as focus traps do, does it at once; a modal dialog withstands. */
  private onFocus(): void {
    setTimeout(() => {
      const isStolen = this.isOpen && !this.dialog.matches(":modal") && !this.matches(":focus-within");
      if (!isStolen || document.activeElement === document.body) return;
      this.dialog.close();
      this.dialog.showModal();
      void this.focusView();
    });
  }

  static override styles = [tokens, shared, panelStyles];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function stop(event: Event): void {
  event.stopPropagation();
}

/** Whether a non-modal dialog would be dead: the page has a modal one open, or made us inert. */
function isTrapped(element: Element): boolean {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : element;
  return document.querySelector("dialog:modal") !== null || host.closest("[inert]") !== null;
}

function deepestFocus(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}

define("dilitrust-help-panel", HelpPanel);
