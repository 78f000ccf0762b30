import type { ReporterTicket } from "../../server/contract/types.ts";
import { fetchTicket, streamTicket } from "../api-tickets.ts";
import type { TicketAccess } from "../api-tickets.ts";
import { ApiError } from "../api.ts";
import type { WidgetContext } from "../context.ts";

interface News {
  onTicket(ticket: ReporterTicket): void;
  /** Whether answers appear by themselves now. */
  onLive(isLive: boolean): void;
  /** The ticket cannot be opened from here any more. */
  onGone(): void;
}

const firstWordSeconds = 5; // a proxy that holds a stream back would hold it for ever
const silenceSeconds = 45; // the server says something every 20 s; more silence is a dead line
const pollSeconds = 10;
const longestPauseSeconds = 30;

/**
 * Follows a ticket live, and by asking every ten seconds where a proxy holds the stream back. Returns how to
 * stop.
 */
export function followTicket(context: WidgetContext, access: TicketAccess, news: News): () => void {
  const stopping = new AbortController();
  let isStreaming = true;
  let failures = 0;
  let etag = "";

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await (isStreaming ? listen() : ask());
      } catch (error) {
        if (error instanceof ApiError && !error.isTemporary) return news.onGone();
        failures += 1;
        if (!stopping.signal.aborted) news.onLive(false);
      }
      const seconds = isStreaming || failures > 0 ? 2 ** failures : pollSeconds;
      await pause(stopping.signal, Math.min(seconds, longestPauseSeconds) * (0.5 + Math.random()));
    }
  }

  async function listen(): Promise<void> {
    const line = new AbortController();
    const hangUp = () => line.abort();
    stopping.signal.addEventListener("abort", hangUp);
    let hasSpoken = false;
    let watch = setTimeout(hangUp, firstWordSeconds * 1000);
    try {
      for await (const ticket of streamTicket(context, access, line.signal)) {
        hasSpoken = true;
        clearTimeout(watch);
        watch = setTimeout(hangUp, silenceSeconds * 1000);
        hear(ticket);
      }
    } finally {
      clearTimeout(watch);
      stopping.signal.removeEventListener("abort", hangUp);
      if (line.signal.aborted && !hasSpoken) isStreaming = false;
    }
  }

  async function ask(): Promise<void> {
    const answer = await fetchTicket(context, access, etag);
    etag = answer?.etag ?? etag;
    hear(answer?.ticket);
  }

  function hear(ticket?: ReporterTicket): void {
    failures = 0;
    news.onLive(true);
    if (ticket) news.onTicket(ticket);
  }

  void follow();
  return () => stopping.abort();
}

function pause(signal: AbortSignal, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
