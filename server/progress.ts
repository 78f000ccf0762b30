/** A person who waits more than a second is told for what. Everything goes to stderr; stdout stays clean. */
export async function sayIfSlow<Result>(what: string, wait: Promise<Result>): Promise<Result> {
  const timer = setTimeout(() => process.stderr.write(`${what}\n`), 1_000);
  try {
    return await wait;
  } finally {
    clearTimeout(timer);
  }
}
