import { createHash } from "node:crypto";
import { consoleStyles } from "./console/console-styles.ts";
import { feedbackStyles } from "./knowledge/feedback-styles.ts";
import { helpStyles } from "./knowledge/help-styles.ts";
import { statusStyles } from "./status/status-styles.ts";

const css = String.raw;

const tokens = css`
  :root {
    color-scheme: light dark;
    --bg: light-dark(#fff, #131a24);
    --subtle: light-dark(#f5f6f8, #1b2430);
    --line: light-dark(#d5dae1, #2f3b4a);
    --control: light-dark(#7a8594, #7d8a9b);
    --text: light-dark(#18212e, #e9eef4);
    --muted: light-dark(#55606f, #a3afbd);
    --accent: light-dark(#0b5a6b, #6cc7d8);
    --on-accent: light-dark(#fff, #06222a);
    --ok: light-dark(#176b43, #6fcf97);
    --minor: light-dark(#8a5a00, #f0c05a);
    --major: light-dark(#a8430a, #f79a5e);
    --critical: light-dark(#a8201a, #ff8f87);
    --maintenance: light-dark(#3a4fb5, #a9b7ff);
    --unknown: light-dark(#5b6675, #aab4c0);
    --radius: 8px;
    --radius-small: 5px;
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    --mono: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
  }
`;

const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  html {
    -webkit-text-size-adjust: 100%;
  }
  body {
    margin: 0;
    background: var(--bg);
    color: var(--text);
    font: 400 16px/26px var(--font);
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  table,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 25px;
    line-height: 32px;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2 {
    font-size: 20px;
    line-height: 28px;
    font-weight: 600;
  }
  h3 {
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
  p {
    text-wrap: pretty;
  }
  b,
  strong,
  th {
    font-weight: 600;
  }
  ul,
  ol {
    list-style: none;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  time,
  .num,
  td,
  th,
  kbd,
  code {
    font-variant-numeric: tabular-nums;
  }
  code,
  .key,
  kbd,
  pre {
    font-family: var(--mono);
    font-size: 13px;
  }
  .key {
    white-space: nowrap;
  }
  kbd {
    border: 1px solid var(--control);
    border-radius: 4px;
    padding: 0 4px;
  }
  small,
  .small {
    font-size: 13px;
    line-height: 20px;
  }
  .muted {
    color: var(--muted);
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skip {
    position: absolute;
    inset-inline-start: 16px;
    top: -100px;
    padding: 8px 16px;
    background: var(--bg);
    z-index: 1;
  }
  .skip:focus {
    top: 8px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .g {
    width: 16px;
    height: 16px;
    flex: none;
    vertical-align: -3px;
    fill: currentColor;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  .ok {
    color: var(--ok);
  }
  .minor {
    color: var(--minor);
  }
  .major {
    color: var(--major);
  }
  .critical {
    color: var(--critical);
  }
  .maintenance {
    color: var(--maintenance);
  }
  .unknown {
    color: var(--unknown);
  }
`;

const controls = css`
  button,
  .button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--control);
    border-radius: var(--radius-small);
    background: var(--bg);
    color: var(--text);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--text);
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  button.link {
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  input:is([type="text"], [type="search"], [type="email"]),
  select,
  textarea {
    min-height: 44px;
    padding: 8px 12px;
    width: 100%;
    border: 1px solid var(--control);
    border-radius: var(--radius-small);
    background: var(--bg);
  }
  textarea {
    display: block;
    resize: vertical;
  }
  label,
  legend {
    display: block;
    font-weight: 600;
  }
  details > summary {
    cursor: pointer;
  }
`;

const publicFrame = css`
  .frame {
    max-width: 808px;
    margin: 0 auto;
    padding: 0 24px;
  }
  .frame.wide {
    max-width: 1088px;
  }
  .masthead {
    border-bottom: 1px solid var(--line);
  }
  .masthead .frame {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 24px;
    min-height: 56px;
  }
  .brand {
    font-weight: 600;
    color: var(--text);
    text-decoration: none;
    white-space: nowrap;
  }
  .brand span {
    font-weight: 400;
    color: var(--muted);
  }
  .masthead nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    margin-inline-start: auto;
    font-size: 14px;
  }
  .masthead nav a {
    padding: 9px 0;
    text-decoration: none;
    white-space: nowrap;
  }
  .masthead nav a:hover {
    text-decoration: underline;
  }
  .masthead nav a[aria-current] {
    color: var(--text);
    box-shadow: inset 0 -2px var(--accent);
  }
  @media (forced-colors: active) {
    .masthead nav a[aria-current] {
      text-decoration: underline;
    }
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 8px 48px;
    margin-top: 64px;
    padding: 24px 0 48px;
    border-top: 1px solid var(--line);
    font-size: 14px;
    line-height: 22px;
    color: var(--muted);
  }
  .notice-page {
    padding: 48px 0;
  }
  .notice-page p {
    margin-top: 8px;
    max-width: 64ch;
  }
  @media (max-width: 640px) {
    .frame {
      padding: 0 16px;
    }
    .masthead .frame {
      padding-top: 8px;
    }
    .masthead nav {
      gap: 0 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media print {
    .masthead nav,
    .skip {
      display: none;
    }
    /* The paper's own margin is enough. */
    .frame {
      padding-inline: 0;
    }
  }
`;

const doors = css`
  .doors-lead {
    padding: 48px 0 32px;
    max-width: 68ch;
  }
  .doors-lead p {
    margin-top: 8px;
    color: var(--muted);
    text-wrap: balance;
  }
  .door {
    display: grid;
    grid-template-columns: 264px minmax(0, 1fr);
    gap: 8px 32px;
    padding: 32px 0;
    border-top: 1px solid var(--line);
  }
  .door p {
    max-width: 60ch;
  }
  .door form,
  .door .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 16px;
  }
  .door .snippet {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    margin-top: 16px;
    align-items: start;
  }
  .door pre {
    margin: 0;
    padding: 11px 16px;
    overflow-x: auto;
    background: var(--subtle);
    border-radius: var(--radius-small);
    line-height: 22px;
  }
  @media (max-width: 640px) {
    .doors-lead {
      padding: 24px 0;
    }
    .door {
      grid-template-columns: minmax(0, 1fr);
      padding: 24px 0;
    }
  }
`;

/** The one sheet of all served pages, a subject after the other. */
export const styles = [
  tokens,
  base,
  controls,
  publicFrame,
  doors,
  helpStyles,
  feedbackStyles,
  statusStyles,
  consoleStyles,
].join("\n");

/** Its address changes with its content, so browsers may keep it for ever. */
export const stylesPath = `/assets/pages-${createHash("sha256").update(styles).digest("hex").slice(0, 10)}.css`;
