/** Opens the widget on the ticket of this page. The token came in the address's fragment, which stays on the device. */
interface HelpQueue {
  push(call: unknown[]): void;
}
const help = ((window as unknown as { DiliTrustHelp?: HelpQueue }).DiliTrustHelp ??=
  [] as unknown[]) as HelpQueue;

const key = document.querySelector<HTMLElement>("[data-ticket]")?.dataset.ticket;
const token = location.hash.slice(1);
// Out of the address bar, so that a copied link or a shared screen does not give it away.
if (token !== "") history.replaceState(null, "", location.pathname + location.search);
help.push(["open", "ticket", { key, accessToken: token || undefined }]);
