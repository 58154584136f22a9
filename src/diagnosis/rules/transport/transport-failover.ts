import { openedAt } from '../../../call/hops.ts';
import type { Call, Round, Transaction } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Refusals after which the next target is due (RFC 3263 §4.3, RFC 3261 §21.5.4). */
const MOVES_ON: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);
/** Targets that are tried at the same time are a fork, µs. */
const FORK = 500_000;
/** Nobody waits longer than Timer B and a margin before the next target, µs. */
const LONGEST = 40_000_000;
/** Hops of one call that are compared (a bound for hostile input). */
const MAX_HOPS = 64;

/** The same request went to another target after the one before it was silent or refused: a search in turn, no fork. */
export const transportFailover: Rule<'transport-failover', Call> = {
  id: 'transport-failover',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  needs: ['several-invites'],
  applies: ({ rounds }) => rounds.some(hasAlternatives),
  check(call, { thresholds }) {
    const searches = call.rounds.flatMap(searchesOf);
    const [longest] = searches.sort((a, b) => b.waitedUs - a.waitedUs);
    if (longest === undefined) return [];
    const { failed, next, waitedUs, targets } = longest;
    const { final } = failed;
    return [
      {
        rule: 'transport-failover',
        severity: waitedUs >= us(thresholds['pdd.warn']) ? 'warning' : 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'leg',
        args: {
          sender: failed.client.address,
          failed: failed.server.name,
          next: next.server.name,
          waitedUs,
          code: final?.status ?? 0,
          targets,
          worked: next.responses.some(({ status }) => status > 100 && status < 300),
        },
        evidence: [requestOf(failed), ...(final === null ? [] : [shown(final)]), requestOf(next)],
      },
    ];
  },
};

/** Some node, or the caller's side, sent the request to more than one target. */
function hasAlternatives({ hops }: Round): boolean {
  if (hops.length < 2) return false;
  let roots = 0;
  for (const { upstream, downstream } of hops) {
    if (downstream.length > 1) return true;
    if (upstream === null) roots += 1;
  }
  return roots > 1;
}

interface Search {
  readonly failed: Transaction;
  readonly next: Transaction;
  readonly waitedUs: number;
  readonly targets: number;
}

/** Neighbours among the targets that one node tried, in the order of time. */
function searchesOf({ hops }: Round): Search[] {
  const byNode = new Map<string, Transaction[]>();
  for (const hop of hops.slice(0, MAX_HOPS)) {
    const key = `${hop.client.address} ${hop.upstream?.branch ?? ''}`;
    const same = byNode.get(key);
    if (same === undefined) byNode.set(key, [hop]);
    else same.push(hop);
  }
  return [...byNode.values()].flatMap((tried) =>
    tried.slice(1).flatMap((next, at) => {
      const failed = tried[at] as Transaction;
      if (next.server === failed.server || !movedOn(failed, next)) return [];
      if (openedAt(next) - openedAt(failed) > LONGEST) return [];
      return [{ failed, next, waitedUs: openedAt(next) - openedAt(failed), targets: tried.length }];
    }),
  );
}

function movedOn({ final, responses, request }: Transaction, next: Transaction): boolean {
  const opened = openedAt(next);
  if (final !== null) return MOVES_ON.has(final.status) && final.time <= opened;
  return responses.length === 0 && request !== null && opened - request.time >= FORK;
}
