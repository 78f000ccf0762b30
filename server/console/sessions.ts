import { randomBytes } from "node:crypto";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/outbox.ts";
import { Problem } from "../problem.ts";
import { sayTime } from "../times.ts";
import { hashToken } from "../tickets/tokens.ts";
import { type Agent, agentFrom, type AgentRow, findAgent } from "./agents.ts";

const linkMinutes = 15; // the mail is read at once or not at all
export const sessionHours = 12; // a working day with its margins

/** Mails a link that signs in once. An address that no agent has gets none, and nobody is told. */
export async function mailSignInLink(context: Context, email: string, next: string): Promise<void> {
  const agent = await findAgent(context.database, email);
  if (!agent) return;
  await context.database.transaction(async (queries) => {
    const { url, expiresAt } = await makeSignInLink(context, queries, agent, next);
    await queueMail(context, queries, {
      dedupeKey: `sign-in ${hashToken(url).toString("hex")}`,
      name: "sign-in",
      recipient: agent.email,
      letter: writeLetter("sign-in", agent.locale, {
        name: agent.name,
        validUntil: sayTime(expiresAt, agent.locale, agent.timeZone),
        signInUrl: url,
      }),
    });
  });
}

/** A link that signs an agent in once. `next` is the path to open then. */
export async function makeSignInLink(
  context: Context,
  queries: Queries,
  agent: Agent,
  next: string,
): Promise<{ url: string; expiresAt: Date }> {
  const token = randomToken();
  const expiresAt = new Date(context.clock.now().getTime() + linkMinutes * 60_000);
  await queries.rows("insert into sign_in_links (token_hash, agent_id, expires_at) values ($1, $2, $3)", [
    hashToken(token),
    agent.agentId,
    expiresAt,
  ]);
  const url = `${context.settings.publicUrl}/console/sign-in/${token}?next=${encodeURIComponent(next)}`;
  return { url, expiresAt };
}

/** Uses a mailed link up and answers the session's token. Throws sign-in-link-invalid. */
export async function redeemSignInLink(context: Context, linkToken: string): Promise<string> {
  const now = context.clock.now();
  const link = await context.database.row<{ agent_id: number }>(
    `update sign_in_links l set used_at = $2 from agents a
     where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.id = l.agent_id and a.deactivated_at is null
     returning l.agent_id`,
    [hashToken(linkToken), now],
  );
  if (!link) throw new Problem("sign-in-link-invalid");
  return startSession(context, link.agent_id);
}

/** Signs an agent in and answers the token that only the browser keeps. */
export async function startSession(context: Context, agentId: number): Promise<string> {
  const now = context.clock.now();
  const token = randomToken();
  await context.database.rows("delete from sessions where expires_at <= $1", [now]);
  await context.database.rows("delete from sign_in_links where expires_at <= $1", [now]);
  await context.database.rows(
    "insert into sessions (token_hash, agent_id, created_at, expires_at) values ($1, $2, $3, $4)",
    [hashToken(token), agentId, now, new Date(now.getTime() + sessionHours * 3_600_000)],
  );
  return token;
}

/** Who holds this session: nobody once it is over, or once the agent was deactivated. */
export async function findSession(context: Context, token: string): Promise<Agent | undefined> {
  const row = await context.database.row<AgentRow>(
    `select a.* from sessions s join agents a on a.id = s.agent_id
     where s.token_hash = $1 and s.expires_at > $2 and a.deactivated_at is null`,
    [hashToken(token), context.clock.now()],
  );
  return row && agentFrom(row);
}

export async function endSession(context: Context, token: string): Promise<void> {
  await context.database.rows("delete from sessions where token_hash = $1", [hashToken(token)]);
}

function randomToken(): string {
  return randomBytes(32).toString("base64url");
}
