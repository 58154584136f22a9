/**
 * The long form of test/mutation: `npx tsx scripts/mutate.ts --count 1000000 [--seed n] [--kind logs] [--no-corpus]`, or `--only n` to
 * look at one input. Inputs made of our own fixtures that break an invariant are written to test/mutation/crashers/.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { check } from '../test/mutation/invariants.ts';
import { shrink } from '../test/mutation/shrink.ts';
import { mutatedInput } from '../test/mutation/mutated.ts';
import { type Kind, poolsOf } from '../test/mutation/pools.ts';
import { type Problem, runMutations } from '../test/mutation/run.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    only: { type: 'string' },
    kind: { type: 'string', default: 'all' },
    'no-corpus': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const corpus = !values['no-corpus'];
const kind: Kind = values.kind === 'logs' ? 'logs' : 'all';
const pools = poolsOf(kind, corpus);

/** Tells about a problem and keeps its input where that is allowed. */
function tell({ index, invariant, detail }: Problem): void {
  const { history, fromCorpus, bytes, chunk } = mutatedInput(pools, seed, index);
  console.log(`input ${index}: ${history}\n  not "${invariant}"\n  ${detail}`);
  if (fromCorpus) {
    console.log('  made of corpus bytes: not kept; minimise it to synthetic ones by hand');
    return;
  }
  const small = shrink(bytes, (less) => check(less, chunk, true)?.invariant === invariant);
  const path = `test/mutation/crashers/${seed}-${index}.bin`;
  writeFileSync(path, small);
  console.log(`  kept as ${path} (${small.length} of ${bytes.length} bytes)`);
}

if (values.only === undefined) {
  const started = performance.now();
  const count = Number(values.count);
  const problems = await runMutations({ seed, count, corpus, kind, first: Number(values.first) });
  for (const problem of problems.slice(0, 20)) tell(problem);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${count} inputs in ${seconds} s, ${problems.length} broken`);
  if (problems.length > 0) process.exitCode = 1;
} else {
  const index = Number(values.only);
  const input = mutatedInput(pools, seed, index);
  const broken = check(input.bytes, input.chunk, true);
  console.log(`${input.history}: ${input.bytes.length} bytes, chunks of ${input.chunk}`);
  if (broken === undefined) console.log('nothing is wrong');
  else tell({ index, ...broken });
}
