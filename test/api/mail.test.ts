import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import type { Context } from "../../server/context.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { startOutbox } from "../../server/mail/outbox.ts";
import { openMailTransport } from "../../server/mail/transport.ts";
import { reply, type Viewer } from "../../server/tickets/desk.ts";
import { expect, postReport, report } from "../fixtures.ts";
import { type Post, test } from "../post.ts";

const camille: Viewer = {
  actor: "agent camille@example.com",
  agentId: null,
  name: "Camille Roy",
  permissions: [],
};

function overSmtp(context: Context, post: Post): Context {
  return { ...context, mail: openMailTransport({ ...context.settings, smtpUrl: post.url }) };
}

test("the reporter gets a receipt and the answer in a real mail conversation", async ({
  app,
  serverContext,
  post,
}) => {
  const { key } = (await (await postReport(app, report())).json()) as TicketReceipt;
  await reply(serverContext, camille, key, {
    id: randomUUID(),
    body: "Choisissez « Application » <b>une fois</b>.",
    isInternal: false,
  });
  const context = overSmtp(serverContext, post);
  const stop = startOutbox(context);
  await expect.poll(() => post.received.length).toBe(2);
  await stop();
  context.mail.close();

  const [receipt, answer] = post.received;
  expect(receipt?.subject).toBe(`${key} : nous avons reçu votre signalement`);
  expect(receipt?.to?.[0]?.address).toBe("ana@example.com");
  expect(receipt?.headers.find((header) => header.key === "auto-submitted")?.value).toBe("auto-generated");
  expect(answer?.text).toContain("Choisissez « Application » <b>une fois</b>.");
  expect(answer?.html).toContain("&lt;b&gt;une fois&lt;/b&gt;");
  expect(answer?.text).toContain(`/reports/${key}?site=boards-eu#link.`);
});

test("a mail that is refused for now is tried again, and arrives once", async ({
  app,
  serverContext,
  serverClock,
  post,
}) => {
  post.refusals = 1;
  await postReport(app, report());
  const context = overSmtp(serverContext, post);
  const stop = startOutbox(context);
  const attempts = () =>
    serverContext.database.row<{ attempts: number }>(
      "select attempts from outbox where last_error is not null",
    );
  await expect.poll(async () => (await attempts())?.attempts).toBe(1);
  serverClock.moveTo(new Date(Date.now() + 60_000));
  await serverContext.changes.publish(serverContext.database, { topic: "outbox", key: "again" });
  await expect.poll(() => post.received.length).toBe(1);
  await stop();
  context.mail.close();
});

test("many mails leave together, and one that is refused holds up none of the others", async ({
  app,
  serverContext,
  post,
}) => {
  post.refusals = 1;
  const addresses = Array.from({ length: 25 }, (_, number) => `person-${number}@example.com`);
  for (const email of addresses) await postReport(app, report({ reporter: { email } }));
  const context = overSmtp(serverContext, post);
  const stop = startOutbox(context);
  const waiting = () =>
    serverContext.database.rows<{ attempts: number }>("select attempts from outbox where sent_at is null");
  await expect.poll(waiting).toEqual([{ attempts: 1 }]);
  await stop();
  context.mail.close();
  const arrived = post.received.flatMap(({ to }) => to?.map(({ address }) => address) ?? []);
  expect(new Set(arrived).size).toBe(24);
  expect(arrived).toHaveLength(24);
});

test("an internal note goes to nobody", async ({ app, serverContext }) => {
  const { key } = (await (await postReport(app, report())).json()) as TicketReceipt;
  await reply(serverContext, camille, key, {
    id: randomUUID(),
    body: "Ask messaging first",
    isInternal: true,
  });
  const letters = await serverContext.database.rows("select letter from outbox");
  expect(letters).toEqual([{ letter: "receipt" }]);
});

test("without a mail server each mail becomes a file that a mail program opens", async ({
  app,
  serverContext,
}) => {
  await postReport(app, report());
  const context = { ...serverContext, mail: openMailTransport(serverContext.settings) };
  const stop = startOutbox(context);
  const folder = join(serverContext.settings.dataDir, "mail");
  const sent = () => serverContext.database.rows("select 1 from outbox where sent_at is not null");
  await expect.poll(async () => (await sent()).length).toBe(1);
  await stop();
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  const mail = await PostalMime.parse(readFileSync(join(folder, files[0] ?? "")));
  expect(mail.subject).toContain("nous avons reçu");
});
