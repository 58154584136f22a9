import { openedAt } from './hops.ts';
import type { Call, Round } from './types.ts';

/** The digits were not complete yet (RFC 3261 §21.4.22). */
const ADDRESS_INCOMPLETE = 484;

/** The rounds since the number was complete: while it grows from INVITE to INVITE (RFC 3578), somebody is still dialling. */
export function dialledRounds(rounds: readonly Round[]): readonly Round[] {
  // The last round is the call itself, whatever it was refused for.
  const begun = rounds.slice(0, -1);
  const last = begun.findLastIndex(({ hops }) => hops[0]?.final?.status === ADDRESS_INCOMPLETE);
  return rounds.slice(last + 1);
}

/** When the number was complete and the caller began to wait (RFC 6076 §4.3), µs. */
export function dialledAt({ rounds, milestones }: Call): number {
  if (rounds.length < 2) return milestones.invite;
  const first = dialledRounds(rounds)[0]?.hops[0];
  return first === undefined ? milestones.invite : openedAt(first);
}
