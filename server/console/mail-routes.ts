import { join } from "node:path";
import { Hono } from "hono";
import { html } from "hono/html";
import type { Context } from "../context.ts";
import { secretLetters } from "../mail/letters.ts";
import { Problem } from "../problem.ts";
import { canSeeSealed, type Viewer } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { ConsoleEnv } from "./access.ts";
import type { Agent } from "./agents.ts";
import { type Html, renderConsolePage } from "./frame.ts";
import { glyph, state } from "./glyphs.ts";
import { pageAsked, pageOrLast } from "./pages.ts";
import { sayNear, timeTag } from "./say-time.ts";

interface MailRow {
  id: number;
  letter: string;
  recipient: string;
  subject: string;
  ticketKey: string | null;
  isSealed: boolean;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  runAt: Date;
  sentAt: Date | null;
  gaveUpAt: Date | null;
}

const columns = `o.id, o.letter, o.recipient, o.subject, t.key as "ticketKey", o.is_sealed as "isSealed", o.attempts,
  o.last_error as "lastError", o.created_at as "createdAt", o.run_at as "runAt", o.sent_at as "sentAt", o.gave_up_at as "gaveUpAt"`;
const visible = `from outbox o left join tickets t on t.id = o.ticket_id
  where ($1 or not (o.is_sealed or coalesce(t.is_sealed, false)))`;
const pageSize = 50;

/** The outbox as support sees it: what was written to whom, whether it left, and what it shows. */
export function mailRoutes(context: Context): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get("/", async (c) => {
    const agent = c.get("agent");
    const words = text(agent.locale).console;
    const { mails, page, pages } = await pageOrLast(pageAsked(c.req.query("page")), (asked) =>
      listMails(context, agent, asked),
    );
    return renderConsolePage(context, c, agent, {
      title: words.mail.title,
      section: "mail",
      body: html`<main id="main" class="sheet">
        <h1>${words.mail.title}</h1>
        <p class="muted">${words.mail.lead} ${noServer(context, agent)}</p>
        ${mails.length === 0 ? nothing(agent) : table(context, agent, mails)}
        ${
          pages === 1
            ? ""
            : html`<nav class="pages" aria-label="${words.queue.pages}">
                ${page > 1 ? html`<a href="?page=${page - 1}">${words.queue.previous}</a>` : ""}
                <span>${words.queue.page(page, pages)}</span>
                ${page < pages ? html`<a href="?page=${page + 1}">${words.queue.next}</a>` : ""}
              </nav>`
        }
      </main>`,
    });
  });

  routes.get("/:id{[0-9]+}", async (c) => {
    const agent = c.get("agent");
    const words = text(agent.locale).console;
    const mail = await findMail(context, agent, Number(c.req.param("id")));
    return renderConsolePage(context, c, agent, {
      title: mail.subject,
      section: "mail",
      body: html`<main id="main" class="sheet">
        <p><a href="/console/mail">${words.mail.back}</a></p>
        <h1>${mail.subject}</h1>
        <dl class="pairs">
          <dt>${words.mail.columns.to}</dt>
          <dd>${mail.recipient}</dd>
          <dt>${words.mail.columns.written}</dt>
          <dd>${timeTag(mail.createdAt, agent, sayNear(mail.createdAt, context.clock.now(), agent))}</dd>
          <dt>${words.mail.columns.state}</dt>
          <dd>${stateOf(context, agent, mail)}</dd>
          ${
            mail.ticketKey === null
              ? ""
              : html`<dt>${words.mail.columns.ticket}</dt>
                  <dd><a class="key" href="/console/tickets/${mail.ticketKey}">${mail.ticketKey}</a></dd>`
          }
        </dl>
        ${
          holdsSecret(mail)
            ? html`<p class="muted">${words.mail.secretLink}</p>`
            : html`<iframe
                  class="mail-body"
                  sandbox
                  src="/console/mail/${mail.id}/body"
                  title="${words.mail.body}"
                ></iframe>
                <details>
                  <summary>${words.mail.asText}</summary>
                  <p class="text">${withoutTokens(mail.bodyText)}</p>
                </details>`
        }
      </main>`,
    });
  });

  // A page of its own, that runs nothing and reaches nothing, whatever a mail holds.
  routes.get("/:id{[0-9]+}/body", async (c) => {
    const mail = await findMail(context, c.get("agent"), Number(c.req.param("id")));
    if (holdsSecret(mail)) throw new Problem("not-found");
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
    c.header("x-frame-options", "SAMEORIGIN");
    return c.html(withoutTokens(mail.bodyHtml));
  });

  return routes;
}

async function listMails(
  { database }: Context,
  viewer: Viewer,
  page: number,
): Promise<{ mails: MailRow[]; page: number; pages: number }> {
  const sees = canSeeSealed(viewer);
  const [mails, counted] = await Promise.all([
    database.rows<MailRow>(
      `select ${columns} ${visible} order by o.created_at desc, o.id desc limit ${pageSize} offset $2`,
      [sees, (page - 1) * pageSize],
    ),
    database.row<{ count: number }>(`select count(*) as count ${visible}`, [sees]),
  ]);
  return { mails, page, pages: Math.max(1, Math.ceil((counted?.count ?? 0) / pageSize)) };
}

/** Throws not-found, also for a sealed ticket's mail that the viewer may not see. */
async function findMail(
  { database }: Context,
  viewer: Viewer,
  id: number,
): Promise<MailRow & { bodyText: string; bodyHtml: string }> {
  // Beyond what an id can be, PostgreSQL would call it an error of ours.
  const mail = Number.isSafeInteger(id)
    ? await database.row<MailRow & { bodyText: string; bodyHtml: string }>(
        `select ${columns}, o.body_text as "bodyText", o.body_html as "bodyHtml" ${visible} and o.id = $2`,
        [canSeeSealed(viewer), id],
      )
    : undefined;
  if (!mail) throw new Problem("not-found");
  return mail;
}

function holdsSecret({ letter }: MailRow): boolean {
  return secretLetters.includes(letter);
}

/** The link in a reporter's mail opens their ticket as they do: its token is not for support's eyes. */
function withoutTokens(body: string): string {
  return body.replace(/#link\.[\w.-]+/g, "#…");
}

function noServer({ settings }: Context, agent: Agent): string {
  if (settings.smtpUrl !== undefined) return "";
  return text(agent.locale).console.mail.noServer(join(settings.dataDir, "mail"));
}

function nothing(agent: Agent): Html {
  const words = text(agent.locale).console.mail;
  return html`<div class="nothing">
    <h2>${words.nothing}</h2>
    <p>${words.nothingHint}</p>
  </div>`;
}

function table(context: Context, agent: Agent, mails: MailRow[]): Html {
  const words = text(agent.locale).console.mail;
  const now = context.clock.now();
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title}">
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">${words.columns.written}</th>
          <th scope="col">${words.columns.to}</th>
          <th scope="col">${words.columns.subject}</th>
          <th scope="col">${words.columns.ticket}</th>
          <th scope="col">${words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        ${mails.map(
          (mail) =>
            html`<tr>
              <td class="nowrap muted">
                ${timeTag(mail.createdAt, agent, sayNear(mail.createdAt, now, agent))}
              </td>
              <td>${mail.recipient}</td>
              <td>
                ${mail.isSealed ? html`${glyph("seal")}<span class="vh">${text(agent.locale).console.sealed}</span> ` : ""}<a
                  href="/console/mail/${mail.id}"
                  >${mail.subject}</a
                >
              </td>
              <td class="key">
                ${mail.ticketKey === null ? "" : html`<a href="/console/tickets/${mail.ticketKey}">${mail.ticketKey}</a>`}
              </td>
              <td>${stateOf(context, agent, mail)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function stateOf(context: Context, agent: Agent, mail: MailRow): Html {
  const words = text(agent.locale).console.mail;
  const near = (time: Date) => sayNear(time, context.clock.now(), agent);
  const tried =
    mail.lastError === null
      ? ""
      : html`<br /><span class="muted"
            >${words.attempts(mail.attempts)}. ${words.error}: ${mail.lastError}</span
          >`;
  if (mail.sentAt) return state("ok", words.sent(near(mail.sentAt)), "ok");
  if (mail.gaveUpAt) return html`${state("critical", words.gaveUp(near(mail.gaveUpAt)), "critical")}${tried}`;
  if (mail.lastError !== null) return html`${state("minor", words.retry(near(mail.runAt)), "minor")}${tried}`;
  return state("waiting", words.waiting);
}
