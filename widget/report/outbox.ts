import type {
  MessageInput,
  ReporterTicket,
  TicketInput,
  TicketReceipt,
} from "../../server/contract/types.ts";
import { sendMessage, sendTicket } from "../api-tickets.ts";
import type { TicketAccess } from "../api-tickets.ts";
import { ApiError } from "../api.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import { keptTickets, replyDraft } from "../tickets/kept-tickets.ts";
import type { KeptTicket } from "../tickets/kept-tickets.ts";

/**
 * Reports and messages on their way. Each is kept on the device before it is sent and leaves when the server has it;
 * a report leaves its key here. Its id and token make every further try harmless.
 */
export interface Outbox {
  reports(): TicketInput[];
  /** What was written to this report and waits, too. */
  replies(key: string): Reply[];
  /** What hinders the reports that wait; nothing while none does. */
  trouble(): Trouble | undefined;
  /** Without a receipt the report stays here and is tried again. Throws what the person has to mend. */
  send(report: TicketInput): Promise<TicketReceipt | undefined>;
  /** The same for a message: answers how the report stands with it. */
  reply(reply: Reply): Promise<ReporterTicket | undefined>;
  tryNow(): Promise<void>;
  stop(): void;
}

/** A message to a report, and what opens that. */
export interface Reply extends MessageInput, TicketAccess {}

type Letter = TicketInput | Reply;

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

  async function attempt<T>(letter: Letter, deliver: () => Promise<T>): Promise<T> {
    try {
      const answer = await deliver();
      leave(context, letter);
      trouble = undefined;
      pauseSeconds = firstPauseSeconds;
      return answer;
    } catch (error) {
      if (error instanceof ApiError) pause(error);
      throw error;
    } finally {
      news.onChange();
    }
  }

  async function deliverReport(report: TicketInput): Promise<TicketReceipt> {
    const receipt = await attempt(report, () => sendTicket(context, report));
    keepTicket(context, report, receipt);
    news.onArrived(report, receipt);
    return receipt;
  }

  function deliverReply(reply: Reply): Promise<ReporterTicket> {
    const { id, body, action } = reply;
    return attempt(reply, () => sendMessage(context, reply, { id, body, action }));
  }

  /** Kept before it is sent; what can never arrive is given back. */
  async function entrust<T>(letter: Letter, deliver: () => Promise<T>): Promise<T | undefined> {
    enter(context, letter);
    try {
      return await deliver();
    } catch (error) {
      if (error instanceof ApiError && error.isTemporary) return undefined;
      leave(context, letter); // The form still has it, and says what to mend.
      if (waitingLetters(context).length === 0) trouble = undefined;
      throw error;
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
      for (const letter of waitingLetters(context)) {
        await (isReply(letter) ? retryReply(letter) : deliverReport(letter));
      }
    } catch (error) {
      // `pause` has planned the next try and says why; the report is still kept.
      if (!(error instanceof ApiError)) throw error;
    } finally {
      isTrying = false;
    }
  }

  /** What was refused for good, as when the report was closed meanwhile, is back in the field where it was written. */
  async function retryReply(reply: Reply): Promise<void> {
    try {
      await deliverReply(reply);
    } catch (error) {
      if (!(error instanceof ApiError) || error.isTemporary) throw error;
      leave(context, reply);
      if (reply.body) context.tab.write(replyDraft(reply.key), reply.body);
      news.onChange();
    }
  }

  function tryNow(): Promise<void> {
    pauseSeconds = firstPauseSeconds;
    return tryAll();
  }

  window.addEventListener("online", tryNow);
  void tryAll();

  return {
    reports: () => waitingLetters(context).filter((letter): letter is TicketInput => !isReply(letter)),
    replies: (key) =>
      waitingLetters(context)
        .filter(isReply)
        .filter((reply) => reply.key === key),
    trouble: () => trouble,
    send: (report) => entrust(report, () => deliverReport(report)),
    reply: (reply) => entrust(reply, () => deliverReply(reply)),
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

function waitingLetters({ device }: WidgetContext): Letter[] {
  // We alone write there.
  return (device.read(kept.outbox) ?? []) as Letter[];
}

function isReply(letter: Letter): letter is Reply {
  return "body" in letter;
}

function enter(context: WidgetContext, letter: Letter): void {
  const others = waitingLetters(context).filter(({ id }) => id !== letter.id);
  context.device.write(kept.outbox, [...others, letter]);
}

function leave(context: WidgetContext, letter: Letter): void {
  const others = waitingLetters(context).filter(({ id }) => id !== letter.id);
  if (others.length > 0) context.device.write(kept.outbox, others);
  else context.device.remove(kept.outbox);
}
