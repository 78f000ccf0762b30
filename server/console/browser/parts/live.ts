import { list, rows } from "./list.ts";
import { fetchPage, hasUnsentWords, openKey, swap } from "./swap.ts";

const clockSeconds = 60; // "in 9 min" must not stay while nothing else happens

/** Keeps list and ticket as the server knows them. A list that somebody is in does not move: it offers what is new. */
export function startLive(): void {
  let latest: Document | undefined;
  let isHeld = false;
  let isReading = false;
  let isStale = false;

  let news: EventSource | undefined;
  document.addEventListener("visibilitychange", follow);
  follow();
  setInterval(() => !document.hidden && void refresh(), clockSeconds * 1_000);

  /** Only the tab that is looked at listens: browsers allow few connections, and nobody reads a hidden one. */
  function follow(): void {
    news?.close();
    news = undefined;
    if (document.hidden) return;
    // The first event after each connection is a count, so nothing that happened meanwhile is missed.
    news = new EventSource("/api/console/stream");
    news.addEventListener("ticket", () => void refresh());
    news.addEventListener("count", () => void refresh());
  }

  document.addEventListener("pointerover", ({ target }) => {
    const wasHeld = isHeld;
    isHeld = target instanceof Node && Boolean(list()?.contains(target));
    if (wasHeld && !isHeld) apply();
  });
  document.addEventListener("pointerleave", () => {
    isHeld = false;
    apply();
  });
  document.addEventListener("focusout", () => setTimeout(() => apply()));

  async function refresh(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isStale) {
        isStale = false;
        const url = location.href;
        const page = await fetchPage(url);
        // Sealed meanwhile, or signed out: nothing of it stays on the screen, but for a reply that would be lost.
        if (!page) return hasUnsentWords() ? undefined : location.reload();
        if (url !== location.href) isStale = true;
        else apply((latest = page));
      }
    } catch {
      isStale = true; // no connection: the stream's next one begins with a count
    } finally {
      isReading = false;
    }
  }

  function apply(page = latest): void {
    if (!page) return;
    const isSameTicket = openKey(page) === openKey();
    if (isSameTicket) document.title = page.title;
    for (const element of document.querySelectorAll("[data-live]")) {
      if (element.id === "list") applyToList(element, page);
      else if (isSameTicket || !element.closest("#ticket")) swap(element, page);
    }
  }

  function applyToList(current: Element, page: Document): void {
    const known = new Set(rows().map((row) => row.dataset.key));
    const fresh = [...page.querySelectorAll<HTMLElement>("#list tr[data-key]")].filter(
      (row) => !known.has(row.dataset.key),
    );
    if (!isHeld && swap(current, page)) {
      if (fresh.length > 0) say(fresh.length);
      return;
    }
    offer(fresh.length);
  }

  /** The bar lies over the heads of the columns, so that no row moves. */
  function offer(count: number): void {
    const current = list();
    const words = document.querySelector<HTMLElement>("[data-fresh]")?.dataset;
    if (!current || !words || count === 0) return;
    let bar = current.querySelector<HTMLButtonElement>(".fresh");
    if (!bar) {
      bar = document.createElement("button");
      bar.className = "fresh";
      bar.type = "button";
      bar.addEventListener("click", show);
      current.prepend(bar);
    }
    const label = `${countIn(words, count)} · ${words.show ?? ""}`;
    if (bar.textContent !== label) {
      bar.textContent = label;
      say(count);
    }
  }

  function show(): void {
    if (!latest) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    isHeld = false;
    apply();
  }

  /** For those who do not see the list. */
  function say(count: number): void {
    const place = document.querySelector<HTMLElement>("[data-fresh]");
    if (place) place.textContent = countIn(place.dataset, count);
  }

  /** The words come with a 0 in the place of the number. */
  function countIn({ fresh = "", freshOne = "" }: DOMStringMap, count: number): string {
    return (count === 1 ? freshOne : fresh).replace("0", String(count));
  }
}
