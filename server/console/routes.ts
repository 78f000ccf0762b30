import { Hono } from "hono";
import type { Context } from "../context.ts";
import { refuseForgedForms } from "./access.ts";
import { signInRoutes } from "./sign-in-routes.ts";

/** `/console`, where support works. */
export function consoleRoutes(context: Context): Hono {
  const routes = new Hono();
  routes.use(refuseForgedForms(context));
  routes.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  routes.route("/", signInRoutes(context));
  return routes;
}
