import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import type { Context } from "../../server/context.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { startOutbox } from "../../server/mail/outbox.ts";
import { postForm, readEvents, signedIn } from "../console.ts";
import { createKey } from "../../server/api-keys.ts";
import { expect, postReport, report, test } from "../fixtures.ts";

async function sent(app: Hono, changes: Parameters<typeof report>[0] = {}): Promise<TicketReceipt> {
  return (await (await postReport(app, report(changes))).json()) as TicketReceipt;
}

/** A page as an agent's browser gets it. */
async function open(app: Hono, path: string, cookie: string): Promise<string> {
  const response = await app.request(path, { headers: { cookie, accept: "text/html" } });
  expect(response.status).toBe(200);
  return response.text();
}

test("nothing of the console is shown to whoever is not signed in", async ({ app }) => {
  const { key } = await sent(app, { reporter: { email: "ana@example.com", name: "Anaïs Dorval" } });
  const paths = [
    "/console",
    `/console/tickets/${key}`,
    "/console/mail",
    "/console/mail/1",
    "/console/mail/1/body",
    "/console/sites",
    "/console/customers/example-group",
  ];
  for (const path of paths) {
    const response = await app.request(path, { headers: { accept: "text/html" } });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^\/console\/sign-in\?next=%2Fconsole/);
    expect(await response.text()).not.toMatch(/ana@example|Dorval/);
  }
});

test("a sealed ticket is behind none of the doors of an agent without the permission", async ({
  app,
  server,
  serverContext,
}) => {
  const ordinary = await signedIn(serverContext, { name: "Inès Haddad" });
  const security = await signedIn(serverContext, { name: "Camille Roy", permissions: ["security"] });
  const apiKey = await createKey(serverContext, { name: "robot", permissions: [] });
  const stream = await readEvents(`${server.url}/api/console/stream`, { cookie: ordinary.cookie });
  await expect.poll(() => stream.events.length).toBe(1);

  const { key } = await sent(app, {
    symptom: "security",
    message: "Zanzibar documents of another company",
    customer: "example-group",
    reporter: { email: "witness@example.com", name: "Zoé Témoin" },
  });
  const asOrdinary = { cookie: ordinary.cookie, accept: "text/html" };
  const asRobot = { authorization: `Bearer ${apiKey}` };
  const secret = new RegExp(`${key}|Zanzibar|witness@example|Témoin`);

  const lists = [
    "/console",
    "/console?view=sealed",
    "/console?view=unassigned",
    "/console?view=closed",
    "/console?q=zanzibar&view=open",
    "/console/mail",
    "/console/sites",
    "/console/customers/example-group",
  ];
  for (const path of lists) {
    const response = await app.request(path, { headers: asOrdinary });
    expect(response.status).toBe(200);
    // What was searched for stands in the search box itself.
    const page = (await response.text()).replaceAll("zanzibar", "");
    expect(page).not.toMatch(secret);
    expect(page).not.toMatch(/Sealed <span class="num">/);
  }
  for (const headers of [asOrdinary, asRobot]) {
    for (const query of ["", "?view=sealed", "?q=zanzibar", `?q=${key}`]) {
      const queue = await (await app.request(`/api/console/tickets${query}`, { headers })).json();
      expect(queue).toMatchObject({ tickets: [], total: 0, counts: { open: 0, sealed: 0, unassigned: 0 } });
    }
    expect((await app.request(`/api/console/tickets/${key}`, { headers })).status).toBe(404);
  }
  expect((await app.request(`/console?q=${key}`, { headers: asOrdinary })).status).toBe(200);
  expect((await app.request(`/console/tickets/${key}`, { headers: asOrdinary })).status).toBe(404);

  const [mail] = await serverContext.database.rows<{ id: number }>("select id from outbox where is_sealed");
  for (const path of [`/console/mail/${mail?.id}`, `/console/mail/${mail?.id}/body`]) {
    expect((await app.request(path, { headers: asOrdinary })).status).toBe(404);
    expect((await app.request(path, { headers: { cookie: security.cookie } })).status).toBe(200);
  }
  for (const verb of ["reply", "note", "state", "assignment", "mine", "confirmation", "qualification"]) {
    const fields = {
      id: randomUUID(),
      body: "x",
      to: "assigned",
      team: "identity",
      cause: "unknown",
      reason: "x",
    };
    const response = await postForm(app, `/console/tickets/${key}/${verb}`, fields, asOrdinary);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(secret);
  }

  // A ticket of another report with the same cause is not told of it either.
  const other = await sent(app, { symptom: "other", message: "How do I add a proxy?", canWork: "yes" });
  expect(await open(app, `/console/tickets/${other.key}`, ordinary.cookie)).not.toMatch(secret);
  await expect.poll(() => stream.events.length).toBe(3);
  expect(JSON.stringify(stream.events)).not.toContain(key);
  expect(stream.events[2]).toEqual(["count", { open: 1, mine: 0, unassigned: 1, sealed: 0 }]);
  await stream.close();

  expect(await open(app, "/console?view=sealed", security.cookie)).toContain(key);
});

test("nothing that is done to a sealed ticket reaches the server's log", async ({
  app,
  serverContext,
  logLines,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy", permissions: ["security"] });
  const { key } = await sent(app, {
    symptom: "security",
    message: "Zanzibar",
    reporter: { email: "witness@example.com" },
  });
  await open(app, `/console/tickets/${key}`, cookie);
  await postForm(app, `/console/tickets/${key}/reply`, { id: randomUUID(), body: "Received" }, { cookie });
  const stop = startOutbox(serverContext);
  await expect
    .poll(
      async () => (await serverContext.database.rows("select 1 from outbox where sent_at is null")).length,
    )
    .toBe(0);
  await stop();
  expect(logLines.join("\n")).not.toMatch(new RegExp(`${key}|Zanzibar|witness@example|Received`));
});

test("a sealed ticket says who must be told, or that they are missing, and who looked", async ({
  app,
  serverContext,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy", permissions: ["security"] });
  const { key } = await sent(app, { symptom: "security", customer: "example-group" });
  const before = await open(app, `/console/tickets/${key}`, cookie);
  expect(before).toContain("No DPO or RSSI or Incident Manager or Authorized Representative is recorded.");
  expect(before).toContain("Every view is recorded");

  const contact = { role: "dpo", contactName: "Hélène Vasseur", email: "dpo@example.com", phone: "" };
  await postForm(app, "/console/customers/example-group/contacts", contact, { cookie });
  const after = await open(app, `/console/tickets/${key}`, cookie);
  expect(after).toContain("Hélène Vasseur");
  expect(after).toContain("No RSSI or Incident Manager or Authorized Representative is recorded.");

  const views = await serverContext.database.rows<{ actor: string }>(
    "select actor from audit_entries where action = 'viewed'",
  );
  expect(views).toEqual([{ actor: "agent camille.roy@example.com" }]);
});

test("markup that a reporter sends is shown as the text that it is", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const script = "<script>alert(1)</script>";
  const { key } = await sent(app, {
    symptom: "other",
    message: script,
    reporter: { email: "ana@example.com", name: `Ana ${script}` },
    answers: { which: script },
    page: { route: "/", loadedBuild: script, context: { screen: script } },
    environment: {
      browser: script,
      system: script,
      languages: ["<script>"],
      timeZone: script,
      viewport: "<script>",
    },
    checks: [{ id: "net", outcome: "fail", value: script }],
    breadcrumbs: [
      { at: 1, kind: "click", what: `button "${script}"` },
      { at: 2, kind: "request", what: script, status: 500 },
      { at: 3, kind: "help", what: script },
    ],
    suggestions: [{ slug: "clear-cache", opened: true }],
  });
  await postForm(app, `/console/tickets/${key}/note`, { id: randomUUID(), body: script }, { cookie });
  for (const path of [
    `/console/tickets/${key}`,
    `/console/tickets/${key}?view=open&q=${script}`,
    "/console",
  ]) {
    const page = await open(app, path, cookie);
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain('lang="<');
  }
  expect(await open(app, `/console/tickets/${key}`, cookie)).toContain("&lt;script&gt;alert(1)");
});

test("the page says who cannot do what, until when, and why", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app, {
    symptom: "upload",
    answers: { see: "too_big" },
    canWork: "no",
    scope: "several",
    neededBy: new Date(serverContext.clock.now().getTime() + 38.5 * 60_000).toISOString(),
    reporter: { email: "ana@example.com", name: "Anaïs Dorval" },
    checks: [{ id: "file", outcome: "fail", value: "too_large" }],
    environment: { timeZone: "Indian/Mauritius" },
  });
  const page = await open(app, `/console/tickets/${key}`, cookie);
  expect(page).toMatch(
    /<h1>Anaïs Dorval and others cannot upload a file and cannot go on working\. Needed by [^<]+, in 38\u00a0min\.<\/h1>/,
  );
  expect(page).toContain("The file is larger than this customer&#39;s limit.");
  expect(page).toContain("in Mauritius");
  expect(page).toContain("Bonjour Anaïs Dorval,");
  expect(page).toContain("Read it in English");
});

test("a French agent reads everything in French, the evidence too", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy", locale: "fr" });
  const { key } = await sent(app, {
    symptom: "sso_error",
    scope: "all",
    checks: [{ id: "cert", outcome: "fail", value: { daysLeft: -2, expiresOn: "2026-11-21" } }],
  });
  const page = await open(app, `/console/tickets/${key}`, cookie);
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain("Le certificat de connexion de l’entreprise a expiré il y a 2 jours.");
  expect(page).toContain("ana@example.com et tout le monde sur place ne peuvent pas se connecter.");
  expect(page).toContain("valable jusqu’au 21 novembre 2026");
});

test("a reply goes out once, takes the ticket up, and leaves by mail", async ({
  app,
  server,
  serverContext,
  mailbox,
}) => {
  expect(server.url).toContain("localhost");
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  const fields = { id: randomUUID(), body: "Bonjour, utilisez l’application.", after: "" };
  const first = await postForm(app, `/console/tickets/${key}/reply?view=open`, fields, { cookie });
  expect(first.status).toBe(303);
  expect(first.headers.get("location")).toBe(`/console/tickets/${key}?view=open&done=replied`);
  await postForm(app, `/console/tickets/${key}/reply?view=open`, fields, { cookie });

  await expect
    .poll(() => mailbox.filter(({ text }) => text.includes("utilisez l’application")).length)
    .toBe(1);
  const page = await open(app, `/console/tickets/${key}?view=open&done=replied`, cookie);
  expect(page).toContain("Reply sent.");
  expect(page).toContain("In progress");
  expect(page.match(/utilisez l’application/g)).toHaveLength(1);
});

test("a reply may be as long as its field allows, whatever line breaks the browser sends", async ({
  app,
  serverContext,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  const fields = { id: randomUUID(), body: "a\r\n".repeat(2_500).trim(), after: "" };
  const answer = await postForm(app, `/console/tickets/${key}/reply`, fields, { cookie });
  expect(answer.status).toBe(303);
});

test("a reply that crosses a new message is held back, and kept", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const body = report();
  const { key } = (await (await postReport(app, body)).json()) as TicketReceipt;
  await app.request(`/api/tickets/${key}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${body.accessToken}`, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), body: "It works again!" }),
  });
  const fields = { id: randomUUID(), body: "Please wait a little.", after: "" };
  const held = await postForm(app, `/console/tickets/${key}/reply`, fields, { cookie });
  expect(held.status).toBe(409);
  const page = await held.text();
  expect(page).toContain("Somebody wrote meanwhile.");
  expect(page).toContain("It works again!");
  expect(page).toContain("Please wait a little.");

  const [, after = ""] = /name="after" value="([^"]+)"/.exec(page) ?? [];
  const again = await postForm(app, `/console/tickets/${key}/reply`, { ...fields, after }, { cookie });
  expect(again.status).toBe(303);
});

test("resolving asks what solved it, cancelling asks why", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  const move = (fields: Record<string, string>) =>
    postForm(app, `/console/tickets/${key}/state`, fields, { cookie });
  const cancelled = await move({ to: "cancelled" });
  expect(cancelled.status).toBe(422);
  expect(await cancelled.text()).toContain("Say why: it is kept in the log.");
  expect((await move({ to: "closed" })).status).toBe(409);

  for (const to of ["assigned", "in_progress"]) expect((await move({ to })).status).toBe(303);
  const resolved = await move({ to: "resolved" });
  expect(resolved.status).toBe(422);
  expect(await resolved.text()).toContain("Say what solved it");
  expect((await move({ to: "resolved", fix: "Registered the sender", cause: "sms_filtered" })).status).toBe(
    303,
  );

  const twin = await sent(app, { checks: [{ id: "sms_receipt", outcome: "fail", value: "30007" }] });
  expect(await open(app, `/console/tickets/${twin.key}`, cookie)).toContain("Registered the sender");
});

test("the qualification is corrected in one tap, and the automatic one stays visible", async ({
  app,
  serverContext,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  const fields = { pick: "sms_number_invalid", cause: "unknown", reason: "The reporter said more" };
  const done = await postForm(app, `/console/tickets/${key}/qualification`, fields, { cookie });
  expect(done.headers.get("location")).toBe(`/console/tickets/${key}?done=corrected`);
  const page = await open(app, `/console/tickets/${key}`, cookie);
  expect(page).toContain("Corrected by Camille Roy");
  expect(page).toContain("The reporter said more");
  const [ticket] = await serverContext.database.rows("select cause, team, kind, is_sealed from tickets");
  expect(ticket).toEqual({
    cause: "sms_number_invalid",
    team: "customer_admin",
    kind: "assistance",
    is_sealed: false,
  });
});

test("whoever seals a ticket without the permission sees it go", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Inès Haddad" });
  const { key } = await sent(app);
  const fields = { cause: "security_phishing", reason: "A faked mail" };
  const done = await postForm(app, `/console/tickets/${key}/qualification`, fields, { cookie });
  expect(done.headers.get("location")).toBe("/console?done=sealed");
  const queue = await open(app, "/console?done=sealed", cookie);
  expect(queue).toContain("Only the security team sees it now.");
  expect(queue).not.toContain(key);
});

test("a key typed into the search opens its ticket, in whatever state", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const { key } = await sent(app);
  for (const typed of [key, key.toLowerCase(), key.replace("-", " ")]) {
    const response = await app.request(`/console?q=${encodeURIComponent(typed)}`, { headers: { cookie } });
    expect(response.headers.get("location")).toBe(`/console/tickets/${key}?view=open`);
  }
});

test("fifty tickets stand on a page, and the others on the next", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  await fillQueue(app, serverContext, 51);
  const first = await open(app, "/console", cookie);
  expect(first.match(/data-key=/g)).toHaveLength(50);
  expect(first).toContain("Page 1 of 2");
  const second = await open(app, "/console?view=open&page=2", cookie);
  expect(second.match(/<tr class="[^"]*" data-key=/g)).toHaveLength(1);
});

test("a page that a list does not have, or no longer, is its last; what is no number its first", async ({
  app,
  serverContext,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  await fillQueue(app, serverContext, 60);
  for (const path of ["/console?page=99", "/console?view=open&page=99", `/console?page=${"9".repeat(30)}`]) {
    const page = await open(app, path, cookie);
    expect(page, path).toContain("Page 2 of 2");
    expect(page.match(/<tr class="[^"]*" data-key/g), path).toHaveLength(10);
  }
  for (const page of ["0", "-1", "x", ""])
    expect(await open(app, `/console?page=${page}`, cookie)).toContain("Page 1 of 2");

  await serverContext.database.rows(
    `insert into outbox (dedupe_key, letter, recipient, subject, body_text, body_html, run_at, created_at)
     select n::text, 'receipt', 'ana@example.com', 'Subject ' || n, '', '', now(), now() from generate_series(2, 60) n`,
  );
  for (const page of ["99", "9".repeat(30)])
    expect(await open(app, `/console/mail?page=${page}`, cookie)).toContain("Page 2 of 2");
  expect(await open(app, "/console/mail?page=x", cookie)).toContain("Page 1 of 2");
});

/** One report, and copies of its row: the door lets 30 a minute in. */
async function fillQueue(app: Hono, { database }: Context, count: number): Promise<void> {
  await sent(app);
  await database.rows(
    `create temp table copies as select * from tickets;
     insert into tickets select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'key', 'C' || lpad(n::text, 5, '0')))).*
     from copies t, generate_series(2, ${count}) n`,
  );
}

test("a sign-in mail is never shown, and a reporter's own link without its token", async ({
  app,
  serverContext,
}) => {
  const { cookie, email } = await signedIn(serverContext, { name: "Camille Roy" });
  await sent(app);
  await postForm(app, "/console/sign-in", { email });
  const { database } = serverContext;
  await expect.poll(async () => (await database.rows("select 1 from outbox")).length).toBe(2);
  const mails = await database.rows<{ id: number; letter: string }>("select id, letter from outbox");
  const id = (letter: string) => mails.find((mail) => mail.letter === letter)?.id;

  expect(await open(app, `/console/mail/${id("sign-in")}`, cookie)).toContain("its text is not shown");
  const hidden = await app.request(`/console/mail/${id("sign-in")}/body`, { headers: { cookie } });
  expect(hidden.status).toBe(404);

  const body = await app.request(`/console/mail/${id("receipt")}/body`, { headers: { cookie } });
  expect(body.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  );
  expect(body.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  expect(await body.text()).not.toContain("#link.");
});

test("a mail that was refused says why and when it tries again", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  await sent(app);
  serverContext.mail.send = async () => {
    throw Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  };
  const stop = startOutbox(serverContext);
  await expect
    .poll(() => open(app, "/console/mail", cookie))
    .toContain("1 attempt. Last error: ECONNREFUSED");
  await stop();
  expect(await open(app, "/console/mail", cookie)).toContain("Tries again at");
});

test("a site is added, copied into a page, and switched off everywhere", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const headers = { cookie };
  const wrong = { id: "Boards EU", name: "", region: "moon", hosts: "https://board.example.com/x" };
  const refused = await postForm(app, "/console/sites/new", wrong, headers);
  expect(refused.status).toBe(422);
  const mends = await refused.text();
  for (const mend of [
    "Use lower-case letters",
    "Enter a name",
    "Choose a region",
    "Enter each host without",
  ]) {
    expect(mends).toContain(mend);
  }
  const site = {
    id: "contracts-eu",
    name: "Contracts",
    region: "eu-fr",
    hosts: "contracts.example.com\n*.example.com",
  };
  expect((await postForm(app, "/console/sites/new", site, headers)).headers.get("location")).toBe(
    "/console/sites/contracts-eu?saved",
  );
  expect(await (await postForm(app, "/console/sites/new", site, headers)).text()).toContain(
    "This id is taken",
  );
  expect(await open(app, "/console/sites/contracts-eu", cookie)).toContain(
    "data-site=&quot;contracts-eu&quot; async",
  );

  const changes: string[] = [];
  serverContext.changes.subscribe(({ topic, key }) => topic === "site" && changes.push(key));
  await postForm(app, "/console/sites/contracts-eu/switch", { to: "off" }, headers);
  await expect.poll(() => changes).toEqual(["contracts-eu"]);
  const refusedReport = await postReport(app, report({ site: "contracts-eu" }));
  expect(await refusedReport.json()).toMatchObject({ code: "site-disabled" });
  const noted = await serverContext.database.rows("select action, actor from audit_entries order by id");
  expect(noted).toContainEqual({ action: "site-switched-off", actor: "agent camille.roy@example.com" });
});

test("a customer gets its region, its pages and its contacts", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const headers = { cookie };
  const customer = { id: "norvane-group", name: "Norvane Group", region: "na-ca", metadataUrl: "ftp://x" };
  expect(await (await postForm(app, "/console/customers/new", customer, headers)).text()).toContain(
    "Enter an address that starts with https://",
  );
  await postForm(
    app,
    "/console/customers/new",
    { ...customer, metadataUrl: "https://idp.example.com/metadata.xml" },
    headers,
  );
  const path = "/console/customers/norvane-group";
  const page = { site: "boards-eu", pattern: "*.norvane.example.com" };
  await postForm(app, `${path}/pages`, page, headers);
  const taken = await postForm(app, "/console/customers/example-group/pages", page, headers);
  expect(await taken.text()).toContain("This host belongs to another customer already");

  await postReport(app, report(), { origin: "https://board.norvane.example.com" });
  const [ticket] = await serverContext.database.rows("select customer_id, region from tickets");
  expect(ticket).toEqual({ customer_id: "norvane-group", region: "na-ca" });

  const contact = { role: "rssi", contactName: "Marc Aubin", email: "marc", phone: "12" };
  const refused = await (await postForm(app, `${path}/contacts`, contact, headers)).text();
  expect(refused).toContain("Enter an e-mail like name@example.com");
  expect(refused).toContain("Enter a phone number with its country");
  await postForm(app, `${path}/contacts`, { ...contact, email: "rssi@example.com", phone: "" }, headers);
  expect(await open(app, path, cookie)).toContain("Marc Aubin");
  const [{ id = 0 } = {}] = await serverContext.database.rows<{ id: number }>("select id from contacts");
  await postForm(app, `${path}/contacts/remove`, { contact: String(id) }, headers);
  expect(await open(app, path, cookie)).toContain("Nobody is recorded.");
});

test("an agent reads the console in their language and time zone", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const reading = { locale: "fr", timeZone: "America/Toronto", next: "/console/sites" };
  const saved = await postForm(app, "/console/reading", reading, { cookie });
  expect(saved.headers.get("location")).toBe("/console/sites");
  const page = await open(app, "/console/sites", cookie);
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain("Camille Roy, Toronto");
});

test("a page of the console is kept by no cache", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  for (const path of ["/console", "/console/sites", "/console/mail"]) {
    const response = await app.request(path, { headers: { cookie } });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("while this is a demonstration, the link to a ticket signs in by itself", async ({
  app,
  serverContext,
}) => {
  serverContext.settings.isDemo = true;
  const { key } = await sent(app);
  const first = await app.request(`/console/tickets/${key}`, { headers: { accept: "text/html" } });
  expect(first.headers.get("location")).toBe(`/console/tickets/${key}`);
  const cookie = (first.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  expect(await open(app, `/console/tickets/${key}`, cookie)).toContain(key);
});

test("an agent says where a platform is watched; what is no address is refused with a sentence", async ({
  app,
  serverContext,
}) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const save = (probeUrl: string) =>
    postForm(
      app,
      "/console/sites/boards-eu",
      { name: "Boards", region: "eu-fr", hosts: "", probeUrl },
      { cookie },
    );
  const refused = await save("board.example.com");
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Enter an address like https://board.example.com");
  expect((await save("https://board.example.com")).status).toBe(303);
  const probed = () => serverContext.database.row("select probe_url from sites where id = 'boards-eu'");
  expect(await probed()).toEqual({ probe_url: "https://board.example.com" });
  await save("");
  expect(await probed()).toEqual({ probe_url: null });
});
