import { describe, expect, it } from 'vitest';
import { flowFromText, pcapParts } from '../fixtures/dsl/index.ts';
import { concat } from '../fixtures/dsl/wire/bytes.ts';
import type { Report } from '../src/model/report.ts';
import { analysed } from './shapes/analysed.ts';

const REFUSED = flowFromText(`
  alice = 192.0.2.10
  gw = 203.0.113.9
  call refused @0s {
    alice -> gw INVITE sip:1002@example.com
      X-Behind: nothing that matters
    +300ms gw -> alice 486
    alice -> gw ACK
  }
  call still @1s {
    alice -> gw INVITE sip:1003@example.com
    +100ms gw -> alice 100
    +200s capture ends
  }
`);

/** The capture with `keep` bytes of each packet that `cut` chooses. */
function cutTo(keep: number, cut: (packet: number) => boolean, flow = REFUSED): Report {
  const [header = new Uint8Array(), ...records] = pcapParts(flow);
  const kept = records.map((record, at) => {
    if (!cut(at) || record.length <= 16 + keep) return record;
    const short = record.slice(0, 16 + keep);
    new DataView(short.buffer).setUint32(8, keep, true);
    return short;
  });
  return analysed(concat([header, ...kept]));
}

const outcomes = ({ totals }: Report): unknown => totals.outcomes;
const lost = ({ sources }: Report): number | undefined =>
  sources[0]?.unread.find(({ reason }) => reason === 'message-cut-beyond-use')?.count;

describe('messages cut by the snap length', () => {
  it('are counted and make no calls when nothing tells which call they are of', () => {
    const report = cutTo(120, () => true);
    expect(report.totals.messages).toBe(5);
    expect([lost(report), outcomes(report), report.totals.calls]).toEqual([5, {}, 0]);
  });

  it('prove no silence: the answer may have been among them', () => {
    const answers = cutTo(120, (packet) => packet === 1 || packet === 4);
    expect(lost(answers)).toBe(2);
    // The ACK shows that a refusal came, and the INVITE that the call began here: it is neither pending for sure nor mid-call.
    expect(answers.calls.map(({ outcome, confidence }) => [outcome, confidence])).toEqual([
      ['incomplete-pending', 'likely'],
      ['incomplete-pending', 'possible'],
    ]);
    expect(answers.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['invite-no-response', 'inconclusive'],
      ['capture-snaplen-truncated', 'present'],
    ]);
  });

  it('are what they were when only a body or a late field is missing', () => {
    const whole = cutTo(9999, () => false);
    const [invite] = pcapParts(REFUSED).slice(1) as [Uint8Array];
    const behind = new TextDecoder('latin1').decode(invite).indexOf('X-Behind') - 16 + 4;
    const report = cutTo(behind, (packet) => packet === 0);
    expect([lost(report), outcomes(report)]).toEqual([undefined, outcomes(whole)]);
    expect(report.findings.filter(({ rule }) => rule === 'malformed-message')).toEqual([]);
  });
});

describe.each(['tcp', 'ws'] as const)('messages over %s that the snap length cut', (transport) => {
  const flow = flowFromText(`
    alice = 192.0.2.10
    gw = 203.0.113.9
    alice -> gw INVITE sip:1002@example.com with sdp over ${transport}
    +300ms gw -> alice 486 over ${transport}
    alice -> gw ACK over ${transport}
  `);

  it('ask for whole packets, not for a larger buffer', () => {
    const report = cutTo(300, (packet) => packet > 2, flow);
    const said = report.findings.filter(({ rule }) => rule.startsWith('capture-'));
    expect(said.map(({ rule, status }) => [rule, status])).toEqual([
      ['capture-snaplen-truncated', 'present'],
    ]);
    const [finding] = said;
    expect(finding?.args).toMatchObject({ messages: report.totals.messages });
    const { cut = 0, captured = 0, onWire = 0 } = { ...finding?.args } as Record<string, number>;
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThanOrEqual(report.totals.messages);
    expect(captured).toBeGreaterThan(0);
    expect(onWire).toBeGreaterThan(captured);
  });
});
