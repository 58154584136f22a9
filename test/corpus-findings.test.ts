/** Every error and warning over the shared corpus, held against the list that a human reviewed. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORPUS_MISSING, corpusExists } from './capture/corpus-files.ts';
import { corpusFindings, GOLDEN, goldenLines } from './helpers/corpus-findings.ts';

const present = corpusExists() && existsSync(GOLDEN);
if (!corpusExists()) console.log(CORPUS_MISSING);

describe.runIf(present)('findings over the shared corpus', () => {
  it('are those that were reviewed (npx tsx scripts/corpus-findings.ts --diff)', async () => {
    expect(await corpusFindings()).toEqual(goldenLines(readFileSync(GOLDEN, 'utf8')).sort());
  }, 120_000);
});
