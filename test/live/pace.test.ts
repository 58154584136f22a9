import { describe, expect, test } from 'vitest';
import { SourceHorizon } from '../../src/live/horizon.ts';
import { Pace } from '../../src/live/pace.ts';

const S = 1e6;
const spanOf = (last: number) => [{ first: 0, last }];
const until = (horizon: SourceHorizon, last: number): number | undefined =>
  horizon.covers(spanOf(last)).at(-1)?.last;

describe('the pace of a source', () => {
  test('is that of a live one when times arrive at once, or with a steady delay', () => {
    const prompt = new Pace();
    prompt.add(100 * S, 99 * S, 1000);
    expect(prompt.isLive).toBe(true);
    const skewed = new Pace();
    skewed.add(5000 * S, 99 * S, 1000);
    expect(skewed.isLive).toBe(false);
    skewed.add(5003 * S, 101 * S, 1500);
    expect(skewed.isLive).toBe(true);
    expect(skewed.jitter).toBe(1 * S);
  });

  test('is not, when what happened long ago is copied, or blocks are held back', () => {
    const copied = new Pace();
    for (let at = 0; at < 10; at += 1) copied.add((5000 + at) * S, at * 60 * S, 1000 + at);
    expect(copied.isLive).toBe(false);
    const blocks = new Pace();
    blocks.add(100 * S, 99 * S, 8192);
    expect(blocks.isLive).toBe(false);
    blocks.ends(8200);
    expect(blocks.isLive).toBe(true);
  });
});

describe('the horizon of a source', () => {
  test('goes on while it is looked at, and not beyond the last look', () => {
    const horizon = new SourceHorizon();
    horizon.moved(100 * S, 100 * S, 1000);
    for (let now = 101; now <= 110; now += 1) horizon.waited(now * S);
    expect(until(horizon, 100 * S)).toBe(110 * S);
  });

  test('does not count the time in which the machine slept', () => {
    const horizon = new SourceHorizon();
    horizon.moved(100 * S, 100 * S, 1000);
    horizon.waited(4000 * S);
    expect(until(horizon, 100 * S)).toBe(105 * S);
  });

  test('is behind by what the delays differ', () => {
    const horizon = new SourceHorizon();
    horizon.moved(100 * S, 100 * S, 1000);
    horizon.moved(113 * S, 110 * S, 1100);
    for (let now = 114; now <= 123; now += 1) horizon.waited(now * S);
    expect(until(horizon, 110 * S)).toBe(117 * S);
  });

  test('ends after five minutes of silence', () => {
    const horizon = new SourceHorizon();
    horizon.moved(0, 0, 1000);
    for (let now = 1; now <= 1000; now += 1) horizon.waited(now * S);
    expect(until(horizon, 0)).toBe(300 * S);
    expect(horizon.isStalled).toBe(true);
  });

  test('of a log goes on with rows that hold no message', () => {
    const horizon = new SourceHorizon();
    horizon.moved(100 * S, 100 * S, 1000);
    horizon.moved(104 * S, 100 * S, 1234);
    expect(until(horizon, 100 * S)).toBe(104 * S);
  });
});
