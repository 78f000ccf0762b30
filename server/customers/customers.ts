import type { Queries } from "../database.ts";

export interface Site {
  id: string;
  name: string;
  region: string;
  hosts: string[];
  isEnabled: boolean;
}

export interface Customer {
  id: string;
  name: string;
  region: string;
  metadataUrl: string | null;
}

export type CustomerSource = "host" | "hint";

export async function findSite(queries: Queries, id: string): Promise<Site | undefined> {
  return queries.row<Site>(
    `select id, name, region, hosts, is_enabled as "isEnabled" from sites where id = $1`,
    [id],
  );
}

export async function disabledSites(queries: Queries): Promise<string[]> {
  const sites = await queries.rows<{ id: string }>("select id from sites where not is_enabled order by id");
  return sites.map((site) => site.id);
}

/**
 * Whose page this is: by the page's host, which the browser states in `Origin`; else by what the page says of
 * itself, which is a hint for support and opens nothing. Undefined when neither names a customer.
 */
export async function customerOf(
  queries: Queries,
  siteId: string,
  origin: string | undefined,
  hint: string | undefined,
): Promise<(Customer & { source: CustomerSource }) | undefined> {
  const host = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : "";
  const patterns = await queries.rows<Customer & { pattern: string }>(
    `select pattern, c.id, c.name, c.region, c.metadata_url as "metadataUrl"
     from customer_hosts h join customers c on c.id = h.customer_id where site_id = $1 order by length(pattern) desc`,
    [siteId],
  );
  const byHost = patterns.find(({ pattern }) => hostMatches(pattern, host));
  if (byHost) {
    const { pattern: _, ...customer } = byHost;
    return { ...customer, source: "host" };
  }
  if (hint === undefined) return undefined;
  const byHint = await queries.row<Customer>(
    `select id, name, region, metadata_url as "metadataUrl" from customers where id = $1`,
    [hint],
  );
  return byHint && { ...byHint, source: "hint" };
}

/** `board.example.com` fits itself, `*.example.com` fits every name below example.com but not example.com. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith("*.")) return pattern === host;
  return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
}
