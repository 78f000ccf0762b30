import { css } from "lit";

/** How the blocks of an article look, in an article and in a step of a guide. */
export const blockStyles = css`
  .section {
    margin-block-start: 8px;
    font-size: 16px;
    line-height: 24px;
  }
  .steps {
    display: grid;
    gap: 16px;
    counter-reset: step;
  }
  .steps > li {
    display: grid;
    grid-template-columns: 20px 1fr;
    column-gap: 12px;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    font-weight: 600;
    text-align: center;
    color: var(--muted);
  }
  .points {
    display: grid;
    gap: 4px;
    padding-inline-start: 20px;
  }
  .points li {
    list-style: disc;
  }
  .stack details {
    margin-inline: calc(-1 * var(--edge));
    border-block: 1px solid var(--line);
  }
  details + details {
    margin-block-start: -17px;
  }
  details .part {
    padding-block-start: 4px;
  }
  [open] > summary svg {
    rotate: 180deg;
  }
  code,
  kbd {
    padding: 1px 4px;
    background: var(--subtle);
    border-radius: var(--small);
    font:
      0.93em/1 ui-monospace,
      Consolas,
      monospace;
  }
  kbd {
    border: 1px solid var(--control);
  }
  .inline {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
