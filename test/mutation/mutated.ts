import type { Pools } from './pools.ts';
import { Random } from './random.ts';

/** A damaged input; the same seed and index give the same bytes. */
export interface Mutated {
  readonly index: number;
  /** What it was made of and how. */
  readonly history: string;
  readonly fromCorpus: boolean;
  readonly bytes: Uint8Array;
  /** Bytes in a chunk when it is read. */
  readonly chunk: number;
}

/** Mutations of one input at most, and how long it may grow. */
const MOST = 4;
const LONGEST = 200_000;

export function mutatedInput(pools: Pools, seed: number, index: number): Mutated {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const fromCorpus = index % 4 === 3 && pools.corpus.length > 0;
  const pool = fromCorpus ? pools.corpus : pools.fixtures;
  const { name, bytes: original } = random.pick(pool);
  let bytes = original;
  const history = [name];
  for (let left = 1 + random.below(MOST); left > 0 && bytes.length > 0; left -= 1) {
    const mutator = random.pick(pools.mutators);
    bytes = mutator.apply(bytes, random, () => random.pick(pool).bytes).subarray(0, LONGEST);
    history.push(mutator.id);
  }
  const chunk = random.chance(0.5) ? Infinity : 1 + random.below(2000);
  return { index, history: history.join(' | '), fromCorpus, bytes, chunk };
}
