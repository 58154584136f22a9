import type { Message } from '../sip/message.ts';
import { openedAt } from './hops.ts';
import type { Round, Transaction } from './types.ts';

/** What belongs to one attempt of a Call-ID that carries several. */
export interface Share {
  readonly transactions: readonly Transaction[];
  readonly messages: readonly Message[];
}

/** Gives each attempt its transactions, by branch, tag and time, and the messages of these. */
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

/** Attempts that share a tag, in order. */
interface SameTag {
  readonly indexes: number[];
  /** The earliest beginning of each and of all after it: never falls, so that it can be searched. */
  readonly earliest: number[];
}

type ByTag = Map<string, SameTag>;

/**
 * Which attempt a transaction belongs to: its own hops and what shares a branch with them (CANCEL), then what has a tag that
 * the callee gave, then what has the caller's tag; between several attempts with one tag the last that had begun.
 */
class Owners {
  readonly #hops = new Map<Transaction, number>();
  readonly #byBranch = new Map<string, number>();
  readonly #byCaller: ByTag = new Map();
  readonly #byCallee: ByTag = new Map();

  constructor(attempts: readonly Round[][]) {
    for (const [index, rounds] of attempts.entries()) {
      const first = rounds[0]?.hops[0] as Transaction;
      // What came before every attempt goes to the first.
      const begun = index === 0 ? Number.NEGATIVE_INFINITY : openedAt(first);
      note(this.#byCaller, (first.request as Message).fromTag, index, begun);
      for (const { hops } of rounds) {
        for (const hop of hops) {
          this.#hops.set(hop, index);
          this.#byBranch.set(keyOf(hop), index);
          for (const { toTag } of hop.responses) note(this.#byCallee, toTag, index, begun);
        }
      }
    }
    for (const byTag of [this.#byCaller, this.#byCallee]) {
      for (const { earliest } of byTag.values()) {
        for (let at = earliest.length - 2; at >= 0; at -= 1) {
          earliest[at] = Math.min(earliest[at] as number, earliest[at + 1] as number);
        }
      }
    }
  }

  of(transaction: Transaction): number {
    const hop = this.#hops.get(transaction);
    if (hop !== undefined) return hop;
    if (transaction.branch !== '') {
      const same = this.#byBranch.get(keyOf(transaction));
      if (same !== undefined) return same;
    }
    const { fromTag, toTag } = transaction.request ?? (transaction.responses[0] as Message);
    const time = openedAt(transaction);
    for (const byTag of [this.#byCallee, this.#byCaller]) {
      const owner = Math.max(latest(byTag, fromTag, time), latest(byTag, toTag, time));
      if (owner >= 0) return owner;
    }
    return 0;
  }
}

function note(byTag: ByTag, tag: string, index: number, begun: number): void {
  if (tag === '') return;
  const same = byTag.get(tag);
  if (same === undefined) byTag.set(tag, { indexes: [index], earliest: [begun] });
  else if (same.indexes.at(-1) !== index) {
    same.indexes.push(index);
    same.earliest.push(begun);
  }
}

/** The last attempt with this tag that began by then; -1 when there is none. */
function latest(byTag: ByTag, tag: string, time: number): number {
  const same = byTag.get(tag);
  if (same === undefined) return -1;
  let [low, high] = [0, same.earliest.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((same.earliest[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return same.indexes[low - 1] ?? -1;
}
