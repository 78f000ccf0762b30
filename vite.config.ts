import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import devServer from "@hono/vite-dev-server";
import type { EnvironmentOptions, Plugin, Rolldown, UserConfig } from "vite";
import { defineConfig, Visitor } from "vite";

const root = import.meta.dirname;

/**
 * One environment for each thing that is built, in the order in which server/build.mjs builds them: the loader
 * comes after the panel because it carries the names of the panel's chunks.
 */
const environments: Record<string, EnvironmentOptions> = {
  panel: forBrowsers(
    {
      panel: "widget/help-widget.ts",
      "text-en": "widget/text/en.ts",
      "text-fr": "widget/text/fr.ts",
      refresh: "widget/checks/refresh-files.ts",
    },
    {
      entryFileNames: "assets/[name]-[hash].js",
      // No two of one name: by the name the server finds the successor of a chunk that an update replaced.
      chunkFileNames: ({ facadeModuleId, name }) => `assets/${folderOf(facadeModuleId)}${name}-[hash].js`,
      // What later views share comes with the panel, or with what is loaded right after it: a file of its own
      // would cost a round trip.
      codeSplitting: {
        groups: [
          {
            name: "panel",
            tags: ["$initial"],
            test: (id) => !/\/widget\/text\/|\/refresh-files\.ts$/.test(id),
          },
          {
            name: "look-around",
            test: /\/(look-around|copy-button|api-tickets|article-row)\.ts$|\/(checks|contract)\/(?!refresh|repairs|cache-storage|service-worker|downloads|frame|protocol|symptom-questions)/,
          },
        ],
      },
    },
    "panel.json",
  ),
  loader: forBrowsers({ widget: "widget/loader.ts" }, { entryFileNames: "[name].js", format: "iife" }),
  element: forBrowsers({ "help-widget": "widget/help-widget-entry.ts" }, { entryFileNames: "[name].js" }),
  pages: forBrowsers(pageScripts(), { entryFileNames: "assets/[name].js" }),
  ssr: {
    build: {
      outDir: "dist/server",
      rolldownOptions: {
        input: existing({
          main: "server/main.ts",
          operate: "server/operate.ts",
          "demo-platform-main": "server/demo-platform-main.ts",
        }),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
};

export default defineConfig(({ command }) => ({
  root,
  appType: "custom",
  publicDir: false,
  ...(command === "build" ? forBuild : forDevelopment),
}));

const forBuild: UserConfig = {
  environments,
  plugins: [chunkNames(), plainDynamicImports(), squeezedTemplates()],
};

/** Widget, server and streams on one port, from their sources. */
const forDevelopment: UserConfig = {
  server: {
    host: process.env.HOST || "localhost",
    port: Number(process.env.PORT || 3000),
    strictPort: true,
    hmr: false,
  },
  optimizeDeps: { entries: ["widget/help-widget.ts"] },
  plugins: [
    sourcesForBuilt(),
    devServer({
      entry: "server/development.ts",
      exclude: [/^\/@/, /^\/(node_modules|widget|server|content)\//],
      // Our pages' policy refuses it, and the widget runs on pages of another origin.
      injectClientScript: false,
      ignoreWatching: [/\/(data|dist|test-results|screenshots)\//],
    }),
  ],
};

function forBrowsers(
  input: Record<string, string>,
  output: Rolldown.OutputOptions,
  manifest: string | false = false,
): EnvironmentOptions {
  return {
    consumer: "client",
    build: {
      outDir: "dist/widget",
      emptyOutDir: false,
      target: "es2022",
      manifest,
      modulePreload: false,
      // What a loader or a page imports by name must stay exported.
      rolldownOptions: { input: existing(input), output, preserveEntrySignatures: "allow-extension" },
    },
  };
}

/** "report-" for widget/report/views.ts; nothing for what several files share. */
function folderOf(path: string | null): string {
  return path === null ? "" : `${basename(dirname(path))}-`;
}

/** `server/status/browser/live-status.ts` becomes the entry `live-status`. */
function pageScripts(): Record<string, string> {
  const scripts = readdirSync(join(root, "server"), { recursive: true, encoding: "utf8" }).filter((path) =>
    /^[\w-]+\/browser\/[\w-]+\.ts$/.test(path),
  );
  return Object.fromEntries(scripts.map((path) => [basename(path, ".ts"), `server/${path}`]));
}

function existing(input: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(input).filter(([, path]) => existsSync(join(root, path))));
}

/** Puts the panel's hashed names into what the loader is built from. */
function chunkNames(): Plugin {
  return {
    name: "chunk-names",
    applyToEnvironment: ({ name }) => name === "loader" || name === "element",
    load: {
      filter: { id: /\/widget\/chunks\.ts$/ },
      handler() {
        // We have just written it.
        const manifest = JSON.parse(readFileSync(join(root, "dist/widget/panel.json"), "utf8")) as Manifest;
        const url = (source: string) => `/${manifest[source]?.file ?? source}`;
        return `export const chunks = ${JSON.stringify({
          panel: url("widget/help-widget.ts"),
          en: url("widget/text/en.ts"),
          fr: url("widget/text/fr.ts"),
          refresh: url("widget/checks/refresh-files.ts"),
        })}`;
      },
    },
  };
}

type Manifest = Record<string, { file: string } | undefined>;

/** Our chunks import nothing but the panel, which is there already: Vite's preloading would be 1 kB of nothing. */
function plainDynamicImports(): Plugin {
  return {
    name: "plain-dynamic-imports",
    enforce: "pre",
    applyToEnvironment: ({ config }) => config.consumer === "client",
    load: {
      order: "pre",
      filter: { id: /vite\/preload-helper/ },
      handler: () => "export const __vitePreload = (load) => load()",
    },
  };
}

/** Line breaks and indents in `` css`…` `` and `` html`…` `` are for us, not for those who load them. */
function squeezedTemplates(): Plugin {
  return {
    name: "squeezed-templates",
    applyToEnvironment: ({ name }) => name !== "ssr",
    transform: {
      order: "post",
      filter: { id: /\/widget\/.*\.ts$/, code: /\b(?:css|html|svg)`/ },
      handler(code) {
        const texts: { start: number; end: number; isStyle: boolean }[] = [];
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            if (tag.type !== "Identifier" || !/^(css|html|svg)$/.test(tag.name)) return;
            for (const { start, end } of quasi.quasis)
              texts.push({ start, end, isStyle: tag.name === "css" });
          },
        }).visit(this.parse(code));
        // From the end, so that what is still to come stays where it was.
        texts.sort((one, other) => other.start - one.start);
        let squeezed = code;
        for (const { start, end, isStyle } of texts) {
          const text = code.slice(start, end).replace(/\s+/g, " ");
          const short = isStyle
            ? text.replace(/ ?([{};,!]) ?/g, "$1").replace(/([{;][\w-]+): /g, "$1:")
            : text;
          squeezed = squeezed.slice(0, start) + short + squeezed.slice(end);
        }
        return { code: squeezed, map: null };
      },
    },
  };
}

/** In development the names that pages know lead to the sources: `/widget.js`, `/help-widget.js`, `/assets/…`. */
function sourcesForBuilt(): Plugin {
  const loader = `
    globalThis.__DISABLED_SITES__ = [];
    import(new URL("/widget/loader.ts", document.currentScript.src));`;
  return {
    name: "sources-for-built",
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [, script = ""] = /^\/assets\/([\w-]+)\.js$/.exec(request.url ?? "") ?? [];
        if (script in pageScripts()) request.url = `/${pageScripts()[script]}`;
        if (request.url === "/help-widget.js") request.url = "/widget/help-widget-entry.ts";
        if (request.url !== "/widget.js") return next();
        response.setHeader("content-type", "text/javascript");
        response.end(loader);
      });
    },
  };
}
