import type { Transaction } from '../../call/types.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** A call with a message missing. */
export interface LackingCall {
  readonly mark: CallMark;
  readonly callId: string;
}

/** A message that a call lacks: it was sent from one address to another before or after this time. */
interface Lack extends LackingCall {
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
      this.#transaction(transaction, { mark, callId: judged.callId });
    }
  }

  /** The one call that lacks a message that this may have been; null when none does, or several do. */
  only(from: string, to: string, time: number): LackingCall | null {
    const lacks = this.#byWay.get(`${from} ${to}`) ?? [];
    if (lacks.length >= MAX_LACKS) return null;
    const found = new Map<CallMark, LackingCall>();
    for (const lack of lacks) {
      const later = lack.before ? lack.time - time : time - lack.time;
      if (later >= 0 && later <= WITHIN) found.set(lack.mark, lack);
    }
    const [call = null] = found.values();
    return found.size === 1 ? call : null;
  }

  /** The call with this Call-ID, if it lacks a message that went between these two. */
  ofCallId(from: string, to: string, callId: string): CallMark | null {
    const lacks = this.#byWay.get(`${from} ${to}`) ?? [];
    return lacks.find((lack) => lack.callId === callId)?.mark ?? null;
  }

  #transaction(
    { method, request, responses, client, server }: Transaction,
    call: LackingCall,
  ): void {
    const [answer] = responses;
    if (request === null) {
      if (answer === undefined) return;
      const { time } = answer;
      this.#add(`${client.address} ${server.address}`, { ...call, time, before: true });
    } else if (answer === undefined && method !== 'ACK') {
      const { time } = request;
      this.#add(`${server.address} ${client.address}`, { ...call, time, before: false });
    }
  }

  #add(way: string, lack: Lack): void {
    const lacks = this.#byWay.get(way);
    if (lacks === undefined) this.#byWay.set(way, [lack]);
    else if (lacks.length < MAX_LACKS) lacks.push(lack);
  }
}
