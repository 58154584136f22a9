/** Every 2xx to an INVITE with its copies, its ACKs and how the dialog ended: what the ACK rules share. */
import type { Call, Transaction } from '../../call/types.ts';
import { isSuccess } from '../../call/milestones.ts';
import { openedAt } from '../../call/hops.ts';
import type { Message } from '../../sip/message.ts';
import { reasonsOf } from '../../sip/reasons.ts';
import type { FittingClock } from '../../model/clock.ts';
import { fittingClock, t1Of } from './clocks.ts';
import { fact } from './fact.ts';
import { invites } from './invites.ts';

/** A 2xx as it was seen on one hop. */
export interface AnsweredHop {
  readonly hop: Transaction;
  readonly answer: Message;
  /** Retransmissions on this hop, the first sighting not included. */
  readonly copies: readonly Message[];
}

/** One 2xx (an INVITE and a To tag) over all its hops. */
export interface Answer {
  /** In the order in which the INVITE went: the caller's hop first, the callee's last. */
  readonly hops: readonly [AnsweredHop, ...AnsweredHop[]];
  /** ACKs with its CSeq number and tags that came before the callee gave up, all hops, copies included. */
  readonly acks: readonly Message[];
  /** First BYE of the dialog after it. */
  readonly bye: Transaction | null;
  /** The callee said that it ended the call because no ACK came. */
  readonly gaveUp: GaveUp | null;
}

export interface GaveUp {
  readonly bye: Message;
  readonly afterUs: number;
  /** Reason of the BYE that says so, '' when only the time does. */
  readonly reason: string;
  readonly clock: FittingClock | null;
}

/** Answers of one call that are looked at (a bound for hostile input). */
const MAX_ANSWERS = 16;
/** Copies of a 2xx, its first sighting included, that make a BYE after 64·T1 more than a coincidence. */
const COPIES = 3;

/** The nearest hop to the callee: its copies are the ones that the callee sent. */
export function calleeHop({ hops }: Answer): AnsweredHop {
  return hops.at(-1) as AnsweredHop;
}

export const answers = fact((call: Call, context): readonly Answer[] => {
  const byKey = new Map<string, AnsweredHop[]>();
  for (const hop of invites(call, context)) {
    const tags = new Set<string>();
    for (const answer of hop.responses) {
      if (!isSuccess(answer) || tags.has(answer.toTag)) continue;
      tags.add(answer.toTag);
      const copies = hop.repeatedResponses.filter(
        (copy) => isSuccess(copy) && copy.sameToTag(answer) && copy.receiver === answer.receiver,
      );
      const key = keyOf(answer);
      const same = byKey.get(key);
      if (same !== undefined) same.push({ hop, answer, copies });
      else if (byKey.size < MAX_ANSWERS) byKey.set(key, [{ hop, answer, copies }]);
    }
  }
  return [...byKey.values()].map((hops) => answerOf(hops as [AnsweredHop], call));
});

/** CSeq number and both tags: equal for a 2xx and its ACK (RFC 3261 §13.2.2.4). */
function keyOf({ cseq, fromTag, toTag }: Message): string {
  return `${cseq} ${fromTag} ${toTag}`;
}

function answerOf(hops: readonly [AnsweredHop, ...AnsweredHop[]], call: Call): Answer {
  const { answer, copies } = hops.at(-1) as AnsweredHop;
  const bye = firstBye(answer, call);
  const gaveUp = gaveUpOf(answer, copies, bye?.request ?? null);
  const limit = gaveUp?.bye.time ?? answer.time + 64_000_000 * t1Of(answer, copies);
  // What came before the 2xx on every hop answers a failure that had the same tag.
  const since = Math.min(...hops.map((one) => one.answer.time));
  const key = keyOf(answer);
  const acks = call.messages.filter(
    (message) =>
      message.status === 0 &&
      message.method === 'ACK' &&
      message.time >= since &&
      message.time <= limit &&
      keyOf(message) === key,
  );
  return { hops, acks, bye, gaveUp };
}

/** The first BYE of the dialog, from either side. */
function firstBye(answer: Message, { transactions }: Call): Transaction | null {
  let first: Transaction | null = null;
  for (const one of transactions) {
    const { method, request } = one;
    if (method !== 'BYE' || request === null || request.time < answer.time) continue;
    const same = request.sameFromTag(answer) && request.sameToTag(answer);
    if (
      (same || request.crossedTags(answer)) &&
      (first === null || openedAt(one) < openedAt(first))
    )
      first = one;
  }
  return first;
}

/** By its own words (`ACK Timeout`, RELEASE_CAUSE 4), or by the copies and the time at which they stopped. */
function gaveUpOf(answer: Message, copies: readonly Message[], bye: Message | null): GaveUp | null {
  if (bye === null || !bye.crossedTags(answer)) return null;
  const reason = reasonsOf(bye).find(
    ({ protocol, cause, text }) =>
      /\back time-?out/i.test(text) || (protocol === 'RELEASE_CAUSE' && cause === 4),
  );
  const afterUs = bye.time - answer.time;
  const clock = fittingClock('ack', afterUs, answer.sender.name, { t1: t1Of(answer, copies) });
  if (reason === undefined && (clock === null || copies.length + 1 < COPIES)) return null;
  return {
    bye,
    afterUs,
    reason: reason === undefined ? '' : reason.text || reason.protocol,
    clock,
  };
}

/** Some 2xx was repeated, or a BYE has a Reason: whether there is anything to look at. */
export function mayLackAck({ transactions }: Call): boolean {
  return transactions.some(
    ({ method, request, repeatedResponses }) =>
      (method === 'INVITE' && repeatedResponses.some(isSuccess)) ||
      (method === 'BYE' && request !== null && request.hasReason),
  );
}

/** The caller of this INVITE sent other requests in the dialog after the answer: for it, the call is up. */
export function goesOnAfter({ hops }: Answer, { transactions }: Call): boolean {
  const { answer } = hops[0];
  return transactions.some(
    ({ method, request }) =>
      request !== null &&
      method !== 'ACK' &&
      request.time > answer.time &&
      request.sameFromTag(answer) &&
      request.sameToTag(answer),
  );
}
