import { startRecorder, type Recorder } from "./checks/recorder.ts";
import { chunks } from "./chunks.ts";
import { draw, drawFailure, drawLauncher, languageOf, spokenLocale, styleLauncher } from "./launcher.ts";

/** The ids of the sites that are switched off: the server writes them in place of this name. */
declare const __DISABLED_SITES__: readonly string[];

/** What the panel's chunk makes of our element. */
interface HelpElement extends HTMLElement {
  recorder: Recorder;
  open(view?: string, prefill?: object): void | Promise<void>;
  close?(): void;
}

/** `window.DiliTrustHelp`; before us it is a list of the calls to make. */
interface HelpApi {
  open(view?: string, prefill?: object): void;
  close(): void;
  /** What only the page knows, like its `screen`; null takes it back. */
  setContext(name: string, value: string | null): void;
  registerAction(name: string, handler: () => unknown): void;
  destroy(): void;
  push(...calls: Call[]): void;
}
type Call = [name: string, ...input: unknown[]];

declare global {
  interface Window {
    DiliTrustHelp?: HelpApi | Call[];
  }
}

const queue = window.DiliTrustHelp ?? [];
// In development we are a module, and modules have no current script.
const tag = document.currentScript ?? document.querySelector("script[src*='/widget.js']");
// No list is left where a script of ours was before.
if (tag && Array.isArray(queue)) {
  const api = start(tag as HTMLScriptElement); // HTML has no other scripts
  window.DiliTrustHelp = api;
  api.push(...queue);
}

function start({ src, dataset }: HTMLScriptElement): HelpApi {
  if (__DISABLED_SITES__.includes(dataset.site ?? "")) return apiWithout();

  const base = new URL(src).origin;
  const locale = dataset.locale ?? spokenLocale();
  const language = languageOf(locale);
  const recorder = startRecorder();

  const { site, theme, customer, build } = dataset;
  const settings = { site, theme, customer, build, locale, base, popover: "manual" };
  // Not defined yet: the panel's chunk does that.
  const host = draw("dilitrust-help", settings) as HelpElement;
  host.recorder = recorder;
  const root = host.attachShadow({ mode: "open" });
  styleLauncher(root);

  const launcher = drawLauncher(language);
  let failure: Element | undefined;
  let loading: Promise<unknown> | undefined;

  /** In parallel, so that the first opening costs one round trip. Firefox never tries an import again that failed. */
  function load(): Promise<unknown> {
    loading ??= navigator.onLine
      ? Promise.all([chunks.panel, chunks[language]].map((path) => import(/* @vite-ignore */ base + path)))
      : Promise.reject("offline");
    return loading.catch((error: unknown) => {
      loading = undefined; // the next press tries again
      throw error;
    });
  }

  /** What an earlier page left to do. Looking reads two names and asks nobody. */
  function takeUp(): void {
    if (!host.isConnected) return; // The page has taken us off meanwhile.
    try {
      // A report that could not be sent goes out from the next page, even if nobody opens the panel there.
      if (localStorage.getItem(`dilitrust-help:${site}:outbox`)) void load().catch(ignore);
      // A repair has loaded the page anew: see checks/refresh-files.ts.
      if (sessionStorage.getItem("dilitrust-help-refresh")) {
        void import(/* @vite-ignore */ base + chunks.refresh)
          .then((refresh) => refresh.takeUpNext())
          .then((isToOpen) => isToOpen && open(), ignore);
      }
    } catch {
      // A page that may keep nothing has nothing left to do.
    }
  }

  async function open(view?: string, prefill?: object): Promise<void> {
    failure?.remove();
    launcher.ariaBusy = "true";
    try {
      await load();
      await host.open(view, prefill);
    } catch (error) {
      recorder.note("error", String(error));
      failure = drawFailure(language, `${base}/help/${language}?site=${site}`);
      root.prepend(failure);
      // Nobody has to watch for the line to come back.
      addEventListener("online", () => failure?.isConnected && open(view, prefill), { once: true });
    }
    launcher.ariaBusy = null;
  }

  if (dataset.launcher !== "none") root.append(launcher);
  launcher.addEventListener("click", () => void open());
  for (const intent of ["pointerenter", "focus"]) {
    launcher.addEventListener(intent, () => void load().catch(ignore), { once: true });
  }

  /** On <html>, where frameworks that replace the body leave it; in the top layer, where nothing covers it. */
  function attach(): void {
    if (host.isConnected) return;
    document.documentElement.append(host);
    host.showPopover();
  }

  attach();
  // The first look at a page's storage waits for the disk: it is for when the page has nothing to do. WebKit cannot tell.
  (window.requestIdleCallback ?? setTimeout)(takeUp);
  // Later, so that a page that takes out what it does not know is not fought over in one endless task.
  let attaching: ReturnType<typeof setTimeout> | undefined;
  const guard = new MutationObserver(() => (attaching = setTimeout(attach, 500)));
  guard.observe(document.documentElement, { childList: true });

  return {
    open: (view, prefill) => void open(view, prefill),
    close: () => host.close?.(),
    setContext(name, value) {
      if (value === null) recorder.context.delete(name);
      else recorder.context.set(name, String(value));
    },
    registerAction: (name, handler) => void recorder.actions.set(name, handler),
    destroy() {
      guard.disconnect();
      clearTimeout(attaching);
      recorder.destroy();
      host.remove();
      window.DiliTrustHelp = [];
    },
    push(...calls) {
      // The page may name what only a later version knows.
      for (const [name, ...input] of calls) Reflect.get(this, name)?.(...input);
    },
  };
}

function ignore(): void {}

/** On a site that is switched off every call is allowed and does nothing. */
function apiWithout(): HelpApi {
  return {
    open: ignore,
    close: ignore,
    setContext: ignore,
    registerAction: ignore,
    destroy: ignore,
    push: ignore,
  };
}
