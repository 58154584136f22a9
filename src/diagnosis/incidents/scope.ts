import type { IncidentScope } from '../../model/report.ts';
import type { IncidentDimension } from '../../model/vocabulary.ts';
import type { TimedAttempts, Window } from './timed-attempts.ts';
import { OTHERS } from './values.ts';

/** Values that are listed of each side. */
const MAX_LISTED = 8;
/** Affected calls that it takes to say anything, and for each value that is said to be the only one. */
const FEWEST = 3;
/** Share of the affected calls that "only" asks for; a stray one has another reason. */
const NEARLY_ALL = 0.95;
/** How much rarer other values must be affected. */
const RARER = 10;
/** How likely affected calls may meet these values alone by chance. */
const CHANCE = 0.01;

/** How often a value occurs in the window. */
interface Tally {
  readonly id: number;
  readonly text: string;
  readonly calls: number;
  readonly attempts: number;
}

/** One dimension of an incident. */
interface View {
  readonly dimension: IncidentDimension;
  readonly hit: readonly Tally[];
  readonly rest: readonly Tally[];
  /** The values that the incident keeps to; null when it keeps to none, or when that may be chance. */
  readonly core: readonly Tally[] | null;
}

/**
 * The dimensions that tell something about an incident: first those whose values separate affected from unaffected attempts,
 * the narrowest first, then those whose every value that was used enough is hit. One that follows from a narrower one
 * (every call to this trunk comes from the one SBC) is left out.
 *
 * @param window the attempts from the first affected one to the last
 * @param affected numbers of the attempts that the incident hit
 */
export function scopeOf(
  timed: TimedAttempts,
  window: Window,
  affected: readonly number[],
): IncidentScope[] {
  if (affected.length < FEWEST) return [];
  const all = window.until - window.from;
  const views = timed.attempts.dimensions.map((dimension) =>
    viewOf(timed, dimension, window, affected),
  );
  // What the answer was is no cause: it stands last and hides nothing.
  const only = views
    .filter(({ core, dimension }) => core !== null && dimension !== 'code')
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  const told: View[] = [];
  for (const view of only) {
    if (!told.some((narrow) => followsFrom(view, narrow, timed, window))) told.push(view);
  }
  const rate = affected.length / all;
  const everywhere = views.filter((view) => view.core === null && isEverywhere(view, rate));
  const code = views.filter(({ core, dimension }) => core !== null && dimension === 'code');
  return [...told, ...everywhere, ...code].map(listed);
}

function viewOf(
  timed: TimedAttempts,
  dimension: IncidentDimension,
  { from, until }: Window,
  affected: readonly number[],
): View {
  const { attempts } = timed;
  const column = attempts.column(dimension);
  const hits = new Map<number, number>();
  for (const number of affected) {
    const id = column[number] as number;
    hits.set(id, (hits.get(id) ?? 0) + 1);
  }
  const counts = timed.counts(dimension);
  const tallies: Tally[] = [];
  for (const id of counts.ids) {
    const count = counts.count(id, from, until);
    if (count === 0) continue;
    const text = attempts.text(dimension, id);
    tallies.push({ id, text, calls: hits.get(id) ?? 0, attempts: count });
  }
  const hit = tallies.filter(({ calls }) => calls > 0).sort(byCalls);
  const rest = tallies.filter(({ calls }) => calls === 0).sort(byAttempts);
  return { dimension, hit, rest, core: coreOf(hit, affected.length, until - from) };
}

function coreOf(hit: readonly Tally[], affected: number, all: number): readonly Tally[] | null {
  const core: Tally[] = [];
  let calls = 0;
  let attempts = 0;
  for (const tally of hit) {
    if (calls >= NEARLY_ALL * affected) break;
    if (core.length === MAX_LISTED || tally.id === OTHERS) return null;
    core.push(tally);
    calls += tally.calls;
    attempts += tally.attempts;
  }
  const others = all - attempts;
  if (others === 0 || affected < FEWEST * core.length) return null;
  if ((affected - calls) / others > calls / attempts / RARER) return null;
  return (attempts / all) ** affected <= CHANCE ? core : null;
}

/** Attempts with the values of the core. */
function sizeOf({ core }: View): number {
  return (core ?? []).reduce((sum, { attempts }) => sum + attempts, 0);
}

/** Every attempt within the narrow core is within the wide one, and others are as well. */
function followsFrom(wide: View, narrow: View, timed: TimedAttempts, window: Window): boolean {
  if (sizeOf(wide) === sizeOf(narrow)) return false;
  const within = new Set((wide.core ?? []).map(({ id }) => id));
  const column = timed.attempts.column(wide.dimension);
  const counts = timed.counts(narrow.dimension);
  return (narrow.core ?? []).every(({ id }) =>
    counts
      .between(id, window.from, window.until)
      .every((place) => within.has(column[timed.order[place] as number] as number)),
  );
}

/** Several values were used enough to be hit at this rate, and all of these were. */
function isEverywhere({ hit, rest }: View, rate: number): boolean {
  const isUsed = ({ attempts }: Tally): boolean => attempts * rate >= FEWEST;
  return hit.filter(isUsed).length > 1 && !rest.some(isUsed);
}

function listed({ dimension, hit, rest, core }: View): IncidentScope {
  const affected = (core ?? hit).filter(({ id }) => id !== OTHERS).slice(0, MAX_LISTED);
  const unaffected = rest.filter(({ id }) => id !== OTHERS).slice(0, MAX_LISTED);
  return {
    dimension,
    only: core !== null,
    affected: affected.map(({ text: value, calls, attempts }) => ({ value, calls, attempts })),
    unaffected: unaffected.map(({ text: value, attempts }) => ({ value, attempts })),
    more: {
      affected: hit.length - affected.length,
      unaffected: rest.length - unaffected.length,
    },
  };
}

function byCalls(a: Tally, b: Tally): number {
  return b.calls - a.calls || byAttempts(a, b);
}

function byAttempts(a: Tally, b: Tally): number {
  return b.attempts - a.attempts || (a.text < b.text ? -1 : 1);
}
