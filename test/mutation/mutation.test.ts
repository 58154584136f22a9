/** No input, however damaged, breaks what is promised about all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureInputs } from './inputs.ts';
import { check, INVARIANTS } from './invariants.ts';
import { mutatedInput } from './mutated.ts';
import { MUTATORS } from './mutators/index.ts';
import { LOG_MUTATORS } from './mutators/log-rows.ts';
import { type Kind, poolsOf } from './pools.ts';
import { Random } from './random.ts';
import { runMutations } from './run.ts';

const SEED = 20_261_122;
const COUNTS: readonly (readonly [Kind, number])[] = [
  ['all', 20_000],
  ['logs', 2_000],
];
const CRASHERS = new URL('crashers/', import.meta.url);

describe('mutated inputs', () => {
  it.each(COUNTS)(
    `(%s) keep all ${Object.keys(INVARIANTS).length} invariants, %d of them`,
    async (kind, count) => {
      const problems = await runMutations({ seed: SEED, count, kind });
      const told = problems.slice(0, 5).map(({ index, invariant, detail }) => {
        return `input ${index} (npx tsx scripts/mutate.ts --kind ${kind} --seed ${SEED} --only ${index}): not "${invariant}": ${detail}`;
      });
      expect(told.join('\n')).toBe('');
    },
    600_000,
  );

  it('are the same every time', () => {
    for (const [kind] of COUNTS) {
      const pools = poolsOf(kind, false);
      for (let index = 0; index < 50; index += 1) {
        expect(mutatedInput(pools, 1, index)).toEqual(mutatedInput(pools, 1, index));
      }
    }
  });

  it.each([...MUTATORS, ...LOG_MUTATORS].map((mutator) => [mutator.id, mutator] as const))(
    '%s leaves what it is given alone',
    (_, mutator) => {
      const random = new Random(3);
      for (const { bytes } of fixtureInputs().slice(0, 20)) {
        const before = bytes.slice();
        mutator.apply(bytes, random, () => bytes);
        expect(bytes).toEqual(before);
      }
    },
  );
});

/** What once broke an invariant is kept and tried again for ever. */
describe('crashers', () => {
  const names = readdirSync(CRASHERS).filter((name) => name.endsWith('.bin'));

  it(`break nothing any more, ${names.length} of them`, () => {
    for (const name of names) {
      const bytes = readFileSync(new URL(name, CRASHERS));
      for (const chunk of [Infinity, 1000, 7]) {
        expect(check(bytes, chunk, true), name).toBeUndefined();
      }
    }
  });
});
