/** The cheap look at the bytes of an answered call: where it sees nothing, no rule of the family has anything to say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, toPayloads } from '../../../../fixtures/dsl/index.ts';
import { isOrdinary } from '../../../../src/call/offer-answer/ordinary.ts';
import type { Call } from '../../../../src/call/types.ts';
import { RULES } from '../../../../src/diagnosis/registry.ts';
import type { RuleContext } from '../../../../src/diagnosis/rule.ts';
import type { Message } from '../../../../src/sip/message.ts';
import { readPayload } from '../../../../src/sip/read.ts';
import { judged } from '../../../helpers/judged.ts';
import { globSync } from 'tinyglobby';

const FAMILY = new Set(
  globSync('src/diagnosis/rules/sdp/*.ts').map((file) => file.replace(/^.*\/|\.ts$/g, '')),
);
const SDP_RULES = RULES.filter(({ id }) => FAMILY.has(id));
const CONTEXT = { surroundings: { captureEnd: Number.MAX_SAFE_INTEGER } } as RuleContext;

const bodyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    | ${line}`)
    .join('\n');

const callOf = (offer: string, answer: string, caller: string, callee: string): Call => {
  const [call] = judged(flow`
    a = ${caller}
    b = ${callee}
    a -> b INVITE sip:b@example.com with sdp
${bodyLines(offer)}
    +100ms b -> a 200 with sdp
${bodyLines(answer)}
    a -> b ACK
    +4s a -> b BYE
    b -> a 200
  `);
  if (call?.kind !== 'call') throw new Error('no call');
  return call;
};

const ordinary = ({ invite, final }: Call): boolean =>
  isOrdinary(invite?.request as Message, final as Message);

const found = (call: Call): string[] =>
  SDP_RULES.flatMap((rule) => rule.check(call, CONTEXT)).map(({ rule }) => rule);

const sdp = (address: string, ...more: readonly string[]): string =>
  ['v=0', `o=- 1 1 IN IP4 ${address}`, 's=-', `c=IN IP4 ${address}`, 't=0 0', ...more].join('\n');
const OFFER = sdp(
  '192.0.2.1',
  'm=audio 4000 RTP/AVP 8 0 101',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  'a=ptime:20',
  'a=sendrecv',
);
const ANSWER = sdp('192.0.2.2', 'm=audio 5000 RTP/AVP 0', 'a=rtcp:5001');
const A = '192.0.2.1';
const B = '192.0.2.2';

/** A change of one description that is out of the ordinary, to the offer or to the answer. */
const ODD: readonly (readonly [string, 'offer' | 'answer', string, string])[] = [
  ['a port of 0', 'answer', '5000', '0'],
  ['a codec that was not offered', 'answer', 'AVP 0', 'AVP 18'],
  ['a dynamic codec', 'answer', 'AVP 0', 'AVP 97'],
  ['another profile', 'answer', 'RTP/AVP', 'RTP/SAVP'],
  ['another medium', 'offer', 'audio', 'video'],
  ['a second medium', 'offer', 'a=sendrecv', 'm=video 4002 RTP/AVP 31'],
  ['one way only', 'offer', 'sendrecv', 'sendonly'],
  ['a key', 'offer', 'a=sendrecv', 'a=crypto:1 A inline:k'],
  ['a fingerprint', 'offer', 'a=sendrecv', 'a=fingerprint:sha-1 AA'],
  ['rtcp-mux', 'answer', 'a=rtcp:5001', 'a=rtcp-mux'],
  ['the address of nowhere', 'offer', 'c=IN IP4 192.0.2.1', 'c=IN IP4 0.0.0.0'],
  ['a private address', 'offer', 'c=IN IP4 192.0.2.1', 'c=IN IP4 172.20.0.1'],
  ['half an address', 'answer', 'c=IN IP4 192.0.2.2', 'c=IN IP4 192.0.2'],
  ['another IP version', 'answer', 'c=IN IP4 192.0.2.2', 'c=IN IP6 2001:db8::2'],
  ['no address', 'offer', 'c=IN IP4 192.0.2.1\n', ''],
  ['no time', 'offer', 't=0 0\n', ''],
  ['another order', 'offer', 's=-\n', ''],
  ['a line that is none', 'offer', 'a=ptime:20', 'ptime'],
];

describe('an answered call', () => {
  it('is ordinary in most cases', () => {
    const call = callOf(OFFER, ANSWER, A, B);
    expect(ordinary(call)).toBe(true);
    expect(found(call)).toEqual([]);
  });

  it('may have private addresses among private hosts', () => {
    const offer = OFFER.replaceAll('192.0.2.1', '10.20.0.9');
    expect(ordinary(callOf(offer, ANSWER, '10.1.0.1', B))).toBe(true);
    expect(ordinary(callOf(offer, ANSWER, A, B))).toBe(false);
  });

  it.each(ODD)('is not with %s', (_, where, from, to) => {
    const change = (text: string): string => text.replace(from, to);
    const [offer, answer] = where === 'offer' ? [change(OFFER), ANSWER] : [OFFER, change(ANSWER)];
    expect(`${offer}${answer}`).not.toBe(`${OFFER}${ANSWER}`);
    expect(ordinary(callOf(offer, answer, A, B))).toBe(false);
  });

  it('gives no rule a reason where it is ordinary', () => {
    const piece = fc.constantFrom(
      ...ODD.flatMap(([, , from, to]) => [from, to]),
      ...'v=0|m=audio 1 RTP/AVP 0|c=IN IP4 10.0.0.1|a=inactive| |0|8|99|b=AS:64|i=x'.split('|'),
    );
    const edits = fc.array(fc.tuple(piece, piece), { maxLength: 3 });
    const host = fc.constantFrom(A, B, '10.0.0.7', '203.0.113.5');
    let ordinaries = 0;
    fc.assert(
      fc.property(edits, edits, host, fc.boolean(), (first, second, caller, swapped) => {
        const edit = (text: string, all: typeof first): string =>
          all.reduce((now, [from, to]) => now.replace(from, to), text);
        const [offer, answer] = [edit(OFFER, first), edit(ANSWER, second)];
        const call = callOf(
          ...(swapped ? ([answer, offer] as const) : ([offer, answer] as const)),
          caller,
          '198.51.100.9',
        );
        if (!ordinary(call)) return;
        ordinaries += 1;
        expect(found(call)).toEqual([]);
      }),
      { numRuns: 1500, seed: 3 },
    );
    expect(ordinaries).toBeGreaterThan(100);
  });

  it('is not where a body is missing', () => {
    const [payload] = toPayloads(flow`
      a = 192.0.2.1
      b = 192.0.2.2
      a -> b INVITE sip:b@example.com
    `);
    const invite = readPayload(payload as NonNullable<typeof payload>) as Message;
    expect(isOrdinary(invite, invite)).toBe(false);
  });
});
