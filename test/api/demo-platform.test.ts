import { X509Certificate } from "node:crypto";
import { expect, test } from "@playwright/test";
import { createDemoPlatform } from "../../server/demo-platform/app.ts";
import type { Trouble } from "../../server/demo-platform/troubles.ts";

const today = "2026-11-24T09:00:00Z";
const signedIn = { cookie: "norvane_demo=claire" };

function openPortal(...troubles: Trouble[]) {
  return openPortalAt(today, ...troubles);
}

function openPortalAt(time: string, ...troubles: Trouble[]) {
  const on = new Set(troubles);
  const portal = createDemoPlatform({
    helpUrl: "http://localhost:3000",
    on,
    downSeconds: 60,
    now: () => new Date(time),
    slowMilliseconds: 50,
  });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    portal.request(path, { method: "POST", body: new URLSearchParams(fields), headers });
  return { portal, on, post };
}

test("nobody reads a board's papers without signing in", async () => {
  const { portal } = openPortal();
  for (const path of ["/meetings", "/meetings/412", "/documents", "/documents/9034", "/directory"]) {
    const answer = await portal.request(path);
    expect(answer.status, path).toBe(303);
    expect(answer.headers.get("location")).toBe("/login");
    expect((await portal.request(path, { headers: signedIn })).status, path).toBe(200);
  }
});

test("the company's sign-in opens the portal, or its error page when the certificate has expired", async () => {
  const { portal, on } = openPortal();
  const accepted = await portal.request("/idp/sign-in");
  expect(accepted.headers.get("location")).toBe("/meetings");
  expect(accepted.headers.get("set-cookie")).toContain("norvane_demo=claire");

  on.add("sso_error");
  const refused = await portal.request("/idp/sign-in");
  expect(refused.headers.get("location")).toBe("/sso/error");
  expect(refused.headers.get("set-cookie")).toBeNull();
});

test("the company's metadata carry the certificate that the trouble is about", async () => {
  const { portal, on } = openPortal("sso_error");
  expect((await servedCertificate(portal)).validToDate).toEqual(new Date("2026-11-21T12:00:00Z"));

  on.clear();
  expect((await servedCertificate(portal)).validToDate.getUTCFullYear()).toBe(2046);
});

async function servedCertificate(portal: ReturnType<typeof createDemoPlatform>) {
  const metadata = await (await portal.request("/idp/metadata.xml")).text();
  const body = metadata.match(/<ds:X509Certificate>(.+)<\/ds:X509Certificate>/)?.[1] ?? "";
  const certificate = new X509Certificate(Buffer.from(body, "base64"));
  return { validToDate: new Date(certificate.validTo) };
}

test("the code of the SMS signs in, and without the SMS nothing does", async () => {
  const { portal, on, post } = openPortal();
  expect(await (await portal.request("/login/code")).text()).toContain("your code is 482913");
  expect((await post("/login/code", { code: "000000" })).status).toBe(422);
  expect((await post("/login/code", { code: "482913" })).headers.get("location")).toBe("/meetings");

  on.add("sms_missing");
  expect(await (await portal.request("/login/code")).text()).not.toContain("482913");
  expect((await post("/login/code", { code: "482913" })).status).toBe(422);
});

test("the authenticator app signs in while text messages are held", async () => {
  const { portal, post } = openPortal("sms_missing");
  expect(await (await portal.request("/login/code")).text()).toContain('action="/login/authenticator"');
  expect(await (await portal.request("/login/authenticator")).text()).toContain("Norvane Group: 731604");
  const wrong = await post("/login/authenticator", { code: "000000" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("This is not the code that the app shows.");
  const accepted = await post("/login/authenticator", { code: "731604" });
  expect(accepted.headers.get("location")).toBe("/meetings");
  expect(accepted.headers.get("set-cookie")).toContain("norvane_demo=claire");
});

const outages: [Trouble, string, number][] = [
  ["sms_missing", "sms", 503],
  ["failing_request", "meetings", 503],
  ["sso_error", "sign_in", 200],
  ["stale_build", "documents", 200],
];

for (const [trouble, service, status] of outages) {
  test(`with ${trouble} on, ${service} answers a probe with ${status}`, async () => {
    const { portal, on } = openPortal(trouble);
    expect((await portal.request(`/health/${service}`)).status).toBe(status);
    on.clear();
    expect((await portal.request(`/health/${service}`)).status).toBe(200);
  });
}

test("slow documents are slow for a probe and for a reader", async () => {
  const { portal } = openPortal("slow_documents");
  expect(await millisecondsOf(() => portal.request("/health/documents"))).toBeGreaterThan(45);
  expect(
    await millisecondsOf(() => portal.request("/documents/9034", { headers: signedIn })),
  ).toBeGreaterThan(45);
});

async function millisecondsOf(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

test("a service that nobody knows is not watched", async () => {
  expect((await openPortal().portal.request("/health/coffee")).status).toBe(404);
  expect((await openPortal().portal.request("/health/toString")).status).toBe(404);
});

test("a stale build is last week's page, until somebody insists on a fresh one", async () => {
  const { portal } = openPortal("stale_build");
  const read = async (headers: Record<string, string> = {}) =>
    (await portal.request("/meetings/412", { headers: { ...signedIn, ...headers } })).text();

  for (const stale of [await read(), await read({ "cache-control": "max-age=0" })]) {
    expect(stale).toContain('data-build="2026.11.3"');
    expect(stale).toContain("Agenda updated on Monday 16 November");
    expect(stale).not.toContain("Project Lumen");
  }
  expect(await (await portal.request("/version")).json()).toEqual({ build: "2026.11.4" });

  for (const fresh of [await read({ "cache-control": "no-cache" }), await read()]) {
    expect(fresh).toContain('data-build="2026.11.4"');
    expect(fresh).toContain("Agenda updated on Monday 23 November");
    expect(fresh).toContain("Project Lumen");
  }
});

test("fetching one of the page's files anew mends a stale build too", async () => {
  const { portal, on } = openPortal("stale_build");
  const page = await (await portal.request("/login")).text();
  const script = page.match(/\/assets\/2026\.11\.3\/portal-[0-9a-f]{8}\.js/)?.[0] ?? "";
  const answer = await portal.request(script);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(on).toContain("stale_build");

  await portal.request(script, { headers: { "cache-control": "no-cache" } });
  expect(on).not.toContain("stale_build");
  expect((await portal.request(script.replace("2026.11.3", "2026.10.1"))).status).toBe(404);
});

test("the meeting of today is today, where the board meets", async () => {
  for (const [time, day] of [
    [today, "Tuesday 24 November"],
    ["2026-11-24T23:30:00Z", "Wednesday 25 November"],
  ] as const) {
    const { portal } = openPortalAt(time);
    const page = await (await portal.request("/meetings/412", { headers: signedIn })).text();
    expect(page).toContain(`${day}, 14:00`);
  }
});

test("every page allows the help server and nothing else", async () => {
  const { portal } = openPortal();
  for (const path of ["/login", "/login/code", "/sso/error", "/meetings", "/directory", "/nothing"]) {
    const answer = await portal.request(path, { headers: signedIn });
    expect(answer.headers.get("content-security-policy"), path).toBe(
      "default-src 'none'; script-src 'self' http://localhost:3000; style-src 'self'; " +
        "img-src 'self' http://localhost:3000 data:; connect-src 'self' http://localhost:3000; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html",
    );
    expect(await answer.text()).toContain(
      '<script src="http://localhost:3000/widget.js" data-site="boards-eu" data-build="2026.11.4" async></script>',
    );
  }
});

test("the portal speaks the language of the link, then of the last link, then of the browser", async () => {
  const { portal } = openPortal();
  const french = { "accept-language": "fr-CA,fr;q=0.9" };
  expect(await (await portal.request("/login", { headers: french })).text()).toContain("Se connecter");
  const chosen = await portal.request("/login?lang=en", { headers: french });
  expect(await chosen.text()).toContain("Sign in");
  const cookie = chosen.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  expect(await (await portal.request("/login", { headers: { ...french, cookie } })).text()).toContain(
    "Sign in",
  );
});

test("the bar leads to where a trouble shows, and turns it off where one is", async () => {
  const { on, post } = openPortal();
  const provoked = await post("/trouble", { provoke: "script_error", back: "/login" });
  expect(provoked.headers.get("location")).toBe("/meetings/412");
  expect(provoked.headers.get("set-cookie")).toContain("norvane_demo=claire");
  expect(on).toContain("script_error");

  const mended = await post("/trouble", { mend: "script_error", back: "/documents" });
  expect(mended.headers.get("location")).toBe("/documents");
  expect(on.size).toBe(0);

  await post("/trouble", { provoke: "sms_missing" });
  await post("/trouble", { provoke: "failing_request" });
  expect((await post("/trouble", { mend: "all", back: "//elsewhere.example" })).headers.get("location")).toBe(
    "/",
  );
  expect(on.size).toBe(0);
});

test("another site cannot break the demonstration", async () => {
  const { on, post } = openPortal();
  const answer = await post("/trouble", { provoke: "sms_missing" }, { "sec-fetch-site": "cross-site" });
  expect(answer.status).toBe(403);
  expect(on.size).toBe(0);
});
