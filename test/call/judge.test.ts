import { describe, expect, it } from 'vitest';
import { flow, seenTwice, type Trace } from '../../fixtures/dsl/index.ts';
import type { Call } from '../../src/call/types.ts';
import { judged } from '../helpers/judged.ts';

function call(trace: Trace): Call {
  const [first, ...others] = judged(trace);
  expect(others).toEqual([]);
  if (first?.kind !== 'call') throw new Error('no call');
  return first;
}

const PARTIES = `
  alice = 192.0.2.10 "Yealink SIP-T46U 108.86"
  proxy = 198.51.100.1 server "kamailio (5.8.1)"
  gw = 203.0.113.9 "Asterisk PBX 20"
`;

describe('transactions', () => {
  it('counts a retransmission once, and its answer belongs to the same transaction', () => {
    const { invite, messages } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  retransmit x2 T1
  +2s gw -> alice 200
  alice -> gw ACK
  +5s alice -> gw BYE
  gw -> alice 200`);
    expect(invite?.retransmissions).toHaveLength(2);
    expect(invite?.final?.status).toBe(200);
    expect(messages.filter(({ repeat }) => repeat === 'retransmission')).toHaveLength(2);
  });

  it('tells a second sighting of one packet from a retransmission', () => {
    const once = flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  retransmit x1 T1
  +900ms gw -> alice 486
  alice -> gw ACK`;
    const { invite, messages } = call(seenTwice(once, { delayUs: 15 }));
    expect(messages).toHaveLength(8);
    expect(messages.filter(({ repeat }) => repeat === 'duplicate')).toHaveLength(4);
    expect(invite?.retransmissions).toHaveLength(1);
    expect(invite?.responses).toHaveLength(1);
  });

  it('gives the ACK of a 486 to its INVITE and the ACK of a 200 to the dialog', () => {
    const refused = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  gw -> alice 486
  alice -> gw ACK`);
    expect(refused.invite?.ack?.method).toBe('ACK');
    const answered = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  gw -> alice 200
  alice -> gw ACK`);
    expect(answered.invite?.ack).toBeNull();
    expect(answered.dialogs[0]?.ack?.method).toBe('ACK');
  });

  it('pairs a CANCEL with its INVITE', () => {
    const { invite, outcome, release } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  gw -> alice 180
  +4s alice -> gw CANCEL
  gw -> alice 200 for CANCEL
  gw -> alice 487 for INVITE
  alice -> gw ACK`);
    expect(invite?.cancel?.method).toBe('CANCEL');
    expect(invite?.cancel?.final?.status).toBe(200);
    expect([outcome, release]).toEqual(['cancelled-by-caller', 'caller']);
  });

  it('pairs a CANCEL that leaves the default port out of its Via', () => {
    const { invite, release } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com branch=z9hG4bKsame
    Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKsame
  gw -> alice 100
  +9s alice -> gw CANCEL
    Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKsame
  gw -> alice 408 for INVITE
  alice -> gw ACK`);
    expect(invite?.cancel?.method).toBe('CANCEL');
    expect(release).toBe('caller');
  });

  it('separates requests of a sender that puts no branch into its Via', () => {
    const { transactions, dialogs } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com branch=none
  gw -> alice 200
  alice -> gw ACK branch=none
  +5s alice -> gw BYE branch=none
  gw -> alice 200`);
    // Without a branch the ACK matches the INVITE by tags and CSeq (RFC 3261 §17.2.3).
    expect(transactions.map(({ method }) => method)).toEqual(['INVITE', 'BYE']);
    expect(dialogs[0]?.ack?.method).toBe('ACK');
    expect(dialogs[0]?.bye?.final?.status).toBe(200);
  });
});

describe('hops and attempts', () => {
  it('links the hops of a request through a proxy', () => {
    const { rounds, invite } = call(flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  proxy -> alice 100
  proxy -> gw INVITE
  gw -> proxy 486
  proxy -> gw ACK
  proxy -> alice 486
  alice -> proxy ACK`);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.hops.map(({ client }) => client.address)).toEqual([
      '192.0.2.10',
      '198.51.100.1',
    ]);
    expect(invite?.downstream[0]?.server.address).toBe('203.0.113.9');
    expect(invite?.downstream[0]?.upstream).toBe(invite);
  });

  it('merges a challenged INVITE and its repeat into one call', () => {
    const { rounds, final, milestones } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  gw -> alice 407
  alice -> gw ACK
  +500ms alice -> gw INVITE sip:bob@example.com with auth
  gw -> alice 486
  alice -> gw ACK`);
    expect(rounds).toHaveLength(2);
    expect(final?.status).toBe(486);
    expect(milestones.lastInvite - milestones.invite).toBeGreaterThan(500_000);
  });

  it('keeps the dialogs of a fork apart and finds the one that answered', () => {
    const { dialogs, outcome } = call(flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  proxy -> alice 180 tag=desk local
  proxy -> alice 180 tag=mobile local
  +3s proxy -> alice 200 tag=mobile local
  alice -> proxy ACK`);
    expect(dialogs.map(({ toTag, answer }) => [toTag, answer !== null])).toEqual([
      ['desk', false],
      ['mobile', true],
    ]);
    expect(outcome).toBe('answered');
  });
});

describe('how far a set-up came', () => {
  it.each([
    ['100', 'trying', false],
    ['180', 'alerting', true],
    ['181', 'alerting', false],
    ['182', 'alerting', false],
    ['183', 'trying', false],
    ['183 with sdp', 'early-media', true],
    ['180 with sdp', 'early-media', true],
    ['199', 'trying', false],
  ])('%s: %s', (response, stage, alerting) => {
    const { stage: reached, milestones } = call(flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  +5ms gw -> alice ${response}
  +1ms gw -> alice 503
  alice -> gw ACK`);
    expect(reached).toBe(stage);
    expect(milestones.alerting !== null).toBe(alerting);
  });
});

describe('conversations that are not whole', () => {
  it('says so when the capture began in the middle of a call', () => {
    const whole = flow`${PARTIES}
  alice -> gw INVITE sip:bob@example.com
  gw -> alice 200
  alice -> gw ACK
  +9s alice -> gw BYE
  gw -> alice 200`;
    const { outcome } = call({ ...whole, sightings: whole.sightings.slice(3) });
    expect(outcome).toBe('incomplete-midcall');
  });

  it('judges the same in whatever order the messages came', () => {
    const whole = flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  proxy -> alice 100
  proxy -> gw INVITE
  gw -> proxy 180
  proxy -> alice 180
  +8s gw -> proxy 603
  proxy -> gw ACK
  proxy -> alice 603
  alice -> proxy ACK`;
    const forward = call(whole);
    const backward = call({ ...whole, sightings: whole.sightings.toReversed() });
    const facts = ({ outcome, release, stage, milestones, final }: Call): unknown => [
      outcome,
      release,
      stage,
      milestones,
      final?.status,
    ];
    expect(facts(backward)).toEqual(facts(forward));
  });

  it('tells registrations and probes from calls', () => {
    const kinds = judged(flow`${PARTIES}
  alice -> gw REGISTER sip:example.com
  gw -> alice 200
  call probe @1s {
    proxy -> gw OPTIONS sip:gw@example.com
    gw -> proxy 200
  }`).map(({ kind }) => kind);
    expect(kinds).toEqual(['registration', 'probe']);
  });
});
