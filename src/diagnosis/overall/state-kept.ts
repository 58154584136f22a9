import { madeBy } from '../../call/producer.ts';
import type { PlainCall } from '../../call/plain.ts';
import type { Call, Dialog, Transaction } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Calls of which a node knew the end, and calls that nodes had forgotten (bounds for hostile input). */
const MAX_KEPT = 500_000;
const MAX_LOST = 10_000;
/** Transactions of one call that are looked at. */
const MAX_TRANSACTIONS = 64;

/** Call/Transaction Does Not Exist (RFC 3261 §21.4.19). */
const UNKNOWN = 481;
/** Requests of a dialog that only a node without the dialog answers so; CANCEL and PRACK may come too late. */
const METHODS: ReadonlySet<string> = new Set(['BYE', 'INVITE', 'UPDATE', 'INFO', 'REFER']);

/** A call that was up when a node said that it did not know it. */
export interface LostCall {
  /** When it was answered, and when the 481 came, µs. */
  readonly answered: number;
  readonly time: number;
  readonly request: PacketProof;
  readonly response: PacketProof;
  readonly mark: CallMark | null;
}

/** What one node forgot, and what it knew: a BYE that it confirmed. */
export interface NodeState {
  readonly lost: LostCall[];
  /** When each call that it knew was answered, and when it ended, µs. */
  readonly answers: number[];
  readonly ends: number[];
}

/** Which calls nodes still knew when they were asked about them. */
export class StateNotes {
  /** By address. */
  readonly nodes = new Map<string, NodeState>();
  /** Calls that were not followed because of a bound. */
  left = 0;
  #kept = 0;
  #lost = 0;

  plain({ answer, bye, byCaller }: PlainCall, client: Endpoint, server: Endpoint): void {
    this.#keep(byCaller ? server : client, answer, bye);
  }

  conversation({ judged, mark }: Recorded): void {
    if (judged.kind !== 'call') return;
    let looked = 0;
    for (const transaction of judged.transactions) {
      const { method, request, final, server } = transaction;
      if (request === null || final === null || !METHODS.has(method) || !request.hasToTag) continue;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      if (method === 'BYE' && final.status >= 200 && final.status < 300) {
        const answered = dialogOf(transaction, judged)?.answer?.time;
        if (answered !== undefined) this.#keep(server, answered, final.time);
      } else if (final.status === UNKNOWN) this.#lose(transaction, judged, mark);
    }
  }

  #keep({ address }: Endpoint, answered: number, end: number): void {
    if (this.#kept >= MAX_KEPT) {
      this.left += 1;
      return;
    }
    this.#kept += 1;
    const { answers, ends } = this.#node(address);
    answers.push(answered);
    ends.push(end);
  }

  #lose(transaction: Transaction, call: Call, mark: CallMark | null): void {
    const { request, final } = transaction;
    if (request === null || final === null) return;
    const answered = dialogOf(transaction, call)?.answer?.time;
    // Somebody had hung up before: then it is right to know it no more.
    const wasOver = call.transactions.some(
      (other) =>
        other.method === 'BYE' &&
        other !== transaction &&
        other.request !== null &&
        other.request.time <= final.time &&
        !isSameRequest(other, transaction),
    );
    if (answered === undefined || wasOver || !Number.isFinite(final.time)) return;
    const made = madeBy(final, call.transactions);
    const { lost } = this.#node(made.sender.address);
    if (made.sender.address === '' || lost.at(-1)?.mark === mark) return;
    if (this.#lost >= MAX_LOST) {
      this.left += 1;
      return;
    }
    this.#lost += 1;
    lost.push({
      answered,
      time: made.time,
      request: remembered(request),
      response: remembered(made),
      mark,
    });
  }

  #node(address: string): NodeState {
    let node = this.nodes.get(address);
    if (node === undefined) this.nodes.set(address, (node = { lost: [], answers: [], ends: [] }));
    return node;
  }
}

/** The dialog that a request belongs to, by its tags (RFC 3261 §12). */
function dialogOf({ request }: Transaction, { dialogs, invite }: Call): Dialog | undefined {
  const fromTag = invite?.request?.fromTag;
  if (request === null || fromTag === undefined) return undefined;
  const { fromTag: own, toTag: other } = request;
  return dialogs.find(
    ({ toTag }) => (own === fromTag && other === toTag) || (own === toTag && other === fromTag),
  );
}

/** Another hop of it. */
function isSameRequest({ request: a }: Transaction, { request: b }: Transaction): boolean {
  return a?.cseq === b?.cseq && a?.fromTag === b?.fromTag && a?.cseqMethod === b?.cseqMethod;
}
