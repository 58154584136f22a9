import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../src/sip/values/challenge.ts';
import { parseCredentials } from '../../../src/sip/values/credentials.ts';

const NONE = {
  realm: '',
  nonce: '',
  opaque: '',
  algorithm: '',
  qop: [],
  stale: false,
  domain: '',
  userhash: false,
  charset: '',
};

describe('challenges', () => {
  it('reads every parameter', () => {
    const line =
      'Digest realm="a, b", domain="sip:a sip:b", nonce="n=", opaque="", stale=TRUE, algorithm=SHA-256, qop="auth,auth-int", charset=UTF-8, userhash=true';
    expect(parseChallenges(line)).toEqual([
      {
        scheme: 'digest',
        realm: 'a, b',
        nonce: 'n=',
        opaque: '',
        algorithm: 'SHA-256',
        qop: ['auth', 'auth-int'],
        stale: true,
        domain: 'sip:a sip:b',
        userhash: true,
        charset: 'UTF-8',
      },
    ]);
  });

  it('reads several on one line', () => {
    const line =
      'Digest realm="r", nonce="1", algorithm=SHA-256, Digest realm="r",nonce="2" ,algorithm = MD5 , NTLM, Basic realm="b"';
    expect(parseChallenges(line)).toEqual([
      { ...NONE, scheme: 'digest', realm: 'r', nonce: '1', algorithm: 'SHA-256' },
      { ...NONE, scheme: 'digest', realm: 'r', nonce: '2', algorithm: 'MD5' },
      { ...NONE, scheme: 'ntlm' },
      { ...NONE, scheme: 'basic', realm: 'b' },
    ]);
  });

  it.each([
    ['qop=auth,auth-int, nonce="x"', ['auth', 'auth-int']],
    ['qop="auth, auth-int",nonce="x"', ['auth', 'auth-int']],
    ['qop=Auth-Int,nonce="x"', ['auth-int']],
  ])('takes %s', (parameters, qop) => {
    expect(parseChallenges(`Digest ${parameters}`)).toEqual([
      { ...NONE, scheme: 'digest', nonce: 'x', qop },
    ]);
  });

  it.each([
    ['Negotiate', [{ ...NONE, scheme: 'negotiate' }]],
    ['realm="r"', [{ ...NONE, scheme: '', realm: 'r' }]],
    ['Digest realm="never closed', [{ ...NONE, scheme: 'digest', realm: 'never closed' }]],
    [
      'Digest realm="a \\"b\\", Digest c"',
      [{ ...NONE, scheme: 'digest', realm: 'a "b", Digest c' }],
    ],
    ['Digest , ,, realm=plain', [{ ...NONE, scheme: 'digest', realm: 'plain' }]],
    ['Digest realm="a", realm="b"', [{ ...NONE, scheme: 'digest', realm: 'a' }]],
    ['', []],
    [',', []],
  ])('survives %j', (line, expected) => {
    expect(parseChallenges(line)).toEqual(expected);
  });

  it('stops after sixteen', () => {
    expect(parseChallenges('Digest a=b, '.repeat(40))).toHaveLength(16);
  });
});

describe('credentials', () => {
  it('reads every parameter', () => {
    const line =
      'Digest username="bob",realm="r",nonce="n",uri="sip:a;b=1",response="00",algorithm=MD5,cnonce="c",opaque="o",qop=AUTH,nc=00000001,userhash=true';
    expect(parseCredentials(line)).toEqual([
      {
        scheme: 'digest',
        username: 'bob',
        realm: 'r',
        nonce: 'n',
        uri: 'sip:a;b=1',
        response: '00',
        algorithm: 'MD5',
        cnonce: 'c',
        opaque: 'o',
        qop: 'auth',
        nc: '00000001',
        userhash: true,
        cleartext: false,
      },
    ]);
  });

  it('takes username* where username is missing, and sees a password', () => {
    expect(parseCredentials("Digest username*=UTF-8''J%C3%A4s, pwd=x")).toMatchObject([
      { username: "UTF-8''J%C3%A4s", cleartext: true },
    ]);
  });

  it('keeps nothing of Basic but its scheme', () => {
    const [basic] = parseCredentials('Basic QWxhZGRpbjpvcGVu');
    expect(JSON.stringify(basic)).not.toContain('QWxhZGRpbjpvcGVu');
    expect(basic?.scheme).toBe('basic');
  });
});
