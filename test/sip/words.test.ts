import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/sip/hash.ts';
import { findByte, word, wordsIn, wordsOf } from '../../src/sip/words.ts';

const bytes = fc.uint8Array({ maxLength: 80 });

describe('bytes read by words', () => {
  it('finds what a search byte by byte finds, and never behind the end', () => {
    // Few values, so that bytes meet the searched one, its neighbours and their sums.
    const few = fc.constantFrom(0x0a, 0x0b, 0x09, 0x8a, 0x00, 0xff, 0x3a);
    fc.assert(
      fc.property(
        fc.array(few, { maxLength: 60 }),
        fc.nat(60),
        fc.nat(60),
        few,
        (all, a, b, byte) => {
          const text = Uint8Array.from(all);
          const from = Math.min(a, text.length);
          const end = Math.max(from, Math.min(b, text.length));
          const found = text.subarray(from, end).indexOf(byte);
          const expected = found < 0 ? end : from + found;
          expect(findByte(text, wordsOf(text), from, end, byte)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('sees a part of a larger buffer as what it is', () => {
    const whole = Uint8Array.from('xxxx;tag=1', (char) => char.charCodeAt(0));
    expect(wordsOf(whole.subarray(4)).getInt32(0, true)).toBe(word(';tag'));
  });

  it('covers a text with words of which the last may overlap', () => {
    expect(wordsIn('Call-ID')).toEqual([
      { at: 0, value: word('Call') },
      { at: 3, value: word('l-ID') },
    ]);
  });
});

describe('a hash', () => {
  it('is that of the text, wherever it stands', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), (text, shift) => {
        const moved = new Uint8Array(text.length + shift);
        moved.set(text, shift);
        expect(hashOf(moved, shift, moved.length)).toBe(hashOf(text, 0, text.length));
      }),
    );
  });

  it('differs when any one byte does', () => {
    const text = Uint8Array.from('z9hG4bK776asdhds', (char) => char.charCodeAt(0));
    const hash = hashOf(text, 0, text.length);
    for (let at = 0; at < text.length; at += 1) {
      const other = text.slice();
      other[at] = (other[at] as number) ^ 1;
      expect(hashOf(other, 0, other.length)).not.toBe(hash);
    }
    expect(hashOf(text, 0, text.length - 1)).not.toBe(hash);
  });
});
