import { css } from "lit";

/** The dialog itself: its place and size, its head and foot, and the notice that stands there while it is closed. */
export const panelStyles = css`
  dialog,
  .notice {
    position: fixed;
    inset-block: auto 16px;
    inset-inline: auto 16px;
    margin: 0;
    padding: 0;
    border: 0;
    max-inline-size: none;
    max-block-size: none;
    color: var(--text);
    background: var(--bg);
    border-radius: var(--radius);
    outline: 1px solid transparent;
    box-shadow:
      0 0 0 1px light-dark(#18212e1f, #7d8a9b66),
      0 12px 32px -4px #0b121c3d;
    font: 15px/22px var(--dilitrust-help-font, system-ui, sans-serif);
    text-align: start;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    inline-size: 400px;
    block-size: min(680px, 100dvh - 32px);
    overflow: hidden;
    animation: rise 0.16s ease-out;
  }
  ::backdrop {
    background: none;
  }
  .inside {
    display: contents;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  .notice {
    inset-block-end: 80px;
    inline-size: min(400px, 100vw - 32px);
    animation: rise 0.16s ease-out;
  }
  .notice .icon {
    margin-block: -12px;
    margin-inline-end: -12px;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    block-size: 56px;
    padding-inline: var(--edge) calc(var(--edge) - 12px);
    border-block-end: 1px solid var(--line);
  }
  .with-back {
    padding-inline-start: calc(var(--edge) - 12px);
  }
  .head h2 {
    flex: 1;
    font-size: 16px;
    line-height: 24px;
  }
  .foot {
    flex: none;
    min-block-size: 65px;
    padding: 12px var(--edge);
    border-block-start: 1px solid var(--line);
    background: var(--subtle);
    font-size: 13px;
    line-height: 20px;
  }
  .foot .row {
    gap: 0 16px;
    flex-wrap: wrap;
  }
  .foot a,
  .callback {
    padding-block: 12px;
    margin-block: -12px;
    color: inherit;
    text-decoration: underline var(--control);
    text-underline-offset: 3px;
  }
  .open,
  .closed {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .open::before,
  .closed::before {
    content: "";
    border: 4px solid var(--ok);
    border-radius: 4px;
  }
  .closed::before {
    padding: 2px;
    border: 2px solid var(--muted);
  }
  @media (max-width: 479px) {
    dialog[open] {
      inset: 0;
      inline-size: auto;
      block-size: 100dvh;
      border-radius: 0;
      padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom);
    }
  }
  @media (max-height: 420px) {
    dialog[open] {
      overflow-y: auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open],
    .notice {
      animation: none;
    }
  }
  @media print {
    dialog[open],
    .notice {
      display: none;
    }
  }
`;
