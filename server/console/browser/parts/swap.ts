/**
 * The page at an address, as a document that runs nothing. Undefined when it is not for us (any more): signed out,
 * sealed, gone. Rejects when the server cannot say.
 */
export async function fetchPage(url: string, signal?: AbortSignal): Promise<Document | undefined> {
  const response = await fetch(url, { headers: { accept: "text/html" }, signal: signal ?? null });
  if (response.status >= 500 || response.status === 429) throw new Error(`answered ${response.status}`);
  if (!response.ok || new URL(response.url).pathname.startsWith("/console/sign-in")) return undefined;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Words that were typed into the ticket and have not been sent, or were refused. */
export function hasUnsentWords(): boolean {
  if (document.querySelector("#ticket [data-unsent]")) return true;
  return [...document.querySelectorAll<HTMLTextAreaElement>("#ticket textarea")].some(
    (field) => field.value !== field.defaultValue,
  );
}

/** The key of the ticket that a page shows. */
export function openKey(page: Document = document): string | undefined {
  return page.getElementById("ticket")?.dataset.key;
}

/** Puts the new version of an element into the page, unless somebody is busy in it. Answers whether it did. */
export function swap(current: Element, page: Document): boolean {
  const next = page.getElementById(current.id);
  if (!next || isBusy(current)) return false;
  if (next.outerHTML === current.outerHTML) return true;
  const scrollTop = current.scrollTop;
  current.replaceWith(next);
  next.scrollTop = scrollTop;
  return true;
}

/** Somebody is in it, or has changed something there that would be lost. */
function isBusy(element: Element): boolean {
  if (element.contains(document.activeElement) || element.matches("[data-unsent]")) return true;
  const fields = element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return (
    [...fields].some((field) => field.type !== "hidden" && field.value !== field.defaultValue) ||
    [...element.querySelectorAll("select")].some(isChanged)
  );
}

function isChanged({ options, selectedIndex }: HTMLSelectElement): boolean {
  const given = [...options].findIndex((option) => option.defaultSelected);
  return selectedIndex !== Math.max(given, 0);
}
