/** Arguments of the rules on what happens inside a dialog, and on the shape of dialogs; `rule-args.ts` says how they are named. */
import type { FittingClock } from './clock.ts';

/** What a re-INVITE or UPDATE was sent for, read off its description and the one before. */
export type ChangePurpose =
  | 'refresh'
  | 'hold'
  | 'resume'
  | 'codec'
  | 'fax'
  | 'video'
  /** Media is to go to another address or port. */
  | 'move'
  /** Without an offer: the other side is to make one. */
  | 'offerless'
  | 'unknown';

/** Changes of a running session, and its timer. */
export interface SessionArgs {
  'session-timer-expiry': {
    sessionSeconds: number;
    refresher: 'uac' | 'uas' | '';
    /** From the last refresh (or the answer) to the BYE, µs. */
    afterUs: number;
    /** Who hung up. */
    by: string;
    /** Refreshes that were tried in vain, `UPDATE 408`, `INVITE` when nothing answered. */
    attempts: string[];
    /** Reason of the BYE, '' without one. */
    reason: string;
    clock: FittingClock | null;
  };
  'session-timer-violations': {
    /**
     * `too-short`: under 90 s. `below-minimum`: under the Min-SE of the request. `raised`: longer than asked.
     * `no-refresher`: nobody is named. `unable`: the caller is to refresh and does not know how. `refused-again`: 422 on 422.
     */
    how: 'too-short' | 'below-minimum' | 'raised' | 'no-refresher' | 'unable' | 'refused-again';
    node: string;
    sessionSeconds: number;
    /** s, what the other side asked for or allows at least; 0 when it does not matter. */
    limitSeconds: number;
    refusals: number;
  };
  'reinvite-failed': {
    method: string;
    asker: string;
    node: string;
    code: number;
    phrase: string;
    purpose: ChangePurpose;
    /** The call ended soon after, or its session ran out for it. */
    ended: boolean;
    /** How long after the refusal the session timer ended the call, µs; 0 when it did not. */
    expiredUs: number;
  };
  'reinvite-no-answer': {
    asker: string;
    target: string;
    copies: number;
    purpose: ChangePurpose;
    ended: boolean;
  };
  'update-not-allowed': {
    asker: string;
    node: string;
    code: number;
    /** The refusing side had named UPDATE in its Allow. */
    advertised: boolean;
    purpose: ChangePurpose;
  };
}

/** Transfers by REFER. */
export interface TransferArgs {
  'refer-failed': {
    /** `refused`: by who should do it. `target`: the new call failed. `no-notify`: nobody told how it went. */
    how: 'refused' | 'target' | 'no-notify';
    transferor: string;
    /** Who was asked to place the new call. */
    node: string;
    /** Refer-To, without parameters. */
    target: string;
    code: number;
    phrase: string;
    /** It was to take over a call (attended transfer, RFC 3891). */
    replaces: boolean;
  };
  'refer-call-lost': {
    transferor: string;
    node: string;
    target: string;
    code: number;
    phrase: string;
    /** The hang-up came this long before the failure was told, µs. */
    earlyUs: number;
  };
}

/** Where requests inside a dialog went. */
export interface RouteArgs {
  'record-route-missing-lr': { route: string; method: string; node: string; code: number };
  'route-set-lost': {
    method: string;
    sender: string;
    node: string;
    found: string;
    expected: string;
    /** 0 when nothing answered. */
    code: number;
    phrase: string;
  };
  'in-dialog-bypasses-proxy': {
    method: string;
    sender: string;
    proxy: string;
    target: string;
    failed: boolean;
    code: number;
  };
  'target-refresh-ignored': {
    method: string;
    sender: string;
    old: string;
    now: string;
    code: number;
  };
}

/** Identifiers of transactions and dialogs. */
export interface IdentityArgs {
  'branch-reused': {
    sender: string;
    node: string;
    branch: string;
    first: string;
    second: string;
    code: number;
  };
  'call-id-reused': {
    sender: string;
    callId: string;
    how: 'other-tag' | 'cseq-restarted';
    /** The call before it under this Call-ID was still up. */
    overlapping: boolean;
  };
  'cseq-out-of-order': {
    sender: string;
    node: string;
    method: string;
    cseq: number;
    before: number;
    code: number;
  };
  'tag-problems': { how: 'no-to-tag' | 'no-from-tag'; node: string; method: string; code: number };
  'via-stack-broken': {
    how: 'top' | 'count';
    node: string;
    receiver: string;
    code: number;
    found: string;
    expected: string;
    copies: number;
  };
  'via-loop-visible': { node: string; passes: number; sameUri: boolean; code: number };
  'max-breadth-or-fork-bomb': { node: string; branches: number; code: number };
}

/** How calls ended, and calls that matter more than others. */
export interface EndingArgs {
  'bye-reason-abnormal': {
    kind: 'media' | 'session' | 'network' | 'resources' | 'protocol' | 'other';
    by: string;
    protocol: string;
    /** 0 without one. */
    cause: number;
    text: string;
    talkUs: number;
  };
  'emergency-call': {
    service: string;
    /** How it is known: a service URN, a priority, or the digits alone. */
    how: 'urn' | 'priority' | 'digits';
    node: string;
    code: number;
    phrase: string;
    hasLocation: boolean;
  };
}

export interface DialogArgs
  extends SessionArgs, TransferArgs, RouteArgs, IdentityArgs, EndingArgs {}
