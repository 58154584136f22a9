import type { Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** A message that a call lacks: it was sent from one address to another before or after this time. */
interface Lack {
  readonly mark: CallMark;
  readonly time: number;
  /** The lost message came before `time` (a request whose response was seen), or after it. */
  readonly before: boolean;
}

/** How long the sender of a lost message repeats it: Timers B and H (RFC 3261 §17), µs. */
const WITHIN = 32_000_000;
/** Transactions of one call, and lacks between two addresses, that are kept (bounds for hostile input). */
const MAX_TRANSACTIONS = 64;
const MAX_LACKS = 256;

/** Which calls lack a request or every response to one, by the addresses that it should have gone between. */
export class LackNotes {
  readonly #byWay = new Map<string, Lack[]>();

  conversation({ judged, mark }: Recorded): void {
    if (judged.kind !== 'call' || mark === null) return;
    for (const transaction of judged.transactions.slice(0, MAX_TRANSACTIONS)) {
      this.#transaction(transaction, mark);
    }
  }

  /** The one call that lacks a message that this may have been; null when none does, or several do. */
  only(from: string, to: string, time: number): CallMark | null {
    const lacks = this.#byWay.get(`${from} ${to}`) ?? [];
    if (lacks.length >= MAX_LACKS) return null;
    const marks = new Set<CallMark>();
    for (const lack of lacks) {
      const later = lack.before ? lack.time - time : time - lack.time;
      if (later >= 0 && later <= WITHIN) marks.add(lack.mark);
    }
    const [mark = null] = marks;
    return marks.size === 1 ? mark : null;
  }

  #transaction({ method, request, responses, client, server }: Transaction, mark: CallMark): void {
    if (request === null) {
      const { time } = responses[0] as Message;
      this.#add(`${client.address} ${server.address}`, { mark, time, before: true });
    } else if (responses.length === 0 && method !== 'ACK') {
      const { time } = request;
      this.#add(`${server.address} ${client.address}`, { mark, time, before: false });
    }
  }

  #add(way: string, lack: Lack): void {
    const lacks = this.#byWay.get(way);
    if (lacks === undefined) this.#byWay.set(way, [lack]);
    else if (lacks.length < MAX_LACKS) lacks.push(lack);
  }
}
