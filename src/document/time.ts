/** Largest time that a JavaScript date can show, s. */
const MAX_SECONDS = 8.64e12;

let lastSecond = Number.NaN;
let lastText = '';

/** ISO 8601 with microseconds, UTC; null for a moment that no clock told or that no calendar reaches. */
export function iso(us: number): string | null {
  const second = Math.floor(us / 1e6);
  if (!Number.isFinite(us) || Math.abs(second) >= MAX_SECONDS) return null;
  if (second !== lastSecond) {
    // Calls of one second share the costly part.
    lastSecond = second;
    lastText = new Date(second * 1000).toISOString().slice(0, -5);
  }
  return `${lastText}.${String(us - second * 1e6).padStart(6, '0')}Z`;
}

/** Whole ms between two moments in µs; null when one is missing. */
export function milliseconds(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  const us = to - from;
  return Number.isFinite(us) ? Math.round(us / 1000) : null;
}
