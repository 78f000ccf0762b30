import { startRecorder } from "./checks/recorder.ts";
import { chunks } from "./chunks.ts";
import type { HelpWidget } from "./help-widget.ts";
import { drawLauncher, languageOf, spokenLocale, styleLauncher } from "./launcher.ts";

/**
 * `/help-widget.js`: defines `<dilitrust-help site="…">` for pages that place it themselves, now or later. What a
 * loader would have prepared is done when the element arrives.
 */

const base = new URL(import.meta.url).origin;
const recorder = startRecorder();
const panel: typeof import("./help-widget.ts") = await import(/* @vite-ignore */ base + chunks.panel);

panel.HelpWidget.addInitializer((element) => {
  element.addController({ hostConnected: () => prepare(element as HelpWidget) }); // an instance of this very class
});
const placed = document.querySelectorAll<HelpWidget>("dilitrust-help");
for (const element of placed) prepare(element);
void takeUp();

/** A repair has loaded the page anew: see checks/refresh-files.ts. */
async function takeUp(): Promise<void> {
  if (!isLeftToDo()) return;
  const refresh: typeof import("./checks/refresh-files.ts") = await import(
    /* @vite-ignore */ base + chunks.refresh
  );
  if (await refresh.takeUpNext()) await placed[0]?.open();
}

function isLeftToDo(): boolean {
  try {
    return sessionStorage.getItem("dilitrust-help-refresh") !== null;
  } catch {
    return false; // a page that may keep nothing
  }
}

function prepare(element: HelpWidget): void {
  if (element.recorder) return;
  element.recorder = recorder;
  element.base ||= base;
  if (!element.hasAttribute("locale")) element.locale = spokenLocale();
  const root = element.shadowRoot;
  if (!root) return;
  styleLauncher(root);
  if (element.getAttribute("launcher") !== "none") {
    const launcher = drawLauncher(languageOf(element.locale));
    launcher.addEventListener("click", () => void element.open());
    root.append(launcher);
  }
  element.popover = "manual";
  element.showPopover();
}
