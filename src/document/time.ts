/** Largest time that a JavaScript date can show, ms. */
const MAX_MS = 8.64e15;

/** ISO 8601 with microseconds, UTC; null for a moment that no clock told or that no calendar reaches. */
export function iso(us: number): string | null {
  const ms = Math.floor(us / 1000);
  if (!Number.isFinite(us) || Math.abs(ms) > MAX_MS) return null;
  const micros = String(us - ms * 1000).padStart(3, '0');
  return `${new Date(ms).toISOString().slice(0, -1)}${micros}Z`;
}

/** Whole ms between two moments in µs; null when one is missing. */
export function milliseconds(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  const us = to - from;
  return Number.isFinite(us) ? Math.round(us / 1000) : null;
}
