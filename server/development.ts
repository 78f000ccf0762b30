/// <reference types="vite/types/importMeta.d.ts" />
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Hono } from "hono";
import { html } from "hono/html";
import { createApp } from "./app.ts";
import { makeDemoAccess } from "./demo-access.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import type { Context } from "./context.ts";
import { readKnowledge } from "./knowledge/read-articles.ts";
import { openContext } from "./open-context.ts";
import { writeSampleData } from "./sample-data.ts";
import { demoUrlOf, projectDir, readSettings } from "./settings.ts";
import { startWorkers } from "./workers.ts";

/**
 * `npm run dev`: the app behind Vite, made anew whenever its code or the content changes; open pages then load
 * again. What is open stays open meanwhile: database, workers and demo platform run with the code that they were
 * started with.
 */
const settings = readSettings({ DEMO: "1", ...process.env });

async function open() {
  const context = await openContext(settings);
  const closing = startWorkers(context);
  if (settings.isDemo) {
    await writeSampleData(context, demoUrlOf(settings));
    const { demoPort: port, host, publicUrl: helpUrl } = settings;
    const access = await makeDemoAccess(context);
    closing.push((await startDemoPlatform({ port, host, helpUrl, access })).stop);
  }
  process.removeAllListeners("SIGTERM"); // Vite's would end the process before all is closed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, async () => {
      for (const close of [...closing, context.close]) await close();
      process.exit();
    });
  }
  return context;
}

/** Outlives this module, which is loaded again after each change. */
const kept = globalThis as { helpInDevelopment?: ReturnType<typeof open> };
kept.helpInDevelopment ??= open();

// Nobody reads them from here: Vite runs this module again when one of them changes.
import.meta.glob("../content/**/*.{md,json}", { query: "?raw", eager: true });

const version = randomUUID();
const reloadScript = `
setInterval(async () => {
  const answer = await fetch("/development/version").catch(() => undefined);
  if (answer?.ok && (await answer.text()) !== "${version}") location.reload();
}, 700);`;

export default new Hono()
  .get("/development/version", (c) => c.text(version))
  .get("/development/reload.js", (c) => c.body(reloadScript, 200, { "content-type": "text/javascript" }))
  .use(async (c, next) => {
    c.req.raw.headers.delete("accept-encoding"); // a compressed page could not be added to
    await next();
    if (!c.res.headers.get("content-type")?.startsWith("text/html")) return;
    const page = await c.res.text();
    c.res = new Response(
      page.replace("</head>", '<script type="module" src="/development/reload.js"></script></head>'),
      c.res,
    );
  })
  .route("/", await openApp(await kept.helpInDevelopment));

/** While an article is broken, every page says where. */
async function openApp(context: Context): Promise<Hono> {
  try {
    return createApp({ ...context, knowledge: await readKnowledge(join(projectDir, "content")) });
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    return new Hono().all("*", (c) =>
      c.html(
        html`<head></head>
          <pre>${broken}</pre>`,
        500,
      ),
    );
  }
}
