import type { Call, Transaction } from '../../call/types.ts';
import { openedAt } from '../../call/hops.ts';
import type { BelowSip, PlacedFact } from '../below-sip.ts';

/** A connection that a node tried to open on behalf of a call. */
export interface FailedConnection {
  /** The hop whose server holds the INVITE. */
  readonly hop: Transaction;
  readonly fact: PlacedFact;
  /** The try began right after the INVITE came in. */
  readonly prompt: boolean;
}

/** A connection that is opened for a request is opened within this time, µs. */
const PROMPT = 1_000_000;
/** The node's own failure response follows the failed connection within this time, µs. */
const MARGIN = 100_000;
/** Finals by which a node says that it could not reach the next one. */
const GAVE_UP: ReadonlySet<number> = new Set([404, 408, 477, 480, 500, 502, 503, 504]);

/** Not answered and stuck, or given up by a node: it may have failed to connect to the next one. */
export function mayLackConnection({ stage, final, rounds, kind }: Call): boolean {
  if (kind !== 'call' || rounds.length === 0) return false;
  if (stage !== 'trying' && stage !== 'pre-trying') return false;
  return final === null || GAVE_UP.has(final.status);
}

/** Connections of one kind that failed at a node while it held the INVITE of this call and had passed it to nobody. */
export function failedConnections(
  { rounds }: Call,
  below: BelowSip,
  kind: PlacedFact['fact']['kind'],
  captureEnd: number,
): FailedConnection[] {
  if (below.facts.length === 0) return [];
  const found: FailedConnection[] = [];
  for (const hop of rounds.at(-1)?.hops ?? []) {
    if (hop.downstream.some(({ responses }) => responses.length > 0)) continue;
    const opened = openedAt(hop);
    const until = hop.final === null ? captureEnd : hop.final.time + MARGIN;
    for (const fact of below.failedFrom(hop.server.address, opened, until)) {
      if (fact.fact.kind !== kind) continue;
      // The client of this very hop: its own connection, not the next one.
      if (fact.to.address === hop.client.address) continue;
      found.push({ hop, fact, prompt: fact.fact.time - opened <= PROMPT });
    }
  }
  return found;
}
