import { isBeside, linkOf, list, rows } from "./list.ts";
import { fetchPage, hasUnsentWords, openKey, swap } from "./swap.ts";

let opening: AbortController | undefined;

/** Where there is room, a ticket opens beside the list, which keeps its place and the focus. */
export function openBeside(): void {
  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("#list .what a") : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    // Leaving a half-written reply is a real navigation, so that the browser can keep it for "back".
    if (!link || !isPlain || !isBeside.matches || hasUnsentWords()) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    void show(link.href);
  });
  addEventListener("popstate", () => void show(location.href));
}

async function show(url: string): Promise<void> {
  opening?.abort();
  opening = new AbortController();
  const { signal } = opening;
  try {
    const page = await fetchPage(url, signal);
    const next = page?.getElementById("ticket");
    const current = document.getElementById("ticket");
    // Signed out, gone, or another frame (a sealed ticket has a bar above): let the browser go there.
    if (!page || !next || !current || hasBar(page) || hasBar(document)) return location.assign(url);
    document.title = page.title;
    current.replaceWith(next);
    markOpen(page);
  } catch (error) {
    if (!signal.aborted) location.assign(url);
    else if (!(error instanceof DOMException)) throw error;
  }
}

function hasBar(page: Document): boolean {
  return page.querySelector(".seal") !== null;
}

/** The row is the open one now, and read. The list itself stays, and so does the focus in it. */
function markOpen(page: Document): void {
  const key = openKey();
  document.querySelector("main")?.classList.toggle("has-ticket", key !== undefined);
  for (const row of rows()) {
    const isOpen = row.dataset.key === key;
    row.classList.toggle("open", isOpen);
    if (isOpen) linkOf(row)?.setAttribute("aria-current", "true");
    else linkOf(row)?.removeAttribute("aria-current");
    if (isOpen && row.classList.contains("unread")) {
      row.classList.remove("unread");
      row.cells[0]?.replaceChildren();
    }
  }
  const views = document.getElementById("views");
  if (views) swap(views, page);
  list()?.querySelector("tr.open")?.scrollIntoView({ block: "nearest" });
}
