import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Prints `N passed, N failed` as the last line of a run. */
export default class ClosingLineReporter implements Reporter {
  private readonly outcomes = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== "skipped") this.outcomes.set(test.id, test.ok());
  }

  onEnd(_result: FullResult): void {
    // After every other reporter's last words.
    process.once("exit", () => {
      const passed = [...this.outcomes.values()].filter(Boolean).length;
      process.stdout.write(`\n${passed} passed, ${this.outcomes.size - passed} failed\n`);
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}
