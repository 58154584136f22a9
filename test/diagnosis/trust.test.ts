/** How far silence is trusted where the capture has holes of its own. */
import { describe, expect, it } from 'vitest';
import { toPcapng } from '../../fixtures/dsl/index.ts';
import { backgroundCall } from '../../fixtures/traces/cast.ts';
import { named } from '../../fixtures/traces/index.ts';
import type { Report } from '../../src/model/report.ts';
import { plain } from '../network/tls/synthetic.ts';
import { ACK, capture, segment } from '../helpers/wire.ts';
import { analysed } from '../shapes/analysed.ts';

const findingOf = (report: Report, rule: string) =>
  report.findings.find((finding) => finding.rule === rule);

describe('a capture that reports drops', () => {
  const silent = named('invite-no-response').trace;
  const whole = analysed(toPcapng(silent));
  const holed = analysed(toPcapng(silent, { interfaces: [{ drops: 3 }] }));

  it('proves no silence', () => {
    expect(findingOf(whole, 'invite-no-response')?.confidence).toBe('proven');
    expect(findingOf(holed, 'invite-no-response')?.confidence).toBe('likely');
  });

  it('nor a time-out', () => {
    const outcomes = (report: Report) =>
      report.calls
        .filter(({ outcome }) => outcome === 'failed-timeout')
        .map(({ confidence }) => confidence);
    expect(outcomes(whole)).toEqual(['proven']);
    expect(outcomes(holed)).toEqual(['likely']);
  });

  it('leaves alone what was seen', () => {
    const declined = named('decline-human').trace;
    const { confidence } = findingOf(analysed(toPcapng(declined)), 'decline-human') ?? {};
    const again = analysed(toPcapng(declined, { interfaces: [{ drops: 3 }] }));
    expect(findingOf(again, 'decline-human')?.confidence).toBe(confidence);
  });
});

describe('a node with connections that could not be read', () => {
  const flow = `
    ${backgroundCall('b1', '@0s')}
    @40s alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    @90s capture ends`;
  const content = plain(23, new Uint8Array(64).fill(7));
  const ends = [
    ['198.51.100.1', 41_000],
    ['203.0.113.77', 5061],
  ] as const;
  const tls = [0, 1].map((at) => ({
    at: 1_000_000 + at * 1000,
    bytes: segment(ends, ACK, { seq: 100 + at * content.length, data: content }),
  }));

  it('may have passed the call on over one of them', () => {
    const open = findingOf(analysed(capture(flow)), 'trying-not-forwarded');
    expect(open).toMatchObject({ status: 'present', confidence: 'likely' });
    const hidden = findingOf(analysed(capture(flow, tls)), 'trying-not-forwarded');
    expect(hidden).toMatchObject({ status: 'inconclusive', confidence: 'possible' });
  });
});

describe('a refusal that a failed connection explains', () => {
  it('is no congestion, and what is not likely changes nothing', () => {
    const flow = (wait: string): string => `
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
      +2ms proxy -> alice 100
      +${wait} proxy -> alice 503
      +2ms alice -> proxy ACK
      @60s capture ends`;
    const proxy = ['198.51.100.1', 41_000] as const;
    const gateway = ['203.0.113.9', 5060] as const;
    const refused = (at: number) => [
      { at, bytes: segment([proxy, gateway], 2, { seq: 9 }) },
      { at: at + 500, bytes: segment([gateway, proxy], 20, { seq: 0 }) },
    ];
    const outcome = (at: number) => analysed(capture(flow('10s'), refused(at))).calls[0]?.outcome;
    expect(analysed(capture(flow('10s'))).calls[0]?.outcome).toBe('failed-capacity');
    expect(outcome(3000)).toBe('failed-transport');
    // Five seconds after the INVITE it may as well be about another call.
    expect(outcome(5_000_000)).toBe('failed-capacity');
  });
});
