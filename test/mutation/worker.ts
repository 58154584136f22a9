/**
 * A process of its own that takes its share of the mutated inputs. It tells each index before it begins, synchronously, so
 * that whoever watches knows which input it hangs on.
 */
import { writeSync } from 'node:fs';
import { type Broken, check, INVARIANTS } from './invariants.ts';
import { mutatedInput } from './mutated.ts';
import { poolsOf } from './pools.ts';
import type { Share } from './run.ts';

/** Inputs of the run between two looks at the schema and at the memory. */
const SAMPLE = 50;
const MOST_MEMORY = 400 << 20;
const STDOUT = 1;

const { seed, from, to, step, corpus, kind } = JSON.parse(process.argv[2] ?? '') as Share;
const pools = poolsOf(kind, corpus);

for (let index = from; index < to; index += step) {
  writeSync(STDOUT, `${index}\n`);
  const input = mutatedInput(pools, seed, index);
  const sampled = index % SAMPLE < step;
  const broken = check(input.bytes, input.chunk, sampled) ?? (sampled ? memory() : undefined);
  if (broken !== undefined) writeSync(STDOUT, `${JSON.stringify({ index, ...broken })}\n`);
}

function memory(): Broken | undefined {
  const used = process.memoryUsage.rss();
  if (used < MOST_MEMORY) return undefined;
  return { invariant: INVARIANTS.memory, detail: `${Math.round(used / 1e6)} MB` };
}
