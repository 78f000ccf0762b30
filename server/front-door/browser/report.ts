/** Opens help on the ticket of this page, with the token that a mailed link carries in its fragment. */
interface HelpQueue {
  push(call: unknown[]): void;
}
// Before the loader has come it is a list, afterwards its API: both take calls by push.
const help = (Reflect.get(window, "DiliTrustHelp") ?? []) as HelpQueue;
Reflect.set(window, "DiliTrustHelp", help);

const key = document.querySelector<HTMLElement>("[data-ticket]")?.dataset.ticket ?? "";
help.push(["open", "thread", { key, accessToken: takeToken() }]);

/** Out of the address bar, so that a copied link or a shared screen does not give it away; kept while the tab is open. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1);
  try {
    if (token !== "") sessionStorage.setItem(key, token);
    history.replaceState(null, "", location.pathname + location.search);
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return token || undefined; // storage is refused: a reload needs the mail again
  }
}
