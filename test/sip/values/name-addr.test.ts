import { describe, expect, it } from 'vitest';
import { parseNameAddr, parseNameAddrs, tagOf } from '../../../src/sip/values/name-addr.ts';

describe('parseNameAddr', () => {
  it.each([
    ['"Bell, A. \\"Alex\\"" <sip:a@h>;tag=1', 'Bell, A. "Alex"', 'a', '1'],
    ['A. Bell <sip:a@h>;tag=2', 'A. Bell', 'a', '2'],
    ['Jürgen <sip:a@h> ; Tag = 3', 'Jürgen', 'a', '3'],
    ['<sip:a@h;tag=no>', '', 'a', ''],
    ['sip:a@h;tag=4', '', 'a', '4'],
    ['"<sip:x@y>" <sip:a@h>;tag=5', '<sip:x@y>', 'a', '5'],
    ['"a"<sip:a@h>;x="tag=no;";tag=6', 'a', 'a', '6'],
    ['< sip:a@h >', '', 'a', ''],
  ])('%s', (value, display, user, tag) => {
    const address = parseNameAddr(value);
    expect(address.display).toBe(display);
    expect(address.uri?.user).toBe(user);
    expect(tagOf(address)).toBe(tag);
  });

  it('gives parameters without brackets to the header field (RFC 3261 §20)', () => {
    const address = parseNameAddr('sip:a@h;transport=tcp');
    expect(address.uri?.params.size).toBe(0);
    expect(address.params.get('transport')).toBe('tcp');
    expect(address.bracketed).toBe(false);
  });

  it('finds the URI behind a quote that never closes (RFC 4475 §3.1.2.6)', () => {
    expect(parseNameAddr('"Mr. J. User <sip:j@example.com>').uri?.user).toBe('j');
  });

  it('knows the wildcard', () => {
    expect(parseNameAddr(' * ')).toMatchObject({ wildcard: true, uri: null });
  });

  it.each(['', '<', '>', '<>', '"', '"\\', ';', 'a b c', '<sip:'])('survives %j', (value) => {
    expect(parseNameAddr(value).wildcard).toBe(false);
  });
});

describe('parseNameAddrs', () => {
  it('splits at commas outside quotes and brackets', () => {
    const all = parseNameAddrs('"a, b" <sip:x@h;p=1,2>, sip:y@h;q=0.5,<tel:+1>');
    expect(all.map(({ uri }) => uri?.user)).toEqual(['x', 'y', '+1']);
  });
});
