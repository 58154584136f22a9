import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a run with one plain line, `N passed, N failed`, that people and scripts can read. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const skipped = count.skipped + count.pending;
    const line = `${count.passed} passed, ${count.failed} failed`;
    console.log(skipped === 0 ? line : `${line}, ${skipped} skipped`);
  }
}
