import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { failureOf, hasTroubleInside, reachedBy } from '../../facts/in-dialog.ts';
import { isLoose, lacksRoute, listed, routed, type Routed } from '../../facts/routes.ts';
import type { Rule } from '../../rule.ts';

/**
 * A request in a dialog that failed does not name the proxies that had put themselves into Record-Route (RFC 3261 §12.2.1.1):
 * the next node cannot tell where it belongs (`404 Not here`). The ACK to a 2xx is told by `ack-misrouted`.
 */
export const routeSetLost: Rule<'route-set-lost', Call> = {
  id: 'route-set-lost',
  severity: 'error',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['answer'],
  applies: hasTroubleInside,
  check(call, context) {
    const lost = routed(call, context).find(
      (one) => one.failed && isLoose(one) && lacksRoute(one) && wentToProxy(one),
    );
    if (lost === undefined) return [];
    const { one, learned, expected, sent } = lost;
    const { request, final, hops, method } = one;
    return [
      {
        rule: 'route-set-lost',
        severity: 'error',
        confidence: failureOf(one, context.surroundings),
        status: 'present',
        scope: 'dialog',
        args: {
          method,
          sender: request.sender.name,
          node: reachedBy(one),
          found: listed(sent),
          expected: listed(expected),
          code: final?.status ?? 0,
          phrase: final?.phrase ?? '',
        },
        evidence: [
          shown(learned, 'Record-Route'),
          sent.length === 0 ? requestOf(hops[0]) : shown(request, 'Route'),
          ...(final === null ? [] : [shown(final)]),
        ],
      },
    ];
  },
};

/** It went where the set-up came from; another way is `in-dialog-bypasses-proxy`. */
function wentToProxy({ one, learned }: Routed): boolean {
  return one.request.receiver.address === learned.sender.address;
}
