import { css } from "lit";

/**
 * The theming API: every `--dilitrust-help-*` property is an input with a default, set by the host page on
 * `dilitrust-help` or above. The short names are ours, on our own element, out of reach of a page's rules.
 * Contrast of the defaults: text at least 5.3:1, on-accent at least 7.8:1, control at least 3.4:1.
 */
export const tokens = css`
  :host {
    --bg: var(--dilitrust-help-bg, light-dark(#fff, #131a24));
    --subtle: var(--dilitrust-help-bg-subtle, light-dark(#f5f6f8, #1b2430));
    --line: var(--dilitrust-help-line, light-dark(#d5dae1, #2f3b4a));
    --control: var(--dilitrust-help-control, light-dark(#7a8594, #7d8a9b));
    --text: var(--dilitrust-help-text, light-dark(#18212e, #e9eef4));
    --muted: var(--dilitrust-help-text-muted, light-dark(#55606f, #a3afbd));
    --accent: var(--dilitrust-help-accent, light-dark(#0b5a6b, #6cc7d8));
    --on-accent: var(--dilitrust-help-on-accent, light-dark(#fff, #06222a));
    --ok: var(--dilitrust-help-ok, light-dark(#176b43, #6fcf97));
    --minor: var(--dilitrust-help-minor, light-dark(#8a5a00, #f0c05a));
    --major: var(--dilitrust-help-major, light-dark(#a8430a, #f79a5e));
    --critical: var(--dilitrust-help-critical, light-dark(#a8201a, #ff8f87));
    --maintenance: var(--dilitrust-help-maintenance, light-dark(#3a4fb5, #a9b7ff));
    --unknown: var(--dilitrust-help-unknown, light-dark(#5b6675, #aab4c0));
    --radius: var(--dilitrust-help-radius, 8px);
    --small: var(--dilitrust-help-radius-small, 5px);
    --edge: 24px;
  }

  /* A brand that gives only its accent gets black or white on it, whichever is farther away. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --on-accent: var(
        --dilitrust-help-on-accent,
        oklch(from var(--accent) clamp(0, (0.66 - l) * 1000, 1) 0 0)
      );
    }
  }

  @media (max-width: 479px) {
    :host {
      --edge: 16px;
    }
  }
`;
