import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { lacksRoute, mayBeMisrouted, placeOf, routed, type Routed } from '../../facts/routes.ts';
import { isAddress } from '../../facts/targets.ts';
import type { Rule } from '../../rule.ts';

/**
 * A proxy put itself into Record-Route to stay on the way, and a later request went past it (RFC 3261 §16.6-4, §12.2.1.1):
 * its accounting, its NAT handling and its limits miss the request. The ACK to a 2xx is told by `ack-misrouted`.
 */
export const inDialogBypassesProxy: Rule<'in-dialog-bypasses-proxy', Call> = {
  id: 'in-dialog-bypasses-proxy',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['answer'],
  applies: mayBeMisrouted,
  check(call, context) {
    const past = routed(call, context).find((one) => lacksRoute(one) && wentPast(one));
    if (past === undefined) return [];
    const { one, learned, failed } = past;
    const { request, final, hops, method } = one;
    return [
      {
        rule: 'in-dialog-bypasses-proxy',
        severity: failed ? 'error' : 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          method,
          sender: request.sender.name,
          proxy: learned.sender.name,
          target: request.receiver.name,
          failed,
          code: final?.status ?? 0,
        },
        evidence: [
          shown(learned, 'Record-Route'),
          requestOf(hops[0]),
          ...(failed && final !== null ? [shown(final)] : []),
        ],
      },
    ];
  },
};

/**
 * The first route is, by its address, the proxy that the set-up came from, and the request went to none of the recorded
 * addresses. Names, and a proxy with several addresses that does not record them all, leave it open.
 */
function wentPast({ one, learned, expected }: Routed): boolean {
  const [first] = expected;
  if (first === undefined || first.host !== learned.sender.address) return false;
  const { address } = one.request.receiver;
  // A log may not tell where it went.
  if (address === '') return false;
  return (
    expected.every((target) => isAddress(target.host) && target.host !== address) &&
    placeOf(first) !== one.request.receiver.name
  );
}
