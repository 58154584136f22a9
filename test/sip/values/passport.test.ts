import { describe, expect, it } from 'vitest';
import { decodeBase64Url } from '../../../src/sip/values/base64url.ts';
import { parseIdentities } from '../../../src/sip/values/identity.ts';
import { MAX_PASSPORT, parsePassport } from '../../../src/sip/values/passport.ts';

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const SIGNATURE = 'A'.repeat(86);

describe('base64url', () => {
  it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar', 'ÿ~?>'])(
    'decodes what Node encodes: %j',
    (text) => {
      for (const encoding of ['base64', 'base64url'] as const) {
        const bytes = decodeBase64Url(Buffer.from(text).toString(encoding));
        expect(Buffer.from(bytes ?? []).toString()).toBe(text);
      }
    },
  );

  it.each(['A', 'AAAAA', 'A A', 'AB=C', 'ä'])('%j is none', (text) => {
    expect(decodeBase64Url(text)).toBeNull();
  });
});

describe('PASSporT', () => {
  it('reads the example of RFC 8588 §3', () => {
    const header = {
      alg: 'ES256',
      typ: 'passport',
      ppt: 'shaken',
      x5u: 'https://cert.example.org/passport.cer',
    };
    const claims = {
      attest: 'A',
      dest: { tn: ['12155550131'] },
      iat: 1_443_208_345,
      orig: { tn: '12155550121' },
      origid: '123e4567-e89b-12d3-a456-426655440000',
    };
    expect(parsePassport(`${encoded(header)}.${encoded(claims)}.${SIGNATURE}`)).toEqual({
      damage: '',
      compact: false,
      ...header,
      attest: 'A',
      origid: claims.origid,
      iat: 1_443_208_345_000_000,
      origTn: '12155550121',
      origUri: '',
      destTns: ['12155550131'],
      destUris: [],
      divTn: '',
      signatureBytes: 64,
    });
  });

  it('reads destinations that are URIs, one number instead of a list, and a diversion', () => {
    const claims = {
      orig: { uri: 'sip:alice@example.com' },
      dest: { tn: '12155550131', uri: ['sip:bob@example.com', 7] },
      div: { tn: '12155550199' },
    };
    expect(parsePassport(`${encoded({})}.${encoded(claims)}.${SIGNATURE}`)).toMatchObject({
      origTn: '',
      origUri: 'sip:alice@example.com',
      destTns: ['12155550131'],
      destUris: ['sip:bob@example.com'],
      divTn: '12155550199',
      iat: Number.NaN,
    });
  });

  it.each([
    ['..sig', { damage: '', compact: true, signatureBytes: 2 }],
    ['a.b', { damage: 'parts' }],
    ['a.b.c.d', { damage: 'parts' }],
    ['', { damage: 'parts' }],
    [`${encoded({})}.!!!!.${SIGNATURE}`, { damage: 'base64' }],
    [`${encoded('{')}.${encoded({})}.${SIGNATURE}`, { damage: 'json' }],
    [`${encoded([])}.${encoded({})}.${SIGNATURE}`, { damage: 'json' }],
    [`${encoded('null')}.${encoded({})}.${SIGNATURE}`, { damage: 'json' }],
    [`${encoded('['.repeat(12_000))}.${encoded({})}.`, { damage: 'json' }],
    ['A'.repeat(MAX_PASSPORT + 1), { damage: 'too-long' }],
  ])('says what is wrong with a token, $#', (token, expected) => {
    expect(parsePassport(token)).toMatchObject(expected);
  });

  it('takes no member from the prototype', () => {
    const claims = '{"__proto__":{"attest":"A"},"orig":"12"}';
    expect(parsePassport(`${encoded({})}.${encoded(claims)}.`)).toMatchObject({
      attest: '',
      origTn: '',
    });
  });
});

describe('Identity', () => {
  it('reads two values on one line', () => {
    const line =
      'a.b.c;info=<https://a.example/x?1,2;3>;alg=ES256;ppt="shaken" , "..x" ; info = <https://b.example/> ;ppt=div';
    expect(parseIdentities(line)).toMatchObject([
      { info: 'https://a.example/x?1,2;3', alg: 'ES256', ppt: 'shaken' },
      { info: 'https://b.example/', alg: '', ppt: 'div', passport: { compact: true } },
    ]);
  });

  it.each(['', ';;;', '<', '"', ',,,'])('survives %j', (line) => {
    expect(() => parseIdentities(line)).not.toThrow();
  });
});
