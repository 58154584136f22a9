/** µs between two ISO 8601 times with microseconds; Date alone would drop the last three digits. */
export function elapsedUs(from: string, to: string): number {
  return micros(to) - micros(from);
}

/** The same for times that a log may not have; null when one is missing. */
export function elapsedBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : elapsedUs(from, to);
}

/** Whole µs since 1970-01-01 UTC. */
export function micros(iso: string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(iso) ?? [];
  const wholeSeconds = Date.parse(iso.replace(/\.\d+/, ''));
  return wholeSeconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
