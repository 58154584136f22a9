/** One Call-ID for several calls at once: what belongs to which of them. */
import { describe, expect, it } from 'vitest';
import { flow, type Trace } from '../../fixtures/dsl/index.ts';
import { judged } from '../helpers/judged.ts';

const HOSTS = `
  one = 192.0.2.10:5060 user=1001
  two = 192.0.2.10:5062 user=1002
  gw = 203.0.113.9`;
const ID = 'Call-ID: same@192.0.2.10';

/** Rounds, methods of all transactions and outcome of each call. */
function calls(trace: Trace): [number, string, string][] {
  return judged(trace).map((one) => {
    if (one.kind !== 'call') throw new Error('no call');
    const methods = one.transactions.map(({ method }) => method).toSorted();
    return [one.rounds.length, methods.join(' '), one.outcome];
  });
}

describe('a phone that calls from several ports under one Call-ID', () => {
  const both = flow`${HOSTS}
    one -> gw INVITE sip:2001@203.0.113.9 new with sdp
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
    two -> gw INVITE sip:2002@203.0.113.9 new with sdp
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
    +5ms gw -> one 401
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
      To: <sip:2001@203.0.113.9>;tag=x1
    one -> gw ACK
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
      To: <sip:2001@203.0.113.9>;tag=x1
    +5ms gw -> two 401
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
      To: <sip:2002@203.0.113.9>;tag=x2
    two -> gw ACK
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
      To: <sip:2002@203.0.113.9>;tag=x2
    +5ms one -> gw INVITE sip:2001@203.0.113.9 with auth
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
    two -> gw INVITE sip:2002@203.0.113.9 with auth
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
    +5ms gw -> one 486
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
      To: <sip:2001@203.0.113.9>;tag=y1
    one -> gw ACK
      ${ID}
      From: <sip:1001@192.0.2.10>;tag=one
      To: <sip:2001@203.0.113.9>;tag=y1
    +5ms gw -> two 404
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
      To: <sip:2002@203.0.113.9>;tag=y2
    two -> gw ACK
      ${ID}
      From: <sip:1002@192.0.2.10>;tag=two
      To: <sip:2002@203.0.113.9>;tag=y2
    +40s capture ends`;

  it('is two calls, each with its own second try', () => {
    expect(calls(both)).toEqual([
      [2, 'INVITE INVITE', 'busy'],
      [2, 'INVITE INVITE', 'failed-number'],
    ]);
  });

  it('keeps ACK and BYE with the call whose tag the callee gave', () => {
    const tag = 'From: <sip:1001@192.0.2.10>;tag=both';
    const answered = flow`${HOSTS}
      one -> gw INVITE sip:2001@203.0.113.9 new with sdp
        ${ID}
        ${tag}
      +5ms gw -> one 200 with sdp
        ${ID}
        ${tag}
        To: <sip:2001@203.0.113.9>;tag=y1
      two -> gw INVITE sip:2002@203.0.113.9 new cseq=7 with sdp
        ${ID}
        ${tag}
      +5ms gw -> two 486
        ${ID}
        ${tag}
        To: <sip:2002@203.0.113.9>;tag=y2
      two -> gw ACK
        ${ID}
        ${tag}
        To: <sip:2002@203.0.113.9>;tag=y2
      one -> gw ACK
        ${ID}
        ${tag}
        To: <sip:2001@203.0.113.9>;tag=y1
      +9s one -> gw BYE
        ${ID}
        ${tag}
        To: <sip:2001@203.0.113.9>;tag=y1
      +5ms gw -> one 200
        ${ID}
        ${tag}
        To: <sip:2001@203.0.113.9>;tag=y1
      +40s capture ends`;
    expect(calls(answered)).toEqual([
      [1, 'ACK BYE INVITE', 'answered'],
      [1, 'INVITE', 'busy'],
    ]);
  });

  it('is one call where the phone rings one number over all its interfaces', () => {
    const tag = 'From: <sip:1001@192.0.2.10>;tag=all';
    const to = 'To: <sip:2001@203.0.113.9>;tag=y1';
    const over = (uri: string): Trace => flow`${HOSTS}
      one -> gw INVITE sip:2001@203.0.113.9 new cseq=1 with sdp
        ${ID}
        ${tag}
      +60ms two -> gw INVITE ${uri} new cseq=2 with sdp
        ${ID}
        ${tag}
      +30ms gw -> one 200 with sdp
        ${ID}
        ${tag}
        ${to}
      +5ms two -> gw CANCEL
        ${ID}
        ${tag}
      +5ms gw -> two 200 for CANCEL
        ${ID}
        ${tag}
      +5ms gw -> two 487 for INVITE
        ${ID}
        ${tag}
        ${to}
      two -> gw ACK
        ${ID}
        ${tag}
        ${to}
      one -> gw ACK
        ${ID}
        ${tag}
        ${to}
      +40s capture ends`;
    expect(calls(over('sip:2001@203.0.113.9'))).toEqual([
      [1, 'ACK CANCEL INVITE INVITE', 'answered'],
    ]);
    expect(calls(over('sip:2002@203.0.113.9'))).toHaveLength(2);
  });
});
