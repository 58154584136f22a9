/** Which INVITE came out of which: by the Via stack whatever the time, by addresses only for a while. */
import { describe, expect, it } from 'vitest';
import { flow, merge, only, shift, type Trace } from '../../fixtures/dsl/index.ts';
import type { Call, Transaction } from '../../src/call/types.ts';
import { judged } from '../helpers/judged.ts';

const PARTIES = `
  alice = 192.0.2.10 "Yealink SIP-T46U 108.86"
  proxy = 198.51.100.1 server "kamailio (5.8.1)"
  gw = 203.0.113.9 "Asterisk PBX 20"
  bob = 192.0.2.20 "Snom D785"
`;

function call(trace: Trace): Call {
  const [first, ...others] = judged(trace);
  expect(others).toEqual([]);
  if (first?.kind !== 'call') throw new Error('no call');
  return first;
}

const ways = ({ rounds }: Call): string[] => rounds.flatMap(({ hops }) => hops).map(wayOf);
const wayOf = ({ client, server }: Transaction): string => `${client.address}>${server.address}`;

/** Bob rings for 45 s, then the proxy asks the mailbox; the caller hangs up at 70 s. */
const FORWARDED = flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  +5ms proxy -> alice 100
  +5ms proxy -> bob INVITE
  +300ms bob -> proxy 180
  proxy -> alice 180
  +45s proxy -> bob CANCEL
  bob -> proxy 200
  bob -> proxy 487
  proxy -> bob ACK
  +10ms proxy -> gw INVITE
  +20ms gw -> proxy 180
  +25s alice -> proxy CANCEL
  proxy -> alice 200
  proxy -> gw CANCEL
  gw -> proxy 200
  gw -> proxy 487
  proxy -> gw ACK
  proxy -> alice 487
  alice -> proxy ACK`;

describe('hops', () => {
  it('are linked by the Via stack however late they were opened', () => {
    const { rounds, milestones } = call(FORWARDED);
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.hops.map(({ upstream }) => upstream === null)).toEqual([true, false, false]);
    expect((milestones.progress ?? 0) - milestones.invite).toBe(311_000);
    expect((milestones.alerting ?? 0) - milestones.invite).toBe(311_000);
  });

  it('are linked by addresses alone for 40 s and no longer', () => {
    const own = (wait: string) =>
      call(flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  +5ms proxy -> alice 100
  +${wait} proxy -> gw INVITE
    Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bKown
  +20ms gw -> proxy 100`).rounds[0]?.hops.filter(({ upstream }) => upstream !== null);
    expect(own('39s')).toHaveLength(1);
    expect(own('41s')).toHaveLength(0);
  });

  it.each([-300_000, 300_000])('are linked when the far clock is off by %i µs', (off) => {
    const whole = flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
  +5ms proxy -> alice 100
  +10ms proxy -> gw INVITE
  +30ms gw -> proxy 503
  proxy -> gw ACK
  +10ms proxy -> alice 503
  alice -> proxy ACK`;
    const isFar = ({ from, to }: Trace['sightings'][number]): boolean =>
      [from.address, to.address].includes('203.0.113.9');
    const near = only(whole, (one) => !isFar(one));
    const skewed = call(merge(near, shift(only(whole, isFar), off)));
    expect(ways(skewed)).toEqual(['192.0.2.10>198.51.100.1', '198.51.100.1>203.0.113.9']);
    expect(wayOf(skewed.invite as Transaction)).toBe('192.0.2.10>198.51.100.1');
    expect(skewed.rounds[0]?.hops[1]?.upstream).toBe(skewed.invite);
  });

  it('do not come out of one another, whatever forged Via stacks say', () => {
    const forged = call(flow`${PARTIES}
  alice -> proxy INVITE sip:bob@example.com
    Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa, SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bKb
  +10ms proxy -> alice INVITE
    Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bKb, SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa`);
    expect(forged.rounds.flatMap(({ hops }) => hops)).toHaveLength(2);
  });
});
