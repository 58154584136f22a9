/** A log that names no addresses: who answered is a guess, until a capture of the same call tells. */
import { describe, expect, it } from 'vitest';
import { flow, toPcap, toText } from '../../fixtures/dsl/index.ts';
import type { Address } from '../../fixtures/dsl/trace.ts';
import type { Report } from '../../src/model/report.ts';
import { Session } from '../../src/session.ts';

/** Two tries to a domain, the first of which is refused. */
const TRACE = flow`
  alice = 192.0.2.10
  proxy = 198.51.100.1 server
  alice -> proxy INVITE sip:1002@example.com with sdp
  +10ms proxy -> alice 100
  +90ms proxy -> alice 404
  +5ms alice -> proxy ACK
`;
const log = toText(TRACE, 'plain');
const capture = toPcap(TRACE);

function report(...sources: readonly Uint8Array[]): Report {
  const session = new Session({ language: 'en', thresholds: {}, messages: 'all' });
  for (const [index, bytes] of sources.entries()) {
    const source = session.open(`source ${index}`);
    source.push(bytes);
    source.end();
  }
  return session.report();
}

const nodes = ({ calls }: Report): string[] => [
  ...new Set(calls.flatMap(({ messages = [] }) => messages.flatMap(({ from, to }) => [from, to]))),
];
const confidences = ({ findings }: Report): string[] =>
  findings
    .filter(({ rule }) => rule.startsWith('resp-'))
    .map(({ rule, confidence }) => `${rule} ${confidence}`);

describe('a log that names no addresses', () => {
  it('blames nobody for certain whom it only knows by the domain of a Request-URI', () => {
    expect(confidences(report(log))).toEqual(['resp-404-number likely']);
    expect(confidences(report(capture))).toEqual(['resp-404-number proven']);
  });

  it('learns them from a capture of the same call, in whatever order', () => {
    for (const both of [report(log, capture), report(capture, log)]) {
      expect(both.calls).toHaveLength(1);
      expect(nodes(both).toSorted()).toEqual(nodes(report(capture)).toSorted());
      expect(confidences(both)).toEqual(['resp-404-number proven']);
      const { assumed } = both.sources.find(({ format }) => format === 'text') ?? {};
      expect(assumed).toContain('addresses-from-sources');
      expect(assumed).not.toContain('addresses-inferred');
    }
  });

  it('keeps what it guessed beside a capture of another call', () => {
    const other = flow`
      bob = 192.0.2.20
      proxy = 198.51.100.1 server
      bob -> proxy INVITE sip:1003@example.com with sdp call=other
      +10ms proxy -> bob 486
      bob -> proxy ACK
    `;
    const both = report(log, toPcap(other));
    expect(both.sources[0]?.assumed).toContain('addresses-inferred');
    expect(confidences(both)).toContain('resp-404-number likely');
  });

  it('keeps what it guessed where captures tell two ways of the same message', () => {
    const elsewhere = ({ address, port }: Address): Address => ({
      address: address === '192.0.2.10' ? '203.0.113.99' : address,
      port,
    });
    const sightings = TRACE.sightings.map((one) => ({
      ...one,
      from: elsewhere(one.from),
      to: elsewhere(one.to),
    }));
    const moved = { ...TRACE, sightings };
    const { sources } = report(log, capture, toPcap(moved));
    expect(sources[0]?.assumed).toContain('addresses-inferred');
  });
});
