/** How far silence is trusted where the capture has holes of its own. */
import { describe, expect, it } from 'vitest';
import { flowFromText, toPcapng } from '../../fixtures/dsl/index.ts';
import { backgroundCall, CAST } from '../../fixtures/traces/cast.ts';
import { named } from '../../fixtures/traces/index.ts';
import type { Report } from '../../src/model/report.ts';
import { plain } from '../network/tls/synthetic.ts';
import { ethernet, ipv4, udp } from '../network/packet-bytes.ts';
import { ACK, capture, seconds, segment } from '../helpers/wire.ts';
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

  it.each(['late-trying', 'pdd-slow'])(
    'nor that nothing came before the first response: %s',
    (rule) => {
      const slow = flowFromText(`${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
      +450ms proxy -> alice 100
      +20s proxy -> alice 180
      +1s proxy -> alice 200 with sdp
      +1ms alice -> proxy ACK
      +9s alice -> proxy BYE
      +1ms proxy -> alice 200`);
      expect(findingOf(analysed(toPcapng(slow)), rule)?.confidence).toBe('proven');
      const lossy = analysed(toPcapng(slow, { interfaces: [{ drops: 3 }] }));
      expect(findingOf(lossy, rule)?.confidence).toBe('likely');
    },
  );

  it('but that a request was sent again proves that nothing was heard', () => {
    const slow = flowFromText(`${CAST}
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
      retransmit at 0.5s
      +800ms proxy -> alice 100
      +1s proxy -> alice 486
      +1ms alice -> proxy ACK`);
    const lossy = analysed(toPcapng(slow, { interfaces: [{ drops: 3 }] }));
    expect(findingOf(lossy, 'late-trying')?.confidence).toBe('proven');
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

describe('a capture in which responses have no request', () => {
  const answered = (at: number) => `call o${at} @${at}s {
    alice -> bob OPTIONS unseen
    +5ms bob -> alice 200
  }`;
  const silent = `call silent @200s {
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    retransmit A
  }`;
  const seen = `call seen @0s {
    alice -> bob OPTIONS
    +5ms bob -> alice 200
  }`;
  const flow = (orphans: string) => capture(`${seen}\n${orphans}\n${silent}\n @400s capture ends`);

  it('proves no silence, although the loss shows only at the end', () => {
    const whole = analysed(flow(''));
    expect(findingOf(whole, 'invite-no-response')?.confidence).toBe('proven');
    const holed = analysed(flow([250, 260, 270, 280].map(answered).join('\n')));
    expect(findingOf(holed, 'capture-packet-loss')?.args).toMatchObject({ orphans: 4 });
    expect(findingOf(holed, 'invite-no-response')?.confidence).toBe('likely');
    const call = holed.calls.find(({ outcome }) => outcome === 'failed-timeout');
    expect(call?.confidence).toBe('likely');
  });
});

describe('an INVITE whose answer goes to the port in its Via, and belongs to no request', () => {
  const common =
    'From: <sip:a@192.0.2.30>;tag=1\r\nCSeq: 1 INVITE\r\nCall-ID: c\r\nMax-Forwards: 70\r\n';
  const message = (line: string, branch: string, toTag: string): string =>
    `${line}\r\nVia: SIP/2.0/UDP 192.0.2.30;branch=z9hG4bK${branch}\r\nTo: <sip:b@192.0.2.20>${toTag}\r\n${common}Content-Length: 0\r\n\r\n`;
  const packet = (at: number, text: string, from: readonly number[], to: readonly number[]) => ({
    at,
    bytes: ethernet(
      0x0800,
      ipv4(udp(new TextEncoder().encode(text), { from: from[4] ?? 0, to: to[4] ?? 0 }), {
        from: from.slice(0, 4),
        to: to.slice(0, 4),
      }),
    ),
  });
  const carol = (port: number): number[] => [192, 0, 2, 30, port];
  const bob = [192, 0, 2, 20, 5060];
  const invite = packet(
    0,
    message('INVITE sip:b@192.0.2.20 SIP/2.0', 'one', ''),
    carol(41_000),
    bob,
  );
  const ringing = packet(90_000, message('SIP/2.0 180 Ringing', 'two', ';tag=2'), bob, carol(5060));
  const later = { at: seconds(60), bytes: invite.bytes.slice(0, 20) };

  it('was not met by silence', () => {
    expect(findingOf(analysed(capture('', [invite, later])), 'invite-no-response')).toBeDefined();
    const report = analysed(capture('', [invite, ringing, later]));
    expect(findingOf(report, 'invite-no-response')).toBeUndefined();
  });
});

describe('an INVITE that was sent once over UDP', () => {
  const flow = `
    call seen @0s {
      alice -> proxy OPTIONS
      +5ms proxy -> alice 200
    }
    call silent @40s {
      alice -> proxy INVITE sip:+84901234567@example.com with sdp
    }
    @140s capture ends`;

  it('is likely unheard, and nobody is said to have kept trying', () => {
    const report = analysed(capture(flow));
    const found = findingOf(report, 'invite-no-response');
    expect(found).toMatchObject({ status: 'present', confidence: 'likely' });
    expect(found?.explanation).toContain('sent it once, and 1 min 40 s later');
    const call = report.calls.find(({ outcome }) => outcome === 'failed-timeout');
    expect(call).toMatchObject({ confidence: 'likely', release: 'unknown' });
  });
});
