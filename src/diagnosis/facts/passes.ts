import { pathOf } from './path.ts';
import type { Call, Round, Transaction } from '../../call/types.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import type { Refused } from './refusal.ts';

/** A request that starts with fewer hops may not get far; RFC 3261 §8.1.1.6 recommends 70. */
export const FEW_HOPS = 10;
/** Nodes that a finding names. */
const MAX_NAMED = 8;

/** The way of a request to the node that refused it, and whether it came by some node twice. */
export interface Passes {
  /**
   * `loop`: a node got it twice with the same Request-URI (RFC 3261 §16.3-4); `merged`: the refusing node got it
   * over two branches (§8.2.2.2); `spiral`: a node got it again with another Request-URI, which is legal (RFC 5393 §4.2);
   * `unseen`: none of these shows.
   */
  readonly how: 'loop' | 'spiral' | 'merged' | 'unseen';
  /** The first node, then each that it was sent to. */
  readonly path: string[];
}

export function passesOf({ invite, rounds }: Call, { hop, final }: Refused): Passes {
  const ways = invite === null ? [hop] : pathOf(invite, final);
  const path = [
    (ways[0] as Transaction).client.name,
    ...ways.map(({ server }) => server.name),
  ].slice(0, MAX_NAMED);
  return { how: howPassed(ways, isMerged(hop, rounds, ways)), path };
}

function howPassed(ways: readonly Transaction[], merged: boolean): Passes['how'] {
  const passed = ways.map(({ server, request }) => `${server.name} ${request?.requestUri ?? ''}`);
  if (new Set(passed).size < passed.length) return 'loop';
  const nodes = new Set(ways.map(({ server }) => server.name));
  if (nodes.size < ways.length) return 'spiral';
  return merged ? 'merged' : 'unseen';
}

/** The same request had reached the node over a branch that is no part of this way, and was not over. */
function isMerged(
  hop: Transaction,
  rounds: readonly Round[],
  ways: readonly Transaction[],
): boolean {
  const way = new Set(ways);
  const round = rounds.find(({ hops }) => hops.includes(hop));
  const refused = hop.final?.time ?? Number.POSITIVE_INFINITY;
  return (round?.hops ?? []).some(
    (other) =>
      !way.has(other) &&
      other.server.name === hop.server.name &&
      (other.final === null || other.final.time > refused),
  );
}

/** Max-Forwards of a request; -1 without one that can be read. */
export function maxForwards(request: Message | null): number {
  const value = request === null ? '' : (field(request, 'Max-Forwards') ?? '');
  return /^\d{1,3}$/.test(value) ? Number(value) : -1;
}
