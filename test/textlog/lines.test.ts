import { describe, expect, it } from 'vitest';
import { countLines } from '../../src/textlog/lines.ts';

describe('countLines', () => {
  it('counts what splitting at line ends gives, wherever it begins and ends', () => {
    // Also the bytes around a line feed, which one mistaken carry would take for it.
    const bytes = Uint8Array.from(
      { length: 300 },
      (_, n) => [10, 11, 9, 138, 0, 255, 10, 10][(n * 5 + (n >> 3)) % 8] ?? 0,
    );
    for (let start = 0; start < 12; start += 1) {
      for (let end = start; end < bytes.length; end += 1) {
        const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
        const rows = text.split('\n');
        const expected = rows.at(-1) === '' ? rows.length - 1 : rows.length;
        if (countLines(bytes, start, end) !== expected) {
          expect(`${start}..${end}: ${countLines(bytes, start, end)}`).toBe(expected);
        }
      }
    }
    expect(countLines(bytes, 0, 0)).toBe(0);
  });
});
