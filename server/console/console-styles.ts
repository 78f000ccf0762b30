const css = String.raw;

const signIn = css`
  .sign-in {
    display: grid;
    gap: 8px;
    justify-items: start;
    max-width: 440px;
    margin-top: 24px;
  }
  .sign-in p {
    margin: 0;
  }
  .sign-in + .sign-in {
    padding-top: 24px;
    border-top: 1px solid var(--line);
  }
  .mend {
    font-weight: 600;
  }
`;

const frame = css`
  & {
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;

    h1 {
      font-size: 20px;
      line-height: 28px;
    }
    h2 {
      font-size: 14px;
      line-height: 20px;
    }
    button,
    .button {
      min-height: 32px;
      padding: 5px 12px;
    }
    button.link {
      min-height: 24px;
      padding: 0;
    }
    input:not([type="checkbox"]),
    select {
      width: 100%;
      min-height: 32px;
      padding: 5px 8px;
      background: var(--bg);
      border: 1px solid var(--control);
      border-radius: var(--radius-small);
    }
    .muted {
      color: var(--muted);
    }
    .critical {
      color: var(--critical);
    }
    .nowrap {
      white-space: nowrap;
    }
    .right {
      text-align: end;
    }
    .mark {
      padding: 0 4px;
      border: 1px solid var(--line);
      border-radius: 3px;
      font-size: 13px;
      font-weight: 400;
      line-height: 18px;
      color: var(--muted);
    }
    .text,
    .quote {
      white-space: pre-line;
    }
    .choice {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 32px;
      font-weight: 400;
    }
    .choice input,
    .filter input {
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--accent);
    }
  }

  .top {
    display: flex;
    align-items: center;
    gap: 20px;
    min-height: 48px;
    padding: 0 16px;
    border-bottom: 1px solid var(--line);
  }
  .top nav {
    display: flex;
    gap: 20px;
    align-self: stretch;
  }
  .top nav a {
    display: flex;
    align-items: center;
    color: var(--muted);
    text-decoration: none;
  }
  .top nav a:hover {
    color: var(--text);
  }
  .top nav a[aria-current] {
    color: var(--text);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--accent);
  }
  .top .search {
    width: 264px;
    margin-inline-start: auto;
  }
  .me {
    position: relative;
    color: var(--muted);
  }
  .me > summary {
    padding: 6px 0;
    white-space: nowrap;
  }
  .me-menu {
    position: absolute;
    z-index: 2;
    inset-inline-end: 0;
    top: 40px;
    display: grid;
    gap: 12px;
    width: 248px;
    padding: 16px;
    background: var(--bg);
    border: 1px solid var(--control);
    border-radius: var(--radius-small);
  }
  .me-menu label {
    font-weight: 400;
    font-size: 13px;
  }
  .me-menu select {
    margin-bottom: 8px;
  }
  .nothing {
    padding: 48px 16px;
    max-width: 560px;
  }
  .nothing h2 {
    font-size: 20px;
    line-height: 28px;
  }
  .nothing p {
    margin-top: 8px;
    max-width: 56ch;
    color: var(--muted);
  }
  dialog {
    padding: 24px;
    width: min(400px, calc(100vw - 32px));
    color: var(--text);
    background: var(--bg);
    border: 1px solid var(--control);
    border-radius: var(--radius);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog form,
  dialog .choice {
    margin-top: 16px;
  }
`;

/** Leaves no room for a column. Removing its cells would not: the groups' heads span all eight. */
function goneColumn(position: string, column: string): string {
  return css`
    ${column} {
      width: 0;
    }
    .queue tr:not(.group) > :nth-child(${position}) {
      padding: 0;
      visibility: hidden;
    }
  `;
}

const queue = css`
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .list {
    container: list / inline-size;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .filters {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 20px;
    min-height: 44px;
    padding: 0 16px;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  .views {
    display: flex;
    gap: 16px;
    overflow-x: auto;
  }
  .views a {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 44px;
    color: var(--muted);
    text-decoration: none;
  }
  .views a:hover {
    color: var(--text);
  }
  .views a[aria-current] {
    color: var(--text);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--text);
  }
  .filters .selects {
    display: flex;
    gap: 12px;
    min-width: 0;
    margin-inline-start: auto;
  }
  .filters select {
    min-width: 0;
    width: auto;
    padding: 0;
    max-width: 176px;
    border: 0;
    background: none;
    color: var(--muted);
  }
  .filters select option {
    background: var(--bg);
    color: var(--text);
  }
  .list-body {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .fresh {
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    justify-content: flex-start;
    width: 100%;
    padding: 0 16px;
    border: 0;
    border-bottom: 1px solid var(--line);
    border-radius: 0;
    background: var(--subtle);
    color: var(--accent);
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 8px 16px;
  }
  .queue {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    overflow-wrap: normal;
  }
  .queue th,
  .queue td {
    height: 36px;
    padding: 0 8px;
    overflow: clip; /* a hidden overflow would scroll sideways to the focus */
    border-bottom: 1px solid var(--line);
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .queue tr > :first-child {
    padding: 0 0 0 16px;
  }
  .queue tr > :last-child {
    padding-inline-end: 16px;
    text-align: end;
  }
  .queue tr > :nth-child(2) {
    padding-inline-end: 0;
    overflow: visible;
  }
  .queue abbr {
    text-decoration: none;
  }
  .queue thead th {
    height: 32px;
    font-size: 13px;
    font-weight: 400;
    color: var(--muted);
  }
  .queue .group th {
    height: 32px;
    padding-inline-start: 16px;
    background: var(--subtle);
    font-size: 13px;
    text-align: start;
  }
  .queue .group th span {
    margin-inline-start: 6px;
    font-weight: 400;
    color: var(--muted);
  }
  .queue tr[data-key] {
    position: relative;
  }
  .queue tr[data-key]:hover,
  .queue tr.open {
    background: var(--subtle);
  }
  .queue tr.open {
    box-shadow: inset 3px 0 var(--accent);
  }
  .queue tr:has(a:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  /* Causes differ in their last words ("certificate expired", "certificate changed"): none is cut. */
  .queue td.what {
    padding-block: 3px;
    line-height: 18px;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .queue .what a {
    color: inherit;
    text-decoration: none;
    outline: none;
  }
  /* The whole row opens the ticket. */
  .queue .what a::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  .queue .state.critical {
    font-weight: 600;
  }
  .queue .unread .what {
    font-weight: 600;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    border: 4px solid var(--accent);
    border-radius: 50%;
  }
  .sev {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-weight: 600;
  }
  .sev.s1 {
    color: var(--critical);
  }
  .sev.s2 {
    color: var(--major);
  }
  .sev:is(.s3, .s4) {
    font-weight: 400;
    color: var(--muted);
  }
  /* Where the person's own colours replace ours, backgrounds and shadows are gone. */
  @media (forced-colors: active) {
    :is(.top nav, .views) a[aria-current] {
      text-decoration: underline;
    }
    .queue tr.open {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
  .c-dot {
    width: 28px;
  }
  .c-sev {
    width: 52px;
  }
  .c-key {
    width: 80px;
  }
  .c-customer {
    width: 148px;
  }
  .c-region {
    width: 96px;
  }
  .c-needed {
    width: 156px;
  }
  .c-clock {
    width: 148px;
  }
  .legend {
    padding: 8px 16px;
  }
  .pages {
    display: flex;
    gap: 16px;
    align-items: center;
    padding: 12px 16px;
  }
  .keys:not([hidden]) {
    display: flex;
    flex: none;
    gap: 16px;
    align-items: center;
    height: 36px;
    padding: 0 16px;
    border-top: 1px solid var(--line);
    font-size: 13px;
    color: var(--muted);
    white-space: nowrap;
  }
  .choose {
    padding: 20px 24px;
  }
  @container list (max-width: 860px) {
    ${goneColumn("6", ".c-region")}
  }
  @container list (max-width: 700px) {
    ${goneColumn("5", ".c-customer")}
  }
  @container list (max-width: 560px) {
    ${goneColumn("3", ".c-key")}
    ${goneColumn("7", ".c-needed")}
    .queue td {
      height: 44px;
    }
    .keys:not([hidden]) {
      display: none;
    }
  }

  @media (min-width: 1100px) {
    &.console-desk {
      display: flex;
      flex-direction: column;
      height: 100dvh;
    }
    &.console-desk .top {
      flex: none;
    }
    .desk {
      flex: 1;
      min-height: 0;
      grid-template-columns: minmax(0, 1fr) clamp(456px, 37%, 600px);
    }
    .desk .list {
      border-inline-end: 1px solid var(--line);
    }
    .desk .ticket-pane {
      overflow-y: auto;
    }
    /* "Send reply" stays in sight. */
    .desk .reply textarea {
      max-height: min(320px, 30dvh);
    }
    .desk .when-alone {
      display: none;
    }
  }
  @media (max-width: 1099px) {
    .when-beside,
    .choose,
    .desk.has-ticket .list {
      display: none;
    }
  }
`;

const ticket = css`
  .ticket-pane {
    min-width: 0;
  }
  .alone .ticket-pane,
  .desk.has-ticket .ticket-pane {
    max-width: 1280px;
    width: 100%;
    margin: 0 auto;
    padding: 0 24px 48px;
  }
  .ticket {
    padding-top: 16px;
    min-width: 0;
  }
  .side {
    padding-top: 16px;
    min-width: 0;
  }
  .done:not(:empty) {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-bottom: 8px;
    color: var(--ok);
  }
  .done:empty {
    display: none;
  }
  .ticket-line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    color: var(--muted);
  }
  .ticket-line .end {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-inline-start: auto;
  }
  .ticket-line :is(a, button.link) {
    text-decoration: none;
  }
  .ticket-line :is(a, button.link):hover {
    text-decoration: underline;
  }
  .ticket h1 {
    margin-top: 4px;
  }
  .alone .ticket h1 {
    font-size: 25px;
    line-height: 32px;
  }
  .clocks {
    display: grid;
    grid-template-columns: repeat(4, auto);
    justify-content: space-between;
    gap: 0 16px;
    margin-top: 12px;
    padding: 12px 0;
    border-block: 1px solid var(--line);
  }
  /* Label, value and note stand on common lines, also where a label needs two. */
  .clocks > div {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
  }
  .clocks dt {
    align-self: end;
  }
  .clocks .sev {
    vertical-align: top;
  }
  .clocks dt {
    font-size: 13px;
    color: var(--muted);
  }
  .clocks dd {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .clocks .plain {
    font-weight: 400;
    color: var(--muted);
  }
  .clocks dd + dd {
    font-size: 13px;
    font-weight: 400;
    line-height: 20px;
    color: var(--muted);
  }
  .clocks .hot {
    color: var(--critical);
  }
  .finding {
    margin-top: 16px;
    padding-inline-start: 13px;
    border-inline-start: 3px solid var(--text);
  }
  .finding .say {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .finding .proof {
    margin-top: 4px;
    color: var(--muted);
  }
  .finding .proof:empty {
    display: none;
  }
  .finding .proof b {
    color: var(--text);
  }
  .pairs {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    gap: 4px 12px;
    margin-top: 8px;
  }
  .pairs dt {
    color: var(--muted);
  }
  .pairs.told {
    grid-template-columns: 48px minmax(0, 1fr);
    margin: 12px 0 0 16px;
  }
  .pairs.stated {
    grid-template-columns: 184px minmax(0, 1fr);
  }
  .message {
    margin-top: 12px;
    padding-inline-start: 13px;
    border-inline-start: 3px solid var(--line);
  }
  .message.agent {
    border-color: var(--accent);
  }
  .message.internal {
    border-inline-start-style: dashed;
    border-color: var(--control);
  }
  .thread:has(.message) {
    margin-top: 8px;
  }
  .reply {
    margin-top: 20px;
  }
  .reply header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    margin-bottom: 4px;
  }
  .reply textarea {
    line-height: 22px;
    padding: 8px 12px;
    field-sizing: content;
    min-height: 132px;
    max-height: 60dvh;
  }
  .read-in {
    margin-inline-start: auto;
  }
  .read-in[open] {
    flex: 1 0 100%;
  }
  .read-in > summary {
    width: fit-content;
    margin-inline-start: auto;
    color: var(--accent);
  }
  .read-in > .text {
    margin: 8px 0;
    padding: 8px 12px;
    background: var(--subtle);
    border-radius: var(--radius-small);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-top: 8px;
  }
  .acts select {
    flex: 1 1 160px;
    min-width: 0;
    max-width: 344px;
  }
  #reply-to {
    margin-top: 8px;
  }
  .note {
    margin-top: 12px;
  }
  .note > summary {
    width: fit-content;
    padding: 2px 0;
    color: var(--accent);
  }
  .note label {
    margin: 4px 0;
    font-weight: 400;
  }
  .note textarea {
    border-style: dashed;
    padding: 8px 12px;
  }
  .part {
    margin-top: 28px;
  }
  .side .part:first-child {
    margin-top: 0;
  }
  .part > header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
    padding-bottom: 4px;
    border-bottom: 1px solid var(--line);
  }
  .part > header .end {
    margin-inline-start: auto;
  }
  .part > p:not(.done),
  .part > ul {
    margin-top: 8px;
  }
  .part > header .filter {
    display: flex;
    gap: 8px;
    align-items: center;
    font-weight: 400;
    color: var(--accent);
  }
  .part > p + .events {
    margin-top: 8px;
  }
  .events {
    width: 100%;
    border-collapse: collapse;
  }
  .events td {
    height: 28px;
    padding: 4px 12px 4px 0;
    vertical-align: top;
  }
  .events td:nth-child(1) {
    width: 72px;
    color: var(--muted);
  }
  .events td:nth-child(2) {
    width: 72px;
    color: var(--muted);
  }
  .events td:last-child {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
    color: var(--muted);
  }
  .events .failed td:is(:nth-child(2), :last-child) {
    font-weight: 600;
    color: var(--critical);
  }
  .events .failed td:nth-child(3) {
    font-weight: 600;
  }
  .events .warned td:is(:nth-child(2), :last-child) {
    font-weight: 600;
    color: var(--minor);
  }
  .events .gap td {
    font-size: 13px;
    color: var(--muted);
  }
  .events .cut td {
    border-top: 1px solid var(--line);
  }
  .part:has(#only-failed:checked) .events tr:not(.failed) {
    display: none;
  }
  .solved {
    width: 100%;
    border-collapse: collapse;
  }
  .solved td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
  }
  .solved td:last-child {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
  .side .who {
    margin-top: 8px;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }
  .field {
    display: grid;
    gap: 4px;
    margin-top: 8px;
  }
  .field label,
  .needs-fix label {
    font-size: 13px;
    font-weight: 400;
    color: var(--muted);
  }
  .field .choice {
    font-size: 14px;
    color: var(--text);
  }
  .field > button {
    justify-self: start;
  }
  .with {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
  }
  :is(.with, .moves, .field) button {
    font-weight: 400;
  }
  .needs-fix,
  .needs-reason {
    display: grid;
    gap: 4px;
    margin-top: 8px;
  }
  @supports selector(:has(*)) {
    form:not(:has(option[value="resolved"]:checked)) .needs-fix,
    form:not(:has(option[value="cancelled"]:checked)) .needs-reason {
      display: none;
    }
  }
  .moves {
    margin-top: 8px;
  }
  #correct {
    margin-top: 12px;
  }
  #correct p,
  #another {
    margin-top: 8px;
  }
  .picks {
    margin-top: 8px;
    border: 1px solid var(--control);
    border-radius: var(--radius-small);
  }
  .picks button {
    justify-content: flex-start;
    width: 100%;
    min-height: 36px;
    border: 0;
    border-top: 1px solid var(--line);
    border-radius: 0;
    background: none;
    font-weight: 400;
    text-align: start;
  }
  .picks button:hover {
    background: var(--subtle);
  }
  .picks button:first-child {
    border-top: 0;
  }
  .log li {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: 0 8px;
    padding: 4px 0;
  }
  .seal {
    flex: none;
    background: var(--text);
    color: var(--bg);
  }
  .seal p {
    display: flex;
    gap: 8px;
    align-items: start;
    max-width: 1280px;
    margin: 0 auto;
    padding: 8px 24px;
  }
  .seal .g {
    margin-top: 2px;
  }
  .scroll {
    overflow-x: auto;
  }
  .contacts {
    width: 100%;
    margin-top: 8px;
    border-collapse: collapse;
  }
  .contacts th,
  .contacts td {
    padding: 8px 16px 8px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .contacts thead th {
    font-size: 13px;
    font-weight: 400;
    color: var(--muted);
    white-space: nowrap;
  }
  .alert {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 8px 12px;
    align-items: start;
    margin: 12px 0;
    padding: 12px 16px;
    border: 1px solid currentColor;
    border-radius: var(--radius-small);
  }
  .alert > div {
    color: var(--text);
  }
  .alert > .g {
    margin-top: 2px;
  }
  @media (min-width: 900px) {
    .alone .ticket-pane {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 312px;
      gap: 0 40px;
    }
    /* "Send reply" stays in sight. */
    .alone .reply textarea {
      max-height: 33dvh;
    }
  }
  @media (min-width: 900px) and (max-width: 1099px) {
    .desk.has-ticket .ticket-pane {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 312px;
      gap: 0 40px;
    }
  }

  @media (max-width: 760px) {
    .top {
      flex-wrap: wrap;
      gap: 0 16px;
      padding: 8px 16px 0;
    }
    .top nav {
      order: 3;
      gap: 16px;
      height: 40px;
    }
    .top .search {
      flex: 1 1 96px;
      width: auto;
    }
    .me {
      order: 4;
      margin-inline-start: auto;
    }
    .clocks {
      grid-template-columns: 1fr 1fr;
    }
    .clocks > :nth-child(n + 3) {
      margin-top: 12px;
    }
    .alone .ticket-pane,
    .desk.has-ticket .ticket-pane {
      padding-inline: 16px;
    }
    .pairs.told {
      margin-inline-start: 0;
    }
    .pairs.stated {
      grid-template-columns: 96px minmax(0, 1fr);
    }
    .events td:nth-child(2) {
      display: none;
    }
    .contacts {
      min-width: 560px;
    }
    .alert {
      grid-template-columns: 16px minmax(0, 1fr);
    }
    .alert .button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;

const sheets = css`
  .sheet {
    max-width: 1040px;
    margin: 0 auto;
    padding: 16px 24px 64px;
  }
  .sheet h1 {
    margin-top: 4px;
  }
  .rows {
    width: 100%;
    margin-top: 8px;
    border-collapse: collapse;
  }
  .rows th,
  .rows td {
    padding: 8px 16px 8px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .rows thead th {
    font-size: 13px;
    font-weight: 400;
    color: var(--muted);
    white-space: nowrap;
  }
  .rows :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .rows .right {
    text-align: end;
  }
  .sheet > .views {
    margin-top: 4px;
  }
  .part > details {
    margin-top: 12px;
  }
  .quiet {
    columns: 2 320px;
    margin-top: 8px;
  }
  .quiet li {
    padding: 4px 0;
    break-inside: avoid;
  }
  .trend {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(264px, 1fr));
    gap: 0 40px;
  }
  .counts li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }
  .part > form > p {
    margin-top: 12px;
  }
  .mail-body {
    display: block;
    width: 100%;
    height: 480px;
    margin: 16px 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  .fields {
    max-width: 560px;
    margin-top: 16px;
  }
  .fields > button {
    margin-top: 16px;
  }
  .fields .field label {
    font-size: 14px;
    font-weight: 600;
    color: var(--text);
  }
  .fields textarea {
    padding: 5px 8px;
  }
  .fields.inline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(184px, 1fr));
    gap: 0 16px;
    align-items: end;
    max-width: none;
  }
  .fields.inline > button {
    justify-self: start;
    font-weight: 400;
  }
  .snippet {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: start;
    margin-top: 8px;
  }
  .snippet pre {
    margin: 0;
    padding: 6px 12px;
    overflow-x: auto;
    background: var(--subtle);
    border-radius: var(--radius-small);
  }
  @media (max-width: 760px) {
    .sheet {
      padding-inline: 16px;
    }
    .scroll .rows.wide {
      min-width: 960px;
    }
    .scroll .rows {
      min-width: 640px;
      overflow-wrap: break-word; /* "anywhere" would cut names and addresses before it scrolls */
    }
  }
`;

/** The console's part of the one sheet; its words (`.list`, `.field`, …) are its own. */
export const consoleStyles = `${signIn}\n.console {${frame}${queue}${ticket}${sheets}}`;
