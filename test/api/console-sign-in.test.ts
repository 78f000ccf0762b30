import { createAgent } from "../../server/console/agents.ts";
import { hashToken } from "../../server/tickets/tokens.ts";
import { postForm, signedIn } from "../console.ts";
import { expect, test } from "../fixtures.ts";
import type { Mail } from "../../server/mail/transport.ts";

const camille = { name: "Camille Roy", email: "camille.roy@example.com" };

/** The path that a sign-in mail opens. */
function linkIn(mail: Mail | undefined): string {
  const [link = ""] = /\/console\/sign-in\/\S+/.exec(mail?.text ?? "") ?? [];
  return link;
}

function cookieOf(response: Response): string {
  return (response.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
}

test("an agent signs in by the link in a mail, once", async ({ app, server, serverContext, mailbox }) => {
  await createAgent(serverContext.database, camille);
  const asked = await postForm(app, "/console/sign-in", {
    email: "Camille.Roy@example.com",
    next: "/console?view=mine",
  });
  expect(asked.status).toBe(303);
  await expect.poll(() => mailbox.length).toBe(1);
  expect(mailbox[0]?.text).toContain(`${server.url}/console/sign-in/`);

  const link = linkIn(mailbox[0]);
  const page = await app.request(link);
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.headers.get("set-cookie")).toBeNull();

  const done = await postForm(app, link, {});
  expect(done.headers.get("location")).toBe("/console?view=mine");
  expect(done.headers.get("set-cookie")).toMatch(
    /^help_session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/,
  );

  const again = await postForm(app, link, {});
  expect(again.status).toBe(401);
  expect(await again.json()).toMatchObject({ code: "sign-in-link-invalid" });
});

test("only hashes of links and sessions are kept", async ({ app, server, serverContext, mailbox }) => {
  expect(server.url).toContain("localhost");
  await createAgent(serverContext.database, camille);
  await postForm(app, "/console/sign-in", { email: camille.email });
  await expect.poll(() => mailbox.length).toBe(1);
  const link = linkIn(mailbox[0]);
  const session = cookieOf(await postForm(app, link, {})).split("=")[1] ?? "";
  const [kept] = await serverContext.database.rows<{ token_hash: Buffer }>("select token_hash from sessions");
  expect(kept?.token_hash.equals(hashToken(session))).toBe(true);
});

test("whoever asks cannot tell whether an address is known", async ({ app, serverContext }) => {
  await createAgent(serverContext.database, camille);
  const [known, unknown] = await Promise.all(
    [camille.email, "nobody@example.com"].map((email) => postForm(app, "/console/sign-in", { email })),
  );
  expect([known?.status, unknown?.status]).toEqual([303, 303]);
  expect(unknown?.headers.get("location")).toBe(known?.headers.get("location"));
  await expect.poll(async () => (await serverContext.database.rows("select 1 from outbox")).length).toBe(1);
});

test("links end after 15 minutes, sessions after 12 hours", async ({
  app,
  server,
  serverContext,
  serverClock,
  mailbox,
}) => {
  expect(server.url).toContain("localhost");
  await createAgent(serverContext.database, camille);
  const start = Date.now();
  const ask = async (count: number) => {
    await postForm(app, "/console/sign-in", { email: camille.email });
    await expect.poll(() => mailbox.length).toBe(count);
    return linkIn(mailbox.at(-1));
  };
  const late = await ask(1);
  serverClock.moveTo(new Date(start + 15.5 * 60_000));
  expect((await postForm(app, late, {})).status).toBe(401);

  const cookie = cookieOf(await postForm(app, await ask(2), {}));
  const isSignedIn = async () =>
    (await app.request("/console/sign-in", { headers: { cookie } })).headers.get("location") === "/console";
  expect(await isSignedIn()).toBe(true);
  serverClock.moveTo(new Date(start + 13 * 3_600_000));
  expect(await isSignedIn()).toBe(false);
});

test("signing out and losing the job both end the session", async ({ app, serverContext }) => {
  const { cookie } = await signedIn(serverContext, { name: "Camille Roy" });
  const other = await signedIn(serverContext, { name: "Inès Haddad" });
  const isSignedIn = async (cookie: string) =>
    (await app.request("/console/sign-in", { headers: { cookie } })).status === 302;
  expect([await isSignedIn(cookie), await isSignedIn(other.cookie)]).toEqual([true, true]);

  await postForm(app, "/console/sign-out", {}, { cookie });
  expect([await isSignedIn(cookie), await isSignedIn(other.cookie)]).toEqual([false, true]);

  await serverContext.database.rows("update agents set deactivated_at = now()");
  expect(await isSignedIn(other.cookie)).toBe(false);
});

test("a form of another site signs nobody in or out", async ({ app, serverContext }) => {
  serverContext.settings.isDemo = true;
  for (const path of ["/console/sign-in", "/console/demo-sign-in", "/console/sign-out"]) {
    const elsewhere = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example.com" };
    for (const headers of [undefined, elsewhere]) {
      const response = await app.request(path, { method: "POST", headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "cross-site-request" });
    }
  }
});

test("one click signs in while this is a demonstration, and only then", async ({ app, serverContext }) => {
  expect((await postForm(app, "/console/demo-sign-in", {})).status).toBe(404);
  serverContext.settings.isDemo = true;
  const done = await postForm(app, "/console/demo-sign-in?next=/console/mail", {});
  expect(done.status).toBe(303);
  expect(done.headers.get("location")).toBe("/console/mail");
  expect(done.headers.get("set-cookie")).toContain("help_session=");
});

test("after signing in nobody is sent anywhere else than into the console", async ({
  app,
  serverContext,
}) => {
  serverContext.settings.isDemo = true;
  for (const next of [
    "https://elsewhere.example.com",
    "//elsewhere.example.com",
    "/console.example.com",
    "x",
  ]) {
    const done = await postForm(app, `/console/demo-sign-in?next=${encodeURIComponent(next)}`, {});
    expect(done.headers.get("location")).toBe("/console");
  }
});

test("an incomplete address is named, with its mend", async ({ app }) => {
  const page = await postForm(app, "/console/sign-in?lang=fr", { email: "camille" }, { accept: "text/html" });
  expect(page.status).toBe(422);
  expect(await page.text()).toContain("Saisissez un e-mail comme nom@example.com");
});

test("asking for links again and again is slowed down", async ({ app }) => {
  const ask = () => postForm(app, "/console/sign-in", { email: "nobody@example.com" });
  for (let n = 0; n < 5; n += 1) expect((await ask()).status).toBe(303);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("with TLS the cookie is secure and bound to our host", async ({ app, serverContext }) => {
  serverContext.settings.isDemo = true;
  serverContext.settings.publicUrl = "https://help.example.com";
  const done = await postForm(app, "/console/demo-sign-in", {});
  expect(done.headers.get("set-cookie")).toMatch(/^__Host-help_session=.*; Secure/);
});
