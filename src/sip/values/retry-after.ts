import { parseParams } from './params.ts';
import { capped, decimal } from './text.ts';

/** Retry-After (RFC 3261 §20.33). */
export interface RetryAfter {
  readonly seconds: number;
  /** '' when absent. */
  readonly comment: string;
  /** s; how long the callee will then be reachable, null when not said. */
  readonly duration: number | null;
}

const MAX_DELTA = 2 ** 32 - 1;

/** `18000;duration=3600`, `120 (in a meeting)`; null when no number of seconds leads. */
export function parseRetryAfter(value: string): RetryAfter | null {
  const text = capped(value.trim());
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  const seconds = decimal(digits, MAX_DELTA);
  if (seconds === null) return null;
  const rest = text.slice(digits.length);
  const open = rest.indexOf('(');
  const close = open < 0 ? -1 : rest.lastIndexOf(')');
  const tail = close < 0 ? rest : rest.slice(close + 1);
  const duration = parseParams(tail.trim()).get('duration');
  return {
    seconds,
    comment: close < 0 ? '' : rest.slice(open + 1, close).trim(),
    duration: duration === undefined ? null : decimal(duration, MAX_DELTA),
  };
}
