import type { OfferAnswerFault } from '../../model/sdp-args.ts';
import { LENIENCY } from '../../sip/leniency.ts';
import type { Message } from '../../sip/message.ts';
import { sdpOf } from '../../sip/sdp/of-message.ts';
import { isSuccess } from '../milestones.ts';
import { acknowledged, isReliable, numberOf } from './reliable.ts';
import type { Carried, Exchange, Misstep, Negotiation, Side } from './types.ts';

/** What a transaction still owes: an answer to the offer of its request, or an offer of its own. */
interface Debt {
  readonly method: string;
  /** The offer that its request carried. */
  exchange: Exchange | null;
  /** An INVITE without offer: its first reliable response has to make one (RFC 3261 §13.2.1). */
  owesOffer: boolean;
  /** Latest description of an unreliable 1xx: what the answer is going to be. */
  preview: Carried | null;
  /** A PRACK shows that a reliable response came which was not captured: what it carried is not known. */
  unseen: boolean;
}

/**
 * Offer and answer as a machine: it takes the messages of one dialog in their order (RFC 6337 §2: an offer stands in an
 * INVITE, a reliable response to one without, a PRACK or an UPDATE; its answer in the next reliable message back).
 */
export class OfferAnswerSession implements Negotiation {
  readonly exchanges: Exchange[] = [];
  readonly missteps: Misstep[] = [];
  /** The offer that waits for its answer. */
  #open: Exchange | null = null;
  /** An offer that was followed by another before it was settled, and that other. */
  #overtaken: { readonly exchange: Exchange; readonly by: Message } | null = null;
  readonly #debts = new Map<object, Debt>();
  /** Numbers of the reliable responses (RFC 3262 §7.1). */
  readonly #seen = new Set<string>();

  /** A request of the transaction that `key` stands for. */
  request(key: object, message: Message, side: Side): void {
    const carried = carriedBy(message);
    if (message.method === 'ACK') this.#ack(message, carried, side);
    else {
      const debt: Debt = {
        method: message.method,
        exchange: null,
        owesOffer: message.method === 'INVITE' && carried === null && isBare(message),
        preview: null,
        unseen: false,
      };
      this.#debts.set(key, debt);
      if (message.method === 'PRACK' && !this.#seen.has(acknowledged(message))) this.#missed();
      if (carried === null) return;
      const { method } = message;
      if (method === 'PRACK' && this.#open !== null && this.#open.offerer !== side) {
        this.#answer(this.#open, carried);
      } else if (method === 'INVITE' || method === 'UPDATE' || method === 'PRACK') {
        debt.exchange = this.#offer(carried, message, side);
      }
    }
  }

  /** A response of that transaction; `side` is who asked. */
  response(key: object, message: Message, side: Side): void {
    const debt = this.#debts.get(key);
    if (debt === undefined || message.status === 100) return;
    if (message.status >= 300) this.#refused(debt, message);
    else if (debt.method === 'INVITE' && message.status < 200)
      this.#provisional(debt, message, side);
    else if (message.status >= 200) this.#accepted(debt, message, side);
  }

  #missed(): void {
    for (const debt of this.#debts.values()) if (debt.method === 'INVITE') debt.unseen = true;
  }

  #provisional(debt: Debt, message: Message, side: Side): void {
    this.#seen.add(numberOf(message));
    const carried = carriedBy(message);
    if (carried === null) return;
    if (!isReliable(message)) debt.preview = carried;
    else if (debt.exchange !== null) this.#answer(debt.exchange, carried);
    else if (debt.owesOffer) this.#lateOffer(debt, carried, side);
  }

  #accepted(debt: Debt, message: Message, side: Side): void {
    const carried = carriedBy(message);
    const { exchange, preview } = debt;
    if (carried !== null) {
      if (exchange !== null) this.#answer(exchange, carried);
      else if (debt.owesOffer) this.#lateOffer(debt, carried, side);
    } else if (!isBare(message)) {
      // A body that is no session description, or was not captured.
      this.#close(exchange);
    } else if (debt.unseen && (exchange?.answer ?? null) === null) {
      this.#close(exchange);
    } else if (exchange !== null && exchange.answer === null) {
      if (preview !== null) {
        exchange.preview = true;
        this.#answer(exchange, preview);
      }
      this.#blame(preview === null ? 'no-answer' : 'preview-only', message, exchange);
      this.#close(exchange);
    } else if (debt.owesOffer) {
      debt.owesOffer = false;
      this.#blame('no-offer', message, null);
    }
  }

  #ack(message: Message, carried: Carried | null, side: Side): void {
    const open = this.#open;
    if (open === null || open.offerer === side || open.request.method !== 'INVITE') return;
    if (open.request.cseq !== message.cseq || !isSuccess(open.offer.message)) return;
    if (carried !== null) this.#answer(open, carried);
    else if (isBare(message)) {
      this.#blame('ack-without-answer', message, open);
      this.#close(open);
    }
  }

  #refused({ exchange }: Debt, message: Message): void {
    if (exchange === null || exchange.answer !== null) return;
    exchange.refusal = message;
    this.#close(exchange);
  }

  #lateOffer(debt: Debt, carried: Carried, side: Side): void {
    debt.owesOffer = false;
    this.#offer(carried, carried.message, side === 'caller' ? 'callee' : 'caller');
  }

  #offer(carried: Carried, request: Message, offerer: Side): Exchange {
    const open = this.#open;
    const exchange: Exchange = {
      offerer,
      offer: carried,
      request,
      answer: null,
      preview: false,
      refusal: null,
      answerer: null,
    };
    this.exchanges.push(exchange);
    // Offers that cross (glare) are settled by a 491; the first one stays open.
    if (open !== null && open.offerer !== offerer) return exchange;
    if (open !== null) this.#overtaken = { exchange: open, by: request };
    this.#open = exchange;
    return exchange;
  }

  /** Later descriptions of the same transaction repeat the answer and say nothing new (RFC 3261 §13.2.1). */
  #answer(exchange: Exchange, carried: Carried): void {
    exchange.answer ??= carried;
    this.#close(exchange);
  }

  /** Settled: had another offer come before that, it should have waited. An offer whose end was not seen proves nothing. */
  #close(exchange: Exchange | null): void {
    if (exchange === null) return;
    if (exchange === this.#overtaken?.exchange) {
      this.#blame('two-offers', this.#overtaken.by, exchange);
      this.#overtaken = null;
    }
    if (exchange === this.#open) this.#open = null;
  }

  #blame(fault: OfferAnswerFault, message: Message, exchange: Exchange | null): void {
    this.missteps.push({ fault, message, offer: exchange?.offer.message ?? null });
  }
}

function carriedBy(message: Message): Carried | null {
  const description = sdpOf(message);
  return description === null ? null : { message, description };
}

/** Deviations that leave open whether there was a body. */
const UNSURE = LENIENCY.bodyTooShort | LENIENCY.badContentLength | LENIENCY.cutBySnapLength;

/** As captured it has no body, and says so itself: nothing was cut off. */
function isBare({ hasBody, contentLength, leniency }: Message): boolean {
  return !hasBody && contentLength <= 0 && (leniency & UNSURE) === 0;
}
