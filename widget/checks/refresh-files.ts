/**
 * Replaces the old files that this page runs on. A service worker answers until the page is left, so it goes
 * first, and the page is loaded once in between; only then can each file be fetched past the browser's cache.
 * `location.reload()` alone keeps immutable files. Cookies, drafts and all other storage stay as they are.
 */

/** Set while the page is left for it; the loader looks for this on the next one. */
const pendingName = "dilitrust-help-refresh";
const doneName = "dilitrust-help-refreshed";
const minute = 60_000;

/** Only when the person has agreed: the page is loaded anew. "in_vain" when that was done a moment ago. */
export async function refreshFiles(): Promise<"reloading" | "in_vain"> {
  if (isRecent(doneName, 10 * minute)) return "in_vain";
  const hadWorker = await removeWorkers();
  // Where the page may keep nothing, the files are fetched at once: better than not at all.
  if (hadWorker && remember(pendingName)) location.reload();
  else await fetchAnew();
  return "reloading";
}

/** The second half, on the page that no service worker answers for any more. @public: the loader imports it by the name of its chunk. */
export async function continueRefresh(): Promise<void> {
  const isPending = isRecent(pendingName, minute);
  forget(pendingName);
  if (isPending) await fetchAnew();
}

async function fetchAnew(): Promise<void> {
  remember(doneName);
  await Promise.allSettled(
    ownFiles().map((address) =>
      fetch(address, { cache: "reload", signal: AbortSignal.timeout(20_000) }).then((answer) =>
        answer.blob(),
      ),
    ),
  );
  location.reload();
}

async function removeWorkers(): Promise<boolean> {
  try {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
    await Promise.all(registrations.map((registration) => registration.unregister()));
    return registrations.length > 0;
  } catch {
    return false; // plain HTTP and sandboxed frames have none
  }
}

/** This page, and of our origin the scripts, styles, pictures and fonts that it was made of. */
function ownFiles(): string[] {
  const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[]; // by their type
  const files = loaded.filter(({ initiatorType }) => /^(script|link|css|img|other)$/.test(initiatorType));
  const addresses = [location.href.split("#", 1)[0] ?? "", ...files.map(({ name }) => name)];
  return [...new Set(addresses)].filter((address) => address.startsWith(`${location.origin}/`));
}

function remember(name: string): boolean {
  try {
    sessionStorage.setItem(name, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

function isRecent(name: string, age: number): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(name) ?? 0) < age;
  } catch {
    return false;
  }
}

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Then nothing was remembered either.
  }
}
