/** The session timer of a call (RFC 4028): what set it, and what was tried to keep it running. */
import { exchangesOf } from '../../call/exchanges.ts';
import { isSuccess } from '../../call/milestones.ts';
import type { Call, Exchange } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';
import { type Session, sessionOf } from './session.ts';

/** INVITEs and UPDATEs of one call that are looked at (a bound for hostile input). */
const MAX_EXCHANGES = 64;

export interface SessionTimer {
  /** The 2xx that set the timer last, and its request. */
  readonly set: Message;
  readonly request: Message | null;
  readonly session: Session;
  /** INVITEs and UPDATEs after it that got no 2xx. */
  readonly attempts: readonly Exchange[];
}

/** The timer that was running when the call ended (or the capture did); null when there was none. */
export const sessionTimer = fact((call: Call): SessionTimer | null => {
  const exchanges = ['INVITE', 'UPDATE']
    .flatMap((method) => exchangesOf(call.transactions, method).slice(0, MAX_EXCHANGES))
    .sort((a, b) => timeOf(a) - timeOf(b));
  const last = exchanges.findLast(({ final }) => final !== null && isSuccess(final));
  const set = last?.final ?? null;
  // A 2xx without Session-Expires ends the timer (RFC 4028 §7.2).
  const session = set === null ? null : sessionOf(set);
  if (last === undefined || set === null || session === null) return null;
  const attempts = exchanges.filter(
    (one) => one.request !== null && one.request.time > set.time && one.request.hasToTag,
  );
  return { set, request: last.request, session, attempts };
});

function timeOf({ request, final }: Exchange): number {
  return (request ?? final)?.time ?? 0;
}
