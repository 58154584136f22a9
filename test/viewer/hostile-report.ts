/** An attacker's text in every field of a report that a page shows. */
import type { Incident, Report } from '../../src/model/report.ts';
import {
  at,
  CALLER,
  codeEntry,
  evidence,
  makeCall,
  makeFinding,
  makeMessage,
  makeReport,
  makeSource,
  PROXY,
} from '../helpers/report.ts';

/** `shown`: as a reader must see it. */
export const PAYLOADS = [
  { raw: '</script><script>window.hit = 1</script>', shown: '</script><script>window.hit = 1' },
  { raw: '<img src=x onerror="window.hit = 1">', shown: '<img src=x onerror=' },
  { raw: '<svg/onload=window.hit=1>', shown: '<svg/onload=window.hit=1>' },
  { raw: 'javascript:window.hit=1', shown: 'javascript:window.hit=1' },
  { raw: '{{constructor.constructor("window.hit=1")()}}', shown: '{{constructor.constructor(' },
  { raw: '<!--<script>', shown: '<!--<script>' },
  { raw: '&lt;b&gt;', shown: '&lt;b&gt;' },
  { raw: 'pay\u202egnp.exe', shown: 'pay\\u202egnp.exe' },
  { raw: '\u001b]0;hit\u0007\u001b[2J', shown: '\\x1b]0;hit\\x07\\x1b[2J' },
  { raw: 'line\u2028separator', shown: 'line\\u2028separator' },
] as const;

const ALL = PAYLOADS.map(({ raw }) => raw).join(' ');

const TEXT = [
  `INVITE sip:${ALL} SIP/2.0`,
  ...PAYLOADS.map(({ raw }) => `Contact: ${raw}`),
  `Reason: ${ALL}`,
  '',
  `s=${ALL}`,
].join('\r\n');

export function hostileReport(): Report {
  const call = makeCall('c1', {
    from: ALL,
    to: ALL,
    callIds: [ALL],
    outcome: 'failed-server',
    final: { code: 500, phrase: ALL, reason: ALL },
    legs: [{ callId: ALL, source: ALL, destination: ALL, code: 500 }],
    findings: ['f1'],
    primary: 'f1',
    messages: [
      makeMessage(1, 0, { method: ALL, from: ALL, text: TEXT }),
      makeMessage(2, 10, {
        from: PROXY,
        to: CALLER,
        code: 500,
        phrase: ALL,
        reason: ALL,
        text: TEXT,
      }),
    ],
  });
  const finding = makeFinding(
    'f1',
    'late-trying',
    { node: ALL, delayUs: 1, copies: 1 },
    {
      calls: ['c1'],
      title: ALL,
      explanation: ALL,
      fix: [ALL],
      evidence: [evidence(1, 0, ALL, { from: ALL, to: ALL, field: `Contact: ${ALL}` })],
    },
  );
  const limit = { ...finding, id: 'f2', scope: 'capture' as const, calls: [] };
  const note = { ...finding, id: 'f3', severity: 'info' as const, calls: [] };
  const incident: Incident = {
    id: 'i1',
    of: 'call',
    rule: 'late-trying',
    signature: ALL,
    severity: 'error',
    calls: ['c1'],
    first: at(0),
    last: at(0),
    share: 1,
    window: { attempts: 3, affected: 1 },
    scope: [
      {
        dimension: 'userAgent',
        only: true,
        affected: [{ value: ALL, calls: 1, attempts: 1 }],
        unaffected: [{ value: ALL, attempts: 2 }],
        more: { affected: 0, unaffected: 0 },
      },
    ],
    histogram: { start: at(0), stepSeconds: 60, affected: [1, 0], attempts: [2, 1] },
    representative: 'c1',
    twin: {
      call: 'c1',
      start: at(0),
      similarity: 1,
      differences: [{ part: 'header', name: ALL, failed: ALL, worked: ALL }],
      moreDifferences: 1,
    },
  };
  const path = `${ALL}.pcap`;
  return makeReport({
    calls: [call],
    findings: [finding, limit, note],
    incidents: [incident],
    names: { [PROXY]: { name: ALL } },
    sources: [makeSource({ path, unread: [{ reason: ALL, count: 1, first: null }] })],
    catalog: { 500: codeEntry(ALL, { note: ALL, causes: [ALL] }) },
    settings: { off: [ALL], severities: {}, thresholds: {} },
    conversations: [
      {
        id: 'o1',
        kind: 'probe',
        callId: ALL,
        from: ALL,
        to: ALL,
        source: ALL,
        destination: ALL,
        start: at(0),
        end: at(0),
        tries: 1,
        outcome: 'unanswered',
        confidence: 'proven',
        final: null,
        findings: [],
        primary: null,
      },
    ],
  });
}
