import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge, loadGrammar, type GrammarRule } from '../../src/sip/grammar.ts';
import * as plain from '../../src/sip/plain.ts';
import { judgeField } from '../../src/sip/strict.ts';

beforeAll(loadGrammar);

describe('judgeField', () => {
  it.each([
    ['From', '"Nguyễn" <sip:a@example.com>;tag=1'],
    ['From', 'Jürgen <sip:a@example.com>'],
    ['From', '<tel:+84901234567>;tag=1'],
    ['To', '<urn:service:sos>'],
    ['To', '"a\\"" <sip:a@192.0.2.1.nip.io:5060>'],
    ['To', 'isbn:2983792873'],
    ['To', 'tel:+84-901;tag=1'],
    ['Contact', '*'],
    ['Contact', '<name:John_Smith>, <sip:a@h.example.:5060>'],
    ['Contact', '<sip:a@h>;+sip.instance="<urn:uuid:1>"'],
    ['Via', 'SIP/2.0/TLS-SCTP h;branch=z9hG4bK1'],
    ['Via', 'SIP/2.0/UDP a;branch=1,SIP / 2.0 / TCP [::1]:5060 ;rport'],
    ['Reason', 'SIP;cause=200;text="a, b", Q.850;cause=16'],
    ['Request-URI', 'urn:service:sos'],
    ['Record-Route', '<sip:p1;lr>, <sip:p2;lr=on>'],
    ['www-authenticate', 'Digest realm="a", nonce="b", qop="auth,auth-int"'],
  ])('%s: %s is good', (name, value) => {
    expect(judgeField(name, value)).toBe('ok');
  });

  it.each([
    ['From', '<sip:a@h>;tag='],
    ['From', '<tel:+1 2>'],
    ['To', '"a" <sip:a@h'],
    ['Contact', '<sip:a@h>, b'],
    ['Via', 'SIP/2.0/UDP a;branch=1, SIP/2.0/UDP b;branch=a=b'],
    ['Call-ID', 'a b'],
    ['Content-Type', 'sdp'],
    ['Route', 'sip:a@h'],
    ['Request-URI', '<sip:a@h>'],
    ['Request-URI', 'a@h'],
  ])('%s: %s is bad', (name, value) => {
    expect(judgeField(name, value)).toBe('bad');
  });

  it('does not judge what it has no rule for, or what is too long', () => {
    expect(judgeField('X-Any', ';;,,')).toBe('unjudged');
    expect(judgeField('Subject', 'x')).toBe('unjudged');
    expect(judgeField('Call-ID', ' '.repeat(9000))).toBe('unjudged');
    expect(judgeField('__proto__', 'x')).toBe('unjudged');
  });

  it('says the same when asked again', () => {
    const ask = (): string => judgeField('From', '<sip:a@h>;tag=a@b');
    expect([ask(), ask()]).toEqual(['bad', 'bad']);
  });
});

/** What the grammar rejects wrongly: a name that begins like an IPv4 address. */
const MISJUDGED = /(?:\d+\.){4}[a-z]/i;

/** Texts of a pattern; the generator knows neither flags nor look-ahead. */
function matching(pattern: RegExp): fc.Arbitrary<string> {
  const simple = new RegExp(pattern.source.replaceAll(/\(\?![^)]*\)/g, ''));
  return fc
    .stringMatching(simple, { maxLength: 80 })
    .filter((text) => pattern.test(text) && !MISJUDGED.test(text));
}

describe('plain forms', () => {
  const PATTERNS: readonly [rule: GrammarRule, pattern: RegExp][] = [
    ['From', plain.PLAIN_ADDRESS],
    ['Contact', plain.PLAIN_ADDRESS],
    ['Route', plain.PLAIN_ADDRESS],
    ['Refer_To', plain.PLAIN_ADDRESS],
    ['Name_Addr_Header', plain.PLAIN_ADDRESS],
    ['Via', plain.PLAIN_VIA],
    ['Request_URI', plain.PLAIN_URI],
    ['Call_ID', plain.PLAIN_CALL_ID],
    ['Content_Type', plain.PLAIN_CONTENT_TYPE],
    ['Reason', plain.PLAIN_REASON],
    ['Event', plain.PLAIN_EVENT],
    ['Subscription_State', plain.PLAIN_EVENT],
    ['Content_Disposition', plain.PLAIN_EVENT],
    ['Session_Expires', plain.PLAIN_SESSION_EXPIRES],
  ];

  it.each(PATTERNS)('of %s are all accepted by the grammar', (rule, pattern) => {
    fc.assert(
      fc.property(matching(pattern), (text) => {
        expect(`${judge(rule, text)} ${text}`).toBe(`ok ${text}`);
      }),
      { numRuns: 100 },
    );
  });
});
