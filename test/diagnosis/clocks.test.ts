import { expect, it } from 'vitest';
import { clockOf } from '../../src/diagnosis/facts/clocks.ts';

it.each([
  [2.9, 'none'],
  [3, 'short-failover'],
  [10.4, 'short-failover'],
  [20, 'none'],
  [27.9, 'none'],
  [28, 'transaction-timeout'],
  [30, 'transaction-timeout'],
  [32.01, 'transaction-timeout'],
  [34.1, 'none'],
  [120, 'provisional-then-stall'],
  [126, 'none'],
  [178, 'timer-c'],
  [3600, 'timer-c'],
  [Number.NaN, 'none'],
] as const)('%d s fits %s', (seconds, clock) => {
  expect(clockOf(seconds * 1e6)).toBe(clock);
});
