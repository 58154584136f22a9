import type { KpiGroups } from '../model/kpis.ts';
import { KpiCounts } from './kpi-counts.ts';
import type { KpiAttempt } from './kpi-attempt.ts';

/** Groups that are told apart while counting, and of those how many a report lists. */
const MAX_KNOWN = 2000;
const MAX_LISTED = 50;

/** Attempts by something that they have in common; a bounded number of groups, the rest in one. */
export class KpiGroupCounts {
  readonly #groups = new Map<string, KpiCounts>();
  readonly #rest = new KpiCounts();

  add(key: string, attempt: KpiAttempt): void {
    let counts = this.#groups.get(key);
    if (counts === undefined) {
      if (this.#groups.size >= MAX_KNOWN) counts = this.#rest;
      else this.#groups.set(key, (counts = new KpiCounts()));
    }
    counts.add(attempt);
  }

  /** The largest first; equal ones by name. */
  groups(): KpiGroups {
    const sorted = [...this.#groups].sort(
      ([a, one], [b, other]) => sizeOf(other) - sizeOf(one) || (a < b ? -1 : 1),
    );
    const rest = new KpiCounts();
    rest.merge(this.#rest);
    for (const [, counts] of sorted.slice(MAX_LISTED)) rest.merge(counts);
    return {
      groups: sorted.slice(0, MAX_LISTED).map(([key, counts]) => ({ key, ...counts.summary() })),
      rest: sizeOf(rest) === 0 ? null : rest.summary(),
    };
  }
}

function sizeOf({ attempts, excluded }: KpiCounts): number {
  return attempts + excluded;
}
