import type { Article } from "../content/article.ts";
import type { SearchContext } from "../content/search.ts";
import type { Symptom } from "../server/contract/symptoms.ts";
import type { StatusSnapshot, TicketInput, TicketReceipt, WidgetStart } from "../server/contract/types.ts";
import type { SignInState } from "./checks/sign-in-state.ts";
import type { Collected } from "./report/groups.ts";
import type { Outbox } from "./report/outbox.ts";
import type { FoundWords } from "./status/describe-finding.ts";

/** What the panel can show, and what each view needs to be opened. */
export type View =
  | { name: "home" }
  | { name: "report"; start: ReportStart }
  | { name: "preview" }
  | { name: "values" }
  | { name: "sent"; report: TicketInput; receipt: TicketReceipt }
  | { name: "unsent" }
  | { name: "reports" }
  /** `accessToken` comes with a mailed link; without it the ticket must have been sent from this device. */
  | { name: "thread"; key: string; isReplying?: boolean; accessToken?: string }
  /** All of them, or those on one subject. */
  | { name: "articles"; only?: { title: string; slugs: readonly string[] } }
  | { name: "article"; slug: string }
  /** Why it did not help. */
  | { name: "feedback"; article: Article }
  /** `agreed`: the repair to which the person said yes already; `message`: what they wrote or pasted before. */
  | { name: "guide"; slug: string; agreed?: string; message?: string }
  | { name: "status" };

/** What is known when somebody starts a report. */
export interface ReportStart {
  symptom: Symptom;
  message?: string;
  isUrgent?: boolean;
  /** What we found ourselves: then nothing is asked about the symptom. */
  finding?: { code: string; sentence: string };
}

/** What the panel knows by now; a new object with each change. */
export interface Known {
  /** Where in signing in the page is. */
  signIn: SignInState;
  start?: WidgetStart;
  /** The status board, live. */
  snapshot?: StatusSnapshot;
  /** The one thing to say first. */
  found?: FoundWords;
  /** Whether something may still be found. */
  isLooking: boolean;
  /** The server has answered, or was waited for long enough: what is drawn now need not move. */
  isSettled: boolean;
  /** There as soon as a report is begun or waits. */
  outbox?: Outbox;
  /** What search may know of this page; taken when somebody begins to type. */
  searchContext: () => SearchContext | undefined;
  /** What would go with a report; taken when its form opens. */
  collected: Collected;
}

/** A view asks for another; it bubbles to the panel and no farther. */
export class GoEvent extends Event {
  readonly view: View;

  constructor(view: View) {
    super("go", { bubbles: true });
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    go: GoEvent;
  }
}
