const css = String.raw;

/** Under an article: one question, and what follows from a no. */
export const feedbackStyles = css`
  .feedback {
    margin-top: 48px;
    padding-top: 24px;
    border-top: 1px solid var(--line);
    scroll-margin-top: 16px;
  }
  .again + .feedback {
    margin-top: 24px;
  }
  .feedback h2 {
    margin: 0 0 12px;
    font-size: 16px;
    line-height: 24px;
  }
  /* Beside the "No" that opens below both. */
  .feedback > form {
    float: inline-start;
    margin-inline-end: 8px;
  }
  .feedback :is(button, .button) {
    min-width: 72px;
  }
  .article .feedback details {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .feedback summary {
    padding: 8px 16px;
    list-style: none;
    font-weight: 600;
  }
  .feedback summary::-webkit-details-marker {
    display: none;
  }
  .feedback summary::before {
    content: none;
  }
  .feedback [open] > summary {
    border-color: var(--text);
    box-shadow: inset 0 0 0 1px var(--text);
  }
  .improve {
    clear: both;
    display: grid;
    gap: 24px;
    padding-top: 24px;
  }
  .improve legend {
    margin-bottom: 8px;
  }
  .improve .small {
    font-weight: 400;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chips label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 6px 16px 6px 12px;
    border: 1px solid var(--control);
    border-radius: 22px;
    font-size: 15px;
    font-weight: 400;
    line-height: 22px;
    cursor: pointer;
  }
  .chips label:hover {
    border-color: var(--text);
  }
  .chips label:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .chips input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  .improve .field {
    display: grid;
    gap: 4px;
  }
  .feedback .mend {
    margin-bottom: 8px;
    font-weight: 600;
  }
  .feedback [role="status"]:not(:empty) {
    clear: both;
    padding-top: 16px;
  }
  .feedback p:focus {
    outline: 0;
  }
  @media print {
    .feedback {
      display: none;
    }
  }
`;
