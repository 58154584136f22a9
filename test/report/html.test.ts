import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { formatForFile } from '../../src/report/formats.ts';
import { htmlFormat } from '../../src/report/html.ts';
import { embedded, escaped } from '../../src/report/html/embed.ts';
import type { CallRow, CallView, PageData, StepView } from '../../src/report/html/page-data.ts';
import { viewerModule } from '../../scripts/viewer.ts';
import {
  at,
  CALLER,
  CARRIER,
  codeEntry,
  evidence,
  makeCall,
  makeFinding,
  makeMessage,
  makeReport,
  makeSource,
  PROXY,
} from '../helpers/report.ts';

interface Blocks {
  readonly html: string;
  readonly page: PageData;
  readonly rows: readonly CallRow[];
  readonly calls: ReadonlyMap<string, CallView>;
}

/** The data of a report as the page reads it. */
function blocks(report: Report): Blocks {
  const html = [...htmlFormat.render(report)].join('');
  const json = new Map(
    [...html.matchAll(/<script type="application\/json" id="([^"]+)">([^]*?)<\/script>/g)].map(
      ([, id, text]) => [id ?? '', JSON.parse(text ?? '') as unknown],
    ),
  );
  const calls = [...json].filter(([id]) => id.startsWith('call-'));
  return {
    html,
    page: json.get('data') as PageData,
    rows: json.get('rows') as CallRow[],
    calls: new Map(calls.map(([id, view]) => [id.slice('call-'.length), view as CallView])),
  };
}

const INVITE = { method: 'INVITE', sdp: true } as const;

/** Two calls: one that was refused, with a copy of its INVITE, and one that went well and has no messages. */
function refused(): Report {
  const messages = [
    makeMessage(10, 0, { ...INVITE, text: 'INVITE sip:b SIP/2.0\r\nSubject:\ta\r\n\r\n' }),
    makeMessage(11, 500_000, { ...INVITE, repeat: 'retransmission' }),
    makeMessage(12, 4_000_000, { from: PROXY, to: CALLER, code: 503, phrase: 'Busy Now' }),
  ];
  const finding = makeFinding(
    'f1',
    'late-trying',
    { node: PROXY, delayUs: 4e6, copies: 2 },
    {
      calls: ['c1'],
      evidence: [
        evidence(11, 500_000, 'INVITE'),
        evidence(12, 4e6, '503 Busy Now', { field: 'Warning: x' }),
      ],
    },
  );
  return makeReport({
    calls: [
      makeCall('c1', {
        outcome: 'failed-server',
        final: { code: 503, phrase: 'Busy Now' },
        findings: ['f1'],
        primary: 'f1',
        messages,
      }),
      makeCall('c2', { start: at(60_000_000) }),
    ],
    findings: [finding],
    catalog: { 503: codeEntry('Service Unavailable', { note: 'overloaded' }) },
    names: { [PROXY]: { name: 'edge' } },
  });
}

describe('the HTML report', () => {
  it('is chosen by the extension of the file', () => {
    expect(formatForFile('report.html')?.id).toBe('html');
    expect(formatForFile('REPORT.HTM')?.id).toBe('html');
  });

  it('allows its own script and style sheet by their hashes, and nothing else', () => {
    const { html } = blocks(refused());
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const hash = (text = ''): string =>
      `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = /<script>([^]*?)<\/script>/.exec(html)?.[1];
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1];
    expect(policy).toContain(`script-src ${hash(script)}`);
    expect(policy).toContain(`style-src ${hash(style)}`);
    expect(html).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=/i);
  });

  it('carries the page as src/viewer has it now', async () => {
    expect(await viewerModule()).toBe(readFileSync('src/report/html/bundle.ts', 'utf8'));
  });

  it('has text nodes only: no part of the page writes markup', () => {
    for (const file of globSync('src/viewer/**/*.{ts,tsx}')) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacent|dangerously|document\.write|\beval\b|new Function/,
      );
    }
  });

  it('draws the ladder of a call with its copies folded, its notes and its texts', () => {
    const { calls } = blocks(refused());
    const call = calls.get('c1');
    expect(call?.ladder.lanes).toEqual([
      { name: CALLER, own: '' },
      { name: PROXY, own: 'edge' },
    ]);
    const [invite, silence, answer] = call?.ladder.rows ?? [];
    expect(invite).toMatchObject({
      place: '#10',
      from: 0,
      to: 1,
      name: 'INVITE',
      marks: ' SDP ×2',
    });
    expect((invite as StepView).text).toEqual(['INVITE sip:b SIP/2.0', 'Subject:    a']);
    expect(silence).toBe('4 s');
    expect(answer).toMatchObject({ since: '+4.000', from: 1, to: 0, notes: ['overloaded'] });
    expect(answer).toMatchObject({ fields: ['warning'], source: 'incident.pcap, frame 12' });
  });

  it('leads evidence to the row that shows it, a folded copy to its original', () => {
    const { calls, page } = blocks(refused());
    expect(calls.get('c1')?.findings[0]?.evidence.map(({ step }) => step)).toEqual([0, 2]);
    expect(page.problems[0]?.finding.evidence.map(({ step }) => step)).toEqual([0, 2]);
    expect(page.problems[0]?.example).toBe('c1');
  });

  it('lists every call and says that not all come with messages', () => {
    const { rows, page, calls } = blocks(refused());
    expect(rows.map(([id]) => id)).toEqual(['c1', 'c2']);
    expect(rows[1]?.[3]).toBe(60_000);
    expect(rows.map((row) => row[9])).toEqual([0, -1]);
    expect([...calls.keys()]).toEqual(['c1']);
    expect(page.notes.join(' ')).toContain('1 of 2 calls come with their messages');
  });

  it('says what was not read, and what was switched off', () => {
    const unread = [{ reason: 'udp-not-sip', count: 3, first: { source: 0, frame: 7 } }];
    const settings = { off: ['late-trying'], severities: {}, thresholds: {} };
    const { page } = blocks(makeReport({ sources: [makeSource({ unread })], settings }));
    expect(page.sources[0]?.unread).toEqual(['3 × UDP payload that is not SIP (first: #7)']);
    expect(page.notes).toContain('switched off: late-trying');
  });

  it('counts the calls that it has no room for, by outcome, and keeps those with a problem', () => {
    const long = 'x'.repeat(90);
    const calls = Array.from({ length: 60_000 }, (_, n) =>
      makeCall(`c${n + 1}`, {
        from: `${n}${long}`,
        to: long,
        callIds: [`${long}${long}${n}`],
        ...(n % 2 === 0 ? {} : { outcome: 'failed-server', final: { code: 500, phrase: '' } }),
      }),
    );
    const report = makeReport({ calls });
    const { rows, page, html } = blocks(report);
    const left = calls.length - rows.length;
    expect(left).toBeGreaterThan(0);
    expect(html.length).toBeLessThan(20e6);
    expect(rows.filter((row) => row[9] >= 0)).toHaveLength(30_000);
    expect(page.notes.join(' ')).toMatch(/more calls have no row of their own: [\d,]+ answered\.$/);
  });

  it('is written in the language of the report', () => {
    const { page, html } = blocks({ ...refused(), language: 'vi' });
    expect(html).toContain('<html lang="vi">');
    expect(page.verdict).toBe('1 trên 2 cuộc gọi thất bại (50 %), do 1 nguyên nhân.');
  });

  it('shows an endpoint that no lane is left for as one, and a call with many', () => {
    const messages = Array.from({ length: 40 }, (_, n) =>
      makeMessage(n + 1, n, { method: 'INVITE', from: `192.0.2.${n}:5060`, to: CARRIER }),
    );
    const call = makeCall('c1', { messages });
    const ladder = blocks(makeReport({ calls: [call] })).calls.get('c1')?.ladder;
    expect(ladder?.lanes.length).toBeLessThan(14);
    expect(ladder?.hidden).toMatch(/no lane/);
    expect(ladder?.rows).toHaveLength(40);
  });
});

describe('the HTML gate', () => {
  it('lets nothing end the block or act unseen, and changes nothing else', () => {
    const text = '</script><!-- \u2028\u202e\u001b[2J é "\\';
    const json = embedded({ text });
    expect(json).not.toMatch(/[<\u2028\u202e\u001b]/);
    expect(JSON.parse(json)).toEqual({ text: '</script><!-- \\u2028\\u202e\\x1b[2J é "\\' });
  });

  it('makes text of markup between tags', () => {
    expect(escaped('<b> & "x"')).toBe('&lt;b&gt; &amp; &quot;x&quot;');
  });
});
