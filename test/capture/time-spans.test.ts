import { describe, expect, it } from 'vitest';
import { TimeSpans } from '../../src/capture/time-spans.ts';

const DAY = 86_400_000_000;

function spansOf(...days: number[]): [number, number][] {
  const spans = new TimeSpans();
  for (const day of days) spans.add(day * DAY);
  return spans.list.map(({ first, last }) => [first / DAY, last / DAY]);
}

describe('the times in which a source was on', () => {
  it('are one from first to last packet, in whatever order they stand', () => {
    expect(spansOf(1.2, 1, 1.9, 2.8)).toEqual([[1, 2.8]]);
  });

  it('are several where there was nothing for more than a day', () => {
    expect(spansOf(1, 1.5, 2000, 2000.5, 1.7)).toEqual([
      [1, 1.7],
      [2000, 2000.5],
    ]);
    expect(spansOf(2000, 1, 2000.5)).toEqual([
      [1, 1],
      [2000, 2000.5],
    ]);
  });

  it('grow together again', () => {
    expect(spansOf(1, 3, 2)).toEqual([[1, 3]]);
  });

  it('tell first and last of all, and nothing of nothing', () => {
    const spans = new TimeSpans();
    expect([spans.first, spans.last]).toEqual([Number.NaN, Number.NaN]);
    for (const day of [2000, 1]) spans.add(day * DAY);
    expect([spans.first, spans.last]).toEqual([DAY, 2000 * DAY]);
  });

  it('are bounded by whatever clock', () => {
    const spans = new TimeSpans();
    for (let day = 0; day < 10_000; day += 2) spans.add(day * DAY);
    expect(spans.list.length).toBeLessThanOrEqual(64);
    expect(spans.last).toBe(9998 * DAY);
  });
});
