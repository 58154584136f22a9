import type { Confidence, Outcome, Release } from '../model/vocabulary.ts';
import { field, hasField } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { isScanner } from '../catalog/user-agents.ts';
import { reasonsOf } from '../sip/reasons.ts';
import type { Reason } from '../sip/values/reason.ts';
import { declineKind } from './decline.ts';
import {
  OUTCOME_BY_CLASS,
  OUTCOME_BY_CODE,
  OUTCOME_BY_PSEUDO_CAUSE,
  OUTCOME_BY_Q850,
} from './outcome-codes.ts';
import { openedAt } from './hops.ts';
import { isAnsweredUnseen, isSuccess } from './milestones.ts';
import { callerHangUp, releaseOf } from './release.ts';
import { mayBeSentAgain, mayBeTyped, wasSentAgainUnseen } from './resend.ts';
import { isDue, sessionTimerOf } from './session-timer.ts';
import type { Call, Dialog, Surroundings, Transaction } from './types.ts';
import { gotUnseenAnswer, hasStrayResponse, heardNothing } from './unanswered.ts';

/** Ringing from which an unanswered call counts as "nobody picked up", µs. */
const RANG_LONG_ENOUGH = 15_000_000;
/** A transaction without any response is over after this, µs (Timer B, RFC 3261 §17.1.1.2). */
const TIMER_B = 32_000_000;
/** The callee waits that long for the ACK (Timer H, 64·T1), µs. */
const TIMER_H = 32_000_000;
/** Copies of a 2xx, its first sighting included, that show that no ACK arrived; µs but for `copies`. */
const UNACKNOWLEDGED = { copies: 3, span: 3_500_000, byeWithin: 40_000_000 } as const;
/** A callee repeats its 2xx at most this long before it gives up: T2 and some slack, µs (RFC 3261 §13.3.1.4). */
const LAST_COPY = 5_000_000;
/** Shorter talks are over before any session timer, µs: 90 s less a third (RFC 4028 §4, §10). */
const SHORTEST_SESSION = 58_000_000;
/** Codes whose meaning a Reason on an earlier 18x may refine. */
const REFINED_BY_PROVISIONAL: ReadonlySet<number> = new Set([408, 480, 487, 500, 603]);

interface Verdict {
  readonly outcome: Outcome;
  readonly confidence: Confidence;
  readonly release?: Release;
}

type Decision = (call: Call, surroundings: Surroundings) => Verdict | null;

/** The order of facts: the first decision that has something to say settles the call. */
const DECISIONS: readonly Decision[] = [
  scan,
  midCall,
  answered,
  withoutFinal,
  sentAgain,
  byReason,
  terminated,
  declined,
  byCode,
];

/** Sets outcome, confidence and release of a call. */
export function settleOutcome(call: Call, surroundings: Surroundings): void {
  for (const decide of DECISIONS) {
    const verdict = decide(call, surroundings);
    if (verdict === null) continue;
    call.outcome = verdict.outcome;
    call.confidence = verdict.confidence;
    call.release = verdict.release ?? releaseOf(call);
    return;
  }
}

function scan(call: Call): Verdict | null {
  const request = call.invite?.request;
  if (request === undefined || request === null || call.stage === 'answered') return null;
  const agent = field(request, 'User-Agent') ?? '';
  return isScanner(agent) ? { outcome: 'scan-or-attack', confidence: 'likely' } : null;
}

function midCall(call: Call): Verdict | null {
  return call.invite === null ? { outcome: 'incomplete-midcall', confidence: 'proven' } : null;
}

function answered(call: Call, surroundings: Surroundings): Verdict | null {
  if (call.stage !== 'answered') return null;
  if (cancelReasonIsElsewhere(call)) {
    return { outcome: 'answered-elsewhere', confidence: 'proven' };
  }
  if (wasCutOff(call) || wasNeverAcknowledged(call, surroundings) || ranOut(call)) {
    return { outcome: 'dropped', confidence: 'likely' };
  }
  return { outcome: 'answered', confidence: call.final === null ? 'likely' : 'proven' };
}

/** Hung up by the session timer, as far as the moment of the BYE tells. */
function ranOut(call: Call): boolean {
  const bye = answeredDialog(call)?.bye?.request ?? null;
  const answer = answeredDialog(call)?.answer ?? null;
  if (bye === null || answer === null || bye.time - answer.time < SHORTEST_SESSION) return false;
  const timer = sessionTimerOf(call);
  return timer !== null && isDue(timer, bye);
}

/** The BYE says itself that something broke. */
function wasCutOff(call: Call): boolean {
  const bye = answeredDialog(call)?.bye?.request ?? null;
  if (bye === null) return false;
  return reasonsOf(bye).some(
    ({ protocol, cause, text }) =>
      (protocol === 'SIP' && cause === 804) ||
      (protocol === 'SIP' && cause === 408) ||
      (protocol === 'RELEASE_CAUSE' && cause !== null && cause >= 2 && cause <= 5) ||
      (protocol === 'Q.850' && (cause === 41 || cause === 102)) ||
      /ack time-?out|(media|rtp|session) time-?out/i.test(text),
  );
}

function answeredDialog({ dialogs }: Call): Dialog | undefined {
  return dialogs.find(({ answer }) => answer !== null) ?? dialogs.find(isAnsweredUnseen);
}

/**
 * The callee repeated its 2xx and no ACK came (the INVITE shows that the capture sees what the caller sends): the callee gives up after
 * 64·T1 (RFC 3261 §13.3.1.4), with a BYE or without. A caller who goes on in the dialog has the answer all the same. An ACK that was seen did not
 * arrive when the callee went on repeating until its BYE.
 */
function wasNeverAcknowledged(call: Call, surroundings: Surroundings): boolean {
  const invite = call.invite as Transaction;
  const dialog = answeredDialog(call);
  const answer = dialog?.answer ?? null;
  if (dialog === undefined || answer === null) return false;
  const copies = invite.repeatedResponses.filter(
    (response) => isSuccess(response) && response.toTag === dialog.toTag,
  );
  const last = copies.at(-1);
  if (last === undefined || copies.length + 1 < UNACKNOWLEDGED.copies) return false;
  if (last.time - Math.max(answer.time, dialog.ack?.time ?? 0) < UNACKNOWLEDGED.span) return false;
  const bye = dialog.bye?.request ?? null;
  if (dialog.ack !== null) {
    const wait = bye === null ? Number.POSITIVE_INFINITY : bye.time - last.time;
    if (!(wait >= 0 && wait <= LAST_COPY)) return false;
  }
  if (bye !== null) {
    return bye.fromTag === dialog.toTag && bye.time - answer.time <= UNACKNOWLEDGED.byeWithin;
  }
  const goesOn = call.transactions.some(
    ({ request }) =>
      request !== null && request.toTag === dialog.toTag && request.time > answer.time,
  );
  return !goesOn && surroundings.captureEnd - answer.time >= TIMER_H;
}

function withoutFinal(call: Call, surroundings: Surroundings): Verdict | null {
  if (call.final !== null) return null;
  const invite = call.invite as Transaction;
  if (invite.cancel !== null) {
    if (cancelReasonIsElsewhere(call))
      return { outcome: 'answered-elsewhere', confidence: 'proven' };
    const verdict = cancelledOrUnanswered(call);
    // An answer may be on its way.
    const crossed = surroundings.captureEnd - openedAt(invite.cancel) < TIMER_B;
    return crossed ? { ...verdict, confidence: 'likely' } : verdict;
  }
  // An ACK on the INVITE's own branch answers a failure (RFC 3261 §17.1.1.3); which one was not captured.
  if (invite.ack !== null) return { outcome: 'incomplete-pending', confidence: 'likely' };
  if (call.stage !== 'pre-trying') return { outcome: 'incomplete-pending', confidence: 'proven' };
  if (gotUnseenAnswer(call, invite)) return { outcome: 'incomplete-pending', confidence: 'likely' };
  const horizon = surroundings.captureEnd - call.milestones.lastInvite;
  const heard = surroundings.sawDirection(invite.server, invite.client);
  // The sender's own retransmissions show that nothing reached it, even where the other direction was not captured.
  const keptTrying =
    invite.retransmissions.length >= 2 &&
    heardNothing(invite, Number.POSITIVE_INFINITY, surroundings);
  if (!(heard || keptTrying)) {
    // A response may have come without being captured.
    return { outcome: 'incomplete-pending', confidence: 'possible' };
  }
  // Without a clock nothing can be said about waiting.
  if (Number.isNaN(horizon)) return { outcome: 'incomplete-pending', confidence: 'possible' };
  if (horizon < TIMER_B) return { outcome: 'incomplete-pending', confidence: 'proven' };
  // Over UDP, who hears nothing repeats itself.
  const repeats =
    invite.retransmissions.length > 0 || (invite.request as Message).transport !== 'udp';
  // A response came that matches no request; who does not repeat may have taken it for its own.
  const stray = hasStrayResponse(call, invite);
  if (stray && !repeats) return { outcome: 'incomplete-pending', confidence: 'likely' };
  return {
    outcome: 'failed-timeout',
    confidence: heard && repeats && !stray ? 'proven' : 'likely',
    release: repeats ? 'timer' : 'unknown',
  };
}

function sentAgain(call: Call, surroundings: Surroundings): Verdict | null {
  const confidence = mayBeSentAgain(call, surroundings) ? 'proven' : 'likely';
  return confidence === 'proven' || wasSentAgainUnseen(call)
    ? { outcome: 'incomplete-pending', confidence, release: 'unknown' }
    : null;
}

/** A Reason says more than the code that a gateway mapped it to (RFC 3326, RFC 6432). */
function byReason(call: Call): Verdict | null {
  const final = call.final as Message;
  const onFinal = reasonVerdict(reasonsOf(final), call);
  if (onFinal !== null) return onFinal;
  if (!REFINED_BY_PROVISIONAL.has(final.status)) return null;
  for (const response of (call.invite as Transaction).responses) {
    if (response.status >= 200) continue;
    const verdict = reasonVerdict(reasonsOf(response), call);
    if (verdict !== null) return verdict;
  }
  return null;
}

function reasonVerdict(reasons: readonly Reason[], call: Call): Verdict | null {
  const { status } = call.final as Message;
  for (const { protocol, cause, location } of reasons) {
    if (protocol === 'STIR' && [428, 436, 437, 438, 403].includes(status)) {
      return { outcome: 'failed-identity', confidence: 'proven' };
    }
    if (cause === null) continue;
    if (protocol === 'Q.850') {
      // Cause 21 (rejected) is told apart with the other declines.
      if (cause === 21) {
        if (status === 603 || status === 607 || status === 608) return null;
        const where = location.toUpperCase();
        const byUser = where === 'U' || (where === '' && releaseOf(call) === 'callee');
        return {
          outcome: byUser ? 'declined-user' : 'failed-policy',
          confidence: where === 'U' ? 'likely' : 'possible',
          ...(where === '' ? {} : { release: byUser ? ('callee' as const) : ('network' as const) }),
        };
      }
      if (cause === 18 && call.milestones.alerting !== null) {
        return { outcome: 'no-answer', confidence: 'likely' };
      }
      const outcome = OUTCOME_BY_Q850[cause];
      if (outcome !== undefined) return { outcome, confidence: 'likely' };
    }
    if (protocol === 'SIP') {
      const outcome = OUTCOME_BY_PSEUDO_CAUSE[cause];
      if (outcome !== undefined) return { outcome, confidence: 'likely' };
    }
  }
  return null;
}

function terminated(call: Call): Verdict | null {
  const { status } = call.final as Message;
  // A proxy that waits for a 487 in vain ends the INVITE by itself.
  if (status !== 487 && !(status === 408 && wasWithdrawn(call))) return null;
  if (cancelReasonIsElsewhere(call) || isElsewhere(call.final)) {
    return { outcome: 'answered-elsewhere', confidence: 'proven' };
  }
  const { cancel } = call.invite as Transaction;
  if (cancel !== null) return cancelledOrUnanswered(call);
  return expiresElapsed(call)
    ? { outcome: 'no-answer', confidence: 'likely', release: 'timer' }
    : { outcome: 'cancelled-by-caller', confidence: 'likely', release: 'caller' };
}

/** The caller's CANCEL came well before the final response. */
function wasWithdrawn({ invite, final }: Call): boolean {
  const cancel = invite?.cancel?.request ?? null;
  return cancel !== null && final !== null && final.time - cancel.time > 1_000_000;
}

function cancelledOrUnanswered(call: Call): Verdict {
  const ring = ringTime(call);
  const hangUp = callerHangUp(call);
  if (ring !== null && ring >= RANG_LONG_ENOUGH && hangUp.byTimer) {
    return { outcome: 'no-answer', confidence: 'likely', release: 'timer' };
  }
  return {
    outcome: 'cancelled-by-caller',
    confidence: hangUp.byTimer ? 'likely' : 'proven',
    release: hangUp.byTimer ? 'timer' : 'caller',
  };
}

function declined(call: Call, surroundings: Surroundings): Verdict | null {
  const decline = declineKind(call, surroundings);
  if (decline === null) return null;
  return { outcome: decline.outcome, confidence: decline.confidence, release: decline.release };
}

function byCode(call: Call, surroundings: Surroundings): Verdict {
  const { status, time } = call.final as Message;
  if (status === 403) return { outcome: forbiddenOutcome(call), confidence: 'likely' };
  if (status === 408 || status === 480 || status === 430) {
    const ring = ringTime(call);
    if (ring !== null && ring >= RANG_LONG_ENOUGH) {
      return { outcome: 'no-answer', confidence: 'likely' };
    }
  }
  const outcome = OUTCOME_BY_CODE[status];
  if (outcome !== undefined) {
    return { outcome, confidence: mayBeTyped(status, time, surroundings) ? 'likely' : 'proven' };
  }
  return {
    outcome: OUTCOME_BY_CLASS[Math.floor(status / 100)] ?? 'failed-protocol',
    confidence: 'possible',
  };
}

function forbiddenOutcome(call: Call): Outcome {
  const final = call.final as Message;
  if (/stale date/i.test(final.phrase)) return 'failed-identity';
  const request = (call.invite as Transaction).request as Message;
  const withCredentials =
    hasField(request, 'Authorization') || hasField(request, 'Proxy-Authorization');
  return withCredentials && /auth|password|credential|forbidden$/i.test(final.phrase)
    ? 'failed-auth'
    : 'failed-policy';
}

/** Alerting to the end of the set-up, µs. */
export function ringTime(call: Call): number | null {
  const { alerting, answer, final, cancel } = call.milestones;
  const end = answer ?? cancel ?? final;
  return alerting === null || end === null ? null : Math.max(0, end - alerting);
}

function cancelReasonIsElsewhere(call: Call): boolean {
  return isElsewhere(call.invite?.cancel?.request ?? null);
}

/** Another device answered: `Reason: SIP;cause=200` (RFC 3326 §3.1). */
function isElsewhere(message: Message | null): boolean {
  if (message === null) return false;
  return reasonsOf(message).some(
    ({ protocol, cause }) =>
      (protocol === 'SIP' && cause === 200) || (protocol === 'Q.850' && cause === 26),
  );
}

/** The INVITE's own Expires ran out (RFC 3261 §13.3.1). */
function expiresElapsed(call: Call): boolean {
  const request = (call.invite as Transaction).request as Message;
  const seconds = Number(field(request, 'Expires') ?? Number.NaN);
  const final = call.milestones.final;
  return (
    Number.isFinite(seconds) &&
    final !== null &&
    Math.abs(final - request.time - seconds * 1e6) < 2_000_000
  );
}
