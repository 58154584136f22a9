import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { siptriage } from '../helpers/command.ts';

const INCIDENT = 'fixtures/incident.pcap';
const scratch = mkdtempSync(join(tmpdir(), 'siptriage-extract-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const file = (name: string): string => join(scratch, name);

describe('siptriage extract', () => {
  test('copies an incident, and tells how much it was', async () => {
    const out = file('i1.pcapng');
    const { code, stdout, stderr } = await siptriage([
      'extract',
      INCIDENT,
      '--incident',
      'i1',
      '-o',
      out,
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `siptriage: ${out}: 121 SIP messages, 121 packets\n`,
    });
    const again = await siptriage(['calls', out, '--format', 'ndjson']);
    expect(again.stdout.trim().split('\n')).toHaveLength(9);
  });

  test('copies a call by its Call-ID, redacted too', async () => {
    const out = file('call.pcapng');
    const callId = 'c2b87f6878b794c2@192.0.2.11';
    const args = ['extract', INCIDENT, '--call', callId, '-q', '-o', out];
    expect(await siptriage([...args, '--redact', '--redact-key', 'k'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    const hidden = await siptriage(['calls', out, '--format', 'ndjson']);
    expect(hidden.stdout).toContain('"outcome":"failed-timeout"');
    expect(hidden.stdout).not.toContain('192.0.2.11');
  });

  test.each([
    ['nothing to extract', [], /give --call ID or --incident ID/],
    ['two things to extract', ['--call', 'c1', '--incident', 'i1'], /what to extract/],
    ['an unknown call', ['--call', 'c9999'], /no such call .*siptriage calls/],
    ['an unknown incident', ['--incident', 'i9999'], /no such incident .*i1 to i\d/],
  ])('2 for %s, and no file', async (_, args, told) => {
    const { code, stderr } = await siptriage([
      'extract',
      INCIDENT,
      ...args,
      '-o',
      file('no.pcapng'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(readdirSync(scratch)).not.toContain('no.pcapng');
  });

  test.each([
    ['an unknown extension', [INCIDENT, '-o', file('x.doc')], /does not say which format/],
    ['standard input', ['-', '-o', file('x.pcap')], /twice.*file first/],
  ])('2 for %s', async (_, args, told) => {
    const { code, stderr } = await siptriage(['extract', '--call', 'c1', ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
  });
});
