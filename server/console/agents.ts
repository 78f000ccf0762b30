import type { Locale } from "../contract/types.ts";
import type { Queries } from "../database.ts";
import { closestLocale } from "../locale.ts";
import type { Viewer } from "../tickets/desk.ts";

/** A person of support, signed in. */
export interface Agent extends Viewer {
  agentId: number;
  email: string;
  locale: Locale;
  /** IANA name: every time that the console shows is told in it. */
  timeZone: string;
}

/** What `agentFrom` needs of a row of agents. */
export interface AgentRow {
  id: number;
  email: string;
  name: string;
  locale: string;
  time_zone: string;
  permissions: string[];
}

export function agentFrom({ id, email, name, locale, time_zone, permissions }: AgentRow): Agent {
  return {
    agentId: id,
    actor: `agent ${email}`,
    email,
    name,
    locale: closestLocale(locale),
    timeZone: time_zone,
    permissions,
  };
}

export async function findAgent(queries: Queries, email: string): Promise<Agent | undefined> {
  const row = await queries.row<AgentRow>(
    "select * from agents where email = $1 and deactivated_at is null",
    [email.toLowerCase()],
  );
  return row && agentFrom(row);
}

/**
 * Lets somebody sign in by this address. An address that is known already keeps its row and what is not given, and
 * becomes active again, then without the permissions it had.
 */
export async function createAgent(
  queries: Queries,
  input: { email: string; name: string; permissions?: string[]; locale?: Locale; timeZone?: string },
): Promise<Agent> {
  const rows = await queries.rows<AgentRow>(
    `insert into agents (email, name, permissions, locale, time_zone)
     values ($1, $2, coalesce($3::text[], '{}'), coalesce($4, 'en'), coalesce($5, 'Europe/Paris'))
     on conflict (email) do update set name = excluded.name,
       permissions = coalesce($3, case when agents.deactivated_at is null then agents.permissions else '{}' end),
       locale = coalesce($4, agents.locale), time_zone = coalesce($5, agents.time_zone), deactivated_at = null
     returning *`,
    [input.email.toLowerCase(), input.name, input.permissions, input.locale, input.timeZone],
  );
  const [agent] = rows.map(agentFrom);
  if (!agent) throw new Error("the agent was not stored");
  return agent;
}

/** Everybody who can be given a ticket, by name. */
export function listAgents(
  queries: Queries,
): Promise<{ email: string; name: string; permissions: string[] }[]> {
  return queries.rows(
    "select email, name, permissions from agents where deactivated_at is null order by name",
  );
}

/** How an agent reads the console. */
export async function saveReading(
  queries: Queries,
  agent: Agent,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): Promise<void> {
  await queries.rows("update agents set locale = $2, time_zone = $3 where id = $1", [
    agent.agentId,
    locale,
    timeZone,
  ]);
}
