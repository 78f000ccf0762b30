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
