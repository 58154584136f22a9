import { corpusInputs, fixtureInputs, type Input, logCorpusInputs, logInputs } from './inputs.ts';
import type { Mutator } from './mutator.ts';
import { MUTATORS } from './mutators/index.ts';
import { LOG_MUTATORS } from './mutators/log-rows.ts';

/** What is damaged in a run, and how: captures and logs of every kind, or logs alone. */
export type Kind = 'all' | 'logs';

/** A run never mixes the two pools: what holds corpus bytes must not be kept. */
export interface Pools {
  readonly fixtures: readonly Input[];
  readonly corpus: readonly Input[];
  readonly mutators: readonly Mutator[];
}

export function poolsOf(kind: Kind, corpus: boolean): Pools {
  return kind === 'all'
    ? { fixtures: fixtureInputs(), corpus: corpus ? corpusInputs() : [], mutators: MUTATORS }
    : {
        fixtures: logInputs(),
        corpus: corpus ? logCorpusInputs() : [],
        mutators: [...LOG_MUTATORS, ...MUTATORS],
      };
}
