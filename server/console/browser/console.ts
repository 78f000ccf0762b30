import { startKeys } from "./parts/keys.ts";
import { startLive } from "./parts/live.ts";
import { openBeside } from "./parts/open-beside.ts";

/** Everything here adds to pages that work without it: live news, single keys, opening beside the list. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-submit-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.querySelector("button")?.remove();
}
// What was refused is shown in answer to a form, at an address that cannot be asked again.
const { address } = document.getElementById("ticket")?.dataset ?? {};
if (address) history.replaceState(null, "", address);
openBeside();
startKeys();
startLive();
