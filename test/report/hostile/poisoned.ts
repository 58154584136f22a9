import type { Report } from '../../../src/model/report.ts';
import {
  at,
  CALLER,
  CARRIER,
  codeEntry,
  evidence,
  makeCall,
  makeKpis,
  makeMessage,
  makeReport,
  makeSource,
  PROXY,
} from '../../helpers/report.ts';

const NO_GROUP = { groups: [], rest: null };

/** A report with every part that any output shows, and `text` in every field that comes from outside. */
export function poisonedReport(text: string, language: 'en' | 'vi' = 'en'): Report {
  const final = { code: 603, phrase: text, reason: text };
  const legs = [
    { callId: text, source: CALLER, destination: PROXY, code: 603 },
    { callId: text, source: text, destination: text, code: null },
  ];
  const parties = { from: text, to: text, callIds: [text], legs, final };
  const timing = { pddMs: null, ringMs: null, talkMs: null, elapsedMs: 32_000 };
  const failed = { ...parties, outcome: 'failed-policy', stage: 'trying', timing } as const;
  const messages = [
    makeMessage(1, 0, { method: 'INVITE', sdp: true, text: `INVITE ${text}\r\n\r\n${text}` }),
    makeMessage(2, 9000, { from: PROXY, to: text, method: text, cseq: text }),
    makeMessage(3, 3_000_000, { from: CARRIER, to: PROXY, code: 603, phrase: text, reason: text }),
    makeMessage(4, 4_000_000, {
      from: PROXY,
      to: CALLER,
      code: 200,
      phrase: text,
      cseq: `1 ${text}`,
    }),
  ];
  const finding = (id: string, calls: string[], part: object = {}) => ({
    id,
    rule: 'decline-607',
    severity: 'error' as const,
    confidence: 'proven' as const,
    status: 'present' as const,
    scope: 'call' as const,
    calls,
    args: { node: text },
    title: `${text} refused ${text}.`,
    explanation: `Because of ${text}.`,
    fix: [`Ask ${text}.`, text],
    evidence: [
      evidence(1, 0, text, { from: text, to: text, field: text, copies: 2 }),
      {
        kind: 'silence' as const,
        since: at(0),
        until: at(9e6),
        from: text,
        to: text,
        awaited: text,
      },
      {
        kind: 'packet' as const,
        at: { source: 0, line: 7 },
        time: null,
        from: text,
        to: text,
        what: text,
      },
      { kind: 'counter' as const, at: { source: 0, offset: 9 }, what: text, value: 3 },
    ],
    ...part,
  });
  const value = { value: text, calls: 1, attempts: 2 };
  return makeReport({
    language,
    names: { [CALLER]: { name: text }, [text]: { name: text } },
    settings: { off: [text], severities: {}, thresholds: { [text]: 1 } },
    sources: [
      makeSource({ path: text, dialect: text, unread: [{ reason: text, count: 1, first: null }] }),
      makeSource({ path: `/srv/${text}` }),
    ],
    calls: [
      makeCall('c1', { ...failed, findings: ['f1'], primary: 'f1', messages }),
      makeCall('c2', { ...failed, findings: ['f1'], primary: 'f1' }),
      makeCall('c3', { ...failed, messages }),
      makeCall('c4', { ...parties }),
    ],
    conversations: [
      {
        id: 'r1',
        kind: 'registration',
        callId: text,
        from: text,
        to: text,
        source: text,
        destination: text,
        start: at(0),
        end: at(1),
        tries: 1,
        outcome: 'refused',
        confidence: 'proven',
        final,
        findings: ['f2'],
        primary: 'f2',
      },
    ],
    findings: [
      finding('f1', ['c1', 'c2']),
      finding('f2', [], { scope: 'registration', rule: 'register-failed' }),
      finding('f3', [], { scope: 'capture', severity: 'warning', rule: 'capture-one-way' }),
      finding('f4', [], { rule: text, scope: 'endpoint' }),
      finding('f5', ['c4'], { severity: 'info', rule: 'decline-human' }),
    ],
    incidents: [
      {
        id: 'i1',
        of: 'call',
        rule: 'decline-607',
        signature: text,
        severity: 'error',
        calls: ['c1', 'c2'],
        first: at(0),
        last: at(60e6),
        share: 0.5,
        window: { attempts: 4, affected: 2 },
        scope: (['source', 'destination', 'userAgent', 'prefix', 'code'] as const).map(
          (dimension) => ({
            dimension,
            only: true,
            affected: [value],
            unaffected: [value],
            more: { affected: 1, unaffected: 1 },
          }),
        ),
        histogram: { start: at(0), stepSeconds: 10, affected: [1, 0, 1], attempts: [2, 1, 1] },
        representative: 'c1',
        twin: {
          call: 'c4',
          start: at(3),
          similarity: 0.9,
          differences: [
            { part: 'header', name: text, failed: text, worked: null },
            { part: 'sdp', name: 'm=', failed: null, worked: text },
          ],
          moreDifferences: 2,
        },
      },
    ],
    catalog: { 603: codeEntry(text, { label: text, causes: [text] }) },
    kpis: makeKpis({
      attempts: 4,
      asr: 25,
      by: {
        peer: { groups: [{ key: text, ...makeKpis({ attempts: 4 }) }], rest: null },
        trunk: { groups: [{ key: text, ...makeKpis({ attempts: 4 }) }], rest: null },
        agent: { groups: [{ key: text, ...makeKpis({ attempts: 4 }) }], rest: null },
        prefix: NO_GROUP,
        time: { minutes: 60, periods: [], rest: null },
      },
    }),
  });
}
