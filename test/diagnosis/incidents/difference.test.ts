import { describe, expect, it } from 'vitest';
import { differenceOf, inviteParts } from '../../../src/diagnosis/incidents/difference.ts';
import type { InvitePart } from '../../../src/diagnosis/incidents/invite-part.ts';
import { ascii } from '../../../src/sip/bytes.ts';
import { readMessage } from '../../../src/sip/read.ts';

const SDP = `v=0
o=- 1 1 IN IP4 192.0.2.10
s=-
c=IN IP4 192.0.2.10
t=0 0
m=audio 10000 RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=ptime:20
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VjcmV0
`;
const INVITE = `INVITE sip:+84901234567@203.0.113.9 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa;rport
Max-Forwards: 70
From: "Alice" <sip:alice@192.0.2.10>;tag=a
To: <sip:+84901234567@203.0.113.9>
Call-ID: a@192.0.2.10
CSeq: 1 INVITE
Contact: <sip:alice@192.0.2.10:5060>
Supported: timer, 100rel
Proxy-Authorization: Digest username="alice", realm="x", nonce="n1", uri="sip:x", response="0a", qop=auth
X-Call-Token: 4f81d4fae7dec11d0
Date: Mon, 02 Mar 2026 09:00:00 GMT
Content-Type: application/sdp
`;

function parts(head = INVITE, sdp = SDP, source = '192.0.2.10', anyNumber = false): InvitePart[] {
  const text = `${head}\n${sdp}`.replaceAll('\n', '\r\n');
  const bytes = ascii(text);
  const invite = readMessage(bytes, 0, bytes.length) ?? expect.fail('no message');
  invite.sender = { address: source, port: 5060, name: `${source}:5060` };
  invite.receiver = { address: '203.0.113.9', port: 5060, name: '203.0.113.9:5060' };
  return inviteParts(invite, anyNumber);
}

describe('the difference of two INVITEs', () => {
  it('tells another prefix, unless numbers make no difference', () => {
    const abroad = INVITE.replaceAll('+84901234567', '+12025550123');
    const names = (anyNumber: boolean): string[] =>
      differenceOf(
        parts(INVITE, SDP, '192.0.2.10', anyNumber),
        parts(abroad, SDP, '192.0.2.10', anyNumber),
      ).differences.map(({ name }) => name);
    expect(names(false)).toEqual(['Request-URI']);
    expect(names(true)).toEqual([]);
  });

  it('leaves out what differs between any two calls', () => {
    const other = INVITE.replace('z9hG4bKa', 'z9hG4bKb')
      .replace('tag=a', 'tag=b')
      .replaceAll('192.0.2.10', '192.0.2.77')
      .replace('"Alice" <sip:alice', '<sip:bob')
      .replaceAll('+84901234567', '+84907654321')
      .replace('Call-ID: a', 'Call-ID: b')
      .replace('CSeq: 1', 'CSeq: 22')
      .replace('n1', 'n2')
      .replace('response="0a"', 'response="0b"')
      .replace('4f81d4fae7dec11d0', '4f81d4fae7dec0000')
      .replace('09:00', '09:01')
      .replace('timer, 100rel', '100rel,timer');
    const sdp = SDP.replace('o=- 1 1', 'o=- 2 3')
      .replaceAll('192.0.2.10', '192.0.2.77')
      .replace('10000', '20000')
      .replace('c2VjcmV0', 'b3RoZXI');
    expect(differenceOf(parts(), parts(other, sdp, '192.0.2.77'))).toEqual({
      similarity: 1,
      differences: [],
      moreDifferences: 0,
    });
  });

  it('names what one says and the other does not', () => {
    const other = INVITE.replace('timer, 100rel', 'timer')
      .replace('Max-Forwards: 70', 'Max-Forwards: 5')
      .replaceAll('+84901234567', '0901234567')
      .replace('X-Call-Token: 4f81d4fae7dec11d0\n', '');
    const sdp = SDP.replace('RTP/AVP 8 101', 'RTP/AVP 0 101')
      .replace('8 PCMA', '0 PCMU')
      .replace('a=ptime:20\n', '')
      .replace('AES_CM_128_HMAC_SHA1_80', 'AES_256_CM_HMAC_SHA1_80');
    const { differences } = differenceOf(parts(), parts(other, sdp));
    expect(differences.map(({ name, failed, worked }) => [name, failed, worked])).toEqual([
      ['Request-URI', 'sip:+84901234567@203.0.113.9', 'sip:0901234567@203.0.113.9'],
      ['Max-Forwards', '70', '5'],
      ['Supported', 'timer, 100rel', 'timer'],
      ['X-Call-Token', '4f81d4fae7dec11d0', null],
      ['m=audio', 'audio 10000 RTP/AVP 8 101', 'audio 10000 RTP/AVP 0 101'],
      ['audio a=rtpmap', '8 PCMA/8000', '0 PCMU/8000'],
      ['audio a=ptime', '20', null],
      ['audio a=crypto', '1 AES_CM_128_HMAC_SHA1_80 …', '1 AES_256_CM_HMAC_SHA1_80 …'],
    ]);
  });

  it('never shows what proves who the caller is', () => {
    const plain = INVITE.replace(/Proxy-Auth.*\n/, '');
    const { differences } = differenceOf(parts(), parts(plain));
    expect(differences).toEqual([
      {
        part: 'header',
        name: 'Proxy-Authorization',
        failed: 'digest realm=x algorithm= qop=auth',
        worked: null,
      },
    ]);
  });

  it('is bounded, and says how much it leaves out', () => {
    const many = Array.from({ length: 60 }, (_, n) => `X-${n}: ${'v'.repeat(900)}\n`).join('');
    const { differences, moreDifferences } = differenceOf(parts(INVITE + many), parts());
    expect(differences).toHaveLength(20);
    expect(moreDifferences).toBe(40);
    expect(differences[0]?.failed).toHaveLength(200);
  });

  it('ends on hostile values', () => {
    const evil = [
      '"\\"'.repeat(20_000),
      '<'.repeat(60_000),
      ';a='.repeat(20_000),
      '1a'.repeat(30_000),
    ];
    const head = INVITE + evil.map((value, n) => `X-${n}: ${value}\nContact: ${value}\n`).join('');
    const began = performance.now();
    expect(differenceOf(parts(head), parts()).differences.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
