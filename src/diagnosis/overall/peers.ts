import type { TrafficNotes, TurnedDown, Way } from './traffic.ts';

/** What a node does that cannot do its work: it fails, gives up, or says nothing. */
function isFailure({ code }: TurnedDown): boolean {
  return code === 0 || code === 408 || code >= 500;
}

/** A call that a node was asked to take. */
export interface Asked {
  /** µs */
  readonly time: number;
  /** Null where the node did its work. */
  readonly failure: TurnedDown | null;
}

/** What one node was asked, oldest first, by these clients together. */
export function askedOf(ways: readonly Way[]): Asked[] {
  const asked: Asked[] = [];
  for (const { starts, refusals } of ways) {
    for (const time of starts) asked.push({ time, failure: null });
    for (const refusal of refusals) {
      asked.push({ time: refusal.time, failure: isFailure(refusal) ? refusal : null });
    }
  }
  return asked.sort((a, b) => a.time - b.time);
}

export function failuresOf(asked: readonly Asked[]): TurnedDown[] {
  return asked.flatMap(({ failure }) => (failure === null ? [] : [failure]));
}

/** `503, 408`, the most frequent first; `–` stands for no response. */
export function codesOf(failures: readonly Pick<TurnedDown, 'code'>[]): string {
  const counts = new Map<number, number>();
  for (const { code } of failures) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .map(([code]) => (code === 0 ? '–' : String(code)))
    .join(', ');
}

/** The ways of each node. */
export function waysByNode({ ways }: TrafficNotes): Map<string, Way[]> {
  return grouped(ways, ({ server }) => server.name);
}

export function waysByClient({ ways }: TrafficNotes): Map<string, Way[]> {
  return grouped(ways, ({ client }) => client);
}

function grouped(ways: readonly Way[], keyOf: (way: Way) => string): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const same = groups.get(keyOf(way));
    if (same === undefined) groups.set(keyOf(way), [way]);
    else same.push(way);
  }
  return groups;
}
