import { setTimeout as wait } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Locale } from "../contract/types.ts";
import { closestLocale, localeOf } from "../locale.ts";
import { demo as demoEn } from "../text/en/demo.ts";
import { demoBoard as demoBoardEn } from "../text/en/demo-board.ts";
import { demo as demoFr } from "../text/fr/demo.ts";
import { demoBoard as demoBoardFr } from "../text/fr/demo-board.ts";
import { documentIds, meetings } from "./board.ts";
import { directoryPage } from "./directory-page.ts";
import { documentPage, documentsPage, publishedDocuments } from "./documents-pages.ts";
import { assets } from "./files.ts";
import { contentSecurityPolicy, type Page, renderPage } from "./frame.ts";
import { identityProviderMetadata } from "./identity-provider.ts";
import {
  agendaUpdatedAt,
  type AttendanceAnswer,
  attendanceAnswers,
  meetingPage,
  meetingsPage,
} from "./meetings-pages.ts";
import { notFoundPage } from "./not-found-page.ts";
import { appCode, authenticatorPage, codePage, sentCode, signInPage, ssoErrorPage } from "./sign-in-pages.ts";
import { isTrouble, shownAt, type Trouble } from "./troubles.ts";
import type { Visit } from "./visit.ts";

export interface DemoPlatformOptions {
  /** The help server's origin. */
  helpUrl: string;
  /** What is broken, read and changed by the bar. */
  on: Set<Trouble>;
  /** How long "Platform down" lasts; closing the listener is the caller's part. */
  downSeconds: number;
  onCodeAccepted?: (() => Promise<void>) | undefined;
  now?: () => Date;
  slowMilliseconds?: number;
}

const deployedBuild = "2026.11.4";
const staleBuild = "2026.11.3";
const staleDays = 7;
const sessionCookie = "norvane_demo";
const languageCookie = "norvane_language";

const texts: Record<Locale, Pick<Visit, "text" | "board">> = {
  en: { text: demoEn, board: demoBoardEn },
  fr: { text: demoFr, board: demoBoardFr },
};

/** Which trouble takes a service down. What the help server probes: /health/<service>. */
const services = new Map<string, Trouble | undefined>([
  ["sign_in", undefined], // a customer's expired certificate is not our outage
  ["sms", "sms_missing"],
  ["documents", undefined], // only ever slow
  ["meetings", "failing_request"],
  ["mail", undefined],
]);

/** A fictional board portal, whose troubles are the state of the process: they are the same for all visitors. */
export function createDemoPlatform(options: DemoPlatformOptions): Hono {
  const {
    helpUrl,
    on,
    downSeconds,
    onCodeAccepted,
    now = () => new Date(),
    slowMilliseconds = 2_500,
  } = options;
  const attendance = new Map<string, AttendanceAnswer>();
  const app = new Hono();

  app.get("/", (c) => c.redirect(isSignedIn(c) ? "/meetings" : "/login", 303));

  app.get("/login", (c) => answer(c, signInPage));
  app.post("/login", (c) => c.redirect("/login/code", 303));
  app.get("/login/code", (c) =>
    answer(c, (visit) => codePage(visit, c.req.query("again") === undefined ? undefined : "sent_again")),
  );
  app.post("/login/code", async (c) => {
    const { code } = await c.req.parseBody();
    if (code !== sentCode || on.has("sms_missing"))
      return answer(c, (visit) => codePage(visit, "wrong"), 422);
    return acceptCode(c);
  });
  app.post("/login/code/again", (c) => c.redirect("/login/code?again", 303));
  app.get("/login/authenticator", (c) => answer(c, (visit) => authenticatorPage(visit, false)));
  app.post("/login/authenticator", async (c) => {
    const { code } = await c.req.parseBody();
    if (code !== appCode) return answer(c, (visit) => authenticatorPage(visit, true), 422);
    return acceptCode(c);
  });
  app.get("/sso/error", (c) => answer(c, ssoErrorPage));
  app.post("/sign-out", (c) => {
    deleteCookie(c, sessionCookie);
    return c.redirect("/login", 303);
  });

  app.get("/idp/metadata.xml", (c) =>
    c.body(identityProviderMetadata(new URL(c.req.url).origin, on.has("sso_error")), 200, {
      "content-type": "application/samlmetadata+xml",
      "cache-control": "no-store",
    }),
  );
  app.get("/idp/sign-in", (c) => {
    if (on.has("sso_error")) return c.redirect("/sso/error", 303);
    signIn(c);
    return c.redirect("/meetings", 303);
  });

  for (const section of ["/meetings", "/documents", "/directory"]) {
    app.use(`${section}/*`, async (c, next) => (isSignedIn(c) ? next() : c.redirect("/login", 303)));
  }
  app.get("/meetings", (c) => answer(c, meetingsPage));
  app.get("/meetings/:id", (c) => {
    const meeting = meetings.find(({ id }) => id === c.req.param("id"));
    return meeting
      ? answer(c, (visit) => meetingPage(visit, meeting, attendance.get(meeting.id)))
      : c.notFound();
  });
  app.get("/documents", (c) => answer(c, documentsPage));
  app.get("/documents/:id", async (c) => {
    const document = publishedDocuments(visitOf(c)).find(
      ({ name }) => documentIds[name] === c.req.param("id"),
    );
    if (!document) return c.notFound();
    if (on.has("slow_documents")) await wait(slowMilliseconds);
    return answer(c, (visit) => documentPage(visit, document.name, document.meeting));
  });
  app.get("/directory", (c) => answer(c, directoryPage));
  app.notFound((c) => answer(c, notFoundPage, 404));

  app.get("/api/agenda/:id", (c) =>
    on.has("failing_request")
      ? c.json({ error: "agenda_unavailable" }, 500)
      : c.json({ updatedAt: agendaUpdatedAt(now()).toISOString() }),
  );
  app.put("/api/attendance/:id", async (c) => {
    const meeting = meetings.find(({ id }) => id === c.req.param("id"));
    const given = await c.req.text();
    const answer = attendanceAnswers.find((possible) => possible === given);
    if (!meeting || !answer) return c.json({ error: "not_an_answer" }, 422);
    attendance.set(meeting.id, answer);
    return c.body(null, 204);
  });

  app.get("/version", (c) => c.json({ build: deployedBuild }, 200, { "cache-control": "no-store" }));
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }));
  app.get("/health/:service", async (c) => {
    const service = c.req.param("service");
    if (!services.has(service)) return c.json({ error: "service_unknown" }, 404);
    if (service === "documents" && on.has("slow_documents")) await wait(slowMilliseconds);
    const trouble = services.get(service);
    const isDown = trouble !== undefined && on.has(trouble);
    return c.json({ service, status: isDown ? "down" : "ok" }, isDown ? 503 : 200, {
      "cache-control": "no-store",
    });
  });

  app.get("/assets/:build/:name", (c) => {
    const asset = assets.get(c.req.param("name"));
    if (!asset || ![deployedBuild, staleBuild].includes(c.req.param("build"))) return c.notFound();
    fetchAnewIfAsked(c);
    return c.body(asset.body, 200, {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
    });
  });

  app.post("/trouble", async (c) => {
    // Other sites must not break the demonstration of whoever visits them.
    if (c.req.header("sec-fetch-site") === "cross-site") return c.text("Refused", 403);
    const { provoke, mend, back } = await c.req.parseBody();
    if (mend === "all") on.clear();
    if (isTrouble(mend)) on.delete(mend);
    if (isTrouble(provoke)) {
      on.add(provoke);
      const place = shownAt[provoke];
      if (place?.isSignedIn === true) signIn(c);
      if (place?.isSignedIn === false) deleteCookie(c, sessionCookie);
      if (place) return c.redirect(place.path, 303);
    }
    return c.redirect(typeof back === "string" && /^\/[\w/]*$/.test(back) ? back : "/", 303);
  });

  function answer(c: Context, makePage: (visit: Visit) => Page, status: 200 | 404 | 422 = 200) {
    fetchAnewIfAsked(c);
    const visit = visitOf(c);
    if (c.req.query("lang")) setCookie(c, languageCookie, visit.locale, { path: "/", sameSite: "Lax" });
    if (visit.build === staleBuild) c.header("age", String(staleDays * 86_400));
    c.header("cache-control", "private, no-cache");
    c.header("content-security-policy", contentSecurityPolicy(helpUrl));
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "strict-origin-when-cross-origin");
    return c.html(renderPage(visit, makePage(visit)), status);
  }

  async function acceptCode(c: Context): Promise<Response> {
    await onCodeAccepted?.();
    signIn(c);
    return c.redirect("/meetings", 303);
  }

  function visitOf(c: Context): Visit {
    const locale = visitorsLocale(c);
    const isStale = on.has("stale_build");
    const time = now();
    return {
      locale,
      ...texts[locale],
      now: time,
      madeAt: isStale ? new Date(time.getTime() - staleDays * 86_400_000) : time,
      build: isStale ? staleBuild : deployedBuild,
      path: c.req.path,
      isSignedIn: isSignedIn(c),
      helpUrl,
      on,
      downSeconds,
    };
  }

  /**
   * A stale build is a cache before the platform that keeps last week's pages and names last week's files, which
   * browsers keep as immutable. As any cache does, it fetches anew for whoever insists: Ctrl + F5, or
   * `fetch(url, {cache: "reload"})` on the page or one of its files.
   */
  function fetchAnewIfAsked(c: Context): void {
    if (c.req.header("cache-control") === "no-cache") on.delete("stale_build");
  }

  return app;
}

/** The language last chosen by a link is kept until another one is. */
function visitorsLocale(c: Context): Locale {
  const chosen = getCookie(c, languageCookie);
  return chosen && !c.req.query("lang") ? closestLocale(chosen) : localeOf(c);
}

function isSignedIn(c: Context): boolean {
  return getCookie(c, sessionCookie) !== undefined;
}

function signIn(c: Context): void {
  setCookie(c, sessionCookie, "claire", { path: "/", httpOnly: true, sameSite: "Lax" });
}
