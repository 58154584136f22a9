import { describe, expect, it } from 'vitest';
import { toPcap } from '../../../fixtures/dsl/index.ts';
import type { ReportFinding } from '../../../src/model/report.ts';
import { Session } from '../../../src/session.ts';
import { traceOf } from '../../helpers/wire.ts';

/** Calls a minute apart, the first of them with two lost copies; a late one has eight packets, another one six. */
function capture(count: number, late: number): Uint8Array {
  const calls = Array.from(
    { length: count },
    (_, index) => `
    call c${index} @${index * 60}s {
      proxy -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
      ${index < late ? 'retransmit x2 A' : ''}
      +${index < late ? '1510' : '10'}ms gw -> proxy 180
      +2s gw -> proxy 200 with sdp
      +5ms proxy -> gw ACK
      +10s proxy -> gw BYE
      +5ms gw -> proxy 200
    }`,
  );
  return toPcap(traceOf(`${calls.join('')}\n @${count * 60 + 40}s capture ends`));
}

/** What is said of the way from the proxy to the gateway, not of single calls. */
function toldOfTheWay(file: Uint8Array): ReportFinding[] {
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
  const source = session.open('1.pcap');
  source.push(file);
  source.end();
  return session
    .report()
    .findings.filter(({ rule, scope }) => rule === 'retransmission-storm' && scope === 'endpoint');
}

describe('INVITEs that are heard at their third copy', () => {
  it('are a fault where many calls of one way suffer from it', () => {
    const found = toldOfTheWay(capture(6, 6));
    expect(found).toMatchObject([
      {
        severity: 'warning',
        args: {
          sender: '198.51.100.1:5060',
          receiver: '203.0.113.9:5060',
          copies: 3,
          deaf: 'slow',
          calls: 6,
          elapsedUs: 1_510_000,
        },
        title:
          'In 6 calls 198.51.100.1:5060 had to repeat its INVITE before an answer of 203.0.113.9:5060 was seen.',
      },
    ]);
    expect(found[0]?.calls).toHaveLength(6);
    const frames = found[0]?.evidence.map((one) => (one.kind === 'silence' ? 0 : one.at.frame));
    expect(frames).toEqual([1, 9, 17, 25]);
  });

  it.each([
    ['six of seventy calls', 70, 6],
    ['four calls', 4, 4],
  ])('are none in %s', (_, count, late) => {
    expect(toldOfTheWay(capture(count, late))).toEqual([]);
  });
});
