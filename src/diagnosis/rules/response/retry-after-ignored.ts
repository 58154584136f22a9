import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import type { OverloadedLink, OverloadRefusal } from '../../overall/overload.ts';
import { us } from '../../thresholds.ts';

/** Requests that were under way when the refusal came, µs. */
const UNDER_WAY = 500_000;
/** Longest time that is taken at its word, s: a day. */
const LONGEST = 86_400;
/** Requests that are shown. */
const MAX_SHOWN = 4;

/**
 * A 503 asked its client to stay away for a while (Retry-After, RFC 3261 §20.33, §21.5.4), and new requests came within that
 * time and were refused as well. A request that the server took again is no harm and is not counted.
 */
export const retryAfterIgnored: CaptureRule<'retry-after-ignored'> = {
  id: 'retry-after-ignored',
  severity: 'warning',
  tier: 'routing',
  check({ overload }) {
    return [...overload.links.values()].flatMap((link) => findingOf(link) ?? []);
  },
};

function findingOf(link: OverloadedLink): CaptureFinding<'retry-after-ignored'> | null {
  const refusals = link.refusals.toSorted((a, b) => a.sent - b.sent);
  const waiting = link.refusals
    .filter(({ retryAfter }) => retryAfter > 0)
    .sort((a, b) => a.refused - b.refused);
  let heard = 0;
  let asking: OverloadRefusal | null = null;
  let asked: OverloadRefusal | null = null;
  const early: OverloadRefusal[] = [];
  for (const refusal of refusals) {
    // Only a refusal that had arrived binds the client; the newest ones are still on their way in a storm.
    for (
      let next = waiting[heard];
      next !== undefined && refusal.sent - next.refused > UNDER_WAY;
      next = waiting[heard]
    ) {
      heard += 1;
      if (asking === null || endOf(next) >= endOf(asking)) asking = next;
    }
    if (asking === null || refusal.sent >= endOf(asking)) continue;
    asked ??= asking;
    early.push(refusal);
  }
  const [first] = early;
  if (asked === null || first === undefined) return null;
  const calls = [...new Set(early.map(({ mark }) => mark))].filter(
    (mark): mark is CallMark => mark !== null,
  );
  return {
    rule: 'retry-after-ignored',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'endpoint',
    args: {
      client: link.client,
      server: link.server,
      retryAfter: asked.retryAfter,
      afterUs: first.sent - asked.refused,
      requests: early.length + link.more,
    },
    evidence: [asked.response, ...early.slice(0, MAX_SHOWN).map(({ request }) => request)],
    calls,
  };
}

function endOf({ refused, retryAfter }: OverloadRefusal): number {
  return refused + us(Math.min(retryAfter, LONGEST));
}
