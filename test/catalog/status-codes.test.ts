import { describe, expect, it } from 'vitest';

import { codes1xx as en1xx } from '../../src/catalog/en/codes-1xx.ts';
import { codes2xx as en2xx } from '../../src/catalog/en/codes-2xx.ts';
import { codes3xx as en3xx } from '../../src/catalog/en/codes-3xx.ts';
import { codes400 as en400 } from '../../src/catalog/en/codes-400-419.ts';
import { codes420 as en420 } from '../../src/catalog/en/codes-420-433.ts';
import { codes436 as en436 } from '../../src/catalog/en/codes-436-470.ts';
import { codes480 as en480 } from '../../src/catalog/en/codes-480-494.ts';
import { codes5xx as en5xx } from '../../src/catalog/en/codes-5xx.ts';
import { codes6xx as en6xx } from '../../src/catalog/en/codes-6xx.ts';
import { codesVendor as enVendor } from '../../src/catalog/en/codes-vendor.ts';
import { STATUS_CODES, type StatusCode } from '../../src/catalog/status-codes.ts';
import type { CodeText, StatusCodeFacts } from '../../src/catalog/types.ts';
import { VENDOR_CODES, type VendorCode } from '../../src/catalog/vendor-codes.ts';
import { codes1xx as vi1xx } from '../../src/catalog/vi/codes-1xx.ts';
import { codes2xx as vi2xx } from '../../src/catalog/vi/codes-2xx.ts';
import { codes3xx as vi3xx } from '../../src/catalog/vi/codes-3xx.ts';
import { codes400 as vi400 } from '../../src/catalog/vi/codes-400-419.ts';
import { codes420 as vi420 } from '../../src/catalog/vi/codes-420-433.ts';
import { codes436 as vi436 } from '../../src/catalog/vi/codes-436-470.ts';
import { codes480 as vi480 } from '../../src/catalog/vi/codes-480-494.ts';
import { codes5xx as vi5xx } from '../../src/catalog/vi/codes-5xx.ts';
import { codes6xx as vi6xx } from '../../src/catalog/vi/codes-6xx.ts';
import { codesVendor as viVendor } from '../../src/catalog/vi/codes-vendor.ts';

type Texts = Readonly<Record<StatusCode | VendorCode, CodeText>>;

// Typed as complete: a code without a text does not compile.
const en: Texts = {
  ...en1xx,
  ...en2xx,
  ...en3xx,
  ...en400,
  ...en420,
  ...en436,
  ...en480,
  ...en5xx,
  ...en6xx,
  ...enVendor,
};
const vi: Texts = {
  ...vi1xx,
  ...vi2xx,
  ...vi3xx,
  ...vi400,
  ...vi420,
  ...vi436,
  ...vi480,
  ...vi5xx,
  ...vi6xx,
  ...viVendor,
};

const facts: Readonly<Record<number, StatusCodeFacts>> = { ...STATUS_CODES, ...VENDOR_CODES };
const registered = Object.entries<StatusCodeFacts>(STATUS_CODES);
const vendor = Object.entries<StatusCodeFacts>(VENDOR_CODES);
const texts = [
  ...Object.entries(en).map(([code, text]) => ({ language: 'en', code: Number(code), text })),
  ...Object.entries(vi).map(([code, text]) => ({ language: 'vi', code: Number(code), text })),
];

/** Every sentence of one text, with the path that finds it. */
function strings(text: CodeText): [path: string, value: string][] {
  const list = (path: string, values: readonly string[]): [string, string][] =>
    values.map((value, i) => [`${path}[${i}]`, value]);
  return [
    ['label', text.label],
    ['note', text.note],
    ['meaning', text.meaning],
    ['when', text.when],
    ...list('causes', text.causes),
    ...list('fix.caller', text.fix.caller),
    ...list('fix.operator', text.fix.operator),
    ...list('fix.callee', text.fix.callee),
    ...list(
      'neighbours',
      text.neighbours.map((n) => n.difference),
    ),
  ];
}

/** The places, over all texts, whose sentence fails the check. */
function offenders(check: (value: string) => boolean, language?: string): string[] {
  return texts
    .filter((t) => language === undefined || t.language === language)
    .flatMap((t) =>
      strings(t.text)
        .filter(([, value]) => !check(value))
        .map(([path, value]) => `${t.language} ${t.code} ${path}: ${value}`),
    );
}

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

describe('registered codes', () => {
  it('are the 75 of the IANA registry, 25 of them younger than RFC 3261', () => {
    expect(registered).toHaveLength(75);
    const younger = registered.filter(([, f]) => !f.reference.startsWith('RFC 3261 §21.'));
    expect(younger).toHaveLength(25);
    expect(registered.every(([, f]) => f.registered)).toBe(true);
    for (const [, f] of registered) expect(f.reference).toMatch(/^RFC \d{4}( §\d+(\.\d+)*)?$/);
  });

  it('let Retry-After count exactly where RFC 3261 §20.33 does', () => {
    const codes = registered.filter(([, f]) => f.retryAfter).map(([code]) => Number(code));
    expect(codes).toEqual([404, 413, 480, 486, 500, 503, 600, 603]);
  });

  it('end the search for a forked INVITE with an answer or a 6xx only', () => {
    const codes = registered.filter(([, f]) => f.forks === 'search-ends').map(([code]) => +code);
    expect(codes).toEqual([200, 600, 603, 604, 606, 607, 608]);
  });

  it('carry the challenge where they challenge', () => {
    expect(STATUS_CODES[401].mustCarry).toEqual(['WWW-Authenticate']);
    expect(STATUS_CODES[407].mustCarry).toEqual(['Proxy-Authenticate']);
    expect(STATUS_CODES[494].mustCarry).toEqual(['Security-Server']);
  });
});

describe('vendor codes', () => {
  it('are disjoint from the registry and say so', () => {
    expect(vendor.filter(([code]) => code in STATUS_CODES)).toEqual([]);
    expect(vendor.every(([, f]) => !f.registered)).toBe(true);
  });
});

describe('texts', () => {
  it('exist for every code in both languages, and for no other code', () => {
    const codes = Object.keys(facts);
    expect(Object.keys(en)).toEqual(codes);
    expect(Object.keys(vi)).toEqual(codes);
  });

  it('leave nothing empty or badly trimmed', () => {
    expect(offenders((s) => s.length > 0 && s === s.trim() && !s.includes('  '))).toEqual([]);
    for (const [code, f] of [...registered, ...vendor]) {
      expect(
        [f.phrase, f.reference, ...(f.otherPhrases ?? []), ...f.mustCarry],
        code,
      ).not.toContain('');
    }
  });

  it('are in Unicode NFC', () => {
    expect(offenders((s) => s === s.normalize('NFC'))).toEqual([]);
  });

  it('fit their note beside a ladder arrow', () => {
    const long = texts.filter((t) => t.text.note.length > 48);
    expect(long.map((t) => `${t.language} ${t.code}: ${t.text.note}`)).toEqual([]);
  });

  it('name 2 to 7 causes and 1 to 4 neighbours of each registered code', () => {
    const odd = texts.filter(({ code, text }) => {
      if (facts[code]?.registered !== true) return false;
      const { causes, neighbours } = text;
      return (
        causes.length < 2 || causes.length > 7 || neighbours.length < 1 || neighbours.length > 4
      );
    });
    expect(odd.map((t) => `${t.language} ${t.code}`)).toEqual([]);
  });

  it('compare a code with other known codes only', () => {
    const strange = texts.flatMap(({ language, code, text }) =>
      text.neighbours
        .filter((n) => facts[n.code] === undefined || n.code === code)
        .map((n) => `${language} ${code} -> ${n.code}`),
    );
    expect(strange).toEqual([]);
  });

  it('say the same things in both languages', () => {
    for (const [code, text] of Object.entries(en)) {
      const other = vi[Number(code) as StatusCode];
      expect(shape(other), `${code} in vi`).toEqual(shape(text));
    }
  });

  it('are Vietnamese in Vietnamese', () => {
    // A label may be two short words without any mark (“URI sai”).
    const plain = offenders((s) => VIETNAMESE_LETTER.test(s), 'vi');
    expect(plain.filter((place) => !/^vi \d+ label:/.test(place))).toEqual([]);
    const copied = Object.entries(en).filter(([code, text]) => {
      const foreign = new Set(strings(text).map(([, value]) => value));
      return strings(vi[Number(code) as StatusCode]).some(([, value]) => foreign.has(value));
    });
    expect(copied.map(([code]) => code)).toEqual([]);
  });

  it('tell what 100 proves and what it does not', () => {
    expect(en[100].neighbours.map((n) => n.code)).toEqual(expect.arrayContaining([180, 183]));
    expect(en[100].meaning).toContain('hop-by-hop');
    expect(en[100].meaning).toContain('not dial tone');
  });
});

/** How many items each list has, and which neighbours: what a translation must not change. */
function shape(text: CodeText): unknown {
  return {
    causes: text.causes.length,
    caller: text.fix.caller.length,
    operator: text.fix.operator.length,
    callee: text.fix.callee.length,
    neighbours: text.neighbours.map((n) => n.code),
  };
}
