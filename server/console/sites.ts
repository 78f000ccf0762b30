import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { Problem } from "../problem.ts";
import type { Contact, Viewer } from "../tickets/desk.ts";

export interface SiteRow {
  id: string;
  name: string;
  region: string;
  hosts: string[];
  /** Where the platform answers health checks; without it the site's status is unknown. */
  probeUrl: string | null;
  isEnabled: boolean;
  lastSeenAt: Date | null;
}

export interface CustomerRow {
  id: string;
  name: string;
  region: string;
  metadataUrl: string | null;
  roles: Contact["role"][];
}

export interface CustomerPage {
  siteId: string;
  pattern: string;
}

const siteColumns = `id, name, region, hosts, probe_url as "probeUrl", is_enabled as "isEnabled", last_seen_at as "lastSeenAt"`;
const customerColumns = `c.id, c.name, c.region, c.metadata_url as "metadataUrl",
  array(select distinct role from contacts where customer_id = c.id) as roles`;

export function listSites({ database }: Context): Promise<SiteRow[]> {
  return database.rows(`select ${siteColumns} from sites order by name, id`);
}

/** Throws not-found. */
export async function siteOf({ database }: Context, id: string): Promise<SiteRow> {
  const site = await database.row<SiteRow>(`select ${siteColumns} from sites where id = $1`, [id]);
  if (!site) throw new Problem("not-found");
  return site;
}

export function listCustomers({ database }: Context): Promise<CustomerRow[]> {
  return database.rows(`select ${customerColumns} from customers c order by name, id`);
}

/** A customer with its pages and contacts. Throws not-found. */
export async function customerOf(
  { database }: Context,
  id: string,
): Promise<CustomerRow & { pages: CustomerPage[]; contacts: (Contact & { id: number })[] }> {
  const customer = await database.row<CustomerRow>(
    `select ${customerColumns} from customers c where c.id = $1`,
    [id],
  );
  if (!customer) throw new Problem("not-found");
  const [pages, contacts] = await Promise.all([
    database.rows<CustomerPage>(
      `select site_id as "siteId", pattern from customer_hosts where customer_id = $1 order by site_id, pattern`,
      [id],
    ),
    database.rows<Contact & { id: number }>(
      "select id, role, name, email, phone from contacts where customer_id = $1 order by role, name",
      [id],
    ),
  ]);
  return { ...customer, pages, contacts };
}

/** Every change here is somebody's: it is done and noted together, or not at all. */
async function change(
  context: Context,
  viewer: Viewer,
  action: string,
  detail: object,
  work: (queries: Queries) => Promise<void>,
): Promise<void> {
  await context.database.transaction(async (queries) => {
    await work(queries);
    await queries.rows("insert into audit_entries (at, actor, action, detail) values ($1, $2, $3, $4)", [
      context.clock.now(),
      viewer.actor,
      action,
      JSON.stringify(detail),
    ]);
  });
}

type SiteInput = Pick<SiteRow, "id" | "name" | "region" | "hosts" | "probeUrl">;

/** Answers whether the id was free. */
export async function createSite(context: Context, viewer: Viewer, site: SiteInput): Promise<boolean> {
  const isTaken = await context.database.row("select 1 from sites where id = $1", [site.id]);
  if (isTaken) return false;
  await change(context, viewer, "site-created", site, async (queries) => {
    await queries.rows("insert into sites (id, name, region, hosts, probe_url) values ($1, $2, $3, $4, $5)", [
      site.id,
      site.name,
      site.region,
      site.hosts,
      site.probeUrl,
    ]);
  });
  return true;
}

export async function saveSite(context: Context, viewer: Viewer, site: SiteInput): Promise<void> {
  await change(context, viewer, "site-changed", site, async (queries) => {
    await queries.rows("update sites set name = $2, region = $3, hosts = $4, probe_url = $5 where id = $1", [
      site.id,
      site.name,
      site.region,
      site.hosts,
      site.probeUrl,
    ]);
    await context.changes.publish(queries, { topic: "site", key: site.id });
  });
}

/** Takes the launcher off every page of a site, or puts it back. */
export async function switchSite(
  context: Context,
  viewer: Viewer,
  id: string,
  isEnabled: boolean,
): Promise<void> {
  await change(
    context,
    viewer,
    isEnabled ? "site-switched-on" : "site-switched-off",
    { id },
    async (queries) => {
      await queries.rows("update sites set is_enabled = $2 where id = $1", [id, isEnabled]);
      await context.changes.publish(queries, { topic: "site", key: id });
    },
  );
}

type CustomerInput = Pick<CustomerRow, "id" | "name" | "region" | "metadataUrl">;

/** Answers whether the id was free. */
export async function createCustomer(
  context: Context,
  viewer: Viewer,
  customer: CustomerInput,
): Promise<boolean> {
  const isTaken = await context.database.row("select 1 from customers where id = $1", [customer.id]);
  if (isTaken) return false;
  await change(context, viewer, "customer-created", customer, async (queries) => {
    await queries.rows("insert into customers (id, name, region, metadata_url) values ($1, $2, $3, $4)", [
      customer.id,
      customer.name,
      customer.region,
      customer.metadataUrl,
    ]);
  });
  return true;
}

export async function saveCustomer(context: Context, viewer: Viewer, customer: CustomerInput): Promise<void> {
  await change(context, viewer, "customer-changed", customer, async (queries) => {
    await queries.rows("update customers set name = $2, region = $3, metadata_url = $4 where id = $1", [
      customer.id,
      customer.name,
      customer.region,
      customer.metadataUrl,
    ]);
  });
}

/** Answers whether the host was free on that site: a page belongs to one customer. */
export async function addPage(
  context: Context,
  viewer: Viewer,
  customerId: string,
  { siteId, pattern }: CustomerPage,
): Promise<boolean> {
  const isTaken = await context.database.row(
    "select 1 from customer_hosts where site_id = $1 and pattern = $2 and customer_id <> $3",
    [siteId, pattern, customerId],
  );
  if (isTaken) return false;
  await change(context, viewer, "customer-host-added", { customerId, siteId, pattern }, async (queries) => {
    await queries.rows(
      "insert into customer_hosts (site_id, pattern, customer_id) values ($1, $2, $3) on conflict do nothing",
      [siteId, pattern, customerId],
    );
  });
  return true;
}

export async function removePage(
  context: Context,
  viewer: Viewer,
  customerId: string,
  { siteId, pattern }: CustomerPage,
): Promise<void> {
  await change(context, viewer, "customer-host-removed", { customerId, siteId, pattern }, async (queries) => {
    await queries.rows(
      "delete from customer_hosts where customer_id = $1 and site_id = $2 and pattern = $3",
      [customerId, siteId, pattern],
    );
  });
}

export async function addContact(
  context: Context,
  viewer: Viewer,
  customerId: string,
  contact: Contact,
): Promise<void> {
  const { role, name, email, phone } = contact;
  await change(context, viewer, "contact-added", { customerId, role, name }, async (queries) => {
    await queries.rows(
      "insert into contacts (customer_id, role, name, email, phone) values ($1, $2, $3, $4, $5)",
      [customerId, role, name, email, phone],
    );
  });
}

export async function removeContact(
  context: Context,
  viewer: Viewer,
  customerId: string,
  contactId: number,
): Promise<void> {
  await change(context, viewer, "contact-removed", { customerId, contactId }, async (queries) => {
    await queries.rows("delete from contacts where customer_id = $1 and id = $2", [customerId, contactId]);
  });
}
