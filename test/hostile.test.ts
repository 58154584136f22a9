/** Attacks on memory and time: bounded, reported, and in proportion to the input. */
import { describe, expect, it } from 'vitest';
import { costOf, growsLinearly } from './hostile/cost.ts';
import { HOSTILE_LIMITS, HOSTILE_TIMEOUT } from './hostile/limits.ts';
import { HOSTILE_SHAPES } from './hostile/shapes/index.ts';
import { HUGE_LENGTHS } from './hostile/shapes/lengths.ts';
import { analysed } from './shapes/analysed.ts';

describe('shapes that grow', () => {
  it('all have limits', () => {
    expect(Object.keys(HOSTILE_LIMITS).toSorted()).toEqual(
      HOSTILE_SHAPES.map(({ id }) => id).toSorted(),
    );
  });

  describe.concurrent('each in a process of its own', () => {
    it.each(Object.entries(HOSTILE_LIMITS))(
      '%s',
      async (id, limit) => {
        const { count, peakMb, messages, unread } = limit;
        const asked = { id, ...limit };
        let cost = await costOf(asked);
        // A busy machine blurs even processor time: what is not linear is so twice.
        if (!growsLinearly(cost)) cost = await costOf(asked);
        expect(growsLinearly(cost), `${cost.halfMs} ms became ${cost.wholeMs} ms`).toBe(true);
        expect(cost.peakMb).toBeLessThan(peakMb);
        expect(cost.messages).toBe(messages ? count : 0);
        expect(cost.unread).toEqual(expect.arrayContaining([...unread]));
      },
      HOSTILE_TIMEOUT,
    );
  });
});

describe('4 GB', () => {
  it.each(Object.entries(HUGE_LENGTHS))('%s', (_, { file, messages, unread }) => {
    const before = process.memoryUsage().arrayBuffers;
    const report = analysed(file, [50, 200]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 << 20);
    expect(report.totals.messages).toBe(messages);
    expect(report.sources[0]?.unread.map(({ reason }) => reason)).toEqual(unread);
  });
});
