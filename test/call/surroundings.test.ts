import { describe, expect, it } from 'vitest';
import { Collector } from '../../src/call/collect.ts';
import { CollectedSurroundings } from '../../src/call/surroundings.ts';

const HOUR = 3_600_000_000;
const SECOND = 1_000_000;

function covering(...spans: [number, number][]): CollectedSurroundings {
  const surroundings = new CollectedSurroundings(new Collector());
  for (const [first, last] of spans) surroundings.covers(first, last);
  return surroundings;
}

describe('the horizon', () => {
  it('does not reach from one file into another an hour later', () => {
    const surroundings = covering([0, 10 * SECOND], [HOUR, HOUR + 10 * SECOND]);
    surroundings.focus(3 * SECOND);
    expect(surroundings.captureEnd).toBe(10 * SECOND);
    surroundings.focus(HOUR + SECOND);
    expect(surroundings.captureStart).toBe(HOUR);
  });

  it('runs on through the files of a rotation, in whatever order they were read', () => {
    const surroundings = covering(
      [20 * SECOND, 30 * SECOND],
      [0, 9 * SECOND],
      [10 * SECOND, 20 * SECOND],
    );
    surroundings.focus(SECOND);
    expect(surroundings.captureStart).toBe(0);
    expect(surroundings.captureEnd).toBe(30 * SECOND);
  });
});
