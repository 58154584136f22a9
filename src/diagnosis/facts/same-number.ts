/** Digits that two forms of one telephone number share at least: the subscriber number without prefixes. */
const SHARED_DIGITS = 7;

/**
 * Two forms of one number: `+1 202 555 0100`, `12025550100`, `0012025550100`, `2025550100`. Separators, leading zeros and
 * what stands before the shorter one do not count (RFC 8224 §8.3 wants E.164; trunks write what they like).
 */
export function sameNumber(one: string, other: string): boolean {
  const [first, second] = [significant(one), significant(other)];
  if (first === '' || second === '') return first === second;
  if (first === second) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.length >= SHARED_DIGITS && long.endsWith(short);
}

function significant(number: string): string {
  return number.replace(/[^\d*#]/g, '').replace(/^0+/, '');
}
