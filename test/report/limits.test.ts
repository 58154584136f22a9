/** What limits the conclusions from a source is told where the source is listed, and nowhere else. */
import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '../../src/model/report.ts';
import { problemsOf } from '../../src/report/problems.ts';
import { textFormat } from '../../src/report/text.ts';
import { makeCall, makeFinding, makeReport, makeSource } from '../helpers/report.ts';

const drops = (source = 0): ReportFinding =>
  makeFinding(
    'f1',
    'capture-packet-loss',
    { dropped: 1204, gaps: 0, orphans: 0, responses: 40 },
    {
      severity: 'warning',
      scope: 'capture',
      evidence: [{ kind: 'counter', at: { source }, what: 'dropped while capturing', value: 1204 }],
    },
  );
const cut = makeFinding(
  'f2',
  'capture-starts-midcall',
  { calls: 4 },
  { severity: 'info', scope: 'capture', calls: ['c1'] },
);
const text = (part: Parameters<typeof makeReport>[0]): string =>
  [...textFormat.render(makeReport(part), { width: 100 })].join('');

describe('limits of a source', () => {
  it('say what to mind, and for harm what to do', () => {
    const shown = text({ calls: [makeCall('c1')], findings: [drops(), cut] });
    expect(shown).toMatch(/mind {2}The capture is not complete: 1,204 packets were dropped/);
    expect(shown.replace(/\s+/g, ' ')).toContain('a larger buffer (tcpdump -B)');
    expect(shown).toMatch(/mind {2}4 calls were already under way when the capture began\.\n/);
  });

  it('are neither problems nor notes', () => {
    const report = makeReport({ calls: [makeCall('c1')], findings: [drops(), cut] });
    expect(problemsOf(report)).toEqual([]);
    const shown = [...textFormat.render(report, {})].join('');
    expect(shown).not.toContain('Noted');
    expect(shown).not.toContain('capture-packet-loss');
  });

  it('bring their source out of a folded folder', () => {
    const sources = Array.from({ length: 12 }, (_, at) => makeSource({ path: `${at}.pcap` }));
    expect(text({ sources })).not.toContain('7.pcap');
    const shown = text({ sources, findings: [drops(7)] });
    expect(shown).toMatch(/8\. 7\.pcap[^\n]*\n {4}mind/);
    expect(shown).toContain('11 × pcap');
  });

  it('are silent about a good capture', () => {
    expect(text({ calls: [makeCall('c1')] })).not.toContain('mind');
  });
});

describe('evidence below SIP', () => {
  it('shows packets and figures', () => {
    const finding = makeFinding(
      'f1',
      'tcp-connect-failed',
      {
        server: '203.0.113.5:5060',
        clients: ['192.0.2.20'],
        how: 'reset',
        attempts: 3,
        recovered: false,
      },
      {
        scope: 'endpoint',
        evidence: [
          {
            kind: 'packet',
            at: { source: 0, frame: 12 },
            time: '2026-11-22T09:30:00.000000Z',
            from: '192.0.2.20:41000',
            to: '203.0.113.5:5060',
            what: 'TCP SYN, RST',
            copies: 3,
          },
          { kind: 'counter', at: { source: 0 }, what: 'SYN', value: 9 },
        ],
      },
    );
    const shown = text({ findings: [finding] });
    expect(shown).toContain('203.0.113.5:5060 refuses TCP connections from 192.0.2.20.');
    expect(shown).toMatch(/#12 {2}09:30:00\.000 {2}TCP SYN, RST ×3 {2}192\.0\.2\.20:41000 →/);
    expect(shown).toMatch(/9 × SYN/);
  });
});
