import type { Release } from '../model/vocabulary.ts';
import { isPersonalDevice, roleOf } from '../catalog/user-agents.ts';
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { reasonsOf } from '../sip/reasons.ts';
import { isAlerting } from './milestones.ts';
import { agentOf, producerOf } from './producer.ts';
import type { Call, Transaction } from './types.ts';

/** Round values that servers use as ring or set-up timers, s, and how near a CANCEL must come to one, µs. */
const ROUND_TIMERS = [10, 15, 20, 30, 45, 60, 90, 120, 180] as const;
const TIMER_TOLERANCE = 500_000;

/** Codes by which the called party speaks, whoever says it for it (RFC 3261 §21.6, RFC 8197). */
const CALLEE_CODES: ReadonlySet<number> = new Set([486, 600, 603, 607]);
const FORBIDDEN = 403;
/** Codes that devices and the servers before them use alike: who made the response tells. */
const EITHER_CODES: ReadonlySet<number> = new Set([FORBIDDEN, 480, 488, 606]);
/** Of these, the ones that only who would take part in the media gives, unless its name says that it is a server. */
const MEDIA_CODES: ReadonlySet<number> = new Set([488, 606]);
/** Codes that stand for a clock that ran out. */
const TIMER_CODES: ReadonlySet<number> = new Set([408, 504]);

/** Who ended the call, as far as its messages tell. */
export function releaseOf(call: Call): Release {
  const { final, invite } = call;
  const bye = call.dialogs.find((dialog) => dialog.bye !== null)?.bye?.request ?? null;
  if (bye !== null && invite?.request) {
    return bye.fromTag === invite.request.fromTag ? 'caller' : 'callee';
  }
  if (invite === null) return 'unknown';
  if (call.stage === 'answered') return 'unknown';
  if (invite.cancel !== null) return callerHangUp(call).byTimer ? 'timer' : 'caller';
  if (final === null) return 'unknown';
  if (TIMER_CODES.has(final.status)) return 'timer';
  if (CALLEE_CODES.has(final.status)) return 'callee';
  return EITHER_CODES.has(final.status) ? refusedBy(invite, final) : 'network';
}

/** The callee's device, by its Reason, its name or its ringing; a server, by its name or because it passed the call on. */
function refusedBy(invite: Transaction, final: Message): Release {
  const { hop, message } = producerOf(invite, final);
  const location = reasonsOf(message)[0]?.location.toUpperCase() ?? '';
  if (location !== '') return location === 'U' ? 'callee' : 'network';
  const agent = agentOf(message);
  if (isPersonalDevice(agent)) return 'callee';
  if (roleOf(agent) !== null || hop.downstream.length > 0) return 'network';
  if (MEDIA_CODES.has(final.status)) return 'callee';
  const rang = hop.responses.some((one) => isAlerting(one) && one.sameToTag(message));
  if (rang) return 'callee';
  // To forbid is what servers do, even those that do not say what they are.
  return final.status === FORBIDDEN ? 'network' : 'unknown';
}

export interface HangUp {
  /** A server's timer, not a person: a round time after the INVITE or after alerting began. */
  readonly byTimer: boolean;
  /** That timer, s. */
  readonly seconds: number | null;
}

/** Whether a CANCEL came from a person or from a timer of the server that sent it. */
export function callerHangUp(call: Call): HangUp {
  const invite = call.invite as Transaction;
  const cancel = invite.cancel?.request ?? null;
  const request = invite.request;
  if (cancel === null || request === null || !isServer(request)) {
    return { byTimer: false, seconds: null };
  }
  const starts = [call.milestones.lastInvite, call.milestones.alerting];
  for (const start of starts) {
    if (start === null) continue;
    const waited = cancel.time - start;
    for (const seconds of ROUND_TIMERS) {
      if (Math.abs(waited - seconds * 1e6) <= TIMER_TOLERANCE) return { byTimer: true, seconds };
    }
  }
  return { byTimer: false, seconds: null };
}

/** The sender of this request is a server: more than one Via, or a product that is one. */
function isServer(request: Message): boolean {
  const role = roleOf(field(request, 'User-Agent') ?? field(request, 'Server') ?? '');
  if (role !== null) return role !== 'endpoint' && role !== 'softphone';
  return (request.text.match(/^(via|v)[ \t]*:/gim)?.length ?? 0) > 1;
}
