/** The arguments of the findings about ACK, CANCEL, BYE, PRACK and forks; `rule-args.ts` says how they are named. */
import type { FittingClock } from './clock.ts';

/** Where the ACK to a 2xx went wrong, as far as the trace tells. */
export type AckFault =
  /** Its Request-URI is not the Contact of the 2xx. */
  | 'request-uri'
  /** Its Route fields are not the Record-Route of the 2xx in reverse. */
  | 'route'
  /** It obeys the Contact, and that is not where the callee was heard. */
  | 'contact'
  /** It went to a node that is neither the Contact nor on the path. */
  | 'destination'
  /** A node on the path got it and was not seen to pass it on. */
  | 'not-forwarded'
  /** It looks as it should and went where it should. */
  | 'unheeded';

/** ACKs that are missing, late or wrong. */
export interface AckArgs {
  'ack-missing-2xx': {
    /** Who sent the 2xx, and to whom. */
    node: string;
    peer: string;
    /** The last node that the 2xx was seen to reach on its way back: `peer`, or one behind it. */
    reached: string;
    copies: number;
    elapsedUs: number;
    /** `host:port` of its Contact, '' when it has none. */
    contact: string;
    privateContact: boolean;
    /** A node that got the 2xx and was not seen to pass it on, or ''. */
    heldBy: string;
    /** The callee gave up. */
    gaveUp: boolean;
    clock: FittingClock | null;
  };
  'ack-misrouted': {
    how: AckFault;
    node: string;
    /** Where the ACK was last seen to go. */
    sentTo: string;
    /** What stands in the field at fault, and what should; '' where no field is. */
    found: string;
    expected: string;
    /** Copies of the 2xx after the ACK. */
    copies: number;
    elapsedUs: number;
    gaveUp: boolean;
  };
  'ack-missing-non2xx': {
    code: number;
    phrase: string;
    node: string;
    peer: string;
    copies: number;
    elapsedUs: number;
  };
  'ack-late': { sender: string; delayUs: number; copies: number };
  'ack-cseq-or-branch-wrong': {
    how: 'cseq' | 'branch-of-invite' | 'other-branch';
    sender: string;
    node: string;
    found: string;
    expected: string;
    copies: number;
  };
  'call-dropped-32s': {
    afterUs: number;
    node: string;
    copies: number;
    /** The Reason of the BYE, '' without one. */
    reason: string;
    clock: FittingClock | null;
  };
}

/** CANCELs that came too early, too late, or did not match. */
export interface CancelArgs {
  'cancel-before-provisional': {
    sender: string;
    node: string;
    afterUs: number;
    how: 'refused' | 'went-on';
  };
  'cancel-mismatch': {
    field: 'Via' | 'Request-URI' | 'From' | 'To' | 'CSeq';
    sender: string;
    node: string;
    found: string;
    expected: string;
    code: number;
  };
  'cancel-200-race': {
    /** The 2xx after the CANCEL, µs; negative when the 2xx was seen first. */
    apartUs: number;
    caller: string;
    callee: string;
    /** How the call that nobody wanted ended. */
    ended: 'caller' | 'callee' | 'not-seen';
    afterUs: number;
  };
  'cancel-no-487': {
    /** Confirmed and no 487; not answered; confirmed by a proxy that did not cancel further on. */
    how: 'confirmed' | 'ignored' | 'not-forwarded';
    node: string;
    /** Who went on with the INVITE: `node` itself, or the next one behind it. */
    callee: string;
    /** It was answered after all. */
    answered: boolean;
    waitedUs: number;
  };
  'cancel-481': { node: string; sender: string; how: 'went-on' | 'ended' };
  'cancel-completed-elsewhere-missing': { node: string; phones: string[] };
}

/** Hang-ups that went wrong. */
export interface ByeArgs {
  'early-bye': {
    by: 'caller' | 'callee';
    state: 'early' | 'unacknowledged';
    sender: string;
    /** Status code of the answer, 0 without one. */
    code: number;
  };
  'bye-481': {
    node: string;
    sender: string;
    how: 'tags' | 'unknown' | 'midcall' | 'stayed-up';
    /** Who hung up itself later, '' when that was not seen. */
    farEnd: string;
    /** How long after the BYE it did, µs. */
    upUs: number;
  };
  'bye-crossed': { first: string; second: string; apartUs: number; code: number };
  'bye-unanswered': {
    target: string;
    sender: string;
    copies: number;
    /** 0 when nothing came back. */
    code: number;
    /** As in `bye-481`. */
    farEnd: string;
    upUs: number;
  };
  'dialog-zombie': { sessionSeconds: number; overdueUs: number; refresher: 'uac' | 'uas' | '' };
}

/** Reliable provisional responses and preconditions. */
export interface ReliableArgs {
  'prack-missing': {
    node: string;
    code: number;
    rseq: number;
    copies: number;
    elapsedUs: number;
    /** A PRACK was seen, and the response was repeated all the same. */
    unheeded: boolean;
    /** Status code by which the callee gave up, 0 when it did not. */
    endCode: number;
    clock: FittingClock | null;
  };
  'prack-rejected': {
    node: string;
    code: number;
    phrase: string;
    /** As received; '' when it has none. */
    rack: string;
    /** RAck values that would have matched. */
    expected: string[];
  };
  'rseq-gap': { node: string; before: number; after: number };
  'rel100-required-unsupported': { node: string; code: number; recovered: boolean };
  'precondition-failed': { node: string; code: number; unmet: string[] };
}

/** Forks, hunts and early media. */
export interface ForkArgs {
  'fork-loser-noise': { node: string; winner: string; losers: string[] };
  'fork-killed-by-6xx': {
    node: string;
    killer: string;
    code: number;
    phrase: string;
    afterUs: number;
    ringing: string[];
  };
  'serial-hunt-long': { node: string; targets: number; elapsedUs: number; answered: boolean };
  'multiple-2xx': { answers: string[]; unacknowledged: number; open: number };
  'early-media-no-sdp': { node: string; silentUs: number; ended: 'heard' | 'answered' | 'failed' };
  'early-media-announcement-cause': { node: string; code: number; cause: number };
}

export interface RaceArgs extends AckArgs, CancelArgs, ByeArgs, ReliableArgs, ForkArgs {}
