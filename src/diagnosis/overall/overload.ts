import { producerOf } from '../../call/producer.ts';
import type { Transaction } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseRetryAfter } from '../../sip/values/retry-after.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Responses by which a node says that it can take no more; a proxy may turn a 503 into a 500 (RFC 3261 §16.7-6). */
const OVERLOADED: ReadonlySet<number> = new Set([500, 503]);
const UNAVAILABLE = 503;
/** Pairs of client and server, and refusals of one pair, that are remembered (bounds for hostile input). */
const MAX_LINKS = 1000;
const MAX_REFUSALS = 5000;
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/** A request that was refused because a server could take no more. */
export interface OverloadRefusal {
  /** When it was sent and when it was refused, µs. */
  readonly sent: number;
  readonly refused: number;
  readonly status: number;
  /** s; -1 without a Retry-After. */
  readonly retryAfter: number;
  readonly request: PacketProof;
  readonly response: PacketProof;
  readonly mark: CallMark | null;
}

/** What one server refused to one client. */
export interface OverloadedLink {
  readonly client: string;
  readonly server: string;
  readonly refusals: OverloadRefusal[];
  /** Refusals beyond those that are remembered. */
  more: number;
}

/** Requests that servers refused for want of capacity, link by link. */
export class OverloadNotes {
  readonly links = new Map<string, OverloadedLink>();
  /** Refusals of pairs beyond those that are remembered. */
  left = 0;

  conversation({ judged, mark }: Recorded): void {
    let looked = 0;
    for (const transaction of judged.transactions) {
      const { request, final } = transaction;
      if (request === null || final === null || !OVERLOADED.has(final.status)) continue;
      // In a dialog there is no other server to turn to.
      if (request.hasToTag || producerOf(transaction, final).hop !== transaction) continue;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      this.#add(transaction, request, final, mark);
    }
  }

  #add(
    { client, server }: Transaction,
    request: Message,
    final: Message,
    mark: CallMark | null,
  ): void {
    const key = `${client.address} ${server.name}`;
    let link = this.links.get(key);
    if (link === undefined) {
      if (this.links.size >= MAX_LINKS) {
        this.left += 1;
        return;
      }
      link = { client: client.address, server: server.name, refusals: [], more: 0 };
      this.links.set(key, link);
    }
    if (link.refusals.length >= MAX_REFUSALS) {
      link.more += 1;
      return;
    }
    const asked =
      final.status === UNAVAILABLE ? parseRetryAfter(field(final, 'Retry-After') ?? '') : null;
    link.refusals.push({
      sent: request.time,
      refused: final.time,
      status: final.status,
      retryAfter: asked?.seconds ?? -1,
      request: remembered(request),
      response: remembered(final),
      mark,
    });
  }
}
