/**
 * Replaces the old files that this page runs on. A service worker answers until the page is left, so it goes first
 * and the page is loaded once in between; only then can each file be fetched past the browser's cache.
 * `location.reload()` alone keeps immutable files. Cookies, drafts and all other storage stay as they are.
 */

/** What is to be done on the next page of this tab; the loader looks for it there. */
const nextName = "dilitrust-help-refresh";
const doneName = "dilitrust-help-refreshed";
const minute = 60_000;

interface Next {
  at: number;
  /** To replace on the page that nothing answers for any more; without it help is only opened again. */
  old?: OldFiles;
}

interface OldFiles {
  files: [address: string, mode: FileMode][];
  caches: OldCaches;
}

/** As the page itself asks for it: another way of asking is another entry in the browser's cache. */
type FileMode = Pick<RequestInit, "mode" | "credentials">;

/** Caches of the page's own, by their names. */
export interface OldCaches {
  /** Of other builds. */
  whole: readonly string[];
  /** Of any build: they may hold documents that somebody needs on a plane, so only pages, scripts and styles go. */
  filesOf: readonly string[];
}

/** Whether this was done a moment ago, and did not help. */
export function isRefreshedInVain(): boolean {
  const at = read(doneName);
  return typeof at === "number" && Date.now() - at < 10 * minute;
}

/** Only when the person has agreed: the page is loaded anew, twice where a service worker answered for it. */
export async function refreshFiles(caches: OldCaches): Promise<void> {
  const old: OldFiles = { files: ownFiles(), caches };
  const wasAnswered = await removeServiceWorkers();
  // Where the page may keep nothing, the files are fetched at once: better than not at all.
  if (wasAnswered && write(nextName, { at: Date.now(), old } satisfies Next)) location.reload();
  else await replace(old);
}

/**
 * Takes away what answers for this page before the network does; says whether there was anything. The platform
 * registers its present one when it is loaded again.
 */
export async function removeServiceWorkers(): Promise<boolean> {
  const registrations = (await registrationsHere()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  return registrations.length > 0;
}

/** Those in whose scope this page is; undefined where the browser does not say. */
export async function registrationsHere(): Promise<readonly ServiceWorkerRegistration[] | undefined> {
  // Pages over plain HTTP have none.
  if (!("serviceWorker" in navigator)) return [];
  try {
    const all = await navigator.serviceWorker.getRegistrations();
    return all.filter(({ scope }) => location.href.startsWith(scope));
  } catch {
    return undefined; // sandboxed frames
  }
}

/** Help goes on by itself on the page to which a repair leads. */
export function openAgainNext(): void {
  write(nextName, { at: Date.now() } satisfies Next);
}

export function forgetNext(): void {
  write(nextName, undefined);
}

/**
 * What the page before left to do; says whether help is to be opened.
 * @public the loader imports it by the name of its chunk
 */
export async function takeUpNext(): Promise<boolean> {
  const next = read(nextName) as Partial<Next> | undefined; // we alone write there
  forgetNext();
  if (typeof next?.at !== "number" || Date.now() - next.at > 5 * minute) return false;
  if (!next.old) return true;
  await pageLoaded();
  const { files, caches } = next.old;
  await replace({ files: [...files, ...ownFiles()], caches });
  return false;
}

async function replace({ files, caches }: OldFiles): Promise<void> {
  write(doneName, Date.now());
  await deleteCaches(caches);
  await Promise.allSettled(
    [...new Map(files)].map(([address, mode]) =>
      fetch(address, { ...mode, cache: "reload", signal: AbortSignal.timeout(20_000) }).then((answer) =>
        answer.blob(),
      ),
    ),
  );
  // The old page may have registered its worker again meanwhile, and that one filled its cache with old files.
  await removeServiceWorkers();
  await deleteCaches(caches);
  openAgainNext();
  location.reload();
}

async function deleteCaches({ whole, filesOf }: OldCaches): Promise<void> {
  await Promise.all(whole.map((name) => caches.delete(name)));
  await Promise.all(filesOf.map(deleteFiles));
}

async function deleteFiles(name: string): Promise<void> {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  await Promise.all(
    requests.map(async (request) => {
      const type = (await cache.match(request))?.headers.get("content-type") ?? "";
      if (/html|javascript|css/.test(type)) await cache.delete(request);
    }),
  );
}

/** This page, the scripts and styles that it names wherever they are, and what else it loaded from its own origin. */
function ownFiles(): OldFiles["files"] {
  const named = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    "script[src], link[rel=stylesheet][href], link[rel=modulepreload][href]",
  );
  const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[]; // by their type
  const isOwn = (address: string) => address.startsWith(`${location.origin}/`);
  return [
    [location.href.split("#", 1)[0] ?? "", {}],
    ...loaded
      .filter(({ initiatorType, name }) => /^(script|link|css|img|other)$/.test(initiatorType) && isOwn(name))
      .map(({ name }): [string, FileMode] => [name, {}]),
    ...[...named]
      .map((file): [string, FileMode] => ["src" in file ? file.src : file.href, modeOf(file)])
      .filter(([address]) => !address.startsWith(new URL(import.meta.url).origin)),
  ];
}

function modeOf({ crossOrigin, type, rel = "" }: Partial<HTMLScriptElement & HTMLLinkElement>): FileMode {
  if (crossOrigin === "use-credentials") return { mode: "cors", credentials: "include" };
  const isModule = type === "module" || rel === "modulepreload";
  if (isModule || crossOrigin !== null) return { mode: "cors", credentials: "same-origin" };
  return { mode: "no-cors", credentials: "include" };
}

function pageLoaded(): Promise<unknown> {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((loaded) => addEventListener("load", loaded, { once: true }));
}

function read(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return undefined;
  }
}

/** Says whether it is kept. */
function write(name: string, value: unknown): boolean {
  try {
    if (value === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
