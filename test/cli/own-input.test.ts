import { copyFileSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { siptriage } from '../helpers/command.ts';

const INCIDENT = 'fixtures/incident.pcap';
const folder = mkdtempSync(join(tmpdir(), 'siptriage-own-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const capture = join(folder, 'trunk.pcap');
copyFileSync(INCIDENT, capture);
const otherName = join(folder, 'other-name.pcap');
linkSync(capture, otherName);
const notes = join(folder, 'notes.txt');
writeFileSync(notes, 'nothing\n');

describe('a file that is read is never written', () => {
  test.each([
    ['extract over its input', ['extract', capture, '--call', 'c1', '-o', capture]],
    ['extract over a capture of the folder', ['extract', folder, '--call', 'c1', '-o', capture]],
    ['extract under another name', ['extract', capture, '--call', 'c1', '-o', otherName]],
    ['a report', ['report', capture, '--format', 'csv', '-o', capture]],
    ['a triage report', [folder, '--format', 'text', '-o', capture]],
    ['a text that was named', [capture, notes, '-o', notes]],
  ])('%s', async (_, args) => {
    const { code, stderr } = await siptriage(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^siptriage: -o \S+: this file is read, .+ \(write to another file\)\n$/,
    );
    expect(readFileSync(capture).equals(readFileSync(INCIDENT))).toBe(true);
    expect(readFileSync(notes, 'utf8')).toBe('nothing\n');
  });

  test('but a report of an earlier run that lies in the folder is', async () => {
    const page = join(folder, 'report.html');
    for (const _ of [1, 2]) {
      expect(await siptriage(['report', folder, '-q', '-o', page])).toMatchObject({
        code: 0,
        stderr: '',
      });
    }
    expect(readFileSync(page, 'utf8')).toContain('</html>');
  });
});
