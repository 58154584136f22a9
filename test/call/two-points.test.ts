/** One packet in the files of two capture points is one message, however far apart their clocks are. */
import { describe, expect, it } from 'vitest';
import { flow, type Sighting, toPcap, type Trace } from '../../fixtures/dsl/index.ts';
import { reportOf } from '../helpers/session.ts';

const REPEATED = flow`
  alice = 192.0.2.10
  bob = 192.0.2.20
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +5ms bob -> alice 100
  +80ms bob -> alice 180
  +2s bob -> alice 200 with sdp
  alice -> bob ACK
  +20s alice -> bob BYE
    retransmit at 0.5s
  +505ms bob -> alice 200
  +40s capture ends`;

const rules = (...traces: Trace[]): string[] =>
  reportOf(traces.map((trace) => toPcap(trace)))
    .findings.filter(({ scope }) => scope !== 'capture')
    .map(({ rule }) => rule)
    .sort();

/** As another point saw it: behind a router, with a clock of its own. */
const elsewhere = (clockUs: number, sent: (one: Sighting) => Partial<Sighting> = () => ({})) => ({
  ...REPEATED,
  sightings: REPEATED.sightings.map((one) => ({
    ...one,
    time: one.time + clockUs,
    ttl: one.ttl - 1,
    ...sent(one),
  })),
});

describe('a second file', () => {
  it.each([0, 60_000, -60_000, 2_000_000, -2_000_000])('whose clock is %i µs off', (clockUs) => {
    expect(rules(REPEATED, elsewhere(clockUs))).toEqual(rules(REPEATED));
  });

  it('with other packets is more messages', () => {
    const sentAgain = elsewhere(2_000_000, ({ ipId }) => ({ ipId: ipId + 1000 }));
    expect(rules(REPEATED, sentAgain)).not.toEqual(rules(REPEATED));
  });
});
