import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../../src/diagnosis/incidents/histogram.ts';
import { timeOrderOf } from '../../../src/diagnosis/incidents/time-order.ts';

const S = 1e6;

describe('the histogram of an incident', () => {
  it('shows its time and as much before and after, in bars of a round width', () => {
    const attempts = Array.from({ length: 7200 }, (_, second) => second * S);
    const affected = attempts.filter((time) => time >= 3000 * S && time < 3900 * S);
    const bars = histogramOf(affected, attempts) ?? expect.fail('none');
    expect(bars).toMatchObject({ start: 2100 * S, stepSeconds: 60 });
    expect(bars.affected).toHaveLength(45);
    expect(bars.affected.slice(14, 16)).toEqual([0, 60]);
    expect(bars.attempts.every((count, at) => count === 60 || at === 44)).toBe(true);
  });

  it('has sixty bars at most, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8e15 }), { minLength: 1 }), (times) => {
        const all = times.toSorted((a, b) => a - b);
        const bars = histogramOf([all[0] as number], all) ?? expect.fail('none');
        expect(bars.attempts.length).toBeLessThanOrEqual(60);
        expect(bars.affected.reduce((a, b) => a + b, 0)).toBe(
          all[0] === all[1] ? 1 : bars.affected[0],
        );
        const whole = histogramOf(all, all) ?? expect.fail('none');
        expect(whole.attempts.reduce((a, b) => a + b, 0)).toBe(all.length);
        expect(whole.attempts.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('the order of time', () => {
  it('is that of comparing, with those without a clock behind', () => {
    const time = fc.oneof(fc.integer({ min: -5e15, max: 8e15 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const { order, times: sorted } = timeOrderOf(Float64Array.from(times));
        const clocked = times.filter((one) => !Number.isNaN(one)).toSorted((a, b) => a - b);
        expect([...sorted]).toEqual(clocked);
        expect([...order].slice(0, clocked.length).map((at) => times[at])).toEqual(clocked);
        expect([...order].toSorted((a, b) => a - b)).toEqual(times.map((_, at) => at));
      }),
    );
  });
});
