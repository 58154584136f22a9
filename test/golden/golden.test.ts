/** Three incidents in every format, read by people before they lay in git. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORIES } from '../../fixtures/incidents/index.ts';
import { GOLDEN, goldenReports } from './golden.ts';

const HINT = 'read the difference; if it is right: npx tsx scripts/golden-reports.ts --write';

describe.each(Object.keys(STORIES))('%s', (story) => {
  it('is reported as it was reviewed', async () => {
    const files = await goldenReports(story);
    const kept = readdirSync(GOLDEN).filter((name) => name.startsWith(`${story}.`));
    expect([...files.keys()].toSorted(), HINT).toEqual(kept.toSorted());
    for (const [name, text] of files) {
      expect(text, `${name}: ${HINT}`).toBe(readFileSync(join(GOLDEN, name), 'utf8'));
    }
  }, 120_000);
});
