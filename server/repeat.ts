import { setTimeout as delay } from "node:timers/promises";

/** What is done again and again. */
export interface Repeated {
  /** The next round begins at once, or right after the one under way. */
  wake(): void;
  /** Ends the pause at once, and waits for the round under way. */
  stop(): Promise<void>;
}

/**
 * Does a round again and again until stopped, the first one after `startMilliseconds`. What failed is told to `onError`
 * and tried again in the next round. A round that takes long looks at its signal.
 */
export function repeat(
  round: (stopping: AbortSignal) => Promise<void>,
  options: { pauseMilliseconds: number; startMilliseconds?: number; onError: (error: unknown) => void },
): Repeated {
  const stopping = new AbortController();
  let pausing = new AbortController();

  async function work(): Promise<void> {
    await pause(options.startMilliseconds ?? 0);
    while (!stopping.signal.aborted) {
      pausing = new AbortController(); // from here on a wake asks for one more round
      await round(stopping.signal).catch(options.onError);
      await pause(options.pauseMilliseconds);
    }
  }

  const pause = (milliseconds: number) =>
    delay(milliseconds, undefined, { signal: pausing.signal }).catch(() => {}); // ended early

  const working = work();
  return {
    wake: () => pausing.abort(),
    async stop() {
      stopping.abort();
      pausing.abort();
      await working;
    },
  };
}
