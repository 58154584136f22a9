import { CHALLENGES } from '../../../call/closing.ts';
import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { type Bye, byes } from '../../facts/byes.ts';
import type { Finding, Rule, RuleContext } from '../../rule.ts';

/** Answers that stand for a BYE that did not reach the other side. */
const NOT_REACHED: ReadonlySet<number> = new Set([408, 430, 502, 503, 504]);
/** Timer F: a transaction without a final response is over, µs (RFC 3261 §17.1.2.2). */
const TIMER_F = 32_000_000;
/** Copies of a BYE over UDP, the first included, that show that its sender hears nothing. */
const COPIES = 4;

/**
 * No BYE of the call was confirmed: its sender is done with it (RFC 3261 §15.1.1), the other side may not know. Silence is
 * the business of `noninvite-no-response`; here it matters that a call may stay up, and be charged.
 */
export const byeUnanswered: Rule<'bye-unanswered', Call> = {
  id: 'bye-unanswered',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['bye'],
  applies: ({ transactions }) =>
    transactions.some(
      ({ method, final }) => method === 'BYE' && (final === null || NOT_REACHED.has(final.status)),
    ),
  check(call, context) {
    const all = byes(call, context);
    // One confirmation on any hop of any BYE: somebody on the other side knows.
    if (all.some(({ hops }) => hops.some(isSettled))) return [];
    for (const bye of all) {
      const finding = findingOf(bye, context);
      if (finding !== null) return [finding];
    }
    return [];
  },
};

/** Whose own BYE found nobody answers a later one of the other side with 481: that side had not heard of it. */
const UNKNOWN_DIALOG = 481;

function isSettled({ final }: Bye['hops'][0]): boolean {
  if (final === null || final.status === UNKNOWN_DIALOG) return false;
  return !NOT_REACHED.has(final.status) && !CHALLENGES.has(final.status);
}

function findingOf(
  { hops, request, final }: Bye,
  { surroundings }: RuleContext,
): Finding<'bye-unanswered'> | null {
  const [hop] = hops;
  const copies = hop.retransmissions.length + 1;
  if (final === null) {
    const mayWait =
      request.transport === 'udp' ? copies >= COPIES : request.transport !== 'unknown';
    const visible = surroundings.sawDirection(hop.server, hop.client);
    if (!visible || !mayWait || !sawEnough(surroundings, request.time, TIMER_F)) return null;
  } else if (!NOT_REACHED.has(final.status)) return null;
  return {
    rule: 'bye-unanswered',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: { target: hop.server.name, sender: hop.client.name, copies, code: final?.status ?? 0 },
    evidence: [
      requestOf(hop),
      final === null
        ? silence(
            hop.server,
            hop.client,
            request.time,
            surroundings.captureEnd,
            AWAITED.anyResponse,
          )
        : shown(final),
    ],
  };
}
