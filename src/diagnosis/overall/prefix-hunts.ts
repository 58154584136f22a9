import { densest } from '../facts/window.ts';
import type { VisitorTry } from './visitors.ts';

const TEN_MINUTES = 600_000_000;
/** Digits at the end that make a subscriber's number, whatever stands before. */
const SAME = 9;
const NUMBER = /^(\+?[\d*#]*)(\d{9})$/;

/** One number that was dialled in vain with prefix after prefix. */
export interface PrefixHunt {
  /** Its last nine digits. */
  readonly number: string;
  readonly prefixes: readonly string[];
  /** The busiest ten minutes, oldest first; never empty. */
  readonly window: readonly [VisitorTry, ...VisitorTry[]];
}

/** The numbers that one address dialled in vain with so many prefixes within ten minutes. */
export function prefixHunts(tries: readonly VisitorTry[], fewest: number): PrefixHunt[] {
  return [...numbersOf(tries)].flatMap(([number, dialled]) => {
    const sorted = dialled.sort((a, b) => a.time - b.time);
    const [first, ...rest] = densest(sorted, TEN_MINUTES, prefixOf);
    if (first === undefined) return [];
    const prefixes = [...new Set([first, ...rest].map(prefixOf))];
    return prefixes.length < fewest ? [] : [{ number, prefixes, window: [first, ...rest] }];
  });
}

/** What was dialled, by the number that it ends in. */
function numbersOf(tries: readonly VisitorTry[]): Map<string, VisitorTry[]> {
  const numbers = new Map<string, VisitorTry[]>();
  for (const one of tries) {
    if (one.method !== 'INVITE' || !NUMBER.test(one.user)) continue;
    const number = one.user.slice(-SAME);
    const same = numbers.get(number);
    if (same === undefined) numbers.set(number, [one]);
    else same.push(one);
  }
  return numbers;
}

function prefixOf({ user }: VisitorTry): string {
  return user.slice(0, -SAME);
}
