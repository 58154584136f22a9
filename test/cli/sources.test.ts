import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flow, toText } from '../../fixtures/dsl/index.ts';
import { sourceSchema } from '../../src/model/report.ts';
import { displayWidth } from '../../src/report/width.ts';
import { siptriage } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'siptriage-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trace = flow`
  alice = 192.0.2.10
  proxy = 198.51.100.1 server
  alice -> proxy INVITE with sdp
  +5ms proxy -> alice 100
  +3s proxy -> alice 486
  alice -> proxy ACK
`;

/** Three rows that belong to nothing, four messages of FreeSWITCH, and one that nothing announces. */
const LOG = `2026-03-01 first of all
second
${Buffer.from(toText(trace, 'freeswitch-c', 'proxy')).toString('latin1')}
third
OPTIONS sip:a@198.51.100.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKq
From: <sip:b@192.0.2.10>;tag=1
To: <sip:a@198.51.100.1>
Call-ID: q
CSeq: 1 OPTIONS
Content-Length: 0

`;
const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const PATHS = [
  file('x.dat', LOG),
  'fixtures/incident.pcap',
  file('page.md', '# A page\n\nINVITE sip:a@example.com SIP/2.0 begins a call.\n'),
  file(
    'noise.bin',
    Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) & 31),
  ),
];

describe('siptriage sources', () => {
  test('says what each file was taken for, why, and how much was understood', async () => {
    const { code, stdout } = await siptriage(['sources', ...PATHS]);
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    const text = stdout.replace(/\n +/g, ' ');
    expect(text).toMatch(/1\. \S*x\.dat taken for +a log, freeswitch/);
    expect(text).toContain('4 rows announce messages as freeswitch does (first: 1:L3)');
    expect(text).toContain('1 SIP message stands there with nothing around that announces it');
    expect(text).toContain('5 SIP messages (freeswitch 4, plain-concatenated 1)');
    expect(text).toMatch(/3 × line that is not part of a SIP message \(first: 1:L1\)/);
    expect(text).toMatch(/2\. \S*incident\.pcap taken for +a capture, pcap, ethernet/);
    expect(text).toContain('it begins with the bytes d4 c3 b2 a1');
    expect(text).toMatch(/3\. \S*page\.md taken for +text/);
    expect(text).toMatch(/understood +0 of 3 lines \(0 %\), 0 SIP messages/);
    expect(text).toMatch(/4\. \S*noise\.bin taken for +nothing that is known/);
    expect(text).toContain('no format that is read begins with');
  });

  test('gives the same as JSON', async () => {
    const { stdout } = await siptriage(['sources', ...PATHS, '--format', 'json']);
    const sources = z.array(sourceSchema).parse(JSON.parse(stdout));
    const rows = LOG.split('\n').length - 1;
    expect(sources[0]).toMatchObject({
      dialect: 'freeswitch',
      lines: rows,
      linesExplained: rows - 3,
      messages: 5,
      recognisedBy: [
        { sign: 'envelope', of: 'freeswitch', count: 4, first: { source: 0, line: 3 } },
        { sign: 'start-line', count: 1, first: { source: 0 } },
      ],
    });
    expect(sources.slice(1).map(({ recognisedBy }) => recognisedBy?.[0]?.sign)).toEqual([
      'file-header',
      'readable-text',
      'nothing-known',
    ]);
  });

  test('speaks Vietnamese', async () => {
    const { stdout } = await siptriage(['sources', ...PATHS, '--lang', 'vi']);
    expect(stdout).toMatch(/^Nguồn {2}4/);
    expect(stdout).toMatch(/coi là +log freeswitch/);
  });

  test('ends with 2 when nothing can be read', async () => {
    const { code, stdout } = await siptriage(['sources', PATHS[3] as string]);
    expect(code).toBe(2);
    expect(stdout).toContain('nothing that is known');
  });
});
