import type { Note } from "./recorder.ts";

const named = /^(button|submit|summary|tab|menuitem.*|checkbox|radio|switch)$/;
/** In a board portal these are named by confidential titles, and so is what stands in them. */
const titled = /^(a|link|tr|row|td|.*cell|option|treeitem)$/;

/** Notes which kind of control was pressed, and its name where that cannot be confidential. */
export function notePress(targets: EventTarget[], note: Note): void {
  // Of every element we read only what it may also lack.
  const path = targets.filter((target) => target instanceof Element) as HTMLInputElement[];
  const pressed = path.find(
    (element) => "labels" in element || named.test(kindOf(element)) || titled.test(kindOf(element)),
  );
  if (!pressed || path.some(({ localName }) => localName === "dilitrust-help")) return;
  const label = pressed.labels?.[0] ?? pressed;
  const isPublic =
    named.test(kindOf(pressed)) &&
    !path.some((element) => titled.test(kindOf(element)) || element.matches(masked)) &&
    !label.closest(masked) &&
    !label.querySelector(masked);
  const name = isPublic ? (pressed.ariaLabel ?? label.textContent ?? "") : "";
  note("click", kindOf(pressed), pressed.dataset.helpName ?? name.replace(/\s+/g, " ").trim());
}

const masked = "[data-help-mask]";

function kindOf({ role, type, localName }: HTMLInputElement): string {
  return role || type || localName;
}
