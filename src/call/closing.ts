import { QUICK_REFUSALS } from './decline.ts';
import type { Call, Judged } from './types.ts';

/** A conversation this long silent is over when its dialogs are: 64·T1, µs (RFC 3261 §17). */
export const CLOSING_SILENCE = 32_000_000;

/** Nothing more is to come: every dialog is over and the capture has gone on long enough. */
export function isClosed(judged: Judged, clock: number): boolean {
  const last = judged.messages.at(-1)?.time ?? 0;
  if (!(clock - last > CLOSING_SILENCE)) return false;
  return judged.kind === 'call' ? isSettled(judged) : true;
}

function isSettled(call: Call): boolean {
  if (call.invite === null || call.final === null) return false;
  if (call.stage !== 'answered') return call.invite.ack !== null;
  return call.dialogs.every(
    ({ answer, ack, bye }) =>
      answer === null || (ack !== null && bye !== null && bye.final !== null),
  );
}

/** Challenges (RFC 3261 §22): the INVITE that answers one may come much later, when somebody has typed a password. */
export const CHALLENGES: ReadonlySet<number> = new Set([401, 407]);

/** Whether what the rest of the capture holds can still change what is said about the call. */
export function dependsOnOthers(judged: Judged): boolean {
  if (judged.kind !== 'call' || judged.stage === 'answered') return false;
  const stuck = judged.stage === 'trying' || judged.stage === 'pre-trying';
  return stuck || (judged.final !== null && QUICK_REFUSALS.has(judged.final.status));
}
