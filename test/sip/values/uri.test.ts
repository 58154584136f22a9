import { describe, expect, it } from 'vitest';
import { parseUri, userDigits } from '../../../src/sip/values/uri.ts';

describe('parseUri', () => {
  it('takes a sip URI apart', () => {
    const uri = parseUri(
      'sip:alice:secret@Example.com:5070;transport=TCP;lr?Subject=x&Route=%3Csip:a%3E',
    );
    expect(uri).toMatchObject({
      scheme: 'sip',
      user: 'alice',
      password: 'secret',
      host: 'Example.com',
      port: 5070,
    });
    expect(Object.fromEntries(uri?.params ?? [])).toEqual({ transport: 'TCP', lr: '' });
    expect(uri?.headers.get('subject')).toBe('x');
  });

  it.each([
    ['sip:example.com', '', 'example.com', null],
    ['SIPS:bob@[2001:db8::1]:5061', 'bob', '2001:db8::1', 5061],
    ['sip:[2001:db8::10]', '', '2001:db8::10', null],
    ['sip:user;par=u%40example.net@example.com', 'user;par=u%40example.net', 'example.com', null],
    ['sip:@127.0.0.1', '', '127.0.0.1', null],
    ['sip:a@h:99999', 'a', 'h', null],
    ['sip:a@h:', 'a', 'h', null],
    ['sip:a@[2001:db8', 'a', '2001:db8', null],
  ])('%s → user %j, host %j, port %j', (text, user, host, port) => {
    expect(parseUri(text)).toMatchObject({ user, host, port });
  });

  it('knows the number and parameters of a tel URI', () => {
    const uri = parseUri('tel:+1-201-555-0123;phone-context=example.com');
    expect(uri).toMatchObject({ scheme: 'tel', user: '+1-201-555-0123', host: '' });
    expect(uri?.params.get('phone-context')).toBe('example.com');
  });

  it('keeps what it does not know', () => {
    expect(parseUri('urn:service:sos.fire')).toMatchObject({
      scheme: 'urn',
      opaque: 'service:sos.fire',
    });
    expect(parseUri('constructor:x')).toMatchObject({ scheme: 'constructor', opaque: 'x' });
  });

  it.each(['', 'alice@example.com', ':x', '*', '<sip:a@b>'])('%j has no scheme', (text) => {
    expect(parseUri(text)).toBeNull();
  });
});

describe('userDigits', () => {
  it.each([
    ['sip:+84-24(3)555.0001@example.vn;user=phone', '842435550001'],
    ['sip:0901234567;npdi@gw', '0901234567'],
    ['sip:%2B84901@gw', '84901'],
    ['sip:*98#@pbx', '*98#'],
    ['tel:+1-201-555-0123', '12015550123'],
    ['sip:alice2@example.com', ''],
    ['sip:%ff@h', ''],
    ['urn:service:sos', ''],
  ])('%s → %j', (text, digits) => {
    expect(userDigits(parseUri(text))).toBe(digits);
  });

  it('of no URI are none', () => {
    expect(userDigits(null)).toBe('');
  });
});
