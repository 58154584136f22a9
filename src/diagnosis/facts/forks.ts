import { openedAt } from '../../call/hops.ts';
import { isSuccess } from '../../call/milestones.ts';
import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';
import { hopsOf } from './invites.ts';

/** One node that sent one request to several targets, in the order of time. */
export interface Fork {
  /** The hop over which the node got the request; null for the caller's own side. */
  readonly upstream: Transaction | null;
  readonly branches: readonly Transaction[];
}

/** Every node of a call that tried more than one target for one request. */
export const forks = fact((call: Call): readonly Fork[] => {
  const byNode = new Map<string, Transaction[]>();
  for (const hop of hopsOf(call)) {
    const key = `${hop.client.address} ${hop.cseq} ${hop.upstream?.branch ?? ''}`;
    const same = byNode.get(key);
    if (same === undefined) byNode.set(key, [hop]);
    else same.push(hop);
  }
  return [...byNode.values()]
    .filter((branches) => branches.length > 1)
    .map((branches) => ({
      upstream: (branches[0] as Transaction).upstream,
      branches: branches.toSorted((a, b) => openedAt(a) - openedAt(b)),
    }));
});

/** A fork of which a branch was answered. */
export interface WonFork extends Fork {
  readonly winner: Transaction;
  readonly answer: Message;
}

/** The forks of a call that were answered. */
export const wonForks = fact((call: Call, context): readonly WonFork[] =>
  forks(call, context).flatMap((fork) => {
    const winner = fork.branches.find(({ responses }) => responses.some(isSuccess));
    const answer = winner?.responses.find(isSuccess);
    return winner === undefined || answer === undefined ? [] : [{ ...fork, winner, answer }];
  }),
);
