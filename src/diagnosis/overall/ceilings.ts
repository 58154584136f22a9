import type { RuleArgs } from '../../model/rule-args.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark, CaptureFinding } from './capture-rule.ts';
import type { TurnedDown, Way } from './traffic.ts';

/** A number of calls beyond which a node took no more. */
export interface Ceiling {
  readonly limit: number;
  readonly refusals: readonly [TurnedDown, ...TurnedDown[]];
  readonly code: number;
  readonly accepted: number;
}

/** Codes by which nodes turn away what is beyond a limit. */
const FULL: ReadonlySet<number> = new Set([403, 480, 486, 500, 503]);
/** A telephone is busy with one call or two; more is somebody's setting. */
const LEAST_LIMIT = 4;
/** Refusals that all came at the same number, and how often the node took calls again in between. */
const FEWEST = 3;
/** Refusals at this number among all with the code, at least. */
const MOST = 0.9;

/**
 * The limit of a way: `lastsUs` is how long a call counts (its own length for null). Every refusal came when exactly
 * that many were counted, never were there more, and calls were taken again as soon as there were fewer.
 */
export function ceilingOf(way: Way, lastsUs: number | null): Ceiling | null {
  for (const code of FULL) {
    const refusals = way.refusals.filter((refusal) => refusal.code === code);
    if (refusals.length < FEWEST) continue;
    const found = ceilingAt(way, refusals, lastsUs);
    if (found !== null) return { ...found, code };
  }
  return null;
}

/** Refusals that are shown. */
const MAX_SHOWN = 4;

/** What both rules about a ceiling say of it. */
export function ceilingFinding(
  way: Way,
  { limit, refusals, code, accepted }: Ceiling,
): Omit<CaptureFinding, 'rule' | 'args'> & { args: RuleArgs['cps-ceiling'] } {
  const marks = new Set(refusals.map(({ mark }) => mark));
  const [first, ...others] = refusals.map(({ proof }) => proof) as [PacketProof, ...PacketProof[]];
  return {
    severity: 'warning',
    confidence: 'likely',
    status: 'present',
    scope: 'endpoint',
    args: {
      client: way.client,
      node: way.server.name,
      limit,
      refusals: refusals.length,
      code,
      accepted,
    },
    evidence: [first, ...others.slice(0, MAX_SHOWN - 1)],
    calls: [...marks].filter((mark): mark is CallMark => mark !== null),
  };
}

interface Step {
  readonly time: number;
  /** Ends come before beginnings, and those before refusals, at one moment. */
  readonly order: number;
  readonly refusal: TurnedDown | null;
}

function ceilingAt(
  { starts, ends }: Way,
  refusals: readonly TurnedDown[],
  lastsUs: number | null,
): Omit<Ceiling, 'code'> | null {
  let [up, peak, rounds] = [0, 0, 0];
  let taken = true;
  const met: { refusal: TurnedDown; up: number }[] = [];
  for (const { order, refusal } of stepsOf({ starts, ends }, refusals, lastsUs)) {
    if (order === 0) up -= 1;
    else if (refusal === null) {
      up += 1;
      peak = Math.max(peak, up);
      taken = true;
    } else {
      if (taken) rounds += 1;
      taken = false;
      met.push({ refusal, up });
    }
  }
  const full = met.filter((one) => one.up === peak).map(({ refusal }) => refusal);
  const [first, ...rest] = full;
  if (first === undefined || peak < LEAST_LIMIT || rounds < FEWEST) return null;
  if (full.length < FEWEST || full.length < MOST * met.length) return null;
  return { limit: peak, refusals: [first, ...rest], accepted: starts.length };
}

function stepsOf(
  { starts, ends }: Pick<Way, 'starts' | 'ends'>,
  refusals: readonly TurnedDown[],
  lastsUs: number | null,
): Step[] {
  const steps: Step[] = refusals.map((refusal) => ({ time: refusal.time, order: 2, refusal }));
  for (const [at, start] of starts.entries()) {
    const end = lastsUs === null ? (ends[at] as number) : start + lastsUs;
    steps.push({ time: start, order: 1, refusal: null }, { time: end, order: 0, refusal: null });
  }
  return steps.sort((a, b) => byTime(a.time, b.time) || a.order - b.order);
}

/** Infinite times are equal to one another. */
function byTime(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
