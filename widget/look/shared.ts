import { css } from "lit";

/** What every view shares. A view is `display: contents`: its body, list and bar are the panel's own rows. */
export const shared = css`
  :host {
    display: contents;
  }
  [hidden],
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset,
  legend,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
    min-inline-size: 0;
    font: inherit;
  }
  h2 {
    font-size: 20px;
    line-height: 28px;
    text-wrap: balance;
  }
  h2,
  h3,
  b,
  legend,
  .label,
  .state {
    font-weight: 600;
  }
  h2:focus {
    outline: 0;
  }
  p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  legend {
    margin-block-end: 4px;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    color: inherit;
    text-align: start;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block: 1px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark {
    stroke: var(--bg);
  }
  .filled {
    fill: currentColor;
  }
  .dashed {
    stroke-dasharray: 2.6 2.11;
  }
  .bold {
    stroke-width: 2.2;
  }
  .flip:dir(rtl) {
    scale: -1 1;
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
  .muted {
    color: var(--muted);
  }
  .small,
  .state {
    font-size: 13px;
    line-height: 20px;
  }
  .row,
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .stack,
  .field {
    display: grid;
    gap: 16px;
    align-content: start;
  }
  .field {
    gap: 4px;
  }
  h2 + p {
    margin-block-start: 4px;
  }
  .end {
    margin-inline-start: auto;
  }
  .grow {
    flex-wrap: wrap;
  }
  .grow > * {
    flex: 1 1 auto;
  }
  .grow > .button {
    padding-inline: 12px;
  }
  .silent {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--small);
    color: var(--muted);
  }
  .body {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .part {
    padding: 16px var(--edge);
  }
  .part + *,
  .list > * + *,
  .bar,
  .body + .list {
    border-block-start: 1px solid var(--line);
  }
  .body > ul {
    border-block-end: 1px solid var(--line);
  }
  .band {
    background: var(--subtle);
  }
  .thin {
    padding-block: 12px;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px var(--edge);
  }
  .list + .bar {
    border: 0;
    padding-block-start: 0;
  }
  .bar .button {
    min-inline-size: 72px;
  }
  .bar > :only-child {
    flex: 1;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 6px 16px;
    border: 1px solid var(--control);
    border-radius: var(--small);
    color: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--text);
  }
  .primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  a,
  .link {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .link {
    min-block-size: 44px;
    margin-block: -12px;
    justify-self: start;
  }
  .input {
    inline-size: 100%;
    block-size: 44px;
    padding: 10px 12px;
    background: var(--bg);
    border: 1px solid var(--control);
    border-radius: var(--small);
  }
  .input:focus-visible {
    outline-offset: -1px;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .tiles {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1px;
    background: var(--line);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: hidden;
  }
  .tiles > * {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    padding-block: 6px;
    padding-inline: 12px 8px;
    background: var(--bg);
    font-size: 14px;
    line-height: 20px;
    cursor: pointer;
  }
  .tiles > :last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .tiles svg {
    color: var(--muted);
  }
  .icon:hover,
  .tiles > :hover,
  .list .go:hover,
  summary:hover {
    background: var(--subtle);
  }
  .go,
  summary {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 12px var(--edge);
    color: inherit;
    text-decoration: none;
  }
  .tiles :focus-visible,
  .list :focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    svg {
      forced-color-adjust: auto;
    }
    .mark {
      stroke: Canvas;
    }
    /* The gaps between tiles are a background, which these colours take away. */
    .tiles > :not(:focus-visible) {
      outline: 1px solid;
    }
  }
  @media (max-height: 420px) {
    /* Little height (400 % zoom, a phone held wide): the panel scrolls whole, nothing stays in the way. */
    .body {
      flex: none;
      overflow: visible;
    }
  }
`;
