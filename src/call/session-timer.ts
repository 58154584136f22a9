/** The session timer of a call (RFC 4028): what set it, what was tried to keep it running, whether it ended the call. */
import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { decimal } from '../sip/values/text.ts';
import { parseValueParams } from '../sip/values/value-params.ts';
import { exchangesOf } from './exchanges.ts';
import { isSuccess } from './milestones.ts';
import type { Call, Exchange } from './types.ts';

/** What a 2xx says about the session timer. */
export interface Session {
  readonly seconds: number;
  /** Who refreshes, '' when it does not say. */
  readonly refresher: 'uac' | 'uas' | '';
}

export interface SessionTimer {
  /** The 2xx that set the timer last, and its request. */
  readonly set: Message;
  readonly request: Message | null;
  readonly session: Session;
  /** INVITEs and UPDATEs after it that got no 2xx. */
  readonly attempts: readonly Exchange[];
}

/** Longest interval that is believed, s. */
const LONGEST = 86_400;
/** INVITEs and UPDATEs of one call that are looked at (a bound for hostile input). */
const MAX_EXCHANGES = 64;
/** A BYE may miss the moment at which a timer ends the session by this, µs. */
const EARLY = 2_000_000;
const LATE = 5_000_000;
/** Shorter intervals end in the middle of ordinary talks: time alone proves nothing, s. */
const TELLING = 180;

/** The Session-Expires of a 2xx (RFC 4028 §4); null without a plausible one. */
export function sessionOf(answer: Message): Session | null {
  const text = field(answer, 'Session-Expires');
  if (text === undefined) return null;
  const { value, params } = parseValueParams(text);
  const seconds = decimal(value, LONGEST);
  if (seconds === null || seconds === 0) return null;
  const refresher = params.get('refresher');
  return { seconds, refresher: refresher === 'uac' || refresher === 'uas' ? refresher : '' };
}

/** The timer that was running when the call ended (or the capture did); null when there was none. */
export function sessionTimerOf({ transactions }: Call): SessionTimer | null {
  const exchanges = ['INVITE', 'UPDATE']
    .flatMap((method) => exchangesOf(transactions, method).slice(0, MAX_EXCHANGES))
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
}

/**
 * Whether a BYE came when the timer ends a call: min(32 s, a third) before the interval is over, or when it is (RFC 4028
 * §10). Of a short interval only with a refresh that failed.
 */
export function isDue(
  { set, session: { seconds }, attempts }: SessionTimer,
  bye: Message,
): boolean {
  if (attempts.length === 0 && seconds < TELLING) return false;
  const afterUs = bye.time - set.time;
  const interval = seconds * 1_000_000;
  const early = interval - Math.min(32_000_000, interval / 3);
  return (
    Math.abs(afterUs - early) <= EARLY ||
    (afterUs >= interval - EARLY && afterUs <= interval + LATE)
  );
}

function timeOf({ request, final }: Exchange): number {
  return (request ?? final)?.time ?? 0;
}
