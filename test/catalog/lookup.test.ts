import { describe, expect, test } from 'vitest';
import {
  codeFacts,
  codeText,
  isKnownCode,
  KNOWN_CODES,
  treatedAs,
} from '../../src/catalog/lookup.ts';

describe('known codes', () => {
  test('have facts and texts in both languages', () => {
    expect(KNOWN_CODES.length).toBeGreaterThan(75);
    for (const code of KNOWN_CODES) {
      expect(codeFacts(code).phrase, String(code)).not.toBe('');
      for (const language of ['en', 'vi'] as const) {
        const { meaning, note } = codeText(code, language);
        expect(meaning, `${code} ${language}`).not.toBe('');
        expect(note.length, `${code} ${language}`).toBeLessThanOrEqual(48);
      }
    }
  });
});

describe('unknown codes', () => {
  test.each([
    [155, 183],
    [299, 200],
    [399, 300],
    [451, 400],
    [599, 599],
    [590, 500],
    [699, 600],
  ])('%d is treated as %d (RFC 3261 §8.1.3.2)', (code, known) => {
    expect(treatedAs(code)).toBe(known);
  });

  test('say so, and how they are treated', () => {
    expect(isKnownCode(451)).toBe(false);
    expect(codeFacts(451)).toMatchObject({ phrase: '', registered: false });
    expect(codeText(451, 'en').meaning).toContain('treats it as 400');
    expect(codeText(451, 'en').causes).toEqual([]);
    expect(codeText(451, 'vi').meaning).toContain('xử lý như 400');
  });

  test('numbers that no SIP response can have are not explained away', () => {
    expect(treatedAs(42)).toBeNull();
    expect(treatedAs(777)).toBeNull();
    expect(codeText(777, 'en').label).toBe('not a SIP status code');
  });
});
