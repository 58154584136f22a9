import { openedAt } from '../../call/hops.ts';
import type { Call, Transaction } from '../../call/types.ts';
import { isSuccess } from '../../call/milestones.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';

/** BYE transactions of one call that are looked at (a bound for hostile input). */
const MAX_BYES = 32;

/** BYEs that cross, or repeat one another, are this close, µs: 64·T1 (RFC 3261 §17.1.2.2). */
export const RACE = 32_000_000;

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

/** The other BYE makes up for this one: it came from the other side before or in the same moment, or it repeats this one and was confirmed. */
export function hasEnded({ request, final }: Bye, lost: Bye): boolean {
  if (request.time > lost.request.time + RACE) return false;
  return request.crossedTags(lost.request) || (final !== null && isSuccess(final));
}

/** The other side hung up itself so late that it had not heard of this BYE. */
export function isLate({ request }: Bye, lost: Bye): boolean {
  return request.time > lost.request.time + RACE && request.crossedTags(lost.request);
}

export function lateHangUp(all: readonly Bye[], lost: Bye): Bye | null {
  return all.find((other) => isLate(other, lost)) ?? null;
}

/** Who stayed up after a BYE that did not get through, and for how long, as far as its own hang-up tells. */
export function farEndOf(late: Bye | null, { request }: Bye): { farEnd: string; upUs: number } {
  if (late === null) return { farEnd: '', upUs: 0 };
  return { farEnd: late.request.sender.name, upUs: late.request.time - request.time };
}
