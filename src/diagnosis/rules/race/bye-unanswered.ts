import { CHALLENGES } from '../../../call/closing.ts';
import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { type Bye, byes, farEndOf, isLate, lateHangUp } from '../../facts/byes.ts';
import type { Finding, Rule, RuleContext } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Answers that stand for a BYE that did not reach the other side. */
const NOT_REACHED: ReadonlySet<number> = new Set([408, 430, 502, 503, 504]);
/** Timer F: a transaction without a final response is over, µs (RFC 3261 §17.1.2.2). */
const TIMER_F = 32_000_000;
/** Copies of a BYE over UDP, the first included, that show that its sender hears nothing. */
const COPIES = 4;

/**
 * No BYE of the call was confirmed: its sender is done with it (RFC 3261 §15.1.1), the other side may not know. Silence is
 * the business of `noninvite-no-response`, a challenge left alone that of `auth-no-retry`; here it matters that a call may
 * stay up, and be charged.
 */
export const byeUnanswered: Rule<'bye-unanswered', Call> = {
  id: 'bye-unanswered',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['bye'],
  applies: ({ transactions }) =>
    transactions.some(
      ({ method, final }) =>
        method === 'BYE' &&
        (final === null || NOT_REACHED.has(final.status) || CHALLENGES.has(final.status)),
    ),
  check(call, context) {
    const all = byes(call, context);
    for (const bye of all) {
      // One confirmation on any hop of any BYE: somebody on the other side knows.
      if (all.some((other) => other.hops.some(isSettled) && !isLate(other, bye))) continue;
      const finding = findingOf(bye, all, context);
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

/** A challenge that its sender left alone for as long as a client needs. */
function isLeftAlone(
  { request, final }: Bye,
  all: readonly Bye[],
  { surroundings, thresholds }: RuleContext,
): boolean {
  if (final === null || !CHALLENGES.has(final.status)) return false;
  const goesOn = all.some(
    (other) => other.request.fromTag === request.fromTag && other.request.time > final.time,
  );
  return !goesOn && sawEnough(surroundings, final.time, us(thresholds['auth.retry']));
}

function findingOf(
  bye: Bye,
  all: readonly Bye[],
  context: RuleContext,
): Finding<'bye-unanswered'> | null {
  const { hops, request, final } = bye;
  const { surroundings } = context;
  const [hop] = hops;
  const late = lateHangUp(all, bye);
  const copies = hop.retransmissions.length + 1;
  if (final === null) {
    const mayWait =
      request.transport === 'udp' ? copies >= COPIES : request.transport !== 'unknown';
    const visible = surroundings.sawDirection(hop.server, hop.client);
    if (!visible || !mayWait || !sawEnough(surroundings, request.time, TIMER_F)) return null;
  } else if (!NOT_REACHED.has(final.status) && !isLeftAlone(bye, all, context)) return null;
  return {
    rule: 'bye-unanswered',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: {
      target: hop.server.name,
      sender: hop.client.name,
      copies,
      code: final?.status ?? 0,
      ...farEndOf(late, bye),
    },
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
      ...(late === null ? [] : [shown(late.request)]),
    ],
  };
}
