import { html, svg } from "lit";
import type { TemplateResult } from "lit";
import type { ServiceStatus } from "../../server/contract/types.ts";
import type { Symptom } from "../../server/contract/symptoms.ts";

const ring = "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z";

/** 20 px box, 15 px live area, one path each. */
const icons = {
  cannot_sign_in: "M11 3.5h4A1.5 1.5 0 0 1 16.5 5v10a1.5 1.5 0 0 1-1.5 1.5h-4M3.5 10h9m-3-3 3 3-3 3",
  sms_code:
    "M7 2.5h6A1.5 1.5 0 0 1 14.5 4v12a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 16V4A1.5 1.5 0 0 1 7 2.5zM8 9.5h0m2 0h0m2 0h0M9 15h2",
  sso_error:
    "M4.5 17V4.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1V17M12.5 8.5H15a1 1 0 0 1 1 1V17M2.5 17h15M7.5 7h2m-2 3.3h2m-2 3.3h2",
  page_broken:
    "M4 3.5h12A1.5 1.5 0 0 1 17.5 5v10a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15V5A1.5 1.5 0 0 1 4 3.5zM2.5 7h15M8 10.2l4 4m0-4-4 4",
  document:
    "M11.5 2.5H6A1.5 1.5 0 0 0 4.5 4v12A1.5 1.5 0 0 0 6 17.5h8a1.5 1.5 0 0 0 1.5-1.5V6.5zM11.5 2.5v4h4M8.2 10.2l3.6 3.6m0-3.6-3.6 3.6",
  upload: "M10 13V3.5M6.5 7 10 3.5 13.5 7M3.5 12.5v3A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5v-3",
  slow: "M4.3 15.5a7.5 7.5 0 1 1 11.4 0M10 11.5l3-4M10 10.5a1 1 0 1 1 0 2 1 1 0 0 1 0-2z",
  wrong_data:
    "M4 3.5h12A1.5 1.5 0 0 1 17.5 5v10a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15V5A1.5 1.5 0 0 1 4 3.5zM2.5 8h15M2.5 12.2h7M9.5 8v8.5M13 12.3h2",
  permission:
    "M5.5 9h9a1.5 1.5 0 0 1 1.5 1.5V16a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 16v-5.5A1.5 1.5 0 0 1 5.5 9zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9",
  meeting_vote:
    "M4 4h12a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 16 17H4a1.5 1.5 0 0 1-1.5-1.5v-10A1.5 1.5 0 0 1 4 4zM6.5 2.5v3M13.5 2.5v3M2.5 8.5h15M7.5 12.6l1.8 1.8 3.2-3.4",
  security: "M10 2.5 4 4.7v4.8c0 3.7 2.5 6.6 6 8 3.5-1.4 6-4.3 6-8V4.7zM10 7v3.5M10 13.3h0",
  other: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  close: "m5 5 10 10M15 5 5 15",
  back: "M16.5 10h-13m5-5-5 5 5 5",
  go: "m7.5 5 5 5-5 5",
  unfold: "m5 7.5 5 5 5-5",
  toCome: ring,
} satisfies Record<Symptom, string> & Record<string, string>;

/** Shape first, then the mark in it: a status is never told by colour alone. */
const states: Record<ServiceStatus | "now", [path: string, look: string][]> = {
  ok: [
    [ring, "filled"],
    ["m6.7 10.3 2.3 2.3 4.3-4.8", "mark"],
  ],
  minor: [
    ["M10 3 2.5 16.5h15z", "filled"],
    ["M10 8v4M10 14.3h.01", "mark"],
  ],
  major: [
    ["m10 1.8 8.2 8.2-8.2 8.2L1.8 10z", "filled"],
    ["M10 6.3v4.5M10 13.5h.01", "mark"],
  ],
  critical: [
    ["M6.7 2.3h6.6l4.4 4.4v6.6l-4.4 4.4H6.7l-4.4-4.4V6.7z", "filled"],
    ["m7.3 7.3 5.4 5.4m0-5.4-5.4 5.4", "mark"],
  ],
  maintenance: [
    ["M4.5 2.5h11a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2z", "filled"],
    ["M6.5 7.5h7m-7 5h7", "mark"],
  ],
  unknown: [
    [ring, "dashed"],
    ["M8.2 8a1.9 1.9 0 1 1 2.9 1.6c-.7.5-1.1.8-1.1 1.6M10 13.5h.01", ""],
  ],
  now: [
    [ring, ""],
    ["M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z", "filled"],
  ],
};

/** An icon that stands beside its word; `classes` may mirror, push or colour it. */
export function icon(name: keyof typeof icons, classes = ""): TemplateResult {
  return drawing([[icons[name], name === "other" ? "bold" : ""]], classes);
}

/** The glyph of a state, in the state's colour where there is one. */
export function stateIcon(state: keyof typeof states): TemplateResult {
  return drawing(states[state], state);
}

/** Of paths that an element brings itself, because the first view has no use for them. */
export function drawing(paths: [path: string, look: string][], classes: string): TemplateResult {
  return html`<svg class=${classes} viewBox="0 0 20 20" aria-hidden="true">
    ${paths.map(([path, look]) => svg`<path class=${look} d=${path} />`)}
  </svg>`;
}
