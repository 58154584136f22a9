import type { RuleArgs, RuleId } from '../model/rule-args.ts';
import type { Confidence, Scope, Severity, Status } from '../model/vocabulary.ts';
import type { Seen } from '../call/seen.ts';
import type { Judged, Surroundings } from '../call/types.ts';
import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import type { BelowSip } from './below-sip.ts';
import type { Thresholds } from './thresholds.ts';
import type { Trait } from './traits.ts';

/** The closed set of evidence shapes: any renderer can draw any rule's evidence. */
export type Proof =
  | {
      readonly kind: 'message';
      readonly message: Message;
      /** How many copies (retransmissions) this row stands for, the message itself included. */
      readonly copies?: number;
      /** The header field that matters; its value is shown as received. */
      readonly field?: string;
    }
  | {
      readonly kind: 'silence';
      /** µs */
      readonly since: number;
      readonly until: number;
      /** Whose message was awaited, where. */
      readonly from: Endpoint;
      readonly to: Endpoint;
      readonly awaited: string;
    }
  | ({
      /** A packet below SIP (an ICMP error, a reset, a TLS alert), or a message that was let go already. */
      readonly kind: 'packet';
      readonly sip: boolean;
      readonly copies?: number;
    } & Seen)
  | {
      /** A figure that the source itself or the reading of it gives. */
      readonly kind: 'counter';
      readonly source: number;
      /** Where it was counted first; 0 when that is no place. */
      readonly frame: number;
      readonly offset: number;
      /** In the notation of the format. */
      readonly what: string;
      readonly value: number;
    };

export type PacketProof = Extract<Proof, { kind: 'packet' }>;

/** What a rule found in one conversation. Without evidence there is no finding. */
export interface Finding<R extends RuleId = RuleId> {
  readonly rule: R;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly status: Status;
  readonly scope: Scope;
  readonly args: RuleArgs[R];
  readonly evidence: readonly [Proof, ...Proof[]];
  /** Call-ID of the other call whose primary finding is the cause of this one: the far leg of a B2BUA, the call of a transfer. */
  readonly behind?: string;
}

/** Causal tiers (a lower one explains a higher one). */
export const TIERS = {
  capture: 1,
  transport: 2,
  syntax: 3,
  routing: 4,
  policy: 5,
  race: 6,
  negotiation: 7,
  media: 8,
  user: 9,
} as const;

export type Tier = keyof typeof TIERS;

export interface RuleContext {
  readonly surroundings: Surroundings;
  readonly thresholds: Thresholds;
  readonly below: BelowSip;
}

/** A rule is data plus a pure check: a conversation goes in, findings come out; no I/O, no clock, no globals. */
export interface Rule<R extends RuleId = RuleId, K extends Judged = Judged> {
  readonly id: R;
  /** The severity it has at worst, for the list of rules. */
  readonly severity: Severity;
  readonly tier: Tier;
  /** The kinds of conversation it looks at. */
  readonly kinds: readonly Judged['kind'][];
  /** What a conversation must have, all of it, before the rule is asked at all: most conversations stop here. */
  readonly needs?: readonly Trait[];
  /** A further cheap look whether `check` is worth calling. */
  applies?(conversation: K): boolean;
  check(conversation: K, context: RuleContext): readonly Finding<R>[];
}
