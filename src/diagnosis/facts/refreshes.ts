/** Session timers (RFC 4028): the one that was running at the end, and whether it ended the call. */
import { isDue, type SessionTimer, sessionTimerOf } from '../../call/session-timer.ts';
import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { reasonsOf } from '../../sip/reasons.ts';
import { fact } from './fact.ts';

/** The session timer that was running when the call ended, worked out once for all rules that ask. */
export const sessionTimer = fact(sessionTimerOf);

/** A call that was hung up because its session was not refreshed. */
export interface SessionExpiry {
  readonly timer: SessionTimer;
  readonly bye: Transaction;
  readonly request: Message;
  /** What the BYE says about it; '' when only its time tells. */
  readonly reason: string;
}

/** The BYE says so, or came when the timer ends a call and no refresh had got through since; null for any other end. */
export const sessionExpiry = fact((call: Call, context): SessionExpiry | null => {
  const timer = sessionTimer(call, context);
  const bye = call.dialogs.find((dialog) => dialog.bye !== null)?.bye ?? null;
  const request = bye?.request ?? null;
  if (timer === null || bye === null || request === null) return null;
  const reason = reasonOf(request);
  return reason === '' && !isDue(timer, request) ? null : { timer, bye, request, reason };
});

/** The wording of Asterisk, Kamailio, CUCM and others. */
function reasonOf(bye: Message): string {
  const found = reasonsOf(bye).find(({ text }) => /session.{0,20}(?:expire|time-?out)/i.test(text));
  return found?.text ?? '';
}
