import { randomBytes } from "node:crypto";
import type { Context } from "./context.ts";
import { hashToken } from "./tickets/tokens.ts";
import type { Viewer } from "./tickets/desk.ts";

/** A platform's key states facts of one site, or of one customer there, and opens nothing else. */
export interface KeyScope {
  siteId: string;
  customerId: string | null;
}

export interface Key extends Viewer {
  scope: KeyScope | null;
}

/** Makes a key for a program. It is told here and never again: only its hash is kept. */
export async function createKey(
  { database, clock }: Pick<Context, "database" | "clock">,
  { name, permissions, scope }: { name: string; permissions: string[]; scope?: KeyScope | undefined },
): Promise<string> {
  const key = `api_${randomBytes(32).toString("base64url")}`;
  await database.rows(
    `insert into api_keys (name, key_hash, permissions, site_id, customer_id, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [name, hashToken(key), permissions, scope?.siteId ?? null, scope?.customerId ?? null, clock.now()],
  );
  return key;
}

/** Whom a key stands for; nobody once it is revoked. */
export async function findKey(context: Context, key: string): Promise<Key | undefined> {
  const row = await context.database.row<{
    name: string;
    permissions: string[];
    siteId: string | null;
    customerId: string | null;
  }>(
    `update api_keys set last_used_at = $2 where key_hash = $1 and revoked_at is null
     returning name, permissions, site_id as "siteId", customer_id as "customerId"`,
    [hashToken(key), context.clock.now()],
  );
  if (!row) return undefined;
  const { name, permissions, siteId, customerId } = row;
  const scope = siteId === null ? null : { siteId, customerId };
  return { actor: `key ${name}`, agentId: null, name, permissions, scope };
}

/** Every key that still opens something, by name. */
export function listKeys({
  database,
}: Pick<Context, "database">): Promise<
  { name: string; permissions: string[]; createdAt: Date; lastUsedAt: Date | null }[]
> {
  return database.rows(
    `select name, permissions, created_at as "createdAt", last_used_at as "lastUsedAt" from api_keys
     where revoked_at is null order by name, id`,
  );
}

/** Ends every key of a name and answers how many there were. */
export async function revokeKey(
  { database, clock }: Pick<Context, "database" | "clock">,
  name: string,
): Promise<number> {
  const revoked = await database.rows(
    "update api_keys set revoked_at = $2 where name = $1 and revoked_at is null returning id",
    [name, clock.now()],
  );
  return revoked.length;
}
