import type { Leak } from './leaks/leak-search.ts';

/** The proof of a redaction failed: nothing is written. `reasons` name what failed without any identifier. */
export class RedactionError extends Error {
  override readonly name = 'RedactionError';
  readonly hint = 'nothing was written; without --redact the report can be read here';
  readonly reasons: readonly string[];

  constructor(what: string, reasons: readonly string[]) {
    super(`redaction is not proven: ${what}: ${reasons.slice(0, 3).join('; ')}`);
    this.reasons = reasons;
  }
}

/** An original identifier is still there. */
export function leaked(leaks: readonly Leak[]): RedactionError {
  const reasons = leaks.map(({ length, where }) => `one of ${length} characters at ${where}`);
  return new RedactionError('original identifiers are left', reasons);
}
