import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type Handler, type MiddlewareHandler } from "hono";
import { etag } from "hono/etag";
import type { Context } from "./context.ts";
import { projectDir } from "./settings.ts";

const folder = join(projectDir, "dist/widget");

/** The scripts that pages load from us: the loader and the element, their chunks, and those of our own pages. */
export function widgetAssetRoutes(
  context: Pick<Context, "log">,
  disabledSites: () => Promise<string[]>,
): Hono {
  const routes = new Hono();
  const file = serveStatic({ root: folder, precompressed: true });
  for (const path of ["/widget.js", "/help-widget.js", "/assets/*"]) routes.use(path, forAnyPage, etag());
  routes.get("/widget.js", loader(context, disabledSites));
  routes.get("/help-widget.js", file);
  routes.get("/assets/*", file, successor);
  return routes;
}

/** Any page may run these, also one that isolates itself (COEP). Only names with a hash never change. */
const forAnyPage: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("x-content-type-options", "nosniff");
  c.header("vary", "accept-encoding");
  const isAnswer = c.res.ok || c.res.status === 304;
  if (isAnswer && !c.res.headers.has("cache-control")) c.header("cache-control", cacheControl(c.req.path));
};

function cacheControl(path: string): string {
  if (hashed.test(path)) return "public, max-age=31536000, immutable";
  // A platform's page may be a minute late; a script of our own page must fit the page.
  return path.startsWith("/assets/") ? "no-cache" : "public, max-age=60";
}

const hashed = /-[\w-]{8}\.js$/;

/**
 * The loader, without the launcher on sites that are switched off. It must come even when the database does not
 * answer, for that is when people need help: then with the list as it last was.
 */
function loader({ log }: Pick<Context, "log">, disabledSites: () => Promise<string[]>): Handler {
  let lastKnown = "[]";
  let made: { list: string; script: Promise<Encoded> } | undefined;

  return async (c) => {
    const list = await disabledSites().then(JSON.stringify, (error: unknown) => {
      log.warn("disabled sites unknown, the last list serves", { error });
      return lastKnown;
    });
    lastKnown = list;
    if (made?.list !== list) made = { list, script: encodeLoader(list) };
    const script = await made.script;
    const encoding = acceptedEncoding(c.req.header("accept-encoding") ?? "");
    if (encoding !== "identity") c.header("content-encoding", encoding);
    return c.body(script[encoding], 200, { "content-type": "text/javascript; charset=utf-8" });
  };
}

type Encoded = Record<"br" | "gzip" | "identity", Uint8Array<ArrayBuffer>>;

async function encodeLoader(disabledSites: string): Promise<Encoded> {
  const template = await readFile(join(folder, "widget.js"), "utf8");
  const script = template.replace("__DISABLED_SITES__", () => disabledSites);
  const [br, gz] = await Promise.all([promisify(brotliCompress)(script), promisify(gzip)(script)]);
  return { br: new Uint8Array(br), gzip: new Uint8Array(gz), identity: new TextEncoder().encode(script) };
}

function acceptedEncoding(accepted: string): keyof Encoded {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

/**
 * A page that was open while we were updated still asks for the chunks of before; their successors serve it. As
 * modules, not by a redirect: a module is known by the address that was asked for, so behind a redirect the panel
 * would run twice, once for the old address and once for the one that its views import.
 */
const successor: Handler = async (c, next) => {
  const name = c.req.path.slice("/assets/".length);
  if (!hashed.test(name)) return next();
  const withoutHash = name.replace(hashed, "");
  const names = await readdir(join(folder, "assets"));
  const current = names.find((other) => hashed.test(other) && other.replace(hashed, "") === withoutHash);
  if (current === undefined) return next();
  c.header("cache-control", "no-store");
  return c.body(`export * from "./${current}";`, 200, { "content-type": "text/javascript; charset=utf-8" });
};
