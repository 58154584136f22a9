import { describe, expect, it } from 'vitest';
import { clockOf, fittingClock, t1Of } from '../../src/diagnosis/facts/clocks.ts';
import { Message } from '../../src/sip/message.ts';

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
] as const)('%d s at 100 Trying fits %s', (seconds, clock) => {
  expect(clockOf(seconds * 1e6)).toBe(clock);
});

describe('a clock', () => {
  it('is told with its bounds and who keeps it', () => {
    expect(fittingClock('ack', 32_050_000, 'bob')).toEqual({
      clock: 'ack-wait',
      gapUs: 32_050_000,
      from: 30,
      to: 36,
      holder: 'bob',
    });
  });

  it('counts in T1 where the trace shows another one', () => {
    expect(fittingClock('ack', 6_400_000, 'bob')).toBeNull();
    expect(fittingClock('ack', 6_400_000, 'bob', { t1: 0.1 })?.clock).toBe('ack-wait');
    expect(fittingClock('ack', 32_000_000, 'bob', { t1: 0.1 })).toBeNull();
  });

  it('runs only in its own wait', () => {
    expect(fittingClock('prack', 32_000_000, 'bob')?.clock).toBe('prack-wait');
    expect(fittingClock('trying', 32_000_000, 'bob')?.clock).toBe('transaction-timeout');
  });

  it('may have no upper bound, which JSON cannot say', () => {
    expect(fittingClock('trying', 200e6, 'proxy')).toMatchObject({ from: 178, to: null });
  });

  it.each([
    [1768, true], // 1800 s less 32 s: who does not refresh acts before
    [1800, true],
    [1760, false],
    [900, false],
  ] as const)('of a session of 1800 s: %d s fit: %s', (seconds, fits) => {
    const clock = fittingClock('session', seconds * 1e6, 'alice', { session: 1800 });
    expect(clock !== null).toBe(fits);
  });

  it('of a session that is not known fits nothing', () => {
    expect(fittingClock('session', 1800e6, 'alice')).toBeNull();
  });
});

describe('T1', () => {
  const at = (time: number): Message => {
    const message = new Message(new Uint8Array(0), 0, 0);
    message.time = time;
    return message;
  };

  it.each([
    [500_000, 0.5],
    [512_000, 0.5],
    [100_000, 0.1],
    [1_000_000, 1],
    [20_000, 0.5],
    [30_000_000, 0.5],
  ] as const)('is shown by the first gap: %d µs → %d s', (gap, t1) => {
    expect(t1Of(at(0), [at(gap)])).toBeCloseTo(t1, 6);
  });

  it('is the default without a copy', () => {
    expect(t1Of(at(0), [])).toBe(0.5);
  });
});
