/** Where offers and answers stand, flow by flow (RFC 6337 §2, RFC 3261 §13–14). */
import { describe, expect, it } from 'vitest';
import { flow, type Trace } from '../../../fixtures/dsl/index.ts';
import { CAST } from '../../../fixtures/traces/cast.ts';
import { negotiationOf } from '../../../src/call/offer-answer/negotiate.ts';
import { holdsOf } from '../../../src/call/offer-answer/holds.ts';
import { codecChangeOf } from '../../../src/call/offer-answer/codecs.ts';
import { keptVersions } from '../../../src/call/offer-answer/versions.ts';
import type { Exchange, Negotiation } from '../../../src/call/offer-answer/types.ts';
import { judged } from '../../helpers/judged.ts';

function negotiation(trace: Trace): Negotiation {
  const [call] = judged(trace);
  if (call?.kind !== 'call') throw new Error('no call');
  return negotiationOf(call);
}

/** `caller 1>3`: who offered, the frames of offer and answer; `!` a refusal, `?` nothing yet, `~` a preview. */
function shape({ offerer, offer, answer, refusal, preview }: Exchange): string {
  const end = refusal === null ? `${answer?.message.frame ?? '?'}` : `!${refusal.frame}`;
  return `${offerer} ${offer.message.frame}>${preview ? '~' : ''}${end}`;
}
const shapes = (trace: Trace): string[] => negotiation(trace).exchanges.map(shape);
const faults = (trace: Trace): string[] =>
  negotiation(trace).missteps.map(({ fault, message }) => `${fault} ${message.frame}`);

const play = (text: string): Trace => flow`${CAST}
  ${text}
  +40s capture ends
`;
const INVITE = 'alice -> gw INVITE sip:+84900000001@example.com';
const ANSWERED = `
  ${INVITE} with sdp
  +2s gw -> alice 200 with sdp
  alice -> gw ACK
`;

describe('an offer and its answer', () => {
  it.each<[string, string, string[]]>([
    ['INVITE and 200', ANSWERED, ['caller 1>2']],
    [
      'an unreliable 183 only previews it',
      `${INVITE} with sdp
       gw -> alice 183 with sdp
       gw -> alice 200 with sdp
       alice -> gw ACK`,
      ['caller 1>3'],
    ],
    [
      'INVITE and a reliable 183; what the 200 repeats is no answer',
      `${INVITE} with sdp
       gw -> alice 183 with sdp reliable
       alice -> gw PRACK
       gw -> alice 200 for PRACK
       gw -> alice 200 for INVITE with sdp
       alice -> gw ACK`,
      ['caller 1>2'],
    ],
    [
      '200 and ACK',
      `${INVITE}
       gw -> alice 200 with sdp
       alice -> gw ACK with sdp`,
      ['callee 2>3'],
    ],
    [
      'a reliable 183 and its PRACK',
      `${INVITE}
       gw -> alice 183 with sdp reliable
       alice -> gw PRACK with sdp
       gw -> alice 200 for PRACK
       gw -> alice 200 for INVITE
       alice -> gw ACK`,
      ['callee 2>3'],
    ],
    [
      'PRACK and its 200',
      `${INVITE} with sdp
       gw -> alice 183 with sdp reliable
       alice -> gw PRACK with sdp(PCMA)
       gw -> alice 200 for PRACK with sdp(PCMA)
       gw -> alice 200 for INVITE
       alice -> gw ACK`,
      ['caller 1>2', 'caller 3>4'],
    ],
    [
      'UPDATE from the callee',
      `${ANSWERED}
       gw -> alice UPDATE with sdp(PCMA)
       alice -> gw 200 with sdp(PCMA)`,
      ['caller 1>2', 'callee 4>5'],
    ],
    [
      'an UPDATE that only refreshes',
      `${ANSWERED}
       gw -> alice UPDATE
       alice -> gw 200`,
      ['caller 1>2'],
    ],
    [
      'a re-INVITE without offer',
      `${ANSWERED}
       gw -> alice INVITE
       alice -> gw 200 with sdp
       gw -> alice ACK with sdp`,
      ['caller 1>2', 'caller 5>6'],
    ],
    [
      'a re-INVITE that is refused: the session stays as it was',
      `${ANSWERED}
       gw -> alice INVITE with sdp(G729)
       alice -> gw 488
       gw -> alice ACK
       gw -> alice INVITE with sdp
       alice -> gw 200 with sdp
       gw -> alice ACK`,
      ['caller 1>2', 'callee 4>!5', 'callee 7>8'],
    ],
    [
      're-INVITEs that cross',
      `${ANSWERED}
       alice -> gw INVITE with sdp(PCMA)
       gw -> alice INVITE with sdp(PCMU) in-dialog
       gw -> alice 491
       alice -> gw ACK
       alice -> gw 491
       gw -> alice ACK`,
      ['caller 1>2', 'caller 4>!6', 'callee 5>!8'],
    ],
    [
      'the round after a challenge',
      `${INVITE} with sdp
       gw -> alice 407
       alice -> gw ACK
       ${INVITE} with sdp with auth
       gw -> alice 200 with sdp
       alice -> gw ACK`,
      ['caller 4>5'],
    ],
    [
      'a refusal of the call',
      `${INVITE} with sdp
       gw -> alice 488
       alice -> gw ACK`,
      ['caller 1>!2'],
    ],
    [
      'a call that still rings',
      `${INVITE} with sdp
       gw -> alice 180`,
      ['caller 1>?'],
    ],
    [
      'copies count once',
      `${INVITE} with sdp
       retransmit x2 T1
       +3s gw -> alice 200 with sdp
       retransmit x1 T1
       +1s alice -> gw ACK`,
      ['caller 1>4'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shapes(play(text))).toEqual(expected);
    expect(faults(play(text))).toEqual([]);
  });

  it('is read where its request was seen first', () => {
    const trace = play(`
      alice -> proxy INVITE sip:1002@example.com with sdp
      proxy -> bob INVITE sip:1002@192.0.2.20
      bob -> proxy 200 with sdp
      proxy -> alice 200
      alice -> proxy ACK
      proxy -> bob ACK
      bob -> proxy INVITE with sdp(PCMA)
      proxy -> alice INVITE
      alice -> proxy 200 with sdp(PCMA)
      proxy -> bob 200
      bob -> proxy ACK
      proxy -> alice ACK
    `);
    expect(shapes(trace)).toEqual(['caller 1>4', 'callee 7>10']);
  });

  it('of a fork is that of the branch that answered', () => {
    const trace = play(`
      ${INVITE} with sdp
      gw -> alice 183 with sdp(PCMA) reliable tag=one
      alice -> gw PRACK tag=one
      gw -> alice 200 for PRACK
      gw -> alice 200 for INVITE with sdp(PCMU) tag=two
      alice -> gw ACK tag=two
    `);
    expect(shapes(trace)).toEqual(['caller 1>5']);
  });

  it('is not looked for where the beginning was not captured', () => {
    const trace = play(`
      ${INVITE} with sdp unseen
      gw -> alice 200 with sdp
      alice -> gw ACK
    `);
    expect(shapes(trace)).toEqual([]);
    expect(faults(trace)).toEqual([]);
  });
});

describe('a misstep', () => {
  it.each<[string, string, string[]]>([
    [
      'a 200 without answer',
      `${INVITE} with sdp
       gw -> alice 200
       alice -> gw ACK`,
      ['no-answer 2'],
    ],
    [
      'the same, but the 183 had one',
      `${INVITE} with sdp
       gw -> alice 183 with sdp
       gw -> alice 200
       alice -> gw ACK`,
      ['preview-only 3'],
    ],
    [
      'no offer at all',
      `${INVITE}
       gw -> alice 183 with sdp
       gw -> alice 200
       alice -> gw ACK`,
      ['no-offer 3'],
    ],
    [
      'an ACK that owes an answer',
      `${INVITE}
       gw -> alice 200 with sdp
       alice -> gw ACK`,
      ['ack-without-answer 3'],
    ],
    [
      'an UPDATE accepted without answer',
      `${ANSWERED}
       alice -> gw UPDATE with sdp(PCMA)
       gw -> alice 200`,
      ['no-answer 5'],
    ],
    [
      'a second offer before the answer to the first',
      `${INVITE} with sdp
       gw -> alice 180
       alice -> gw UPDATE with sdp(PCMA)
       gw -> alice 200 for UPDATE with sdp(PCMA)
       gw -> alice 200 for INVITE with sdp
       alice -> gw ACK`,
      ['two-offers 3'],
    ],
    [
      'none: another body than a description',
      `${INVITE} with sdp
       gw -> alice 200
         Content-Type: application/isup
         | not for us
       alice -> gw ACK`,
      [],
    ],
    [
      'none: the capture cut the body off',
      `${INVITE} with sdp
       gw -> alice 200 length=300
       alice -> gw ACK`,
      [],
    ],
    [
      'none: the first answer was not captured, so nothing tells that the offer was open',
      `${INVITE} with sdp
       gw -> alice 200 with sdp unseen
       alice -> gw ACK
       alice -> gw INVITE with sdp(PCMA)
       gw -> alice 200 with sdp(PCMA)
       alice -> gw ACK`,
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(faults(play(text))).toEqual(expected);
  });
});

describe('a hold', () => {
  const held = (text: string): string[] =>
    holdsOf(negotiation(play(`${ANSWERED} ${text}`)).exchanges).map(
      ({ holder, how, begun, ended }) =>
        `${holder} ${how} ${begun.message.frame}-${ended?.message.frame ?? ''}`,
    );
  const ask = (from: string, to: string, offer: string, answer: string): string => `
    ${from} -> ${to} INVITE with sdp(${offer})
    ${to} -> ${from} 200 with sdp(${answer})
    ${from} -> ${to} ACK
  `;

  it.each([
    ['alice', 'gw', 'sendonly', 'recvonly', ['caller sendonly 4-']],
    ['gw', 'alice', 'sendonly', 'recvonly', ['callee sendonly 4-']],
    ['alice', 'gw', 'inactive', 'inactive', ['caller inactive 4-']],
    ['alice', 'gw', 'addr=0.0.0.0', '', ['caller address 4-']],
    // The answerer holds in its answer.
    ['alice', 'gw', 'sendrecv', 'sendonly', ['callee sendonly 5-']],
    ['alice', 'gw', 'recvonly', 'sendonly', ['callee sendonly 5-']],
    ['alice', 'gw', 'sendrecv', 'sendrecv', []],
    ['alice', 'gw', 'sendrecv', 'port=0', []],
  ])('%s → %s: %s, %s', (from, to, offer, answer, expected) => {
    expect(held(ask(from, to, offer, answer))).toEqual(expected);
  });

  it('ends when its holder listens again, not when the other side asks', () => {
    const refresh = ask('gw', 'alice', 'recvonly', 'sendonly');
    const resume = ask('alice', 'gw', 'sendrecv', 'sendrecv');
    const hold = ask('alice', 'gw', 'sendonly', 'recvonly');
    expect(held(hold + refresh + resume)).toEqual(['caller sendonly 4-10']);
  });
});

describe('what changes under way', () => {
  const change = (offer: string, answer: string): string | null => {
    const { exchanges } = negotiation(
      play(`
      ${INVITE} with sdp(G722 PCMA)
      gw -> alice 200 with sdp(G722 PCMA)
      alice -> gw ACK
      gw -> alice INVITE with sdp(${offer})
      alice -> gw 200 with sdp(${answer})
      gw -> alice ACK`),
    );
    const found = codecChangeOf(exchanges);
    return found === null ? null : `${found.before.name} ${found.after.name}`;
  };

  it.each([
    ['PCMA', 'PCMA', 'G722 PCMA'],
    ['PCMA G722', 'PCMA G722', null],
    // The preferred codec is not the only one that may be used.
    ['PCMA G722', 'PCMA', 'G722 PCMA'],
    ['PCMA port=0', 'PCMA port=0', null],
  ])('codec: %s, %s', (offer, answer, expected) => {
    expect(change(offer, answer)).toBe(expected);
  });

  it('a version that is kept, held against the last description that was accepted', () => {
    const sdp = (port: number, version: number): string => `with sdp
        | v=0
        | o=- 7 ${version} IN IP4 192.0.2.10
        | s=-
        | c=IN IP4 192.0.2.10
        | t=0 0
        | m=audio ${port} RTP/AVP 0`;
    const kept = (port: number, version: number, reply: string): number[] =>
      keptVersions(
        negotiation(
          play(`
          ${INVITE} ${sdp(4000, 1)}
          gw -> alice 200 with sdp
          alice -> gw ACK
          alice -> gw INVITE ${sdp(port, version)}
          gw -> alice ${reply}
          alice -> gw ACK`),
        ).exchanges,
      ).map(({ after }) => after.frame);
    expect(kept(5000, 1, '200 with sdp')).toEqual([4]);
    expect(kept(5000, 2, '200 with sdp')).toEqual([]);
    expect(kept(4000, 1, '200 with sdp')).toEqual([]);
    expect(kept(5000, 1, '488')).toEqual([]);
    const retried = `488
          alice -> gw ACK
          alice -> gw INVITE ${sdp(6000, 2)}
          gw -> alice 200 with sdp`;
    expect(kept(5000, 2, retried)).toEqual([]);
  });
});
