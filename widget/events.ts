import type { GuideStep, ServiceStatus, TicketInput } from "../server/contract/types.ts";

/** Every event that a host page can listen to. They bubble from `<dilitrust-help>` out of its shadow root. */
abstract class HelpEvent extends Event {
  constructor(name: string, options?: EventInit) {
    super(`dilitrust-help-${name}`, { bubbles: true, composed: true, ...options });
  }
}

/** The panel has opened. */
export class OpenEvent extends HelpEvent {
  constructor() {
    super("open");
  }
}

/** The panel has closed. */
export class CloseEvent extends HelpEvent {
  constructor() {
    super("close");
  }
}

/** A report is about to be sent. The page may complete `report`, or cancel and nothing goes out. */
export class BeforeSendEvent extends HelpEvent {
  readonly report: TicketInput;

  constructor(report: TicketInput) {
    super("before-send", { cancelable: true });
    this.report = report;
  }
}

/** A report has arrived. */
export class TicketCreatedEvent extends HelpEvent {
  readonly key: string;

  constructor(key: string) {
    super("ticket-created");
    this.key = key;
  }
}

/** The status of the services behind this site has changed. */
export class StatusChangedEvent extends HelpEvent {
  readonly status: ServiceStatus;

  constructor(status: ServiceStatus) {
    super("status-changed");
    this.status = status;
  }
}

/** An article or its guide solved it: the reader said so, or a check did. No report was sent. */
export class SolvedEvent extends HelpEvent {
  readonly article: string;
  /** The steps that led there, where it was a guide. */
  readonly path?: GuideStep[];

  constructor(article: string, path?: GuideStep[]) {
    super("solved");
    this.article = article;
    this.path = path;
  }
}

declare global {
  interface HTMLElementEventMap {
    "dilitrust-help-open": OpenEvent;
    "dilitrust-help-close": CloseEvent;
    "dilitrust-help-before-send": BeforeSendEvent;
    "dilitrust-help-ticket-created": TicketCreatedEvent;
    "dilitrust-help-status-changed": StatusChangedEvent;
    "dilitrust-help-solved": SolvedEvent;
  }
}
