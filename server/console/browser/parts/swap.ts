/** The page at an address, as a document that runs nothing. Undefined when we were signed out or it is gone. */
export async function fetchPage(url: string, signal?: AbortSignal): Promise<Document | undefined> {
  // Nobody reads a page that is in the background: the server must not note it as read.
  const headers = { accept: "text/html", ...(document.hidden && { "x-background": "1" }) };
  const response = await fetch(url, { headers, signal: signal ?? null });
  if (!response.ok || new URL(response.url).pathname.startsWith("/console/sign-in")) return undefined;
  return new DOMParser().parseFromString(await response.text(), "text/html");
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
  if (element.contains(document.activeElement)) return true;
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
