/** What a cache keeps changes how long a run takes, and nothing else. */
import { copyFile, open, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPcap } from '../../fixtures/dsl/index.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import { analyze } from '../../src/analyze.ts';
import { prune } from '../../src/batch/cache/place.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';
import { MIXED_FILES, mixedFolder } from './folder.ts';

const HOUR = 3_600_000;

let folder: string;
let alone: Report;
let cache: string;

beforeAll(async () => {
  folder = await mixedFolder();
  // Not written just now: nobody is at work on them.
  for (const name of await readdir(folder)) await age(join(folder, name));
  alone = await analyze(folder);
});

beforeEach(async () => {
  cache = `${folder}-cache`;
  await rm(cache, { recursive: true, force: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(cache, { recursive: true, force: true });
});

async function age(path: string): Promise<void> {
  const then = new Date(Date.now() - HOUR);
  await utimes(path, then, then);
}

async function read(
  paths: string | string[] = folder,
  options: Partial<AnalyzeOptions> = {},
): Promise<{ report: Report; warnings: string[] }> {
  const warnings: string[] = [];
  const onWarning = (text: string): number => warnings.push(text);
  const report = await analyze(paths, { cache, threads: 1, ...options, onWarning });
  return { report, warnings };
}

const used = (count: number, of = MIXED_FILES): string =>
  `${count} of ${of} files were not read again: the cache had them`;

/** Files that hold a reading. */
async function entries(): Promise<string[]> {
  const found = await readdir(join(cache, 'entries'), { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

describe('a second run', () => {
  it('reads nothing again, and reports the same', async () => {
    const first = await read();
    expect(first.warnings).toContain(used(0));
    expect(first.report).toEqual(alone);
    const second = await read();
    expect(second.warnings).toContain(used(MIXED_FILES));
    expect(second.report).toEqual(alone);
  });

  it('reads one new file only', async () => {
    await read();
    const extra = join(folder, 'zz-new.pcap');
    await writeFile(extra, toPcap(SCENARIOS[3]!.trace));
    try {
      const { report, warnings } = await read();
      expect(warnings).toContain(used(MIXED_FILES, MIXED_FILES + 1));
      expect(report.sources).toHaveLength(alone.sources.length + 1);
    } finally {
      await rm(extra);
    }
  });

  it('knows a file by its content, under another name and in another place', async () => {
    const original = join(folder, '0.pcapng');
    await read(original);
    const moved = join(folder, '..', 'moved.pcapng');
    await copyFile(original, moved);
    try {
      const { report, warnings } = await read(moved);
      expect(warnings).toContain(used(1, 1));
      expect(report).toEqual(await analyze(moved));
      expect(report.sources[0]!.path).toBe(moved);
    } finally {
      await rm(moved);
    }
  });

  it('reads a file again that was written to, though its size and time are the same', async () => {
    const path = join(folder, 'changing.pcap');
    const bytes = toPcap(SCENARIOS[0]!.trace);
    await writeFile(path, bytes);
    await age(path);
    await read(path);
    const before = await stat(path);
    const at = bytes.length - 5;
    bytes[at] = bytes[at]! ^ 1;
    await writeFile(path, bytes);
    await utimes(path, before.atime, before.mtime);
    const { warnings } = await read(path);
    await rm(path);
    expect(warnings).toContain(used(0, 1));
  });

  it('reads anew under options that change what is read', async () => {
    await read();
    const until = Date.parse(alone.calls[10]!.start!) * 1000;
    const { report, warnings } = await read(folder, { until });
    expect(warnings).toContain(used(0));
    expect(report).toEqual(await analyze(folder, { until }));
    // What only the report depends on needs no other reading.
    expect((await read(folder, { language: 'vi' })).warnings).toContain(used(MIXED_FILES));
  });
});

describe('an entry that is damaged', () => {
  const DAMAGES: ((path: string) => Promise<void>)[] = [
    (path) => flip(path, (size) => size >> 1),
    (path) => flip(path, () => 0),
    (path) => flip(path, (size) => size - 1),
    async (path) => truncate(path, (await stat(path)).size - 100),
    (path) => truncate(path, 0),
  ];

  async function flip(path: string, where: (size: number) => number): Promise<void> {
    const file = await open(path, 'r+');
    try {
      const at = where((await file.stat()).size);
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, at);
      byte[0] = byte[0]! ^ 0x10;
      await file.write(byte, 0, 1, at);
    } finally {
      await file.close();
    }
  }

  it('in whatever way is told, thrown away and made again', async () => {
    await read();
    const all = await entries();
    for (const [at, path] of all.entries()) await DAMAGES[at % DAMAGES.length]!(path);
    const { report, warnings } = await read();
    expect(report).toEqual(alone);
    expect(warnings).toContain(`${all.length} damaged entries of the cache were thrown away`);
    expect((await read()).warnings).toContain(used(MIXED_FILES));
  });
});

describe('a run that was stopped', () => {
  it('at any file, goes on where it was', async () => {
    const names = (await readdir(folder)).toSorted();
    for (const last of [0, 7]) {
      await rm(cache, { recursive: true, force: true });
      const stop = new AbortController();
      const onProgress = ({ path }: { path: string }): void => {
        if (path === join(folder, names[last]!)) stop.abort();
      };
      await read(folder, { signal: stop.signal, onProgress });
      const { report } = await read();
      expect(report).toEqual(alone);
    }
  });

  it('leaves nothing half written behind for long', async () => {
    await read();
    const left = join(cache, 'unfinished', 'of-a-killed-run');
    await writeFile(left, 'x');
    const long = new Date(Date.now() - 48 * HOUR);
    await utimes(left, long, long);
    await read();
    expect(await readdir(join(cache, 'unfinished'))).toEqual([]);
  });
});

describe('the folder of the cache', () => {
  it('is not read as a source when it lies inside', async () => {
    const inside = join(folder, 'kept');
    const options = { cache: inside };
    try {
      await read(folder, options);
      expect((await read(folder, options)).report).toEqual(alone);
    } finally {
      await rm(inside, { recursive: true });
    }
  });

  it('that cannot be made is an error that says so', async () => {
    const file = join(folder, 'empty.pcap');
    await expect(read(folder, { cache: join(file, 'x') })).rejects.toThrow(/cache's folder/);
  });

  it('loses its oldest entries when it is too large', async () => {
    await read();
    const all = await entries();
    const [oldest] = all;
    await age(oldest!);
    let bytes = 0;
    for (const path of all) bytes += (await stat(path)).size;
    await prune({ folder: cache, tool: '' }, bytes - 1);
    expect(await entries()).toEqual(all.slice(1));
  });

  it('belongs to its user alone', async () => {
    await read();
    const [path] = await entries();
    expect((await stat(path!)).mode & 0o077).toBe(0);
    expect((await stat(join(cache, 'entries'))).mode & 0o077).toBe(0);
  });
});
