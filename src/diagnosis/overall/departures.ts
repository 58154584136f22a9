import type { PacketProof } from '../rule.ts';
import type { CallColumns } from './call-columns.ts';

/** Calls of a stretch, and calls that say what is usual, before a difference says anything. */
const FEWEST = 30;
const FEWEST_USUAL = 60;
/** The stretch must be so many times worse than usual, … */
const FACTOR = 3;
/** … by so many standard deviations (two proportions, pooled): the stretch was picked as the worst of many. */
const DEVIATIONS = 6;
/** Distinct numbers among the odd calls, and their share. */
const FEWEST_NUMBERS = 10;
const NUMBERS = 1 / 3;

/** Calls that are out of the ordinary, and what they are held against: indexes of the columns. */
export interface Departure {
  /** In the order of time. */
  readonly stretch: readonly number[];
  readonly odd: readonly number[];
  readonly usual: readonly number[];
  readonly usualOdd: number;
}

/** Whether a call is out of the ordinary; null when it cannot be told. */
export type Oddness = (at: number) => boolean | null;

/**
 * The stretch of time in which odd calls are commonest (the maximum subarray), held against all other calls to numbers with
 * the same prefixes; null unless the difference is far beyond chance.
 *
 * @param share odd calls of the stretch, at least
 */
export function departureOf(calls: CallColumns, isOdd: Oddness, share: number): Departure | null {
  const known = indexesOf(calls, isOdd);
  if (known.length < FEWEST + FEWEST_USUAL) return null;
  const [from, until] = worstStretch(known, isOdd, (3 * share) / 4);
  // Nothing is odd, as a rule.
  if (until - from < FEWEST) return null;
  const stretch = known.slice(from, until);
  const prefixes = new Set(stretch.map((at) => calls.prefixes[at]));
  const usual = [...known.slice(0, from), ...known.slice(until)].filter((at) =>
    prefixes.has(calls.prefixes[at]),
  );
  const odd = stretch.filter((at) => isOdd(at) === true);
  const usualOdd = usual.filter((at) => isOdd(at) === true).length;
  if (odd.length < share * stretch.length || !hasManyNumbers(calls, odd)) return null;
  if (!isFarBeyond(odd.length, stretch.length, usualOdd, usual.length)) return null;
  return { stretch, odd, usual, usualOdd };
}

/** Not one robot that calls one number, which tells nothing about the node. */
export function hasManyNumbers({ users }: CallColumns, odd: readonly number[]): boolean {
  const numbers = new Set(odd.map((at) => users[at])).size;
  return numbers >= Math.max(FEWEST_NUMBERS, NUMBERS * odd.length);
}

/** Enough calls on both sides; several times as common, and by more than chance makes of it. */
export function isFarBeyond(odd: number, of: number, usualOdd: number, usual: number): boolean {
  if (of < FEWEST || usual < FEWEST_USUAL) return false;
  const [here, there] = [odd / of, usualOdd / usual];
  const pooled = (odd + usualOdd) / (of + usual);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / usual));
  return here >= FACTOR * there && here - there >= DEVIATIONS * deviation;
}

/** Those that can be judged, in the order of time. */
function indexesOf({ length, times }: CallColumns, isOdd: Oddness): number[] {
  const known: number[] = [];
  let sorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at += 1) {
    if (isOdd(at) === null) continue;
    known.push(at);
    const time = times[at] as number;
    sorted &&= time >= last;
    last = time;
  }
  return sorted ? known : known.sort((a, b) => (times[a] as number) - (times[b] as number));
}

function worstStretch(
  known: readonly number[],
  isOdd: Oddness,
  share: number,
): [from: number, until: number] {
  let [sum, begin, best] = [0, 0, 0];
  let stretch: [number, number] = [0, 0];
  for (let place = 0; place < known.length; place += 1) {
    if (sum <= 0) [sum, begin] = [0, place];
    sum += isOdd(known[place] as number) === true ? 1 - share : -share;
    if (sum > best) [best, stretch] = [sum, [begin, place + 1]];
  }
  return stretch;
}

const MAX_SHOWN = 4;

/** The INVITEs of the first few. */
export function invitesOf(
  { times, sources, frames, offsets, clients }: CallColumns,
  to: PacketProof['to'],
  odd: readonly number[],
): [PacketProof, ...PacketProof[]] {
  return odd.slice(0, MAX_SHOWN).map((at) => ({
    kind: 'packet' as const,
    sip: true,
    source: sources[at] as number,
    frame: frames[at] as number,
    offset: offsets[at] as number,
    time: times[at] as number,
    from: clients[at] as PacketProof['from'],
    to,
    what: 'INVITE',
  })) as [PacketProof, ...PacketProof[]];
}

/** From the first to the last INVITE of a stretch, µs. */
export function spanOfStretch({ times }: CallColumns, stretch: readonly number[]): number {
  const [first = 0, last = first] = [stretch[0], stretch.at(-1)];
  return (times[last] as number) - (times[first] as number);
}

/** The middle one of the figures that are known; NaN without any. */
export function medianOf(figures: Float32Array): number {
  const sorted = figures.filter((figure) => !Number.isNaN(figure)).sort();
  return sorted.length === 0 ? Number.NaN : (sorted[sorted.length >> 1] as number);
}

/** The same of some of them. */
export function medianAt(figures: Float32Array, indexes: readonly number[]): number {
  return medianOf(Float32Array.from(indexes, (at) => figures[at] as number));
}
