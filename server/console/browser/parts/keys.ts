import { currentRow, linkOf, rows } from "./list.ts";
import { openKey } from "./swap.ts";

const kept = "console-keys";

/** J K R A / ? for hands that stay on the keyboard; they can be switched off, for tools that press letters. */
export function startKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  const use = document.querySelector<HTMLInputElement>("#use-keys");
  if (!dialog || !use) return;
  use.checked = localStorage.getItem(kept) !== "off";
  const say = () => {
    for (const line of document.querySelectorAll<HTMLElement>(".keys, .by-key")) line.hidden = !use.checked;
  };
  use.addEventListener("change", () => {
    localStorage.setItem(kept, use.checked ? "on" : "off");
    say();
  });
  say();
  // A fragment scrolls there; only this puts the cursor in.
  if (location.hash === "#reply-body") reply();

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys]")) dialog.showModal();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping(event.target)) return;
    if (event.key === "?") return take(event, () => dialog.showModal());
    if (!use.checked) return;
    const act = acts[event.key.toLowerCase()];
    if (act) take(event, act);
  });
}

const acts: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  r: reply,
  a: assignToMe,
  "/": () => document.querySelector<HTMLInputElement>("#search")?.focus(),
};

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function step(by: 1 | -1): void {
  const all = rows();
  const current = currentRow();
  const row = current ? all[all.indexOf(current) + by] : all[by === 1 ? 0 : all.length - 1];
  const link = linkOf(row);
  link?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** The reply of the ticket that the focus is on; opens it first where it is not the open one. */
function reply(): void {
  const row = currentRow();
  const field = document.querySelector<HTMLTextAreaElement>("#reply-body");
  const isOpen = !row || row.dataset.key === openKey();
  if (isOpen) return field?.focus();
  const link = linkOf(row);
  if (link) location.assign(`${link.href}#reply-body`);
}

function assignToMe(): void {
  const key = currentRow()?.dataset.key ?? openKey();
  if (key === undefined) return;
  if (key === openKey()) {
    document.querySelector<HTMLButtonElement>("#ticket [data-mine]")?.click();
    return;
  }
  const { me } = document.querySelector("main")?.dataset ?? {};
  // The news of it comes back through the stream and refreshes the row.
  void fetch(`/api/console/tickets/${key}/assignment`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ assignee: me }),
  });
}
