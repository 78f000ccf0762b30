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

  .open-now {
    margin-top: 16px;
    font-size: 15px;
    line-height: 22px;
  }
  .open-now li {
    padding: 4px 0;
  }
  .open-now a {
    margin-inline-start: 8px;
    white-space: nowrap;
  }
  .open-now li:last-child a {
    margin: 0;
  }

  .pairwise {
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
    border-top: 1px solid var(--line);
  }
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: baseline;
    padding: 12px 0;
    line-height: 24px;
  }
  .rows :is(.for, p) {
    grid-column: 1 / -1;
  }
  .rows p {
    margin-top: 4px;
    font-size: 15px;
    color: var(--muted);
  }
  .own-team {
    margin-top: 12px;
  }
  .teams {
    margin-bottom: 8px;
    font-size: 15px;
    line-height: 24px;
  }
  .teams li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
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
  .for {
    font-size: 13px;
    line-height: 20px;
    color: var(--muted);
  }
  .for::before {
    content: "";
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-inline-end: 6px;
    border: 1.5px solid currentColor;
    transform: rotate(45deg);
  }
  .subjects,
  .topics section {
    scroll-margin-top: 16px;
  }
  .audiences,
  .jump {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    margin-top: 8px;
    font-size: 15px;
  }
  .audiences a,
  .jump a {
    padding: 9px 0;
    text-decoration: none;
  }
  .audiences a:hover,
  .jump a:hover {
    text-decoration: underline;
  }
  .audiences a::first-letter {
    text-transform: uppercase;
  }
  .audiences .num {
    color: var(--muted);
  }
  .audiences [aria-current] {
    color: var(--text);
    box-shadow: inset 0 -2px var(--accent);
  }
  @media (forced-colors: active) {
    .audiences [aria-current] {
      text-decoration: underline;
    }
  }
  .jump {
    display: none;
  }
  /* Subjects of two and of fifteen articles: columns fill better than a grid. */
  .topics {
    columns: 3;
    column-gap: 48px;
    margin-top: 24px;
  }
  .topics section {
    break-inside: avoid;
    padding-bottom: 32px;
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
    max-width: 676px;
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
  .printed {
    display: none;
  }
  .article .notice {
    margin-top: 16px;
    padding: 8px 12px;
    border-left: 3px solid var(--control);
    background: var(--subtle);
  }
  .contents-first {
    display: none;
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
    border: 2.5px solid var(--control); /* printers leave backgrounds out */
    border-radius: 50%;
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
  /* Where a browser knows it, the list marks the part that is being read. */
  .contents ul {
    scroll-target-group: auto;
  }
  .contents a:target-current {
    color: var(--text);
    text-decoration: underline 2px var(--accent);
  }

  @media (max-width: 1000px) {
    .article {
      grid-template-columns: minmax(0, 68ch);
      justify-content: start;
    }
    .contents {
      display: none;
    }
    .contents-first {
      display: block;
    }
    .contents-first a {
      display: block;
      padding: 11px 0;
      font-size: 15px;
      line-height: 22px;
      text-decoration: none;
    }
    .topics {
      columns: 2;
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
    .pairwise {
      grid-template-columns: minmax(0, 1fr);
    }
    .topics {
      columns: 1;
    }
    .jump {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      margin-top: 16px;
      border-block: 1px solid var(--line);
      padding-block: 8px;
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
    .rows p {
      display: none;
    }
  }
  @page {
    margin: 15mm;
  }
  @media print {
    :root {
      color-scheme: light;
    }
    body,
    .article .meta {
      font-size: 10.5pt;
      line-height: 15pt;
    }
    .ask form,
    .crumbs,
    .beside,
    .contents-first,
    .to-guide,
    .otherwise p:has(> .button) {
      display: none;
    }
    .article {
      display: block;
      padding: 24px 0 0;
    }
    .article .printed {
      display: block;
      margin: 0;
    }
    .article details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .article summary {
      list-style: none;
    }
    /* On paper a link is worth its whole address. */
    .article a[href^="http"]::after {
      content: " (" attr(href) ")";
    }
    .article a[data-address]::after {
      content: " (" attr(data-address) ")";
    }
    .article a:is([href^="http"], [data-address])::after {
      display: inline-block;
      padding-inline-start: 0.3em;
      font-size: 9pt;
      overflow-wrap: anywhere;
    }
    .steps > li {
      padding: 5px 0;
    }
    .points > li::before {
      top: 11px;
    }
    .otherwise {
      border: 1px solid var(--control);
    }
    /* Its ground, which paper has not, kept it apart from the words around. */
    .article code {
      padding: 0;
    }
    .steps > li,
    .points > li,
    .otherwise {
      break-inside: avoid;
    }
    .steps > li:first-child {
      break-after: avoid;
    }
    .steps > li:last-child {
      break-before: avoid;
    }
    h2,
    h3,
    summary {
      break-after: avoid;
    }
  }
`;
