import type { Hono } from "hono";
import type { Context } from "../server/context.ts";
import { createAgent } from "../server/console/agents.ts";
import { startSession } from "../server/console/sessions.ts";
import type { Locale } from "../server/contract/types.ts";

/** What a browser says of a form on our own page. */
export const ownPage = { "sec-fetch-site": "same-origin" };

/** An agent with a session of twelve hours: what their browser sends along. */
export async function signedIn(
  context: Context,
  agent: { name: string; permissions?: string[]; locale?: Locale },
): Promise<{ email: string; cookie: string }> {
  const email = `${agent.name.toLowerCase().replace(" ", ".")}@example.com`;
  const { agentId } = await createAgent(context.database, { email, ...agent });
  return { email, cookie: `help_session=${await startSession(context, agentId)}` };
}

/** Sends a form as a page of ours does. */
export function postForm(
  app: Hono,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  return app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { ...ownPage, ...headers },
  });
}

/** Listens to server-sent events as a browser does. */
export async function readEvents(
  url: string,
  headers: Record<string, string>,
): Promise<{ events: [name: string, data: unknown][]; ended: Promise<void>; close(): Promise<void> }> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  const events: [string, unknown][] = [];
  const body = response.body;
  async function read(): Promise<void> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, name] = /^event: (.*)$/m.exec(block) ?? [];
        const [, data] = /^data: (.*)$/m.exec(block) ?? [];
        if (name !== undefined && data !== undefined) events.push([name, JSON.parse(data)]);
      }
    }
  }
  const ended = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    events,
    ended,
    async close() {
      stop.abort();
      await ended;
    },
  };
}
