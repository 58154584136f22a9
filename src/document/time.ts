import { latin1 } from '../sip/bytes.ts';

/** Largest time that a JavaScript date can show, s. */
const MAX_SECONDS = 8.64e12;
/** Length of the times that one buffer serves: four-digit years. */
const LENGTH = '2026-03-02T09:00:00.000000Z'.length;
const FRACTION_AT = LENGTH - 7;
const ZERO = 48;

const buffer = new Uint8Array(LENGTH);
buffer[FRACTION_AT] = 46;
buffer[LENGTH - 1] = 90;

/** Dates of recent seconds: the messages of one call, and calls of one moment, share the costly part. */
const RECENT = 128;
const recentSeconds = new Float64Array(RECENT).fill(Number.NaN);
const recentTexts: string[] = [];

/** ISO 8601 with microseconds, UTC; null for a moment that no clock told or that no calendar reaches. */
export function iso(us: number): string | null {
  const second = Math.floor(us / 1e6);
  if (!Number.isFinite(us) || Math.abs(second) >= MAX_SECONDS) return null;
  const text = toTheSecond(second);
  let fraction = Math.floor(us - second * 1e6);
  if (text.length !== FRACTION_AT) return `${text}.${String(fraction).padStart(6, '0')}Z`;
  // One flat string per time: pieces put together by the engine would keep their parts alive.
  for (let at = 0; at < FRACTION_AT; at += 1) buffer[at] = text.charCodeAt(at);
  for (let at = LENGTH - 2; at > FRACTION_AT; at -= 1) {
    const tens = (fraction / 10) | 0;
    buffer[at] = ZERO + fraction - tens * 10;
    fraction = tens;
  }
  return latin1(buffer, 0, LENGTH);
}

function toTheSecond(second: number): string {
  const slot = ((second % RECENT) + RECENT) % RECENT;
  if (recentSeconds[slot] !== second) {
    recentSeconds[slot] = second;
    recentTexts[slot] = new Date(second * 1000).toISOString().slice(0, -5);
  }
  return recentTexts[slot] as string;
}

/** Whole ms between two moments in µs; null when one is missing. */
export function milliseconds(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  const us = to - from;
  return Number.isFinite(us) ? Math.round(us / 1000) : null;
}
