const css = String.raw;

export const statusStyles = css`
  .verdict {
    padding-top: 48px;
  }
  .verdict h1 {
    display: flex;
    gap: 16px;
    align-items: flex-start;
  }
  .verdict h1 .g {
    width: 28px;
    height: 28px;
    margin-top: 2px;
  }
  .verdict p,
  .checked {
    margin-top: 8px;
    max-width: 64ch;
  }
  .block {
    margin-top: 48px;
  }
  .block > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
  }
  .block > header form {
    display: flex;
    gap: 8px;
  }
  .block > header :is(select, button) {
    width: auto;
    min-height: 36px;
    padding: 4px 12px;
    font-size: 14px;
  }
  .block .how {
    margin-top: 4px;
  }

  .entries {
    margin-top: 8px;
    border-bottom: 1px solid var(--line);
  }
  .entries > li {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 0 24px;
    padding: 16px 0;
    border-top: 1px solid var(--line);
    scroll-margin-top: 16px;
  }
  .entries > li > .state {
    align-self: start;
    white-space: normal;
  }
  .entries > li:target {
    box-shadow:
      -16px 0 var(--bg),
      -19px 0 var(--text);
  }
  .entries time {
    color: var(--muted);
  }
  .entries h3 {
    line-height: 26px;
  }
  .entries p {
    max-width: 62ch;
  }
  .incident {
    margin-top: 16px;
    scroll-margin-top: 16px;
  }
  .entries details {
    margin-top: 4px;
    font-size: 15px;
    line-height: 24px;
  }
  .entries summary {
    display: list-item;
    color: var(--accent);
  }
  .entries details li {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    padding-top: 8px;
  }

  .services {
    margin-top: 12px;
  }
  .services > li {
    display: grid;
    grid-template:
      "name said now" auto
      "days days days" auto
      "told told told" auto / auto minmax(0, 1fr) auto;
    gap: 0 12px;
    padding: 12px 0;
    border-top: 1px solid var(--line);
    line-height: 24px;
  }
  .services > li:last-child {
    border-bottom: 1px solid var(--line);
  }
  .services .now {
    grid-area: now;
  }
  .services .said {
    grid-area: said;
  }
  .services noscript {
    grid-area: told;
  }
  .said {
    font-size: 14px;
    line-height: 24px;
    font-weight: 400;
    color: var(--muted);
  }
  h3 .said {
    margin-inline-start: 8px;
  }
  .said[data-asked],
  .said b {
    color: var(--text);
  }
  .days {
    grid-area: days;
    display: flex;
    align-items: flex-end;
    height: 36px;
    margin-top: 4px;
    padding-top: 4px;
    touch-action: pan-y;
  }
  .days:empty {
    display: none;
  }
  .days i {
    flex: 1 1 0;
    min-width: 0;
    height: 8px;
    border-inline-end: 2px solid transparent;
    background: color-mix(in srgb, var(--ok) 60%, var(--bg)) padding-box;
  }
  .days .minor {
    height: 16px;
    background-color: var(--minor);
  }
  .days .major {
    height: 24px;
    background-color: var(--major);
  }
  .days .critical {
    height: 32px;
    background-color: var(--critical);
  }
  .days .maintenance {
    height: 16px;
    background: none;
    box-shadow: inset 0 0 0 1px var(--maintenance);
  }
  .days .unknown {
    background: none;
    box-shadow: inset 0 0 0 1px var(--unknown);
  }
  .days .asked {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .days-told {
    margin-top: 4px;
    font-size: 14px;
    line-height: 22px;
    color: var(--muted);
  }
  .days-foot {
    display: flex;
    justify-content: space-between;
    margin-top: 4px;
    font-size: 13px;
    line-height: 20px;
    color: var(--muted);
  }
  .days-foot .short {
    display: none;
  }

  @media (min-width: 920px) {
    .verdict h1 {
      margin-inline-start: -44px;
    }
  }
  @media (max-width: 640px) {
    .verdict {
      padding-top: 24px;
    }
    .verdict h1 {
      gap: 12px;
    }
    .verdict h1 .g {
      width: 22px;
      height: 22px;
      margin-top: 5px;
    }
    .block {
      margin-top: 40px;
    }
    .block > header form {
      width: 100%;
    }
    .block > header :is(select, button) {
      min-height: 44px;
    }
    .block > header select {
      flex: 1;
      min-width: 0;
    }
    .entries > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .services > li {
      grid-template:
        "name now" auto
        "said said" minmax(24px, auto)
        "days days" auto
        "told told" auto / minmax(0, 1fr) auto;
    }
    .days i:not(:nth-last-child(-n + 30)),
    .days-foot .long {
      display: none;
    }
    .days-foot .short {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .days i {
      forced-color-adjust: none;
    }
  }
`;
