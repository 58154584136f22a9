import { describe, expect, it } from 'vitest';
import { densest, spanOf } from '../../../src/diagnosis/facts/window.ts';

const at = (...times: number[]) => times.map((time) => ({ time, key: time % 3 }));

describe('the densest window', () => {
  it('is the one with the most distinct keys, not with the most items', () => {
    const items = at(0, 3, 6, 9, 20, 22);
    expect(densest(items, 9, ({ key }) => key)).toEqual(at(20, 22));
    expect(densest(items, 9, (item) => item)).toEqual(at(0, 3, 6, 9));
  });

  it('has both ends in it, and is the first of equal ones', () => {
    expect(densest(at(0, 10, 20), 10, (item) => item)).toEqual(at(0, 10));
    expect(densest(at(0, 11), 10, (item) => item)).toEqual(at(0));
  });

  it('of nothing is empty and lasts no time', () => {
    expect(densest([], 10, (item) => item)).toEqual([]);
    expect(spanOf([])).toBe(0);
    expect(spanOf(at(3, 9))).toBe(6);
  });
});
