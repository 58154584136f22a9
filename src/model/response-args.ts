/** The arguments of the findings about final responses; `rule-args.ts` says how they are named. */
import type { FittingClock } from './clock.ts';
import type { Outcome } from './vocabulary.ts';

/** A final response that ended a set-up, where it was made. */
export interface Refusal {
  code: number;
  phrase: string;
  /** Who made it. */
  node: string;
  /** What that node calls itself, '' when it does not say. */
  agent: string;
  /** Reason header field, '' without one. */
  reason: string;
  /** Code and text of the first Warning, '' without one. */
  warning: string;
  outcome: Outcome;
}

/** What a refusal by rule is about, by its wording. */
export type ForbiddenTopic =
  | 'address'
  | 'caller'
  | 'destination'
  | 'limit'
  | 'balance'
  | 'relay'
  | 'account'
  | 'credentials'
  /** Q.850 cause 21 after it had rung: the called side rejected the call. */
  | 'rejected'
  | 'unknown';

/** What is odd about the form of a called number. */
export type NumberForm =
  | 'ordinary'
  /** No user part at all. */
  | 'empty'
  /** A name or an extension with letters. */
  | 'name'
  /** A URN: a service and no number (RFC 5031). */
  | 'service'
  /** `+0…`: a national number with a plus before it. */
  | 'plus-national'
  /** `+00…` or `+011…`: an international prefix behind the plus. */
  | 'plus-international'
  /** `+840…`: the trunk prefix 0 behind the country code. */
  | 'trunk-zero'
  /** More than the fifteen digits of E.164. */
  | 'too-long';

/** Why a server has nothing to give, by the wording of its 503. */
export type OverloadTopic = 'capacity' | 'route' | 'maintenance' | 'unknown';

/** Final responses that no other family explains. */
export interface ResponseArgs {
  /** `field`: the header field that the response names, '' when it names none. */
  'resp-400-malformed': Refusal & { field: string };
  'resp-403-policy': Refusal & { topic: ForbiddenTopic; caller: string; called: string };
  'resp-404-number': Refusal & { called: string; form: NumberForm };
  /** `allow`: the methods that the node takes, '' when it does not say. */
  'resp-405-501-method': Refusal & { method: string; allow: string };
  /** A MESSAGE; `called`: whom the text was meant for, '' when its request was not seen. */
  'resp-message-refused': Refusal & { called: string };
  'resp-408-timeout': Refusal & { waitedUs: number; rang: boolean; clock: FittingClock | null };
  /** `contact`: the new address, '' without one. */
  'resp-410-301-moved': Refusal & { contact: string };
  'resp-415-406-body': Refusal & { sent: string; accepts: string };
  'resp-420-421-extension': Refusal & { tags: string[] };
  /** Session-Expires as asked for, Min-SE of the refusal; '' without one. */
  'resp-422-session-interval': Refusal & { asked: string; minimum: string; refusals: number };
  'resp-480-unavailable': Refusal & {
    afterUs: number;
    /** `device`: a phone at once; `rang`: after ringing; `server`: something on the way, without ringing. */
    how: 'device' | 'rang' | 'server';
  };
  /** `replaces`: the INVITE was to take over a dialog (RFC 3891). */
  'resp-481-state-lost': {
    method: string;
    node: string;
    /** Age of the dialog when it turned out to be lost, µs; 0 for an initial INVITE. */
    ageUs: number;
    replaces: boolean;
  };
  'resp-482-loop': Refusal & { how: 'loop' | 'spiral' | 'merged' | 'unseen'; path: string[] };
  'resp-483-hops': Refusal & {
    how: 'loop' | 'spiral' | 'low' | 'unseen';
    path: string[];
    /** Max-Forwards where the request was first seen; -1 without one. */
    first: number;
  };
  'max-forwards-low': { sender: string; value: number };
  'resp-484-digits': Refusal & { called: string; digits: number };
  'overlap-dialling': { node: string; attempts: number; first: string; last: string };
  'resp-486-busy': Refusal & { rangUs: number };
  'resp-487-terminated': {
    node: string;
    afterUs: number;
    how: 'expires' | 'bye' | 'unseen';
  };
  'resp-488-media': Refusal & { offered: string[] };
  'resp-606-media': Refusal & { offered: string[] };
  'resp-489-event': { node: string; method: string; event: string; allowed: string };
  'resp-493-smime': Refusal;
  'resp-494-secagree': Refusal & { refusals: number };
  'resp-491-glare': {
    method: string;
    /** Whose requests were refused. */
    asker: string;
    node: string;
    glares: number;
    /** The session was changed after all. */
    resolved: boolean;
    /** One request was repeated before its back-off time (RFC 3261 §14.1) was over. */
    early: boolean;
  };
  /** `passedOn`: who answered 503 further on, '' if nobody was seen to. */
  'resp-500-server': Refusal & { passedOn: string };
  /** `next`: the hop behind the node, as far as it was seen; '' if not. */
  'resp-502-504-gateway': Refusal & { next: string; clock: FittingClock | null };
  /** `retryAfter`: s, -1 without the field. */
  'resp-503-overload': Refusal & { topic: OverloadTopic; retryAfter: number };
  'retry-after-ignored': {
    client: string;
    server: string;
    /** s */
    retryAfter: number;
    /** The first new request after the refusal, µs. */
    afterUs: number;
    requests: number;
  };
  /** At the worst, `failures` refusals within a minute. */
  'overload-burst': { node: string; failures: number; total: number; codes: string };
  'resp-513-size': Refusal & { bytes: number; transport: string };
  /** `provider`: pn-provider of the request, '' without one. */
  'resp-555-push': Refusal & { provider: string };
  'resp-580-precondition': Refusal;
  'resp-600-604': Refusal & { branches: number };
  'vendor-routing-code': Refusal;
  'redirect-loop': { node: string; redirects: number; repeated: boolean; targets: string[] };
  'redirect-not-followed': { client: string; node: string; code: number; contact: string };
  'resp-other': Refusal;
}

/** Rules about a response that ended a set-up. */
export type RefusalRuleId = {
  [R in keyof ResponseArgs]: ResponseArgs[R] extends Refusal ? R : never;
}[keyof ResponseArgs];
