import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collector } from '../../src/call/collect.ts';
import { stretchesOf } from '../../src/call/stretches.ts';
import { CollectedSurroundings } from '../../src/call/surroundings.ts';

const SECOND = 1_000_000;

type Seen = readonly [first: number, last: number, ...addresses: string[]];

/** The stretch of each source, by when it was on and who was seen in it. */
function stretches(...seen: Seen[]): [number, number][] {
  const spans = seen.map(([first, last, ...addresses], source) => ({
    source,
    first: first * SECOND,
    last: last * SECOND,
    addresses: new Set(addresses),
  }));
  const found = stretchesOf(spans);
  return spans.map((span) => {
    const { first, last } = found.get(span)!;
    return [first / SECOND, last / SECOND];
  });
}

const HOUR = 3600;

describe('a stretch of capture', () => {
  it('does not reach from one file into another an hour later', () => {
    expect(stretches([0, 10, 'a'], [HOUR, HOUR + 10, 'a'])).toEqual([
      [0, 10],
      [HOUR, HOUR + 10],
    ]);
  });

  it('runs on through the files of a rotation, in whatever order they were read', () => {
    const whole = [0, 30];
    expect(stretches([20, 30, 'a'], [0, 9, 'b'], [10, 20])).toEqual([whole, whole, whole]);
  });

  it('is that of all files of one time that saw the same host', () => {
    const whole = [0, 80];
    expect(stretches([0, 60, 'a', 'b'], [10, 80, 'b', 'c'])).toEqual([whole, whole]);
  });

  it('does not reach into a file of the same time from another place', () => {
    const apart = [
      [0, 60],
      [10, 9000],
    ];
    expect(stretches([0, 60, 'a', 'b'], [10, 9000, 'c'])).toEqual(apart);
    expect(stretches([10, 9000, 'c'], [0, 60, 'a', 'b'])).toEqual([apart[1], apart[0]]);
  });

  it('joins places by a file that saw both', () => {
    const whole = [0, 90];
    expect(stretches([0, 60, 'a'], [10, 70, 'c'], [20, 90, 'c', 'a'])).toEqual([
      whole,
      whole,
      whole,
    ]);
  });
});

/** The same, pair by pair: who followed within 30 s, or went on beside one that saw the same host, is of its capture. */
function pairwise(seen: readonly Seen[]): [number, number][] {
  const groups = seen.map((_, at) => new Set([at]));
  const join = (a: number, b: number): void => {
    const whole = new Set([...groups[a]!, ...groups[b]!]);
    for (const at of whole) groups[at] = whole;
  };
  for (const [at, [first, ownLast, ...addresses]] of seen.entries()) {
    for (const [other, [before, last, ...others]] of seen.entries()) {
      const isEarlier = before < first || (before === first && last <= ownLast);
      if (!isEarlier || first - last > 30) continue;
      if (first >= last || addresses.some((one) => others.includes(one))) join(at, other);
    }
  }
  return groups.map((group) => {
    const own = [...group].map((at) => seen[at]!);
    return [Math.min(...own.map(([first]) => first)), Math.max(...own.map(([, last]) => last))];
  });
}

it('stretches are those of the sources compared pair by pair', () => {
  const span = fc
    .tuple(fc.nat(200), fc.nat(60), fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }))
    .map(([first, length, addresses]): Seen => [first, first + length, ...addresses]);
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 9 }), (seen) => {
      expect(stretches(...seen)).toEqual(pairwise(seen));
    }),
    {
      numRuns: 1000,
      examples: [
        [
          [
            [0, 1],
            [0, 0],
          ],
        ],
      ],
    },
  );
});

describe('the horizon', () => {
  it('is that of the source, as far as it matters', () => {
    const surroundings = new CollectedSurroundings(new Collector());
    surroundings.covers(0, [{ first: 0, last: 10 * SECOND }]);
    surroundings.covers(1, [
      { first: 9000 * SECOND, last: 9001 * SECOND },
      { first: 999_000 * SECOND, last: 999_009 * SECOND },
    ]);
    surroundings.focus(0, SECOND);
    expect(surroundings.captureEnd).toBe(10 * SECOND);
    surroundings.focus(0, SECOND, 4 * SECOND);
    expect(surroundings.captureEnd).toBe(4 * SECOND);
    expect(surroundings.stretchEnd(1, 9000 * SECOND)).toBe(9001 * SECOND);
    expect(surroundings.stretchEnd(1, 999_001 * SECOND)).toBe(999_009 * SECOND);
  });
});
