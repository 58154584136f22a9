/** Offers and answers of one dialog (RFC 3264), as its messages show them. */
import type { OfferAnswerFault } from '../../model/sdp-args.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import type { SessionDescription } from '../../sip/sdp/description.ts';

/** A description and the message that carried it. */
export interface Carried {
  readonly message: Message;
  readonly description: SessionDescription;
}

/** A side of the dialog, by who sent the initial INVITE. */
export type Side = 'caller' | 'callee';

/** One offer and what became of it. */
export interface Exchange {
  readonly offerer: Side;
  readonly offer: Carried;
  /** The request that carried the offer, or whose response did. */
  readonly request: Message;
  /** Null while it is open, and when it was refused. */
  answer: Carried | null;
  /** The answer was seen in an unreliable 1xx alone. */
  preview: boolean;
  /** The final response that refused the offer. */
  refusal: Message | null;
  /** The node that made the answer or the refusal, as far as the capture shows; null while there is none. */
  answerer: Endpoint | null;
}

/** A step that RFC 3264, RFC 3261 §13 or RFC 6337 does not allow; differences between offer and answer are not among them. */
export interface Misstep {
  readonly fault: OfferAnswerFault;
  readonly message: Message;
  /** What it should have answered, if anything. */
  readonly offer: Message | null;
}

export interface Negotiation {
  /** In the order of their offers; the first is that of the set-up. */
  readonly exchanges: readonly Exchange[];
  readonly missteps: readonly Misstep[];
}
