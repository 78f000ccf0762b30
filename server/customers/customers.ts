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

const siteAndCustomer = {
  name: "site-and-customer",
  text: `select json_build_object('id', s.id, 'name', s.name, 'region', s.region, 'hosts', s.hosts, 'isEnabled', s.is_enabled) as site,
     case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'region', c.region,
       'metadataUrl', c.metadata_url, 'source', case when h.customer_id is null then 'hint' else 'host' end) end as customer
   from sites s
   left join lateral (
     select customer_id from customer_hosts where site_id = s.id and pattern = any ($2) order by length(pattern) desc limit 1
   ) h on true
   left join customers c on c.id = coalesce(h.customer_id, $3)
   where s.id = $1`,
};

/**
 * The site that a page names, and whose page it is: by the page's host, which the browser states in `Origin`; else by
 * what the page says of itself, a hint for support that opens nothing. No customer when neither names one.
 */
export async function findSiteAndCustomer(
  queries: Queries,
  page: { site: string; origin: string | undefined; hint: string | undefined },
): Promise<{ site: Site; customer: (Customer & { source: CustomerSource }) | null } | undefined> {
  const host = page.origin !== undefined && URL.canParse(page.origin) ? new URL(page.origin).host : "";
  return queries.row(siteAndCustomer, [page.site, patternsOf(host), page.hint]);
}

/** All patterns that fit a host: `*.example.com` fits every name below example.com, but not example.com. */
export function patternsOf(host: string): string[] {
  const dots = [...host.matchAll(/(?<!^)\./g)];
  return [host, ...dots.map(({ index }) => `*${host.slice(index)}`)];
}
