import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminalText } from '../../src/report/terminal-text.ts';

describe('the terminal gate', () => {
  test.each([
    ['a title change', '\x1b]0;pwned\x07', '\\x1b]0;pwned\\x07'],
    ['a clear screen', '\x1b[2J', '\\x1b[2J'],
    ['an 8-bit CSI', '\x9b31m', '\\x9b31m'],
    ['line ends', 'a\r\nb', 'a\\r\\nb'],
    ['a bell and a backspace', '\x07\b', '\\x07\\x08'],
    ['a NUL and DEL', '\0\x7f', '\\x00\\x7f'],
    ['a right-to-left override', 'sip:\u202emoc.elpmaxe', 'sip:\\u202emoc.elpmaxe'],
    ['bidi isolates', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['a zero-width space', 'ali\u200bce', 'ali\\u200bce'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['half a surrogate pair', 'a\ud800b', 'a\\ud800b'],
    ['the other half', '\udc00', '\\udc00'],
    ['hidden tag characters', 'x\u{e0041}', 'x\\u{e0041}'],
  ])('spells out %s', (_, hostile, safe) => {
    expect(terminalText(hostile)).toBe(safe);
  });

  test.each(['"Nguyễn Văn A" <sip:a@b>', '李雷', 'مرحبا', 'résumé 😀', '👩‍👩‍👧'])(
    'leaves honest text alone: %s',
    (text) => {
      expect(terminalText(text)).toBe(text);
    },
  );

  test('composes letters and cuts piles of marks', () => {
    expect(terminalText('e\u0301')).toBe('é');
    const pile = terminalText(`x${'\u0323\u0324\u0325\u0326\u032d\u032e'.repeat(9)}`);
    expect([...pile].length).toBeLessThanOrEqual(6);
  });

  test('whatever comes in, nothing that acts on a terminal goes out, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = terminalText(text);
        // eslint-disable-next-line no-control-regex
        expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(() => encodeURIComponent(safe)).not.toThrow();
        expect(terminalText(safe)).toBe(safe);
      }),
    );
  });
});
