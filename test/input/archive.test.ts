import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { INPUT_LIMITS } from '../../src/input/limits.ts';
import { openSources } from '../../src/input/open-sources.ts';
import { concat, text, u32 } from '../capture/capture-bytes.ts';
import { type Opened, openAll } from './packing/members.ts';
import { zipBytes } from './packing/zip-bytes.ts';

const A = text('first member\n'.repeat(500));
const B = text('second member\n'.repeat(500));

const tarOf = (...members: readonly [string, Uint8Array][]): Promise<Uint8Array> =>
  packTar(
    members.map(([name, body]) => ({ header: { name, size: body.length, type: 'file' }, body })),
  );

const contents = (opened: readonly Opened[]): [string, string][] =>
  opened
    .filter(({ kind }) => kind === 'bytes')
    .map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]);

/** What the archive itself has to tell; it comes last. */
const told = (opened: readonly Opened[]): Opened['unread'] | undefined =>
  opened.find(({ kind, path }) => kind === 'archive' && path === '')?.unread;

/** The size field of the first tar header, and the checksum to go with it. */
function withTarSize(tar: Uint8Array, size: string): Uint8Array {
  const file = Uint8Array.from(tar);
  file.set(Buffer.from(size, 'latin1'), 124);
  file.fill(0x20, 148, 156);
  const sum = file.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  file.set(text(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return file;
}

describe('members', () => {
  it('come in the order of the archive; folders and links are left out', async () => {
    const zip = zipBytes([
      { name: 'folder/' },
      { name: 'folder/b', data: B },
      { name: 'link', data: text('/etc/passwd'), mode: 0o120777 },
      { name: 'a', data: A, method: 0 },
      { name: 'folder/b', data: A },
      { name: 'empty' },
    ]);
    const tar = await packTar([
      { header: { name: 'folder/', size: 0, type: 'directory' } },
      { header: { name: 'folder/b', size: B.length, type: 'file' }, body: B },
      { header: { name: 'link', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
      { header: { name: 'hard', size: 0, type: 'link', linkname: 'folder/b' } },
      { header: { name: 'a', size: A.length, type: 'file' }, body: A },
      { header: { name: 'folder/b', size: A.length, type: 'file' }, body: A },
      { header: { name: 'empty', size: 0, type: 'file' } },
    ]);
    for (const file of [zip, tar]) {
      const opened = await openAll(file);
      expect(contents(opened)).toEqual([
        ['!/folder/b', Buffer.from(B).toString()],
        ['!/a', Buffer.from(A).toString()],
        ['!/folder/b', Buffer.from(A).toString()],
        ['!/empty', ''],
      ]);
      expect(opened).toHaveLength(4);
    }
  });

  it('have names that are only names', async () => {
    const names = ['../../evil', '/etc/evil', 'C:\\evil', 'a\u001b[2Jb', '..', 'long/'.repeat(600)];
    const files = names.map((name) => `${name}x`);
    const zip = zipBytes(files.map((name) => ({ name, data: A })));
    const tar = await tarOf(...files.map((name): [string, Uint8Array] => [name, A]));
    for (const file of [zip, tar]) {
      const paths = (await openAll(file)).map(({ path }) => path);
      expect(paths.map((path) => path.replaceAll('\\', '/'))).toEqual(
        files.map((name) =>
          `!/${name.length > 1024 ? `${name.slice(0, 1024)}…` : name}`.replaceAll('\\', '/'),
        ),
      );
    }
    expect(existsSync('/etc/evilx')).toBe(false);
  });

  it('of an old tar, whose only mark is a checksum, are found', async () => {
    const old = await tarOf(['a', A]);
    old.fill(0, 257, 512);
    const opened = await openAll(withTarSize(old, A.length.toString(8).padStart(11, '0')));
    expect(contents(opened)).toEqual([['!/a', Buffer.from(A).toString()]]);
  });

  it('that nothing can be made of are counted', async () => {
    const opened = await openAll(
      zipBytes([
        { name: 'secret', data: A, flags: 1 },
        { name: 'a', data: A },
        { name: 'lzma', data: A, method: 14 },
        { name: 'secret 2', data: A, flags: 1 },
      ]),
    );
    expect(contents(opened).map(([path]) => path)).toEqual(['!/a']);
    expect(told(opened)).toEqual({ 'archive-member-encrypted': 2, 'zip-method-14': 1 });
  });

  it.each([
    ['zip', zipBytes([])],
    ['zip of folders', zipBytes([{ name: 'folder/' }])],
  ])('that are not there leave the archive: an empty %s', async (_, file) => {
    expect(await openAll(file)).toMatchObject([{ path: '', kind: 'archive', unread: {} }]);
  });
});

describe('damaged archives', () => {
  it('tar: keep what comes before a cut', async () => {
    const tar = await tarOf(['a', A], ['b', B]);
    const cut = await openAll(tar.subarray(0, 512 + 6656 + 512 + 100));
    expect(contents(cut)).toEqual([
      ['!/a', Buffer.from(A).toString()],
      ['!/b', Buffer.from(B.subarray(0, 100)).toString()],
    ]);
    expect(cut[1]?.unread).toEqual({ 'archive-member-damaged': 1 });
    expect(contents(await openAll(tar.subarray(0, 512 + 6656 + 40)))).toHaveLength(1);
  });

  it('tar: say when a header makes no sense', async () => {
    const tar = await tarOf(['a', A], ['b', B]);
    tar[512 + 6656 + 3]! ^= 1;
    const opened = await openAll(tar);
    expect(contents(opened)).toHaveLength(1);
    expect(told(opened)).toEqual({ 'archive-damaged': 1 });
  });

  it.each(['40000000000', '77777777777', '\x80\0\0\0\0\0\0\x01\0\0\0\0'])(
    'tar: do not believe a length of gigabytes (%j)',
    async (size) => {
      const started = performance.now();
      const opened = await openAll(withTarSize(await tarOf(['a', A]), size));
      expect(contents(opened)[0]?.[1].slice(0, A.length)).toBe(Buffer.from(A).toString());
      expect(opened[0]?.bytes.length).toBeLessThan(10_000);
      expect(opened[0]?.unread).toEqual({ 'archive-member-damaged': 1 });
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );

  it('zip: keep what comes before bad bytes of a member', async () => {
    const file = zipBytes([
      { name: 'a', data: text(Array.from({ length: 5000 }, (_, at) => at ** 3).join(' ')) },
      { name: 'b', data: B },
    ]);
    file.fill(0xff, 8000, 8100);
    const opened = await openAll(file);
    expect(opened[0]?.bytes.length).toBeGreaterThan(10_000);
    expect(opened[0]?.unread).toEqual({ 'compressed-stream-damaged': 1 });
    expect(contents(opened)[1]).toEqual(['!/b', Buffer.from(B).toString()]);
  });

  it('zip: find what the directory does not name when it breaks', async () => {
    const file = zipBytes([
      { name: 'a', data: A },
      { name: 'b', data: B },
    ]);
    file[file.length - 22 - 47] = 0;
    const opened = await openAll(file);
    expect(contents(opened).map(([path]) => path)).toEqual(['!/a', '!/b']);
    expect(told(opened)).toEqual({ 'zip-directory-damaged': 1 });
  });

  describe.each([
    ['sizes in front', undefined],
    ['sizes behind', 'signed'],
    ['sizes behind, bare', 'bare'],
  ] as const)('zip without its directory, %s:', (_, behind) => {
    const more = behind === undefined ? {} : { behind };
    const members = [
      { name: 'folder/' },
      { name: 'folder/a', data: A, ...more },
      { name: 'ü', data: B, ...more },
      { name: 'stored', data: A, method: 0, ...more },
      { name: 'secret', data: A, flags: 1, ...more },
    ];
    const whole = zipBytes(members);
    const directoryAt = Buffer.from(whole).indexOf('PK\x01\x02', 0, 'latin1');
    const dataOf = (data: Uint8Array): string => Buffer.from(data).toString();

    it('all members are there when only that is cut off', async () => {
      for (const cut of [directoryAt, directoryAt + 10, whole.length - 1]) {
        const opened = await openAll(whole.subarray(0, cut));
        expect(contents(opened)).toEqual([
          ['!/folder/a', dataOf(A)],
          ['!/ü', dataOf(B)],
          ['!/stored', dataOf(A)],
        ]);
        expect(told(opened)).toMatchObject({
          'zip-directory-damaged': 1,
          'archive-member-encrypted': 1,
        });
      }
    });

    it('the last is read as far as it goes, and says so', async () => {
      const storedAt = Buffer.from(whole).indexOf('stored');
      const opened = await openAll(whole.subarray(0, storedAt + 6 + 1000));
      expect(contents(opened).at(-1)).toEqual(['!/stored', dataOf(A).slice(0, 1000)]);
      expect(opened.at(-2)?.unread).toEqual({ 'archive-member-damaged': 1 });
      const secondAt = Buffer.from(whole).indexOf('ü');
      const cut = await openAll(whole.subarray(0, secondAt + 2 + 30));
      expect(contents(cut)[0]).toEqual(['!/folder/a', dataOf(A)]);
      expect(cut.at(-2)?.unread).toEqual({ 'compressed-stream-damaged': 1 });
    });
  });

  it('zip: find members behind bytes that are none, and count a zip of nothing', async () => {
    const [a, b] = [
      { name: 'a', data: A },
      { name: 'b', data: B },
    ].map((one) => {
      const file = zipBytes([one]);
      return file.subarray(0, Buffer.from(file).indexOf('PK\x01\x02', 0, 'latin1'));
    });
    const junk = text('PK\x03\x04 PK\x07\x08'.repeat(100));
    const opened = await openAll(concat(a!, junk, b!));
    expect(contents(opened).map(([path]) => path)).toEqual(['!/a', '!/b']);
    expect(told(await openAll(text('PK\x03\x04nothing')))).toEqual({ 'archive-damaged': 1 });
  });

  it('zip: do not believe offsets and sizes', async () => {
    const opened = await openAll(
      zipBytes([
        { name: 'beyond', offset: 0xffff_fff0, absent: true },
        { name: 'inside', offset: 5, absent: true },
        { name: 'too long', data: A, packedSize: 0xffff_fff0, size: 0xffff_fff0 },
        { name: 'says 4 GB', data: A, size: 0xffff_fff0 },
        { name: 'says nothing', data: A, size: 0 },
      ]),
    );
    const damaged = { 'archive-member-damaged': 1 };
    expect(opened.map(({ unread }) => unread)).toEqual([damaged, damaged, damaged, {}, {}]);
    expect(opened.map(({ bytes }) => bytes.length)).toEqual([0, 0, 0, A.length, A.length]);
  });

  it('never throw, whatever is changed', async () => {
    const zip = zipBytes([
      { name: 'a', data: A },
      { name: 'b', data: B, method: 0 },
    ]);
    const tar = await tarOf(['a', A.subarray(0, 700)], ['b'.repeat(150), B.subarray(0, 700)]);
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(zip, tar),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(4000)),
        async (good, changes, cut) => {
          const file = Uint8Array.from(good);
          // The front decides what it is; the back is the directory.
          for (const { at, value } of changes) file[file.length - 1 - (at % file.length)] = value;
          await openAll(cut === null ? file : file.subarray(0, cut));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('limits', () => {
  it('end a zip whose members are all the same bytes', async () => {
    const [kernel, times] = [new Uint8Array(1_000_000), 300];
    const file = zipBytes([
      { name: 'kernel', data: kernel },
      ...Array.from({ length: times }, (_, at) => ({
        name: `copy ${at}`,
        offset: 0,
        packedSize: 994,
        size: kernel.length,
        absent: true,
      })),
    ]);
    const limits = { ...INPUT_LIMITS, floor: 20_500_000, ratio: 10 };
    const opened = await openAll(file, { limits });
    const total = opened.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).toBeGreaterThan(19_000_000);
    expect(total).toBeLessThanOrEqual(20_500_000);
    expect(opened.at(-2)?.unread).toEqual({ 'expansion-limit': 1 });
    expect(told(opened)).toEqual({ 'expansion-limit': 1 });
  });

  it('count stored members too', async () => {
    const data = new Uint8Array(100_000).fill(65);
    const file = zipBytes([
      { name: 'a', data, method: 0 },
      ...Array.from({ length: 200 }, (_, at) => ({
        name: `copy ${at}`,
        method: 0,
        offset: 0,
        packedSize: data.length,
        absent: true,
      })),
    ]);
    const opened = await openAll(file, { limits: { ...INPUT_LIMITS, floor: 1e6, ratio: 5 } });
    expect(opened.length).toBeLessThan(15);
    expect(told(opened)).toEqual({ 'expansion-limit': 1 });
  });

  it('end a compressed tar', async () => {
    const tar = await tarOf(['a', new Uint8Array(3_000_000)], ['b', new Uint8Array(3_000_000)]);
    const limits = { ...INPUT_LIMITS, floor: 4_000_000, ratio: 5 };
    const opened = await openAll(gzipSync(tar), { limits });
    expect(opened.map(({ path }) => path)).toEqual(['!/a', '!/b', '']);
    expect(opened[0]?.bytes).toHaveLength(3_000_000);
    expect(opened[1]?.unread).toEqual({ 'archive-member-damaged': 1 });
    expect(told(opened)).toEqual({ 'expansion-limit': 1 });
  });

  it('end the list of members', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `member ${at}`);
    const zip = zipBytes(names.map((name) => ({ name, data: A })));
    const tar = await tarOf(...names.map((name): [string, Uint8Array] => [name, A]));
    for (const file of [zip, tar]) {
      const few = await openAll(file, { limits: { ...INPUT_LIMITS, entries: 10 } });
      expect(few).toHaveLength(11);
      expect(told(few)).toEqual({ 'archive-member-limit': 1 });
    }
    const folders = zipBytes(names.map((name) => ({ name: `${name}/` })));
    const none = await openAll(folders, { limits: { ...INPUT_LIMITS, entries: 10 } });
    expect(told(none)).toEqual({ 'archive-member-limit': 1 });
  });

  it('hold for all archives in one another', async () => {
    const inner = zipBytes(Array.from({ length: 10 }, (_, at) => ({ name: `${at}`, data: A })));
    const outer = await tarOf(['1.zip', inner], ['2.zip', inner], ['3.zip', inner]);
    const opened = await openAll(outer, { limits: { ...INPUT_LIMITS, members: 15 } });
    expect(contents(opened)).toHaveLength(13);
    expect(opened.at(-2)).toMatchObject({
      path: '!/2.zip',
      unread: { 'archive-member-limit': 1 },
    });
    expect(told(opened)).toEqual({ 'archive-member-limit': 1 });
  });

  it('end archives in archives', async () => {
    let file: Uint8Array = A;
    for (let depth = 0; depth < 5; depth += 1) file = zipBytes([{ name: `${depth}`, data: file }]);
    expect(await openAll(file)).toMatchObject([
      { path: '!/4!/3!/2', kind: 'archive', unread: { 'archive-nesting-limit': 1 } },
    ]);
  });

  it('leave a zip that cannot be put aside', async () => {
    const inner = zipBytes([{ name: 'a', data: A, method: 0 }]);
    const tar = await tarOf(['1.zip', inner], ['2.zip', inner]);
    expect(contents(await openAll(tar, { limits: { ...INPUT_LIMITS, spool: 7000 } }))).toHaveLength(
      2,
    );
    expect(await openAll(tar, { limits: { ...INPUT_LIMITS, spool: 6000 } })).toMatchObject([
      { path: '!/1.zip', kind: 'archive', unread: { 'zip-needs-a-file': 1 } },
      { path: '!/2.zip', kind: 'archive', unread: { 'zip-needs-a-file': 1 } },
    ]);
  });
});

describe('progress', () => {
  const noise = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * at * 7919) >>> 11);

  it.each([
    ['zip', () => zipBytes(['a', 'b'].map((name) => ({ name, data: noise, method: 0 })))],
    ['tar', () => tarOf(['a', noise], ['b', noise])],
    ['gzip+tar', async () => gzipSync(await tarOf(['a', noise], ['b', noise]))],
  ])('%s: goes from member to member through the outer file', async (_, pack) => {
    const file = await pack();
    const folder = mkdtempSync(join(tmpdir(), 'siptriage-progress-'));
    const path = join(folder, 'file');
    writeFileSync(path, file);
    const seen: number[] = [];
    for await (const source of openSources(path)) {
      expect(source.bytesTotal).toBe(file.length);
      for await (const chunk of source) {
        expect(chunk.length).toBeGreaterThan(0);
        seen.push(source.bytesRead);
      }
    }
    rmSync(folder, { recursive: true });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen[0]).toBeLessThan(file.length * 0.7);
    expect(seen.at(-1)).toBeGreaterThan(file.length * 0.9);
    expect(seen.at(-1)).toBeLessThanOrEqual(file.length);
  });
});

describe('what only looks like an archive', () => {
  it.each([
    ['text that begins like a zip', text('PK is how it begins')],
    ['a block with some other sum', concat(text('name'), new Uint8Array(300), u32(7), A)],
  ])('%s is read as it is', async (_, file) => {
    expect(contents(await openAll(file))).toEqual([['', Buffer.from(file).toString('latin1')]]);
  });
});
