import { openedAt } from '../../call/hops.ts';
import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';

/** BYE transactions of one call that are looked at (a bound for hostile input). */
const MAX_BYES = 32;

/** One BYE over all its hops. */
export interface Bye {
  /** In the order of time: the sender's own hop first. */
  readonly hops: readonly [Transaction, ...Transaction[]];
  readonly request: Message;
  /** Final response where the BYE was sent. */
  readonly final: Message | null;
}

export const byes = fact(({ transactions }: Call): readonly Bye[] => {
  const byKey = new Map<string, Transaction[]>();
  const all = transactions.filter(({ method, request }) => method === 'BYE' && request !== null);
  for (const one of all.slice(0, MAX_BYES).sort((a, b) => openedAt(a) - openedAt(b))) {
    const { cseq, fromTag, toTag } = one.request as Message;
    const key = `${cseq} ${fromTag} ${toTag}`;
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [one]);
    else same.push(one);
  }
  return [...byKey.values()].map((hops) => {
    const [first] = hops as [Transaction];
    return { hops: hops as [Transaction], request: first.request as Message, final: first.final };
  });
});

/** The BYE came from the side that sent the INVITE. */
export function isByCaller({ request }: Bye, { invite }: Call): boolean {
  return invite?.request?.fromTag === request.fromTag;
}

/** The hop on which the response to the BYE was made: the last one that shows it. */
export function answeredOn({ hops, final }: Bye): Transaction {
  return (
    hops.findLast((hop) => hop.final !== null && hop.final.status === final?.status) ?? hops[0]
  );
}
