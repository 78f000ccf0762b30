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

/** The console's part of the one sheet. */
export const consoleStyles = [signIn].join("\n");
