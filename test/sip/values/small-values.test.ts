import { describe, expect, it } from 'vitest';
import { parseContentType } from '../../../src/sip/values/content-type.ts';
import { parseCSeq } from '../../../src/sip/values/cseq.ts';
import { parseRetryAfter } from '../../../src/sip/values/retry-after.ts';
import { parseSipDate } from '../../../src/sip/values/sip-date.ts';
import { decimal, unquote } from '../../../src/sip/values/text.ts';
import { tokens } from '../../../src/sip/values/tokens.ts';
import { parseValueParams } from '../../../src/sip/values/value-params.ts';
import { parseWarnings } from '../../../src/sip/values/warning.ts';

describe('Retry-After', () => {
  it.each([
    ['18000;duration=3600', { seconds: 18000, comment: '', duration: 3600 }],
    ["120 (I'm in a meeting)", { seconds: 120, comment: "I'm in a meeting", duration: null }],
    ['5 (a;duration=1) ;duration=7', { seconds: 5, comment: 'a;duration=1', duration: 7 }],
    ['5 (never closed', { seconds: 5, comment: '', duration: null }],
    ['soon', null],
    ['', null],
    ['99999999999999999999', null],
  ])('%s', (text, expected) => {
    expect(parseRetryAfter(text)).toEqual(expected);
  });
});

describe('Warning', () => {
  it('reads several, with and without quotes', () => {
    expect(parseWarnings('305 gw.example "Incompatible, media" , 399 10.0.0.1:5060 Busy')).toEqual([
      { code: 305, agent: 'gw.example', text: 'Incompatible, media' },
      { code: 399, agent: '10.0.0.1:5060', text: 'Busy' },
    ]);
  });

  it('leaves out what has no code', () => {
    expect(parseWarnings('x, 39 a "b", 399')).toEqual([]);
  });
});

describe('CSeq', () => {
  it.each([
    ['0009   INVITE', { number: 9, method: 'INVITE' }],
    ['1 RE%47IST%45R', { number: 1, method: 'RE%47IST%45R' }],
    ['INVITE 1', null],
    ['1', null],
    ['-1 INVITE', null],
    ['36893488147419103232 REGISTER', null],
  ])('%s', (text, expected) => {
    expect(parseCSeq(text)).toEqual(expected);
  });
});

describe('SIP-date', () => {
  it('is UTC and RFC 1123', () => {
    expect(parseSipDate('Sat, 13 Nov 2010 23:29:00 GMT')).toBe(
      Date.UTC(2010, 10, 13, 23, 29) * 1000,
    );
  });

  it.each([
    'Fri, 01 Jan 2010 16:00:00 EST',
    'Fri, 1 Jan 2010 16:00:00 GMT',
    'Fri, 32 Jan 2010 16:00:00 GMT',
    '2010-01-01T16:00:00Z',
    '',
  ])('%j is none', (text) => {
    expect(parseSipDate(text)).toBeNull();
  });
});

it('Content-Type is compared in lower case', () => {
  const { type, params } = parseContentType('Multipart / Mixed;boundary="a;b"');
  expect(type).toBe('multipart/mixed');
  expect(params.get('boundary')).toBe('a;b');
});

it('value and parameters', () => {
  const { value, params } = parseValueParams('terminated ;reason=noresource;retry-after=5');
  expect([value, params.get('reason'), params.get('retry-after')]).toEqual([
    'terminated',
    'noresource',
    '5',
  ]);
});

it('token lists', () => {
  expect(tokens(' INVITE,ACK ,, BYE,')).toEqual(['INVITE', 'ACK', 'BYE']);
  expect(tokens('')).toEqual([]);
});

it('unquoting', () => {
  expect(['"a\\"b"', '"a', '"', '""', ' a ', '"a\\'].map(unquote)).toEqual([
    'a"b',
    'a',
    '',
    '',
    'a',
    'a\\',
  ]);
});

it('decimals', () => {
  expect(['0', '007', '256', '', '1e3', '+1', ' 1'].map((text) => decimal(text, 255))).toEqual([
    0,
    7,
    null,
    null,
    null,
    null,
    null,
  ]);
});
