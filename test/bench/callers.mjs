/**
 * Callers of a server, in a process of their own, so that what they cost is not the server's: each sends a report as a
 * widget does, waits for the answer and sends the next. Plain JavaScript, because Node 20 runs no types.
 *
 * Started with `fork`; takes `{ url, callers, seconds }` and answers `{ milliseconds, statuses, ownMilliseconds }`:
 * how long each report took, how often each status came, and the processor time that the callers had.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

process.on("message", async ({ url, callers, seconds }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const milliseconds = [];
  const statuses = {};
  const until = performance.now() + seconds * 1_000;
  async function call() {
    while (performance.now() < until) {
      const body = JSON.stringify(reportOf(milliseconds.length));
      const since = performance.now();
      const status = await send(agent, url, body);
      milliseconds.push(performance.now() - since);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }
  await Promise.all(Array.from({ length: callers }, call));
  agent.destroy();
  const { user, system } = process.cpuUsage();
  process.send({ milliseconds, statuses, ownMilliseconds: (user + system) / 1_000 });
});

function send(agent, url, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      origin: "https://board.example-group.example.com",
      "x-forwarded-for": ownAddress(),
    };
    const sending = request(`${url}/api/tickets`, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    });
    sending.once("error", reject).end(body);
  });
}

/** Everybody at home: an address for each report, so that no limit is met. Only a proxy may say it: TRUST_PROXY=1. */
function ownAddress() {
  return `10.${[...randomBytes(3)].join(".")}`;
}

const symptoms = [
  "cannot_sign_in",
  "sms_code",
  "sso_error",
  "page_broken",
  "document",
  "upload",
  "slow",
  "permission",
];

const firstNames =
  "Ana Claire Diego Elif Femi Greta Hugo Ines Jonas Kenza Luca Mina Nils Olga Paul Rosa".split(" ");
const lastNames = "Abel Brun Costa Duval Eriksen Ferrer Gagnon Haddad Ivanova Jensen Klein Lopez Morel".split(
  " ",
);

function nameOf(number) {
  return `${firstNames[number % firstNames.length]} ${lastNames[number % lastNames.length]}`;
}

/** A report as full as an honest one often is: 4 kB. */
function reportOf(number) {
  const symptom = symptoms[number % symptoms.length];
  return {
    id: randomUUID(),
    accessToken: randomBytes(16).toString("base64url"),
    site: "boards-eu",
    locale: number % 3 === 0 ? "en-GB" : "fr-FR",
    symptom,
    reporter: { email: `${randomUUID()}@example.com`, name: nameOf(number) },
    message: "Depuis ce matin je ne peux plus ouvrir le dossier du conseil, qui commence à 14 heures.",
    scope: number % 5 === 0 ? "several" : "me",
    answers: { see: "error_message", error: "AADSTS50012" },
    page: {
      route: "/meetings/42/documents",
      loadedBuild: "2026.11.3",
      deployedBuild: "2026.11.4",
      context: { screen: symptom, signed_in: "yes" },
    },
    environment: {
      browser: "Chrome 156",
      system: "Windows 11",
      isMobile: false,
      viewport: "1440x900",
      zoomPercent: 110,
      languages: ["fr-FR", "fr", "en"],
      timeZone: "Europe/Paris",
      clockErrorMilliseconds: 320,
      cookies: "allowed",
      storage: "allowed",
      isOnline: true,
      roundTripMilliseconds: 48,
      connection: "4g",
    },
    checks: [
      "browser",
      "cookies",
      "clock",
      "build",
      "sw",
      "js_errors",
      "net",
      "hosts",
      "proxy",
      "sse_ws",
    ].map((id, at) => ({ id, outcome: at === 3 ? "warn" : "pass" })),
    breadcrumbs: Array.from({ length: 25 }, (_, at) => ({
      at: at * 900,
      kind: ["page", "click", "request", "request", "error"][at % 5],
      what: [
        "/meetings/:id",
        "button Open",
        "GET /api/documents/:id",
        "POST /api/session",
        "TypeError portal.js:212 #5f2a",
      ][at % 5],
      ...(at % 5 === 2 && { status: at === 22 ? 500 : 200, milliseconds: 180 }),
    })),
    suggestions: [{ slug: "sso-certificate-expired", opened: true, helped: false }],
  };
}
