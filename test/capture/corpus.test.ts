/** Packet counts and times against what tshark says of the same files (`gt` in the corpus manifest). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sniffCapture } from '../../src/capture/formats.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { CORPUS, CORPUS_MISSING, corpusExists } from './corpus-files.ts';

interface Row {
  readonly path: string;
  readonly kind: string;
  readonly gt?: {
    readonly packets?: number;
    readonly first_epoch?: number;
    readonly last_epoch?: number;
    readonly truncated_frames?: number;
  };
}

function rows(): Row[] {
  const manifest = join(CORPUS, 'manifest.jsonl');
  if (!existsSync(manifest)) return [];
  return readFileSync(manifest, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ kind }) => kind === 'capture' || kind === 'derived');
}

describe('the corpus as tshark reads it', () => {
  it.skipIf(!corpusExists()).each(rows().map((row) => [row.path, row] as const))(
    '%s',
    (path, { gt }) => {
      const file = readFileSync(join(CORPUS, path));
      const reader = sniffCapture(file)!.open({ packet: () => undefined }, new UnreadTally());
      for (let at = 0; at < file.length; at += 65_536) reader.push(file.subarray(at, at + 65_536));
      reader.end();
      const { facts } = reader;
      expect(facts.packets).toBe(gt?.packets);
      if (gt?.truncated_frames !== undefined) expect(facts.cut).toBe(gt.truncated_frames);
      // tshark gives the first and last packet, we the earliest and latest.
      if (facts.backwards > 0) return;
      expect(facts.firstTime / 1e6).toBeCloseTo(gt?.first_epoch ?? Number.NaN, 5);
      expect(facts.lastTime / 1e6).toBeCloseTo(gt?.last_epoch ?? Number.NaN, 5);
    },
  );
  if (!corpusExists()) it(CORPUS_MISSING, () => undefined);
});
