import type { Context as HonoContext } from "hono";
import { html } from "hono/html";
import { readForm } from "../read-input.ts";
import type { Html } from "./frame.ts";

/** What was typed, trimmed. */
export async function fieldsOf(c: HonoContext): Promise<Record<string, string>> {
  return Object.fromEntries([...(await readForm(c))].map(([name, value]) => [name, value.trim()]));
}

/** A form that is shown again: what was typed, and a sentence for each field that needs mending. */
export interface Filled {
  values: Record<string, string>;
  mends: Record<string, string>;
}

/** A label above, its hint or mend between, the control below; `control` gets what ties them together. */
export function field(
  filled: Filled,
  { name, label, hint }: { name: string; label: string; hint?: string },
  control: (attributes: Html) => Html,
): Html {
  const mend = filled.mends[name];
  const described = mend === undefined ? (hint === undefined ? undefined : `${name}-hint`) : `${name}-mend`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${mend === undefined ? "" : html`<p class="mend critical" id="${name}-mend">${mend}</p>`}
    ${hint === undefined ? "" : html`<p class="small muted" id="${name}-hint">${hint}</p>`}
    ${control(
      html`id="${name}" name="${name}" ${described === undefined ? "" : html`aria-describedby="${described}"`}
      ${mend === undefined ? "" : html`aria-invalid="true"`}`,
    )}
  </div>`;
}

export function textField(
  filled: Filled,
  options: { name: string; label: string; hint?: string; type?: "text" | "email" | "url" | "tel" },
): Html {
  return field(
    filled,
    options,
    (attributes) =>
      html`<input
        ${attributes}
        type="${options.type ?? "text"}"
        value="${filled.values[options.name] ?? ""}"
      />`,
  );
}
