import { latin1 } from '../sip/bytes.ts';

/** Largest time that a JavaScript date can show, s. */
const MAX_SECONDS = 8.64e12;
/** Length of the times that one buffer serves: four-digit years. */
const LENGTH = '2026-03-02T09:00:00.000000Z'.length;
const FRACTION_AT = LENGTH - 7;
const ZERO = 48;

let lastSecond = Number.NaN;
let lastText = '';
const buffer = new Uint8Array(LENGTH);

/** ISO 8601 with microseconds, UTC; null for a moment that no clock told or that no calendar reaches. */
export function iso(us: number): string | null {
  const second = Math.floor(us / 1e6);
  if (!Number.isFinite(us) || Math.abs(second) >= MAX_SECONDS) return null;
  if (second !== lastSecond) {
    // Calls of one second share the costly part.
    lastSecond = second;
    lastText = new Date(second * 1000).toISOString().slice(0, -5);
    for (let at = 0; at < FRACTION_AT; at += 1) buffer[at] = lastText.charCodeAt(at);
    buffer[FRACTION_AT] = 46;
    buffer[LENGTH - 1] = 90;
  }
  const fraction = us - second * 1e6;
  if (lastText.length !== FRACTION_AT) {
    return `${lastText}.${String(Math.floor(fraction)).padStart(6, '0')}Z`;
  }
  // One flat string per time: pieces put together by the engine would keep their parts alive.
  let rest = Math.floor(fraction);
  for (let at = LENGTH - 2; at > FRACTION_AT; at -= 1) {
    const tens = (rest / 10) | 0;
    buffer[at] = ZERO + rest - tens * 10;
    rest = tens;
  }
  return latin1(buffer, 0, LENGTH);
}

/** Whole ms between two moments in µs; null when one is missing. */
export function milliseconds(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  const us = to - from;
  return Number.isFinite(us) ? Math.round(us / 1000) : null;
}
