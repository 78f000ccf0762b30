import { LitElement } from "lit";
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from "lit";
import type { WidgetContext } from "./context.ts";
import { shared } from "./look/shared.ts";
import { GoEvent } from "./views.ts";
import type { Known, View } from "./views.ts";

/**
 * What every view of the panel has. The panel makes a view, tells it these three things before its first update,
 * and keeps it mounted and hidden while another one is above it, so that Back finds it as it was left.
 */
export abstract class HelpView<Name extends View["name"] = View["name"]> extends LitElement {
  static override styles: CSSResultGroup = shared;
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    view: { attribute: false },
    known: { attribute: false },
  };

  /** Where the widget runs. */
  context!: WidgetContext;
  /** What this view was opened with. */
  view!: Extract<View, { name: Name }>;
  /** What the panel knows by now. */
  known!: Known;

  /** What stands in the panel's head while this view is open. */
  abstract heading(): string | TemplateResult;

  /** Puts the focus where a person goes on; false where they read first. */
  focusStart(): boolean {
    return false;
  }

  /** Back within the view; false where there is nothing before. */
  stepBack(): boolean {
    return false;
  }

  protected go(view: View): void {
    this.dispatchEvent(new GoEvent(view));
  }
}

/** So long after the first view nothing is loaded that may wait: nobody types sooner. */
export const quietMilliseconds = 400;

/** Two versions of the widget may meet on one page; the first one's elements serve both. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
