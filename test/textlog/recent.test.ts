import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/textlog/recent.ts';

describe('recent entries', () => {
  it('are kept for as many others as was said, and not for ever', () => {
    const recent = new Recent<number, string>(3);
    for (const key of [1, 2, 3, 4]) recent.set(key, `value ${key}`);
    for (const key of [2, 3, 4]) expect(recent.get(key)).toBe(`value ${key}`);
    for (let key = 5; key < 12; key += 1) recent.set(key, `value ${key}`);
    expect(recent.get(1)).toBeUndefined();
    expect([9, 10, 11].map((key) => recent.get(key))).toEqual(['value 9', 'value 10', 'value 11']);
  });

  it('are replaced', () => {
    const recent = new Recent<string, number>(2);
    recent.set('a', 1);
    recent.set('b', 1);
    recent.set('c', 1);
    recent.set('a', 2);
    expect(recent.get('a')).toBe(2);
  });
});
