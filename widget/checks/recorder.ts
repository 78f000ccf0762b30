import { breadcrumbLimit } from "../../server/contract/limits.ts";
import type { Breadcrumb } from "../../server/contract/types.ts";
import { notePress } from "./note-press.ts";
import { wrapRequests } from "./wrap-requests.ts";

/** What happens on the page while it is open. It stays in memory: nothing leaves before somebody sends a report. */
export interface Recorder {
  /** The last ones, as they happened: `readBreadcrumbs` masks them, which need not be on every page. */
  marks: readonly Mark[];
  /** What the host declared with `setContext`. */
  context: Map<string, string>;
  /** What the host lets us do, by the name it gave. */
  actions: Map<string, () => unknown>;
  note: Note;
  /** Takes every trace of recording off the page. */
  destroy(): void;
}

/** `what` is an address, what was thrown, or the role of what was pressed; `detail` its kind, stack or name. */
export interface Mark extends Breadcrumb {
  detail?: string;
}

export type Note = (
  kind: Mark["kind"],
  what: string,
  detail?: string,
  measured?: Partial<Pick<Mark, "at" | "status" | "milliseconds">>,
) => void;

export function startRecorder(): Recorder {
  const marks: Mark[] = [];
  const stop = new AbortController();
  let path: string | undefined;

  const note: Note = (kind, what, detail = "", measured) => {
    notePage();
    add({ at: Date.now(), kind, what: what.slice(0, 500), detail: detail.slice(0, 500), ...measured });
  };

  /** Single-page hosts change their route silently, but something is loaded or pressed soon after. */
  function notePage(at = Date.now()): void {
    if (path === location.pathname) return;
    path = location.pathname;
    add({ at, kind: "page", what: path });
  }

  function add(mark: Mark): void {
    const last = marks.at(-1);
    const isSame =
      last?.kind === mark.kind &&
      last.what === mark.what &&
      last.detail === mark.detail &&
      last.status === mark.status;
    if (isSame) {
      last.times = (last.times ?? 1) + 1;
    } else if (marks.push(mark) > breadcrumbLimit) {
      marks.shift();
    }
  }

  function noteError(thrown: unknown, place?: string): void {
    note("error", String(thrown), (thrown as Error | undefined)?.stack ?? place); // anything can be thrown
  }

  function listen<Type extends keyof WindowEventMap>(
    type: Type,
    record: (event: WindowEventMap[Type]) => void,
  ): void {
    const recordSafely = (event: WindowEventMap[Type]) => {
      try {
        record(event);
      } catch {
        // What we cannot make sense of is not the host's trouble.
      }
    };
    // Captured: failed resources do not bubble, and hosts keep clicks from bubbling.
    addEventListener(type, recordSafely, { capture: true, signal: stop.signal });
  }

  notePage(performance.timeOrigin);
  listen("error", ({ target, error, message, filename, lineno }) => {
    // Either an element that did not load, or the window.
    const { localName, src, href } = target as Partial<HTMLImageElement & HTMLLinkElement>;
    if (localName) noteResource(src ?? href ?? "", localName);
    else noteError(error ?? message, `${filename}:${lineno}:0`);
  });
  listen("unhandledrejection", ({ reason }) => noteError(reason));
  listen("click", (event) => notePress(event.composedPath(), note));

  const stopRequests =
    "responseStatus" in PerformanceResourceTiming.prototype ? observeRequests() : wrapRequests(noteAnswer);

  function observeRequests(): () => void {
    const observer = new PerformanceObserver((list) => {
      notePage();
      // Only resources are observed.
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        noteAnswer(entry.name, entry.responseStatus, entry.startTime, entry.duration, entry.initiatorType);
      }
    });
    observer.observe({ type: "resource", buffered: true });
    return () => observer.disconnect();
  }

  function noteAnswer(
    address: string,
    status: number,
    startedAt: number,
    milliseconds = performance.now() - startedAt,
    initiator = "fetch",
  ): void {
    const isRequest = /^(fetch|xml|beacon)/.test(initiator);
    // No answer: lost, or cancelled by the page. From another origin it may be one that this page must not see.
    const isLost = isRequest && status === 0 && (address.startsWith(origin) || !/^https?:/.test(address));
    if (status < 400 && !isLost) return;
    const at = performance.timeOrigin + startedAt;
    if (isRequest) note("request", address, initiator, { at, status, milliseconds });
    else noteResource(address, initiator, { at, status, milliseconds });
  }

  /** Told by the element that failed and by the browser's timing, in whatever order; only the latter has the status. */
  function noteResource(address: string, detail: string, measured?: Partial<Mark>): void {
    const known = marks.find(({ kind, what }) => kind === "resource" && what === address);
    if (known) Object.assign(known, measured);
    else note("resource", address, detail, measured);
  }

  return {
    marks,
    context: new Map(),
    actions: new Map(),
    note,
    destroy() {
      stop.abort();
      stopRequests();
    },
  };
}
