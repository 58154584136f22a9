import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Follower } from '../../../src/input/follow/follower.ts';

const scratch = mkdtempSync(join(tmpdir(), 'siptriage-follow-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of its own, and a follower under a clock that the test moves. */
async function following(name: string | null = null) {
  const folder = mkdtempSync(join(scratch, 'case-'));
  const path = (file: string): string => join(folder, file);
  if (name !== null) writeFileSync(path(name), '');
  const texts: string[] = [];
  const log: string[] = [];
  const clock = { now: 1_000_000 };
  const target = {
    begin(file: string) {
      const index = texts.push('') - 1;
      log.push(`begin ${file.slice(folder.length + 1)}`);
      return {
        push: (chunk: Uint8Array) => void (texts[index] += new TextDecoder().decode(chunk)),
        settled: () => undefined,
        end: () => void log.push(`end ${index}`),
      };
    },
    note: (note: string) => void (note === 'begun' || log.push(note)),
  };
  const follower = await Follower.of(
    [name === null ? folder : path(name)],
    target,
    () => clock.now,
  );
  const look = async (seconds = 2): Promise<void> => {
    clock.now += seconds * 1000;
    while (await follower.look());
  };
  return { folder, path, texts, log, look, follower };
}

describe('a file', () => {
  test('is read on as it grows, in pieces of any size', async () => {
    const { path, texts, look, follower } = await following('a.log');
    await look();
    for (const piece of ['one\ntw', 'o\n', 'three']) {
      appendFileSync(path('a.log'), piece);
      await look();
    }
    expect(texts).toEqual(['one\ntwo\nthree']);
    await follower.close();
  });

  test('that is renamed is read to its end, and the new one of its name from its beginning', async () => {
    const { path, texts, log, look, follower } = await following('a.log');
    appendFileSync(path('a.log'), 'old ');
    await look();
    renameSync(path('a.log'), path('a.log.1'));
    await look();
    // logrotate: who writes goes on in the old file until it is told.
    appendFileSync(path('a.log.1'), 'tail');
    writeFileSync(path('a.log'), 'new');
    await look();
    appendFileSync(path('a.log.1'), ' and more');
    await look();
    expect(texts).toEqual(['old tail and more', 'new']);
    await look(30);
    expect(log).toEqual(['begin a.log', 'replaced', 'begin a.log', 'end 0']);
    await follower.close();
  });

  test('that is emptied in place is read anew, without the zeros of a writer who did not notice', async () => {
    const { path, texts, log, look, follower } = await following('a.log');
    appendFileSync(path('a.log'), 'a long first text');
    await look();
    truncateSync(path('a.log'), 0);
    await look();
    appendFileSync(path('a.log'), 'second');
    await look();
    truncateSync(path('a.log'), 0);
    writeFileSync(path('a.log'), `${'\0'.repeat(20)}third`);
    await look();
    expect(texts).toEqual(['a long first text', 'second', 'third']);
    expect(log.filter((line) => line === 'emptied')).toHaveLength(2);
    await follower.close();
  });

  test('of a ring that is written over is read anew, though it is larger by now', async () => {
    const { path, texts, look, follower } = await following('a.pcap');
    appendFileSync(path('a.pcap'), 'HEADER first round');
    await look();
    writeFileSync(path('a.pcap'), 'HEADER second round, which is longer');
    await look();
    expect(texts).toEqual(['HEADER first round', 'HEADER second round, which is longer']);
    await follower.close();
  });
});

describe('a folder', () => {
  test('is searched for new files, below it too; compressed ones are left alone', async () => {
    const { folder, path, texts, log, look, follower } = await following();
    writeFileSync(path('b.log'), 'b');
    await look();
    mkdirSync(join(folder, 'below'));
    writeFileSync(path('below/c.log'), 'c');
    writeFileSync(path('b.log.2.gz'), new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    await look();
    await look();
    expect(texts).toEqual(['b', 'c']);
    expect(log.toSorted()).toEqual(['begin b.log', 'begin below/c.log', 'packed']);
    await follower.close();
  });

  test('keeps a file that is renamed in it apart from the new one, and lets go what is removed', async () => {
    const { path, texts, log, look, follower } = await following();
    writeFileSync(path('a.log'), 'old ');
    await look();
    renameSync(path('a.log'), path('a.log.1'));
    writeFileSync(path('a.log'), 'new');
    appendFileSync(path('a.log.1'), 'tail');
    await look();
    expect(texts).toEqual(['old tail', 'new']);
    rmSync(path('a.log.1'));
    await look();
    await look(30);
    expect(log).toEqual(['begin a.log', 'begin a.log', 'gone', 'end 0']);
    await follower.close();
  });

  test('of more files than can be held open is read whole', async () => {
    const { path, texts, log, look, follower } = await following();
    const names = Array.from({ length: 80 }, (_, index) => `${index}.log`);
    for (const name of names) writeFileSync(path(name), name);
    await look();
    expect(texts.toSorted()).toEqual(names.toSorted());
    expect(log.filter((line) => line.startsWith('end'))).toHaveLength(16);
    await look();
    expect(texts).toHaveLength(80);
    await follower.close();
  });
});

test('a path that does not exist is refused', async () => {
  const target = { begin: () => ({ push() {}, settled() {}, end() {} }), note() {} };
  await expect(Follower.of([join(scratch, 'nothing')], target, () => 0)).rejects.toThrow(
    'no such file or folder',
  );
});
