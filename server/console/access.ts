import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Context } from "../context.ts";
import type { Viewer } from "../tickets/desk.ts";
import { Problem } from "../problem.ts";
import type { Agent } from "./agents.ts";
import { findKey } from "../api-keys.ts";
import { endSession, findSession, sessionHours } from "./sessions.ts";

const cookieName = "help_session";

/** What the console's handlers find in their request. */
export interface ConsoleEnv {
  Variables: { agent: Agent };
}

/** The agent whose session the browser holds. */
export async function agentOf(context: Context, c: HonoContext): Promise<Agent | undefined> {
  const token = sessionToken(context, c);
  return token === undefined ? undefined : findSession(context, token);
}

/** Sends whoever is not signed in to sign in, and from there back to the page that was asked for. */
export function requireAgent(context: Context): MiddlewareHandler<ConsoleEnv> {
  return async function requireAgent(c, next) {
    const agent = await agentOf(context, c);
    if (!agent) {
      const asked = new URL(c.req.url);
      const next = c.req.method === "GET" ? ownPath(asked.pathname + asked.search) : ownPath(undefined);
      return c.redirect(`/console/sign-in?next=${encodeURIComponent(next)}`);
    }
    c.set("agent", agent);
    await next();
  };
}

/** Whoever may use the API: a program by its key, or an agent by the session. Throws key-missing, key-invalid. */
export async function viewerOf(context: Context, c: HonoContext): Promise<Viewer> {
  const authorization = c.req.header("authorization");
  if (authorization === undefined) {
    const agent = await agentOf(context, c);
    if (!agent) throw new Problem("key-missing");
    refuseOtherSites(context, c); // a session comes along by itself, a key does not
    return agent;
  }
  const [, key] = /^Bearer (api_\S+)$/i.exec(authorization) ?? [];
  const viewer = key === undefined ? undefined : await findKey(context, key);
  if (!viewer) throw new Problem("key-invalid");
  if (viewer.scope) throw new Problem("permission-missing"); // a platform's: it states facts and reads nothing
  return viewer;
}

export function refuseForgedForms(context: Context): MiddlewareHandler {
  return async function refuseForgedForms(c, next) {
    refuseOtherSites(context, c);
    await next();
  };
}

/**
 * A change must come from a page of ours. Browsers say so in Sec-Fetch-Site, older ones in Origin, and no page can
 * forge either. Throws cross-site-request.
 */
function refuseOtherSites({ settings }: Context, c: HonoContext): void {
  if (["GET", "HEAD"].includes(c.req.method)) return;
  const isOurs =
    c.req.header("sec-fetch-site") === "same-origin" ||
    c.req.header("origin") === new URL(settings.publicUrl).origin;
  if (!isOurs) throw new Problem("cross-site-request");
}

/** A path of the console: where to go after signing in. Anything else becomes the queue. */
export function ownPath(path: string | undefined): string {
  const isOwn = path !== undefined && /^\/console(?:$|[/?][\w\-/?=&%.+]*$)/.test(path);
  return isOwn && !path.startsWith("/console/sign-in") ? path : "/console";
}

export function keepSession(context: Context, c: HonoContext, token: string): void {
  setCookie(c, cookieName, token, { ...cookieOptions(context), maxAge: sessionHours * 3_600 });
}

export async function signOut(context: Context, c: HonoContext): Promise<void> {
  const token = sessionToken(context, c);
  if (token !== undefined) await endSession(context, token);
  deleteCookie(c, cookieName, cookieOptions(context));
}

function sessionToken(context: Context, c: HonoContext): string | undefined {
  return getCookie(c, cookieName, cookieOptions(context).prefix);
}

/** `__Host-` (where there is TLS) keeps a neighbouring subdomain from planting a session. */
function cookieOptions({ settings }: Context) {
  const isSecure = settings.publicUrl.startsWith("https:");
  return {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    prefix: isSecure ? "host" : undefined,
  } as const;
}
