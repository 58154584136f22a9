import type { Visitor, VisitorTry } from './visitors.ts';
import { densest } from '../facts/window.ts';
import type { Thresholds } from '../thresholds.ts';

const MINUTE = 60_000_000;
const TEN_MINUTES = 10 * MINUTE;
/** Codes by which credentials are refused. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 407]);

/** Passwords that somebody tried for one user. */
export interface Guessing {
  readonly visitor: Visitor;
  readonly username: string;
  /** Of the busiest window, oldest first; never empty. */
  readonly window: readonly [VisitorTry, ...VisitorTry[]];
  readonly total: number;
  /** When the last one was tried, µs. */
  readonly last: number;
}

/**
 * Runs of refused credentials for one user from one address. A device with a wrong password repeats one registration
 * under one Call-ID; who guesses begins a new one for most tries.
 */
export function guessings(
  visitors: Iterable<Visitor>,
  { 'bruteforce.perMinute': perMinute, 'bruteforce.perTenMinutes': perTenMinutes }: Thresholds,
): Guessing[] {
  return [...visitors].flatMap((visitor) => {
    const byUser = new Map<string, VisitorTry[]>();
    for (const one of visitor.tries) {
      if (one.username === null || !REFUSED.has(one.code)) continue;
      const same = byUser.get(one.username);
      if (same === undefined) byUser.set(one.username, [one]);
      else same.push(one);
    }
    return [...byUser].flatMap(([username, tries]) => {
      const sorted = tries.sort((a, b) => a.time - b.time);
      const minute = densest(sorted, MINUTE, (one) => one);
      const longer = densest(sorted, TEN_MINUTES, (one) => one);
      const window = minute.length >= perMinute ? minute : longer;
      const enough = minute.length >= perMinute || longer.length >= perTenMinutes;
      const attempts = new Set(window.map(({ callId }) => callId)).size;
      const [first, ...rest] = window;
      if (first === undefined || !enough || 2 * attempts < window.length) return [];
      const last = (sorted.at(-1) as VisitorTry).time;
      return [{ visitor, username, window: [first, ...rest], total: sorted.length, last }];
    });
  });
}
