import { Hono, type Context as HonoContext } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { limits } from "../contract/limits.ts";
import type { Context } from "../context.ts";
import type { Contact } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import { findRegion } from "../tickets/regions.ts";
import type { ConsoleEnv } from "./access.ts";
import type { Agent } from "./agents.ts";
import { field, fieldsOf, type Filled, textField } from "./form-fields.ts";
import { type Html, option, renderConsolePage } from "./frame.ts";
import { glyph, state } from "./glyphs.ts";
import { sayNear, timeTag } from "./say-time.ts";
import { breachRoles } from "./seal.ts";
import {
  addContact,
  addPage,
  createCustomer,
  createSite,
  type CustomerRow,
  customerOf,
  listCustomers,
  listSites,
  removeContact,
  removePage,
  saveCustomer,
  saveSite,
  siteOf,
  type SiteRow,
  switchSite,
} from "./sites.ts";

type Request = HonoContext<ConsoleEnv>;

/** Sites and customers: small pages of plain forms, each saying what to mend. */
export function sitesRoutes(context: Context): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get("/sites", async (c) => {
    const [sites, customers] = await Promise.all([listSites(context), listCustomers(context)]);
    const agent = c.get("agent");
    return render(
      context,
      c,
      text(agent.locale).console.sites.title,
      overview(context, agent, sites, customers),
    );
  });

  routes.get("/sites/new", (c) => renderNewSite(context, c));
  routes.post("/sites/new", async (c) => {
    const { values, mends, site } = await siteInput(context, c);
    const words = text(c.get("agent").locale).console.sites;
    if (!isSlug(values.id)) mends.id = words.mend.id;
    if (isEmpty(mends) && !(await createSite(context, c.get("agent"), { ...site, id: values.id ?? "" }))) {
      mends.id = words.mend.idTaken;
    }
    return isEmpty(mends)
      ? c.redirect(`/console/sites/${values.id}?saved`, 303)
      : renderNewSite(context, c, { values, mends });
  });
  routes.get("/sites/:id", async (c) => renderSite(context, c, await siteOf(context, c.req.param("id"))));
  routes.post("/sites/:id", async (c) => {
    const known = await siteOf(context, c.req.param("id"));
    const { values, mends, site } = await siteInput(context, c);
    if (!isEmpty(mends)) return renderSite(context, c, known, { values, mends });
    await saveSite(context, c.get("agent"), { ...site, id: known.id });
    return c.redirect(`/console/sites/${known.id}?saved`, 303);
  });
  routes.post("/sites/:id/switch", async (c) => {
    const { id } = await siteOf(context, c.req.param("id"));
    await switchSite(context, c.get("agent"), id, (await fieldsOf(c)).to === "on");
    return c.redirect(`/console/sites/${id}?saved`, 303);
  });

  routes.get("/customers/new", (c) => renderNewCustomer(context, c));
  routes.post("/customers/new", async (c) => {
    const { values, mends, customer } = await customerInput(context, c);
    const words = text(c.get("agent").locale).console.sites;
    if (!isSlug(values.id)) mends.id = words.mend.id;
    if (
      isEmpty(mends) &&
      !(await createCustomer(context, c.get("agent"), { ...customer, id: values.id ?? "" }))
    ) {
      mends.id = words.mend.idTaken;
    }
    return isEmpty(mends)
      ? c.redirect(`/console/customers/${values.id}?saved`, 303)
      : renderNewCustomer(context, c, { values, mends });
  });
  routes.get("/customers/:id", (c) => renderCustomer(context, c, c.req.param("id")));
  routes.post("/customers/:id", async (c) => {
    const { id } = await customerOf(context, c.req.param("id"));
    const { values, mends, customer } = await customerInput(context, c);
    if (!isEmpty(mends)) return renderCustomer(context, c, id, { values, mends });
    await saveCustomer(context, c.get("agent"), { ...customer, id });
    return c.redirect(`/console/customers/${id}?saved`, 303);
  });
  routes.post("/customers/:id/pages", async (c) => {
    const { id } = await customerOf(context, c.req.param("id"));
    const values = await fieldsOf(c);
    const { mend } = text(c.get("agent").locale).console.sites;
    const mends: Filled["mends"] = {};
    const pattern = (values.pattern ?? "").toLowerCase();
    const sites = await listSites(context);
    if (!sites.some((site) => site.id === values.site)) mends.site = mend.site;
    if (!isHostPattern(pattern)) mends.pattern = mend.pattern;
    const page = { siteId: values.site ?? "", pattern };
    if (isEmpty(mends) && !(await addPage(context, c.get("agent"), id, page)))
      mends.pattern = mend.patternTaken;
    if (!isEmpty(mends)) return renderCustomer(context, c, id, { values, mends });
    return c.redirect(`/console/customers/${id}?saved#pages`, 303);
  });
  routes.post("/customers/:id/pages/remove", async (c) => {
    const { id } = await customerOf(context, c.req.param("id"));
    const { site = "", pattern = "" } = await fieldsOf(c);
    await removePage(context, c.get("agent"), id, { siteId: site, pattern });
    return c.redirect(`/console/customers/${id}?saved#pages`, 303);
  });
  routes.post("/customers/:id/contacts", async (c) => {
    const { id } = await customerOf(context, c.req.param("id"));
    const { values, mends, contact } = await contactInput(c);
    if (!isEmpty(mends) || !contact) return renderCustomer(context, c, id, { values, mends });
    await addContact(context, c.get("agent"), id, contact);
    return c.redirect(`/console/customers/${id}?saved#contacts`, 303);
  });
  routes.post("/customers/:id/contacts/remove", async (c) => {
    const { id } = await customerOf(context, c.req.param("id"));
    const contactId = Number((await fieldsOf(c)).contact);
    if (Number.isSafeInteger(contactId)) await removeContact(context, c.get("agent"), id, contactId);
    return c.redirect(`/console/customers/${id}?saved#contacts`, 303);
  });

  return routes;
}

function render(
  context: Context,
  c: Request,
  title: string,
  body: Html,
  status: 200 | 422 = 200,
): Promise<Response> {
  const agent = c.get("agent");
  const saved =
    c.req.query("saved") === undefined ? "" : html`${glyph("ok")} ${text(agent.locale).console.sites.saved}`;
  return renderConsolePage(
    context,
    c,
    agent,
    {
      title,
      section: "sites",
      scripts: ["/assets/front-door.js"],
      body: html`<main id="main" class="sheet">
        <p class="done" role="status">${saved}</p>
        ${body}
      </main>`,
    },
    status,
  );
}

// What is typed

async function siteInput(context: Context, c: Request) {
  const values = await fieldsOf(c);
  const { mend } = text(c.get("agent").locale).console.sites;
  const hosts = (values.hosts ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const mends: Filled["mends"] = { ...nameAndRegion(context, c, values) };
  if (!hosts.every(isHostPattern)) mends.hosts = mend.hosts;
  const probeUrl = values.probeUrl || null;
  if (probeUrl !== null && !isWebAddress(probeUrl)) mends.probeUrl = mend.probeUrl;
  return { values, mends, site: { name: values.name ?? "", region: values.region ?? "", hosts, probeUrl } };
}

async function customerInput(context: Context, c: Request) {
  const values = await fieldsOf(c);
  const { mend } = text(c.get("agent").locale).console.sites;
  const mends: Filled["mends"] = { ...nameAndRegion(context, c, values) };
  const metadataUrl = values.metadataUrl || null;
  if (metadataUrl !== null && !isMetadataUrl(context, metadataUrl)) mends.metadataUrl = mend.metadataUrl;
  return { values, mends, customer: { name: values.name ?? "", region: values.region ?? "", metadataUrl } };
}

async function contactInput(c: Request) {
  const values = await fieldsOf(c);
  const { mend } = text(c.get("agent").locale).console.sites;
  const mends: Filled["mends"] = {};
  const role = contactRoles.find((name) => name === values.role);
  const { contactName: name = "", email = "", phone = "" } = values;
  if (!role) mends.role = mend.role;
  if (!isName(name)) mends.contactName = mend.name;
  if (!z.email().max(limits.emailLength).safeParse(email).success) mends.email = mend.email;
  if (phone !== "" && !/^\+[\d ().-]{6,31}$/.test(phone)) mends.phone = mend.phone;
  const contact: Contact | undefined = role && { role, name, email, phone: phone || null };
  return { values, mends, contact };
}

function nameAndRegion(context: Context, c: Request, { name, region }: Filled["values"]): Filled["mends"] {
  const { mend } = text(c.get("agent").locale).console.sites;
  return {
    ...(isName(name) ? {} : { name: mend.name }),
    ...(context.regions.some(({ id }) => id === region) ? {} : { region: mend.region }),
  };
}

const contactRoles = [...breachRoles, "administrator"] as const;

function isName(name: string | undefined): name is string {
  return name !== undefined && name !== "" && name.length <= limits.nameLength;
}

function isSlug(id: string | undefined): id is string {
  return id !== undefined && id !== "new" && /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/.test(id);
}

/** `board.example.com`, `*.example.com`, `localhost:3001` */
function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ["http:", "https:"].includes(new URL(value).protocol);
}

function isHostPattern(host: string): boolean {
  return host.length <= 253 && /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/.test(host);
}

/** Plain http only while this is a demonstration: there the identity provider is on this machine. */
function isMetadataUrl({ settings }: Context, url: string): boolean {
  if (url.length > 500 || !URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === "https:" || (settings.isDemo && protocol === "http:");
}

function isEmpty(mends: Filled["mends"]): boolean {
  return Object.keys(mends).length === 0;
}

// What is shown

function overview(context: Context, agent: Agent, sites: SiteRow[], customers: CustomerRow[]): Html {
  const words = text(agent.locale).console.sites;
  const { columns } = words;
  return html`<h1>${words.title}</h1>
    <section class="part">
      <header>
        <h2>${words.sites}</h2>
        <span class="muted">${words.sitesLead}</span>
        <span class="end"><a href="/console/sites/new">${words.addSite}</a></span>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label="${words.sites}">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">${columns.name}</th>
              <th scope="col">${columns.id}</th>
              <th scope="col">${columns.region}</th>
              <th scope="col">${columns.hosts}</th>
              <th scope="col">${columns.lastSeen}</th>
              <th scope="col">${columns.help}</th>
            </tr>
          </thead>
          <tbody>
            ${sites.map(
              (site) =>
                html`<tr>
                  <th scope="row"><a href="/console/sites/${site.id}">${site.name}</a></th>
                  <td><code>${site.id}</code></td>
                  <td>${findRegion(context.regions, site.region).city}</td>
                  <td>${site.hosts.join(", ") || html`<span class="muted">${words.anyHost}</span>`}</td>
                  <td>${lastSeen(context, agent, site)}</td>
                  <td>
                    ${site.isEnabled ? state("ok", words.on, "ok") : state("blocked", words.off, "critical")}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
    <section class="part">
      <header>
        <h2>${words.customers}</h2>
        <span class="muted">${words.customersLead}</span>
        <span class="end"><a href="/console/customers/new">${words.addCustomer}</a></span>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label="${words.customers}">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">${columns.name}</th>
              <th scope="col">${columns.id}</th>
              <th scope="col">${columns.region}</th>
              <th scope="col">${columns.certificate}</th>
              <th scope="col">${columns.contacts}</th>
            </tr>
          </thead>
          <tbody>
            ${customers.map(
              (customer) =>
                html`<tr>
                  <th scope="row"><a href="/console/customers/${customer.id}">${customer.name}</a></th>
                  <td><code>${customer.id}</code></td>
                  <td>${findRegion(context.regions, customer.region).city}</td>
                  <td>
                    ${customer.metadataUrl === null ? html`<span class="muted">${words.no}</span>` : words.yes}
                  </td>
                  <td>${breachContacts(agent, customer)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
}

function breachContacts(agent: Agent, { roles }: CustomerRow): Html {
  const words = text(agent.locale).console;
  const missing = breachRoles.filter((role) => !roles.includes(role)).map((role) => words.seal.roles[role]);
  if (missing.length === 0) return state("ok", words.sites.complete, "ok");
  return html`<span class="minor">${glyph("minor")} ${words.sites.missing(missing.join(", "))}</span>`;
}

function lastSeen(context: Context, agent: Agent, { lastSeenAt }: SiteRow): Html {
  if (!lastSeenAt) return html`<span class="muted">${text(agent.locale).console.sites.never}</span>`;
  return timeTag(lastSeenAt, agent, sayNear(lastSeenAt, context.clock.now(), agent));
}

function backLink(agent: Agent): Html {
  return html`<p><a href="/console/sites">${text(agent.locale).console.sites.back}</a></p>`;
}

const empty: Filled = { values: {}, mends: {} };

function renderNewSite(context: Context, c: Request, filled = empty): Promise<Response> {
  const agent = c.get("agent");
  const words = text(agent.locale).console.sites;
  return render(
    context,
    c,
    words.newSite,
    html`${backLink(agent)}
      <h1>${words.newSite}</h1>
      <form class="fields" method="post" novalidate>
        ${textField(filled, { name: "id", label: words.id, hint: words.siteIdHint })}
        ${siteFields(context, agent, filled)}
        <button class="primary">${words.create}</button>
      </form>`,
    isEmpty(filled.mends) ? 200 : 422,
  );
}

function renderSite(context: Context, c: Request, site: SiteRow, filled?: Filled): Promise<Response> {
  const agent = c.get("agent");
  const words = text(agent.locale).console.sites;
  const shown = filled ?? {
    values: {
      name: site.name,
      region: site.region,
      hosts: site.hosts.join("\n"),
      probeUrl: site.probeUrl ?? "",
    },
    mends: {},
  };
  const snippet = `<script src="${context.settings.publicUrl}/widget.js" data-site="${site.id}" async></script>`;
  return render(
    context,
    c,
    words.siteTitle(site.name),
    html`${backLink(agent)}
      <h1>${words.siteTitle(site.name)}</h1>
      <p class="muted">
        <code>${site.id}</code> · ${words.columns.lastSeen}: ${lastSeen(context, agent, site)}
      </p>
      <section class="part">
        <header><h2>${words.snippet}</h2></header>
        <p class="muted">${words.snippetHint}</p>
        <div class="snippet">
          <pre tabindex="0"><code id="snippet">${snippet}</code></pre>
          <button type="button" data-copy="snippet" data-copied="${words.copied}" hidden>
            ${words.copy}
          </button>
        </div>
      </section>
      <form class="fields" method="post" novalidate>
        ${siteFields(context, agent, shown)}
        <button class="primary">${text(agent.locale).console.save}</button>
      </form>
      <section class="part">
        <header>
          <h2>${words.switchTitle}</h2>
          <span class="end"
            >${site.isEnabled ? state("ok", words.on, "ok") : state("blocked", words.off, "critical")}</span
          >
        </header>
        <p>${site.isEnabled ? words.switchOffHint : words.switchOnHint}</p>
        <form class="moves" method="post" action="/console/sites/${site.id}/switch">
          <button name="to" value="${site.isEnabled ? "off" : "on"}">
            ${site.isEnabled ? words.switchOff : words.switchOn}
          </button>
        </form>
      </section>`,
    filled ? 422 : 200,
  );
}

function siteFields(context: Context, agent: Agent, filled: Filled): Html {
  const words = text(agent.locale).console.sites;
  return html`${textField(filled, { name: "name", label: words.name })} ${regionField(context, agent, filled)}
  ${field(
    filled,
    { name: "hosts", label: words.hosts, hint: words.hostsHint },
    (attributes) => html`<textarea ${attributes} rows="3">${filled.values.hosts ?? ""}</textarea>`,
  )}
  ${textField(filled, { name: "probeUrl", label: words.probeUrl, hint: words.probeUrlHint, type: "url" })}`;
}

function regionField(context: Context, agent: Agent, filled: Filled): Html {
  const words = text(agent.locale).console.sites;
  return field(
    filled,
    { name: "region", label: words.region },
    (attributes) =>
      html`<select ${attributes}>
        ${context.regions.map(({ id, city }) => option(id, city, filled.values.region))}
      </select>`,
  );
}

function renderNewCustomer(context: Context, c: Request, filled = empty): Promise<Response> {
  const agent = c.get("agent");
  const words = text(agent.locale).console.sites;
  return render(
    context,
    c,
    words.newCustomer,
    html`${backLink(agent)}
      <h1>${words.newCustomer}</h1>
      <form class="fields" method="post" novalidate>
        ${textField(filled, { name: "id", label: words.id, hint: words.customerIdHint })}
        ${customerFields(context, agent, filled)}
        <button class="primary">${words.create}</button>
      </form>`,
    isEmpty(filled.mends) ? 200 : 422,
  );
}

async function renderCustomer(context: Context, c: Request, id: string, filled?: Filled): Promise<Response> {
  const agent = c.get("agent");
  const words = text(agent.locale).console;
  const [customer, sites] = await Promise.all([customerOf(context, id), listSites(context)]);
  const { name, region, metadataUrl } = customer;
  // The page has three forms; what was typed into one leaves the others as they are kept.
  const shown: Filled = {
    values: { name, region, metadataUrl: metadataUrl ?? "", ...filled?.values },
    mends: filled?.mends ?? {},
  };
  const path = `/console/customers/${id}`;
  return render(
    context,
    c,
    name,
    html`${backLink(agent)}
      <h1>${name}</h1>
      <p class="muted"><code>${id}</code></p>
      <form class="fields" method="post" action="${path}" novalidate>
        ${customerFields(context, agent, shown)}
        <button class="primary">${words.save}</button>
      </form>
      <section class="part" id="contacts">
        <header>
          <h2>${words.sites.contactsTitle}</h2>
          <span class="muted">${words.sites.contactsHint}</span>
        </header>
        ${contactRows(agent, path, customer.contacts)}
        <form class="fields inline" method="post" action="${path}/contacts#contacts" novalidate>
          ${field(
            shown,
            { name: "role", label: words.sites.role },
            (attributes) =>
              html`<select ${attributes}>
                ${contactRoles.map((role) => option(role, words.seal.roles[role], shown.values.role))}
              </select>`,
          )}
          ${textField(shown, { name: "contactName", label: words.sites.name })}
          ${textField(shown, { name: "email", label: words.sites.email, type: "email" })}
          ${textField(shown, { name: "phone", label: `${words.sites.phone} (${words.sites.optional})`, type: "tel" })}
          <button>${words.sites.addContact}</button>
        </form>
      </section>
      <section class="part" id="pages">
        <header>
          <h2>${words.sites.pages}</h2>
          <span class="muted">${words.sites.pagesHint}</span>
        </header>
        ${pageRows(agent, path, customer.pages)}
        <form class="fields inline" method="post" action="${path}/pages#pages" novalidate>
          ${field(
            shown,
            { name: "site", label: words.sites.site },
            (attributes) =>
              html`<select ${attributes}>
                ${sites.map((site) => option(site.id, site.name, shown.values.site))}
              </select>`,
          )}
          ${textField(shown, { name: "pattern", label: words.sites.pattern, hint: words.sites.patternHint })}
          <button>${words.sites.addPage}</button>
        </form>
      </section>`,
    filled ? 422 : 200,
  );
}

function customerFields(context: Context, agent: Agent, filled: Filled): Html {
  const words = text(agent.locale).console.sites;
  return html`${textField(filled, { name: "name", label: words.name })} ${regionField(context, agent, filled)}
  ${textField(filled, { name: "metadataUrl", label: words.metadata, hint: words.metadataHint, type: "url" })}`;
}

function contactRows(agent: Agent, path: string, contacts: (Contact & { id: number })[]): Html {
  const words = text(agent.locale).console;
  if (contacts.length === 0) return html`<p class="muted">${words.sites.noContacts}</p>`;
  return html`<table class="rows">
    <caption class="vh">
      ${words.sites.contactsTitle}
    </caption>
    <tbody>
      ${contacts.map(
        ({ id, role, name, email, phone }) =>
          html`<tr>
            <th scope="row">${words.seal.roles[role]}</th>
            <td>${name}<br /><span class="muted">${email}${phone === null ? "" : `, ${phone}`}</span></td>
            <td class="right">
              ${removeForm(agent, `${path}/contacts/remove`, name, { contact: String(id) })}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function pageRows(agent: Agent, path: string, pages: { siteId: string; pattern: string }[]): Html {
  const words = text(agent.locale).console.sites;
  if (pages.length === 0) return html`<p class="muted">${words.noPages}</p>`;
  return html`<table class="rows">
    <caption class="vh">
      ${words.pages}
    </caption>
    <tbody>
      ${pages.map(
        ({ siteId, pattern }) =>
          html`<tr>
            <th scope="row"><code>${pattern}</code></th>
            <td class="muted">${siteId}</td>
            <td class="right">
              ${removeForm(agent, `${path}/pages/remove`, pattern, { site: siteId, pattern })}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function removeForm(agent: Agent, action: string, what: string, fields: Record<string, string>): Html {
  const words = text(agent.locale).console.sites;
  return html`<form method="post" action="${action}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="link" aria-label="${words.removeWhat(what)}">${words.remove}</button>
  </form>`;
}
