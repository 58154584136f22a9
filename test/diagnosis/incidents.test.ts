import { describe, expect, it } from 'vitest';
import { named } from '../../fixtures/traces/index.ts';
import { foldIncidents, type IncidentRecord } from '../../src/diagnosis/incidents.ts';
import { phraseFamily, signatureOf } from '../../src/diagnosis/signature.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

const record = (
  callId: string,
  signature: string,
  time: number,
  part: Partial<IncidentRecord> = {},
): IncidentRecord => ({
  callId,
  rule: 'trying-then-408',
  severity: 'error',
  signature,
  time,
  ...part,
});

describe('incidents', () => {
  it('fold findings of one signature, with first, last, share and a representative', () => {
    const records = [
      record('c3', 'a', 30),
      record('c1', 'a', 10, { severity: 'warning' }),
      record('c2', 'a', 20),
      record('c2', 'a', 20),
    ];
    expect(foldIncidents(records, 12)).toEqual([
      {
        id: 'i1',
        rule: 'trying-then-408',
        signature: 'a',
        severity: 'error',
        calls: ['c1', 'c2', 'c3'],
        first: 10,
        last: 30,
        share: 0.25,
        representative: 'c2',
      },
    ]);
  });

  it('stand in the order of severity, then of calls, then of time', () => {
    const records = [
      record('c1', 'one info', 1, { severity: 'info' }),
      record('c2', 'late', 9),
      record('c3', 'early', 2),
      record('c4', 'two', 5),
      record('c5', 'two', 6),
    ];
    const order = ['two', 'early', 'late', 'one info'];
    expect(foldIncidents(records, 5).map(({ signature }) => signature)).toEqual(order);
    expect(foldIncidents(records.toReversed(), 5).map(({ signature }) => signature)).toEqual(order);
  });

  it('need neither calls nor a clock', () => {
    expect(foldIncidents([], 0)).toEqual([]);
    const [incident] = foldIncidents([record('c1', 'a', Number.NaN)], 0);
    expect(incident).toMatchObject({ first: Number.NaN, share: 0, representative: 'c1' });
  });
});

describe('signatures', () => {
  it('are equal for the same fault of two calls and name the link', () => {
    const signatures = [
      'trying-downstream-silent-32s',
      'trying-downstream-silent-kamailio-30s',
    ].map((name) => {
      const stuck = diagnoseTrace(named(name).trace).at(-1) ?? expect.fail();
      return stuck.findings.map((finding) => signatureOf(finding, stuck.judged));
    });
    expect(signatures[0]).toEqual([
      'invite-no-response · 203.0.113.9:5060',
      'trying-downstream-silent · 198.51.100.1:5060 · 203.0.113.9:5060',
    ]);
    expect(signatures[1]).toEqual(signatures[0]);
  });

  it('leave out of a phrase what differs from call to call', () => {
    expect(phraseFamily('Request Timeout')).toBe('request timeout');
    expect(phraseFamily("I'm terribly sorry, server error occurred (7/TM)")).toBe(
      "i'm terribly sorry, server error occurred",
    );
    expect(phraseFamily('Call limit 12 reached on trunk-0042')).toBe('call limit # reached on #');
    expect(phraseFamily('x'.repeat(10_000))).toHaveLength(60);
  });
});
