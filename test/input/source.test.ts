import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError, inputError } from '../../src/input/errors.ts';
import { expandPaths } from '../../src/input/paths.ts';
import { openSources } from '../../src/input/open-sources.ts';
import { concat, pcapFile, text } from '../capture/capture-bytes.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'siptriage-input-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

async function open(path: string) {
  const { value: source } = await openSources(path).next();
  const parts: Uint8Array[] = [];
  for await (const chunk of source) parts.push(Uint8Array.from(chunk));
  return { source, bytes: concat(...parts) };
}

describe('openSources', () => {
  const capture = pcapFile([{ data: text('hello') }]);

  it.each([
    ['a capture called log', 'misnamed.log', capture],
    ['a log called zip', 'misnamed.zip', text('INVITE sip:a@b SIP/2.0\r\n')],
    ['nothing', 'empty.pcap', new Uint8Array(0)],
    ['noise', 'noise', Uint8Array.of(1, 2, 3, 0, 0, 200)],
  ])('hands on %s', async (_, name, bytes) => {
    const path = write(name, bytes);
    const { source, bytes: got } = await open(path);
    expect(source.content).toEqual({ kind: 'bytes' });
    expect(source.path).toBe(path);
    expect(source).not.toHaveProperty('compression');
    expect(Buffer.compare(got, bytes)).toBe(0);
    expect(source).toMatchObject({
      bytes: bytes.length,
      bytesRead: bytes.length,
      bytesTotal: bytes.length,
    });
  });

  it.each([
    ['7z', concat(text('7z'), [0xbc, 0xaf, 0x27, 0x1c], new Uint8Array(50))],
    ['netmon', concat(text('GMBU'), new Uint8Array(50))],
  ])('names the container %s', async (container, bytes) => {
    const { source } = await open(write(`container-${container}.pcap`, bytes));
    expect(source.content).toEqual({ kind: 'unknown', container });
  });

  it('looks inside compression', async () => {
    const { source, bytes } = await open(write('a.txt', gzipSync(capture)));
    expect(source).toMatchObject({ compression: 'gzip', content: { kind: 'bytes' } });
    expect(Buffer.compare(bytes, capture)).toBe(0);
  });

  it('reads files larger than a chunk', async () => {
    const large = new Uint8Array(3_500_000).map((_, at) => (at * 31) & 0x7f);
    const { bytes } = await open(write('large.log', large));
    expect(Buffer.compare(bytes, large)).toBe(0);
  });

  it('can be closed without being read', async () => {
    const sources = openSources(write('b.pcap', capture));
    const { value: source } = await sources.next();
    await source.close();
    expect(await sources.next()).toMatchObject({ done: true });
  });

  it.each([
    ['not-found', 'missing.pcap'],
    ['is-directory', '.'],
  ])('says %s in one line with a hint', async (problem, name) => {
    const error = await open(join(folder, name)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ problem, path: join(folder, name) });
    expect((error as InputError).message).not.toContain('\n');
    expect((error as InputError).hint).not.toBe('');
  });

  it('says not-allowed when the system says EACCES', () => {
    const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    const error = inputError('secret.pcap', refused);
    expect(error).toMatchObject({ problem: 'not-allowed', path: 'secret.pcap' });
    expect(error.hint).toContain('readable');
  });
});

describe('expandPaths', () => {
  it('reads folders whole and in order, patterns, files and standard input; nothing twice', async () => {
    for (const name of [
      'tree/b.pcap',
      'tree/a/z.log',
      'tree/a/B.log',
      'tree/.hidden/x',
      'tree/c [1].pcap',
    ]) {
      write(name, text('x'));
    }
    const inTree = (name: string): string => join(folder, 'tree', name);
    const all = [inTree('a/B.log'), inTree('a/z.log'), inTree('b.pcap'), inTree('c [1].pcap')];
    expect(await expandPaths([inTree('')])).toEqual({ files: all, errors: [] });
    expect(await expandPaths([inTree('b.pcap'), inTree('**/*'), '-'])).toEqual({
      files: [inTree('b.pcap'), ...all.filter((path) => !path.endsWith('b.pcap')), '-'],
      errors: [],
    });
    expect((await expandPaths([inTree('c [1].pcap'), inTree('a/*.log')])).files).toEqual([
      inTree('c [1].pcap'),
      inTree('a/B.log'),
      inTree('a/z.log'),
    ]);
  });

  it('reads a folder that contains itself once, whatever links lead there, and says which lead nowhere', async () => {
    const own = write('loop/cap/a.log', text('x'));
    const latest = join(folder, 'loop', 'a-latest.log');
    symlinkSync('..', join(folder, 'loop', 'cap', 'Self'));
    symlinkSync('cap', join(folder, 'loop', 'again'));
    symlinkSync(own, latest);
    const other = write('elsewhere/b.log', text('x'));
    symlinkSync(join(other, '..'), join(folder, 'loop', 'disk2'));
    symlinkSync('rotated-away', join(folder, 'loop', 'gone.log'));
    const { files, errors } = await expandPaths([join(folder, 'loop')]);
    expect(files).toEqual([own, join(folder, 'loop', 'disk2', 'b.log')]);
    expect(errors).toMatchObject([
      { problem: 'not-found', path: join(folder, 'loop', 'gone.log') },
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves a pipe in a folder alone and says so; one that is named is read as it fills',
    async () => {
      const pipe = join(folder, 'pipes', 'live');
      mkdirSync(join(folder, 'pipes'));
      execFileSync('mkfifo', [pipe]);
      const { files, errors } = await expandPaths([join(folder, 'pipes')]);
      expect(files).toEqual([]);
      expect(errors).toMatchObject([{ problem: 'not-a-file', path: pipe }]);
      const pipeful = pcapFile([{ data: text('hello') }]);
      const opening = open(pipe);
      await writeFile(pipe, pipeful);
      const { bytes } = await opening;
      expect(Buffer.compare(bytes, pipeful)).toBe(0);
    },
  );

  it('keeps the good paths when others lead nowhere', async () => {
    const good = write('good.pcap', text('x'));
    mkdirSync(join(folder, 'hollow'));
    const paths = [
      join(folder, 'no-such-file'),
      good,
      join(folder, '*.nothing'),
      join(folder, 'hollow'),
    ];
    const { files, errors } = await expandPaths(paths);
    expect(files).toEqual([good]);
    expect(errors.map((error) => error.problem)).toEqual(['not-found', 'no-match', 'empty-folder']);
  });
});
