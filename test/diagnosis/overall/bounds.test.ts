/** Bounds of what is noted about the capture as a whole: hitting one is told. */
import { describe, expect, it } from 'vitest';
import { Session } from '../../../src/session.ts';
import { capture } from '../../helpers/wire.ts';

/** Calls to as many gateways, each refused. */
function refusals(gateways: number): Uint8Array {
  const all = Array.from({ length: gateways }, (_, index) => index);
  const hosts = all.map((at) => `h${at} = 10.1.${at >> 8}.${at & 255}:5060`);
  const calls = all.map(
    (at) => `call c${at} @${at}s {
      pbx -> h${at} INVITE sip:1@example.com with sdp
      +3ms h${at} -> pbx 503
      +1ms pbx -> h${at} ACK
    }`,
  );
  return capture([...hosts, ...calls].join('\n'));
}

function warningsOf(file: Uint8Array): string[] {
  const warnings: string[] = [];
  const session = new Session({
    language: 'en',
    thresholds: {},
    messages: 'none',
    onWarning: (warning) => warnings.push(warning),
  });
  const source = session.open('1.pcap');
  source.push(file);
  source.end();
  session.report();
  return warnings;
}

describe('refusals for want of capacity', () => {
  it('are compared for a thousand pairs of client and server; the rest is counted', () => {
    expect(warningsOf(refusals(1000))).toEqual([]);
    expect(warningsOf(refusals(1003))).toEqual([
      '3 refusals for want of capacity were not compared: too many pairs of client and server',
    ]);
  });
});
