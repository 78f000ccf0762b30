import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Hono } from "hono";
import { startCertificateChecks } from "../../server/checks/certificate.ts";
import type { Context } from "../../server/context.ts";
import type { CheckResult, ServerChecks } from "../../server/contract/types.ts";
import { projectDir } from "../../server/settings.ts";
import { test as base, expect, postReport, report } from "../fixtures.ts";

/** Valid until 1 November 2046. */
const valid = pemBody("signing-certificate.pem");
/** Expired on 21 November 2026 at noon. */
const expired = pemBody("signing-certificate-expired.pem");

function pemBody(name: string): string {
  const pem = readFileSync(join(projectDir, "widget/demo", name), "utf8");
  return pem.replaceAll(/-----.+-----|\s/g, "");
}

function key(body: string, use = ' use="signing"'): string {
  return `<md:KeyDescriptor${use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
    ${body}
  </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
}

function metadata(...keys: string[]): string {
  return `<?xml version="1.0"?>
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      <md:IDPSSODescriptor>${keys.join("")}</md:IDPSSODescriptor>
    </md:EntityDescriptor>`;
}

interface Provider {
  url: string;
  requests: number;
  answers(body: string | RequestListener): void;
}

const test = base.extend<{ provider: Provider }>({
  /** Example Group's identity provider; its board portal is at board.example.com. */
  provider: async ({ serverContext, serverClock }, use) => {
    serverClock.moveTo("2026-11-24T09:00:00Z");
    let answer: RequestListener = (_, response) => response.end();
    const server = createServer((request, response) => {
      provider.requests += 1;
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // a TCP server's address is one
    const provider: Provider = {
      url: `http://127.0.0.1:${port}/metadata.xml`,
      requests: 0,
      answers(body) {
        answer = typeof body === "function" ? body : (_, response) => response.end(body);
      },
    };
    await setMetadataUrl(serverContext, provider.url);
    await serverContext.database.rows(
      "insert into customer_hosts values ('boards-eu', 'board.example.com', 'example-group')",
    );
    await use(provider);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

function setMetadataUrl({ database }: Context, url: string) {
  return database.rows("update customers set metadata_url = $1 where id = 'example-group'", [url]);
}

async function certificateSeenFrom(app: Hono, origin: string): Promise<CheckResult | undefined> {
  const response = await postChecks(app, { site: "boards-eu", nonce: "n" }, { origin });
  expect(response.status).toBe(200);
  return ((await response.json()) as ServerChecks).checks.find(({ id }) => id === "cert");
}

function postChecks(app: Hono, body: object, headers: Record<string, string> = {}) {
  return app.request("/api/checks", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const portal = "https://board.example.com";
const unknown = { id: "cert", outcome: "unknown" };

test("a portal's page learns that its company's sign-in certificate has expired", async ({
  app,
  provider,
}) => {
  provider.answers(metadata(key(expired)));
  expect(await certificateSeenFrom(app, portal)).toEqual({
    id: "cert",
    outcome: "fail",
    value: { daysLeft: -3, expiresOn: "2026-11-21" },
  });
});

for (const { at, outcome, daysLeft } of [
  { at: "2046-08-31T23:00:00Z", outcome: "pass", daysLeft: 61 },
  { at: "2046-09-01T23:00:00Z", outcome: "warn", daysLeft: 60 },
  { at: "2046-10-23T23:00:00Z", outcome: "warn", daysLeft: 8 },
  { at: "2046-10-24T23:00:00Z", outcome: "fail", daysLeft: 7 },
  { at: "2046-11-01T00:00:01Z", outcome: "fail", daysLeft: -1 },
])
  test(`a certificate with ${daysLeft} days left: ${outcome}`, async ({ app, provider, serverClock }) => {
    provider.answers(metadata(key(valid)));
    serverClock.moveTo(at);
    expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome, value: { daysLeft } });
  });

test("during a rollover the certificate that lasts longer decides, whatever the order", async ({
  app,
  provider,
}) => {
  provider.answers(metadata(key(valid), key(expired)));
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "pass" });
});

test("a key without use signs too, one for encryption does not", async ({ app, provider }) => {
  provider.answers(metadata(key(expired, ""), key(valid, ' use="encryption"')));
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "fail" });
});

for (const [trouble, body] of Object.entries<string | RequestListener>({
  "broken XML": metadata(key(valid)).replace("</md:EntityDescriptor>", ""),
  "a sign-in page": "<!doctype html><title>Sign in</title>",
  "an entity": `<!DOCTYPE a [<!ENTITY e "${valid}">]>${metadata(key("&e;"))}`,
  "no certificate": metadata(),
  "a certificate that is none": metadata(key("bm9uZQ==")),
  "a body without end": (_, response) => {
    const pour = () => {
      while (response.write("<!-- more -->".repeat(1_000)));
    };
    response.on("drain", pour);
    pour();
  },
  "a redirect": ({ url }, response) =>
    url === "/elsewhere"
      ? response.end(metadata(key(valid)))
      : response.writeHead(302, { location: "/elsewhere" }).end(),
  "an error": (_, response) => response.writeHead(503).end(metadata(key(valid))),
  "a cut connection": (_, response) => response.destroy(),
}))
  test(`a provider that answers with ${trouble} is unknown, not an error`, async ({ app, provider }) => {
    provider.answers(body);
    expect(await certificateSeenFrom(app, portal)).toEqual(unknown);
  });

test("a provider that does not answer keeps nobody waiting", async ({ app, provider }) => {
  provider.answers(() => {});
  const startedAt = performance.now();
  const [first, second] = await Promise.all([
    certificateSeenFrom(app, portal),
    certificateSeenFrom(app, portal),
  ]);
  expect([first, second]).toEqual([unknown, unknown]);
  expect(performance.now() - startedAt).toBeLessThan(4_500); // the provider itself is given five seconds
  expect(provider.requests).toBe(1);
});

for (const url of [
  "http://metadata.example.com/",
  "file:///etc/hostname",
  `data:text/xml,${encodeURIComponent(metadata(key(valid)))}`,
])
  test(`metadata at ${url.slice(0, 30)} is not read`, async ({ app, provider, serverContext }) => {
    await setMetadataUrl(serverContext, url);
    expect(await certificateSeenFrom(app, portal)).toEqual(unknown);
    expect(provider.requests).toBe(0);
  });

test("another customer's page, or a page that only claims to be one, sees nothing", async ({
  app,
  provider,
}) => {
  provider.answers(metadata(key(expired)));
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "fail" });
  for (const origin of ["https://board.example.net", "https://board.example.com.evil.example", "null"])
    expect(await certificateSeenFrom(app, origin), origin).toEqual(unknown);

  const claiming = await postChecks(app, { site: "boards-eu", customer: "example-group" });
  expect(((await claiming.json()) as ServerChecks).checks).toContainEqual(unknown);
});

test("many people asking within a minute make one look, and a renewal shows a minute later", async ({
  app,
  provider,
  serverClock,
}) => {
  provider.answers(metadata(key(expired)));
  await Promise.all(Array.from({ length: 5 }, () => certificateSeenFrom(app, portal)));
  await certificateSeenFrom(app, portal);
  expect(provider.requests).toBe(1);

  provider.answers(metadata(key(valid)));
  serverClock.moveTo("2026-11-24T09:01:01Z");
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "pass" });
});

test("a provider that fails makes what was known unknown, and is asked again soon", async ({
  app,
  provider,
  serverClock,
}) => {
  provider.answers(metadata(key(valid)));
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "pass" });
  provider.answers((_, response) => response.destroy());
  serverClock.moveTo("2026-11-24T09:02:00Z");
  expect(await certificateSeenFrom(app, portal)).toEqual(unknown);
  provider.answers(metadata(key(valid)));
  serverClock.moveTo("2026-11-24T09:02:06Z");
  expect(await certificateSeenFrom(app, portal)).toMatchObject({ outcome: "pass" });
});

test("a provider that nobody reaches three times in a row is down, one that refuses is not", async ({
  app,
  provider,
  serverClock,
}) => {
  let seconds = 0;
  const reachSeen = async (body: string | RequestListener) => {
    provider.answers(body);
    serverClock.moveTo(new Date(Date.parse("2026-11-24T09:00:00Z") + (seconds += 61) * 1_000));
    const response = await postChecks(app, { site: "boards-eu" }, { origin: portal });
    return ((await response.json()) as ServerChecks).checks.find(({ id }) => id === "idp_reach");
  };
  const up = { id: "idp_reach", outcome: "pass", value: "up" };
  const unknown = { id: "idp_reach", outcome: "unknown" };
  const down = { id: "idp_reach", outcome: "fail", value: "down" };
  const cut: RequestListener = (_, response) => response.destroy();
  const broken: RequestListener = (_, response) => response.writeHead(503).end();
  const refusing: RequestListener = (_, response) => response.writeHead(403).end();

  expect(await reachSeen(metadata(key(valid)))).toEqual(up);
  expect(await reachSeen(cut)).toEqual(unknown);
  expect(await reachSeen(broken)).toEqual(unknown);
  expect(await reachSeen(cut)).toEqual(down);
  expect(await reachSeen(metadata(key(valid)))).toEqual(up);
  for (const body of [refusing, refusing, refusing]) expect(await reachSeen(body)).toEqual(unknown);
});

test("every customer's certificate is looked at when the server starts", async ({
  serverContext,
  provider,
}) => {
  provider.answers(metadata(key(valid)));
  const { stop } = startCertificateChecks(serverContext);
  await expect
    .poll(() =>
      serverContext.database.rows("select customer_id, not_after, error from customer_certificates"),
    )
    .toEqual([{ customer_id: "example-group", not_after: new Date("2046-11-01T00:00:00Z"), error: null }]);
  await stop();
});

test("a person who cannot reach the platform learns whether others can", async ({ app, serverContext }) => {
  const reach = async () => {
    const response = await postChecks(app, { site: "boards-eu" });
    return ((await response.json()) as ServerChecks).checks.find(({ id }) => id === "reach");
  };
  expect(await reach()).toEqual({ id: "reach", outcome: "unknown", value: "unknown" });
  await serverContext.database.transaction(async (queries) => {
    for (const { id } of serverContext.services.services) {
      await queries.rows("insert into service_states values ('boards-eu', $1, 'major', $2, $2)", [
        id,
        serverContext.clock.now(),
      ]);
    }
    await serverContext.changes.publish(queries, { topic: "status", key: "boards-eu" });
  });
  await expect.poll(reach).toEqual({ id: "reach", outcome: "fail", value: "critical" });
});

test("who asks without end is told to wait, and an unknown site is named", async ({ app }) => {
  const unknownSite = await postChecks(app, { site: "nowhere" });
  expect(unknownSite.status).toBe(422);
  expect(await unknownSite.json()).toMatchObject({ code: "site-unknown" });
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => postChecks(app, { site: "boards-eu" })),
  );
  expect(answers.at(-1)?.status).toBe(429);
  expect(answers.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
});

test("support reads that the company's certificate has expired, and only from that company's page", async ({
  app,
  provider,
  serverContext,
}) => {
  provider.answers(metadata(key(expired)));
  await certificateSeenFrom(app, portal);
  const causeOf = async (headers: Record<string, string>, customer?: string) => {
    const { id, ...rest } = report({ symptom: "sso_error", customer });
    await postReport(app, { id, ...rest }, headers);
    const ticket = await serverContext.database.row<{ cause: string }>(
      "select cause from tickets where id = $1",
      [id],
    );
    return ticket?.cause;
  };
  expect(await causeOf({ origin: portal })).toBe("sso_idp_certificate_expired");
  expect(await causeOf({ origin: "https://board.example.net" }, "example-group")).not.toBe(
    "sso_idp_certificate_expired",
  );
});
