const css = String.raw;

export const helpStyles = css`
  .ask {
    padding-top: 56px;
  }
  .ask p {
    margin-top: 8px;
  }
  .ask form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 12px;
    margin-top: 16px;
    max-width: 676px;
  }
  .ask label {
    grid-column: 1 / -1;
    font-weight: 400;
    color: var(--muted);
  }
  .ask input {
    min-height: 52px;
    padding: 12px 16px;
  }
  .ask button {
    min-height: 52px;
    padding: 0 24px;
  }

  .pairwise,
  .topics {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 40px 48px;
  }
  .pairwise,
  .subjects,
  .found {
    margin-top: 48px;
  }
  .pairwise > :first-child {
    grid-column: span 2;
  }
  .rows,
  .teams {
    margin-top: 8px;
    border-bottom: 1px solid var(--line);
  }
  .rows li,
  .teams li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    border-top: 1px solid var(--line);
  }
  .rows li {
    padding: 12px 0;
    line-height: 24px;
  }
  .rows p {
    flex-basis: 100%;
    margin-top: 4px;
    font-size: 15px;
    color: var(--muted);
  }
  .teams {
    margin-bottom: 8px;
    font-size: 15px;
    line-height: 24px;
  }
  .teams li {
    padding: 6px 0;
  }
  .teams li > :first-child::before {
    content: "";
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 8px;
    border: 1.5px solid var(--muted);
    border-radius: 50%;
  }
  .teams ~ p:last-child {
    font-size: 15px;
  }
  .teams .open > :first-child::before {
    border: 4px solid var(--ok);
  }
  .topics {
    margin-top: 16px;
  }
  .topics section {
    scroll-margin-top: 16px;
  }
  .topics h3 {
    margin-bottom: 4px;
    padding-bottom: 8px;
    border-bottom: 1px solid var(--line);
  }
  .topics a,
  .beside a {
    display: block;
    padding: 6px 0;
    font-size: 15px;
    line-height: 22px;
    text-decoration: none;
  }
  .topics a:hover,
  .beside a:hover {
    text-decoration: underline;
  }

  .found {
    max-width: 68ch;
  }
  .found > p {
    margin-top: 12px;
  }
  .meaning {
    margin-bottom: 32px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--text);
  }
  .hits {
    margin-top: 8px;
    border-bottom: 1px solid var(--line);
  }
  .hits li {
    padding: 16px 0;
    border-top: 1px solid var(--line);
  }
  .hits p {
    margin-top: 4px;
    font-size: 15px;
    line-height: 24px;
  }

  .crumbs {
    padding-top: 24px;
    font-size: 14px;
    line-height: 20px;
    color: var(--muted);
  }
  .crumbs a {
    text-decoration: none;
  }
  .crumbs a:hover {
    text-decoration: underline;
  }
  .article {
    display: grid;
    grid-template-columns: minmax(0, 68ch) 264px;
    gap: 0 48px;
    justify-content: space-between;
    padding: 16px 0 96px;
  }
  .article .meta {
    margin-top: 8px;
    font-size: 14px;
    line-height: 20px;
    color: var(--muted);
  }
  .article .behind {
    padding: 8px 12px;
    border-left: 3px solid var(--control);
    background: var(--subtle);
  }
  .article .answer {
    margin-top: 24px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--text);
  }
  .article h2,
  .article h3 {
    scroll-margin-top: 16px;
    text-wrap: balance;
  }
  .article article > h2 {
    margin-top: 40px;
  }
  .article article > h3 {
    margin-top: 32px;
    margin-bottom: 12px;
  }
  .article article > p:not([class]) {
    margin-top: 12px;
  }
  .article a:is([href^="tel:"], [href^="mailto:"]) {
    white-space: nowrap;
  }
  .article .to-guide {
    margin-top: 20px;
  }
  .guide .answer {
    font-size: 19px;
    line-height: 29px;
  }
  .guide h2 {
    margin-top: 32px;
  }
  .guide .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-top: 24px;
  }
  .guide .paste {
    margin-top: 24px;
  }
  .guide .paste label {
    margin-bottom: 8px;
  }
  .guide .paste .choices {
    margin-top: 12px;
  }
  .guide > .meta:last-child {
    margin-top: 40px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .steps {
    counter-reset: step;
    margin-top: 12px;
  }
  .steps > li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 0 12px;
    padding: 10px 0;
  }
  .steps > li::before {
    content: counter(step);
    border-inline-end: 1px solid var(--line);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--muted);
  }
  .points {
    margin-top: 12px;
  }
  .points > li {
    position: relative;
    padding: 4px 0 4px 20px;
  }
  .points > li::before {
    content: "";
    position: absolute;
    inset-inline-start: 2px;
    top: 15px;
    width: 5px;
    height: 5px;
    border-radius: 50%;
    background: var(--control);
  }
  .article details {
    margin-top: 12px;
    padding: 9px 0;
    border-block: 1px solid var(--line);
  }
  .article details + details {
    margin-top: -1px;
  }
  .article details > :last-child {
    margin-bottom: 8px;
  }
  .article details > p {
    margin-top: 8px;
  }
  .article summary {
    font-weight: 600;
  }
  .article summary::marker {
    color: var(--muted);
  }
  .article code {
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--subtle);
    overflow-wrap: anywhere;
  }
  .article kbd {
    white-space: nowrap;
  }
  .otherwise {
    margin-top: 40px;
    padding: 16px 20px 20px;
    background: var(--subtle);
    border-radius: var(--radius);
  }
  .otherwise h2 {
    margin-bottom: 4px;
    font-size: 16px;
    line-height: 24px;
  }
  .otherwise p + p {
    margin-top: 12px;
  }
  .beside {
    align-self: start;
    position: sticky;
    top: 0;
    padding-top: 8px;
  }
  .beside h2 {
    margin-bottom: 4px;
    font-size: 14px;
    line-height: 20px;
  }
  .beside a {
    padding: 4px 0;
    font-size: 14px;
    line-height: 20px;
  }
  .beside nav + nav {
    margin-top: 32px;
  }

  @media (max-width: 1000px) {
    .article {
      grid-template-columns: minmax(0, 68ch);
      justify-content: start;
    }
    .contents {
      display: none;
    }
    .beside {
      position: static;
      margin-top: 48px;
    }
    .beside a {
      padding: 11px 0;
      font-size: 15px;
      line-height: 22px;
    }
  }
  @media (max-width: 760px) {
    .pairwise,
    .topics {
      grid-template-columns: minmax(0, 1fr);
    }
    .pairwise > :first-child {
      grid-column: auto;
    }
    .topics a {
      padding: 11px 0;
    }
  }
  @media (max-width: 640px) {
    .ask {
      padding-top: 32px;
    }
    .ask form {
      grid-template-columns: minmax(0, 1fr);
    }
    .pairwise,
    .subjects,
    .found {
      margin-top: 40px;
    }
    .otherwise {
      padding: 16px;
    }
    .otherwise .button {
      width: 100%;
    }
    .guide .choices {
      display: grid;
    }
  }
  @media print {
    .ask form,
    .crumbs,
    .beside,
    .otherwise .button {
      display: none;
    }
    .article {
      display: block;
      padding: 24px 0 0;
    }
    .article details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .steps > li,
    .otherwise {
      break-inside: avoid;
    }
    h2,
    h3,
    summary {
      break-after: avoid;
    }
  }
`;
