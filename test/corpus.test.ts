/** The shared corpus of real captures, through the built command. It stands beside the project, not in it. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_YET } from './corpus-expected.ts';

const CORPUS = '../shared/corpus';
const TOOL = '../shared/tools/corpus-check.mjs';
/** Two chains, one for each core of a small machine. */
const CHAINS = [['captures/', 'derived/', 'torture/'], ['negative/']];
const present = existsSync(`${CORPUS}/manifest.jsonl`) && existsSync(TOOL);

if (!present) console.log(`No corpus at ${CORPUS}: its captures are not tested in this run.`);

/** Path of each row → undefined when it agrees with its truth, else what differs. */
const verdicts = new Map<string, string | undefined>();

function check(only: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [TOOL, '--corpus', CORPUS, '--only', only, '-v'];
    execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // Exit 1 means that rows differ; the rows themselves are judged below.
      if (error !== null && error.code !== 1) reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
}

function rows(): string[] {
  const text = readFileSync(`${CORPUS}/manifest.jsonl`, 'utf8').trim();
  return text.split('\n').map((line) => (JSON.parse(line) as { path: string }).path);
}

function keep(output: string): void {
  for (const [, path = ''] of output.matchAll(/^ok {3}(.+) \(\d+ ms\)$/gm)) {
    verdicts.set(path, undefined);
  }
  for (const [, path = '', reason] of output.matchAll(/^FAIL (.+?): (.+)$/gm)) {
    verdicts.set(path, reason);
  }
}

describe.runIf(present)('the shared corpus', () => {
  beforeAll(async () => {
    await Promise.all(
      CHAINS.map(async (folders) => {
        for (const folder of folders) keep(await check(folder));
      }),
    );
  }, 300_000);

  it('is checked row by row', () => {
    expect([...verdicts.keys()].sort()).toEqual(rows().sort());
  });

  it('agrees with its truth, but for the rows that are not readable yet', () => {
    const wrong = [...verdicts].filter(
      ([path, reason]) => reason !== undefined && NOT_YET[path] === undefined,
    );
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('has no row in the table of unreadable ones that is readable', () => {
    const stale = Object.keys(NOT_YET).filter((path) => verdicts.get(path) === undefined);
    expect(stale, 'remove these from test/corpus-expected.ts').toEqual([]);
  });
});
