/** Who was put on hold in a call, by whom, for how long. */
import { type Hold, holdsOf } from '../../call/offer-answer/holds.ts';
import type { Call, Transaction } from '../../call/types.ts';
import { fact } from './fact.ts';
import { negotiation } from './sdp.ts';

/** A hold with its times, µs. */
export interface TimedHold extends Hold {
  readonly from: number;
  /** When the other side could be heard again, else the end of the call or of the capture. */
  readonly until: number;
}

export const holds = fact((call: Call, context): readonly TimedHold[] => {
  const { bye } = call.milestones;
  const end = bye ?? context.surroundings.captureEnd;
  return holdsOf(negotiation(call, context).exchanges).map((hold) => {
    const from = hold.begun.message.time;
    return { ...hold, from, until: Math.max(from, hold.ended?.message.time ?? end) };
  });
});

/** Silence from which a hold that ends with the call counts as forgotten, µs. */
const FORGOTTEN = 10_000_000;

/** The hold in which the call ended; null when it did not, or when a transfer was under way. */
export const forgottenHold = fact((call: Call, context): TimedHold | null => {
  if (call.milestones.bye === null || call.transactions.some(isTransfer)) return null;
  const open = holds(call, context).filter(({ ended }) => ended === null);
  const forgotten = open.find(({ from, until }) => until - from >= FORGOTTEN) ?? null;
  return forgotten !== null && call.transactions.some((one) => mayResume(one, forgotten.from))
    ? null
    : forgotten;
});

/** A change of the session behind the hold of which not all was seen: it may have ended the hold. */
function mayResume({ method, request, responses, final }: Transaction, from: number): boolean {
  if (method !== 'INVITE' && method !== 'UPDATE') return false;
  const time = request?.time ?? responses[0]?.time ?? from;
  return time > from && (request === null || final === null);
}

function isTransfer({ method }: { readonly method: string }): boolean {
  return method === 'REFER';
}

/** Both sides on hold at the same time for longer than two presses of a button may cross, µs. */
const TOGETHER = 2_000_000;

/** The first time that both sides held each other. */
export const mutualHold = fact(
  (call: Call, context): { first: TimedHold; second: TimedHold; togetherUs: number } | null => {
    const all = holds(call, context);
    for (const [at, first] of all.entries()) {
      for (const second of all.slice(at + 1)) {
        const togetherUs = Math.min(first.until, second.until) - second.from;
        if (second.holder !== first.holder && togetherUs >= TOGETHER) {
          return { first, second, togetherUs };
        }
      }
    }
    return null;
  },
);
