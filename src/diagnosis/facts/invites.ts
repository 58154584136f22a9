import type { Call, Transaction } from '../../call/types.ts';

import { fact } from './fact.ts';

/** INVITE transactions of one call that are looked at (a bound for hostile input). */
const MAX_INVITES = 64;

/** Every INVITE transaction, re-INVITEs and all hops included, in the order of time. */
export const invites = fact(({ transactions }: Call): readonly Transaction[] =>
  transactions.filter(({ method }) => method === 'INVITE').slice(0, MAX_INVITES),
);

/** The hops of initial INVITEs, all rounds. */
export function hopsOf({ rounds }: Call): Transaction[] {
  return rounds.flatMap(({ hops }) => hops).slice(0, MAX_INVITES);
}
