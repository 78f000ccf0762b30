/** Begins `work` only when all that was asked for before is done: nothing overtakes. `work` must not reject. */
export function inTurn<Input extends unknown[]>(
  work: (...input: Input) => Promise<void>,
): (...input: Input) => Promise<void> {
  let last = Promise.resolve();
  return (...input) => (last = last.then(() => work(...input)));
}
