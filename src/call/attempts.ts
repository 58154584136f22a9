import type { Message } from '../sip/message.ts';
import { openedAt } from './hops.ts';
import type { Round, Transaction } from './types.ts';

/** What belongs to one attempt of a Call-ID that carries several. */
export interface Share {
  readonly transactions: readonly Transaction[];
  readonly messages: readonly Message[];
}

/** Gives each attempt its transactions, by tag and between equal tags by time, and the messages of these. */
export function sharesOf(
  messages: readonly Message[],
  transactions: readonly Transaction[],
  attempts: readonly Round[][],
): Share[] {
  const shares = attempts.map(() => ({
    transactions: [] as Transaction[],
    messages: [] as Message[],
  }));
  const owners = new Owners(attempts);
  const byKey = new Map<string, Set<number>>();
  for (const transaction of transactions) {
    const owner = owners.of(transaction);
    shares[owner]?.transactions.push(transaction);
    const key = keyOf(transaction);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, new Set([owner]));
    else known.add(owner);
  }
  for (const message of messages) {
    for (const owner of byKey.get(keyOf(message)) ?? []) shares[owner]?.messages.push(message);
  }
  return shares;
}

function keyOf({ cseq, branch }: { readonly cseq: number; readonly branch: string }): string {
  return `${cseq} ${branch}`;
}

/** Attempts that began with one From tag, in order. */
interface SameTag {
  readonly indexes: number[];
  /** The earliest beginning of each and of all after it: never falls, so that it can be searched. */
  readonly earliest: number[];
}

class Owners {
  readonly #hops = new Map<Transaction, number>();
  readonly #byTag = new Map<string, SameTag>();

  constructor(attempts: readonly Round[][]) {
    for (const [index, rounds] of attempts.entries()) {
      for (const { hops } of rounds) for (const hop of hops) this.#hops.set(hop, index);
      const first = rounds[0]?.hops[0] as Transaction;
      const tag = (first.request as Message).fromTag;
      const same = this.#byTag.get(tag) ?? { indexes: [], earliest: [] };
      this.#byTag.set(tag, same);
      same.indexes.push(index);
      // What came before every attempt goes to the first.
      same.earliest.push(index === 0 ? Number.NEGATIVE_INFINITY : openedAt(first));
    }
    for (const { earliest } of this.#byTag.values()) {
      for (let at = earliest.length - 2; at >= 0; at -= 1) {
        earliest[at] = Math.min(earliest[at] as number, earliest[at + 1] as number);
      }
    }
  }

  of(transaction: Transaction): number {
    const hop = this.#hops.get(transaction);
    if (hop !== undefined) return hop;
    const { fromTag, toTag } = transaction.request ?? (transaction.responses[0] as Message);
    const time = openedAt(transaction);
    return Math.max(0, this.#latest(fromTag, time), this.#latest(toTag, time));
  }

  /** The last attempt with this tag that began by then; -1 when there is none. */
  #latest(tag: string, time: number): number {
    const same = this.#byTag.get(tag);
    if (same === undefined) return -1;
    let [low, high] = [0, same.earliest.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((same.earliest[middle] as number) <= time) low = middle + 1;
      else high = middle;
    }
    return same.indexes[low - 1] ?? -1;
  }
}
