/** What the judge makes of one conversation: transactions, dialogs and one call (or registration, probe, …). */
import type { Endpoint } from '../model/packet.ts';
import type {
  Confidence,
  OtherKind,
  OtherOutcome,
  Outcome,
  Release,
  Stage,
} from '../model/vocabulary.ts';
import type { Message } from '../sip/message.ts';
import type { Registrations } from './registrations.ts';

/** One client/server transaction on one hop (RFC 3261 §17): a request, its copies, and what answered it. */
export interface Transaction {
  readonly method: string;
  readonly cseq: number;
  readonly branch: string;
  /** Who sent the request on this hop, and to whom. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** First sighting of the request; null when only responses were seen. */
  request: Message | null;
  /** Retransmissions of the request, in time order (the first sighting not included). */
  readonly retransmissions: Message[];
  /** Responses in time order, without repeats of the same response. */
  readonly responses: Message[];
  /** Repeats of responses: retransmissions only, duplicates are counted elsewhere. */
  readonly repeatedResponses: Message[];
  /** First final response (200–699). */
  final: Message | null;
  /** The ACK of this hop to a final ≥ 300 (it shares the branch, §17.1.1.3); for a 2xx the first ACK of the dialog. */
  ack: Message | null;
  /** The CANCEL of this hop (it shares the branch, §9.1). */
  cancel: Transaction | null;
  /** The same request one hop earlier (another branch, fewer Vias); null for the hop next to the caller. */
  upstream: Transaction | null;
  /** The same request one hop later. */
  readonly downstream: Transaction[];
}

/** One round of an attempt: a CSeq number of the initial INVITE, over all its hops. */
export interface Round {
  readonly cseq: number;
  /** Hops in time order; `hops[0]` is the one nearest to the caller that was seen. */
  readonly hops: Transaction[];
}

/** A dialog (Call-ID + both tags, RFC 3261 §12), early or confirmed. */
export interface Dialog {
  readonly toTag: string;
  /** First response with this tag; null when only later requests of the dialog were seen. */
  readonly created: Message | null;
  /** First 2xx to the INVITE with this tag. */
  answer: Message | null;
  /** First ACK with this tag. */
  ack: Message | null;
  /** First BYE of either side, and its transaction. */
  bye: Transaction | null;
}

/** Moments of a call in µs; null when it did not come to that or was not seen. */
export interface Milestones {
  /** First INVITE of the attempt (what the caller perceives, challenges included). */
  invite: number;
  /** INVITE of the last round on the first hop. */
  lastInvite: number;
  trying: number | null;
  /** First audible progress: 180, 181, 182, or 183 with a session description. */
  progress: number | null;
  /** First 180, or 183 with a session description, of the last round: alerting began. */
  alerting: number | null;
  /** First 2xx to the INVITE. */
  answer: number | null;
  /** First final response of the last round on the first hop; where it was missed, the ACK that shows that one came. */
  final: number | null;
  cancel: number | null;
  bye: number | null;
  /** Last message of the conversation. */
  last: number;
}

/** One attempt to set up a session: an initial INVITE with its authentication and redirect re-sends. */
export interface Call {
  readonly kind: 'call';
  /** Stable id within the report. */
  id: string;
  readonly callId: string;
  /** Every sighting, in time order. */
  readonly messages: readonly Message[];
  /** All transactions, in order of their first message. */
  readonly transactions: readonly Transaction[];
  /** Rounds of the initial INVITE in CSeq order; empty when the capture began mid-call. */
  readonly rounds: readonly Round[];
  /** The last round's hop nearest to the caller; null when the capture began mid-call. */
  readonly invite: Transaction | null;
  /** First INVITE of the attempt before this one under the same Call-ID; null for the only one, and for the first. */
  readonly earlier: Transaction | null;
  readonly dialogs: readonly Dialog[];
  /** The hop that decides the call: `invite` or, when the caller's side tried several targets in turn, the last one. */
  readonly milestones: Milestones;
  /** The response that ended the set-up (or answered it); null when none was seen. */
  readonly final: Message | null;
  readonly stage: Stage;
  outcome: Outcome;
  release: Release;
  confidence: Confidence;
}

/** A conversation that is not a call: its method says what it is for. */
export interface OtherConversation {
  readonly kind: OtherKind;
  id: string;
  readonly callId: string;
  readonly messages: readonly Message[];
  readonly transactions: readonly Transaction[];
  /** The tries of the method that it is for, in time order. */
  readonly tries: readonly Try[];
  /** The final response that settles it; null when none was seen. */
  final: Message | null;
  outcome: OtherOutcome;
  confidence: Confidence;
}

/** A request other than INVITE as its sender knows it: one CSeq number over all its hops. */
export interface Exchange {
  readonly method: string;
  /** In time order; the first is the one nearest to the sender that was seen. */
  readonly hops: readonly Transaction[];
  /** First sighting; null when only responses were seen. */
  readonly request: Message | null;
  /** The final response nearest to the sender; null when none was seen. */
  readonly final: Message | null;
}

/** A request with the re-sends that challenges, redirects and refused intervals make necessary. */
export interface Try {
  /** Never empty. */
  readonly exchanges: readonly Exchange[];
  /** The last request, and what ended it. */
  readonly request: Message | null;
  readonly final: Message | null;
}

export type Judged = Call | OtherConversation;

/** The other leg of a call through a B2BUA, or several candidates for it. */
export interface CorrelatedLegs {
  /** Conversations that could be it. */
  readonly seen: number;
  /** The first few of them, as far as they are still in memory: a healthy one may have been let go. */
  readonly calls: readonly Call[];
}

/** What is known about the capture as a whole when one conversation is judged: the only things a rule may ask beyond it. */
export interface Surroundings {
  /** First and last timestamp of any packet of the stretch of capture that the conversation lies in, µs. `horizon(x) = captureEnd − x`. */
  readonly captureStart: number;
  readonly captureEnd: number;
  /** Some SIP message travelled from `from` to `to` (same addresses and ports), anywhere in the capture. */
  sawDirection(from: Endpoint, to: Endpoint): boolean;
  /** Some SIP message was received at this address (any port, any peer). */
  sawReceiver(address: string): boolean;
  /** How many other Call-IDs had an initial INVITE sent by this address to somebody else than `notTo`. */
  otherCallsSentBy(address: string, exceptCallId: string, notTo: string): number;
  /** Other conversations whose initial INVITE left `address` for the same called number, or for `user`, within the window (µs). */
  correlatedLegs(
    call: Call,
    address: string,
    from: number,
    until: number,
    user?: string,
  ): CorrelatedLegs;
  /** Who was registered where and until when, as far as registrations were judged. */
  readonly registrations: Registrations;
  /** When the stretch of capture ends in which this source was on at that time, µs. */
  stretchEnd(source: number, time: number): number;
  /** Short refusals (603, 607, 608, 403 without ringing, within 3 s) that this caller met: how many, by how many callees. */
  quickRefusals(caller: string): { readonly refusals: number; readonly callees: number };
}
