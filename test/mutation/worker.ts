/** Runs its share of the mutated inputs. The index in work lies in shared memory, so that a hang can be seen from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { corpusInputs, fixtureInputs } from './inputs.ts';
import { check, INVARIANTS } from './invariants.ts';
import { mutatedInput, type Pools } from './mutated.ts';
import type { Share } from './run.ts';

/** Inputs between two looks at the memory and at the schema. */
const SAMPLE = 50;
const MOST_MEMORY = 256 << 20;

const { seed, from, to, step, progress, corpus } = workerData as Share;
const pools: Pools = { fixtures: fixtureInputs(), corpus: corpus ? corpusInputs() : [] };
const current = new Int32Array(progress);

for (let index = from; index < to; index += step) {
  Atomics.store(current, 0, index);
  const input = mutatedInput(pools, seed, index);
  const sampled = index % SAMPLE < step;
  const broken = check(input.bytes, input.chunk, sampled) ?? (sampled ? memory() : undefined);
  if (broken !== undefined) parentPort?.postMessage({ index, ...broken });
}

function memory(): { invariant: string; detail: string } | undefined {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const used = heapUsed + arrayBuffers;
  if (used < MOST_MEMORY) return undefined;
  return { invariant: INVARIANTS.memory, detail: `${Math.round(used / 1e6)} MB` };
}
