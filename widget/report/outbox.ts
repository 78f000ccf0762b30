import type { TicketInput, TicketReceipt } from "../../server/contract/types.ts";
import { sendTicket } from "../api-tickets.ts";
import { ApiError } from "../api.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import { keptTickets } from "../tickets/kept-tickets.ts";
import type { KeptTicket } from "../tickets/kept-tickets.ts";

/**
 * Reports on their way. A report is kept on the device before it is sent and leaves when the server has it, which
 * leaves its key here; its id and token make every further try harmless.
 */
export interface Outbox {
  reports(): TicketInput[];
  /** What hinders the reports that wait; nothing while none does. */
  trouble(): Trouble | undefined;
  /** Without a receipt the report stays here and is tried again. Throws what the person has to mend. */
  send(report: TicketInput): Promise<TicketReceipt | undefined>;
  tryNow(): Promise<void>;
  stop(): void;
}

interface Trouble {
  /** A problem's code, or `unreachable`. */
  code: string;
  since: number;
  nextTryAt: number;
}

interface News {
  onArrived(report: TicketInput, receipt: TicketReceipt): void;
  onChange(): void;
}

const firstPauseSeconds = 5;
const longestList = 20; // older ones are reached by their mailed link
const longestPauseSeconds = 300; // in a long outage every open page tries; five minutes spare the server

export function openOutbox(context: WidgetContext, news: News): Outbox {
  let trouble: Trouble | undefined;
  let pauseSeconds = firstPauseSeconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTrying = false;

  async function attempt(report: TicketInput): Promise<TicketReceipt> {
    try {
      const receipt = await sendTicket(context, report);
      leave(context, report);
      keepTicket(context, report, receipt);
      trouble = undefined;
      pauseSeconds = firstPauseSeconds;
      news.onArrived(report, receipt);
      return receipt;
    } catch (error) {
      if (error instanceof ApiError) pause(error);
      throw error;
    } finally {
      news.onChange();
    }
  }

  function pause({ code, retryAfterSeconds }: ApiError): void {
    const seconds = Math.max(pauseSeconds, retryAfterSeconds);
    trouble = { code, since: trouble?.since ?? Date.now(), nextTryAt: Date.now() + seconds * 1000 };
    pauseSeconds = Math.min(pauseSeconds * 2, longestPauseSeconds);
    clearTimeout(timer);
    timer = setTimeout(tryAll, seconds * 1000);
  }

  async function tryAll(): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    try {
      for (const report of waitingReports(context)) await attempt(report);
    } catch (error) {
      // `pause` has planned the next try and says why; the report is still kept.
      if (!(error instanceof ApiError)) throw error;
    } finally {
      isTrying = false;
    }
  }

  function tryNow(): Promise<void> {
    pauseSeconds = firstPauseSeconds;
    return tryAll();
  }

  window.addEventListener("online", tryNow);
  void tryAll();

  return {
    reports: () => waitingReports(context),
    trouble: () => trouble,
    async send(report) {
      enter(context, report);
      try {
        return await attempt(report);
      } catch (error) {
        if (error instanceof ApiError && error.isTemporary) return undefined;
        leave(context, report); // The form still has it, and says what to mend.
        if (waitingReports(context).length === 0) trouble = undefined;
        throw error;
      }
    },
    tryNow,
    stop() {
      clearTimeout(timer);
      window.removeEventListener("online", tryNow);
    },
  };
}

function keepTicket(context: WidgetContext, report: TicketInput, { key }: TicketReceipt): void {
  const { accessToken, symptom, answers } = report;
  const sentAt = new Date().toISOString();
  const others = keptTickets(context).filter((ticket) => ticket.key !== key);
  const ticket: KeptTicket = { key, accessToken, symptom, sentAt, finding: answers?.["finding"] };
  context.device.write(kept.tickets, [ticket, ...others].slice(0, longestList));
}

function waitingReports({ device }: WidgetContext): TicketInput[] {
  // We alone write there.
  return (device.read(kept.outbox) ?? []) as TicketInput[];
}

function enter(context: WidgetContext, report: TicketInput): void {
  const others = waitingReports(context).filter(({ id }) => id !== report.id);
  context.device.write(kept.outbox, [...others, report]);
}

function leave(context: WidgetContext, report: TicketInput): void {
  const others = waitingReports(context).filter(({ id }) => id !== report.id);
  if (others.length > 0) context.device.write(kept.outbox, others);
  else context.device.remove(kept.outbox);
}
