import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { hasTroubleInside, reachedBy } from '../../facts/in-dialog.ts';
import { placeOf, routed } from '../../facts/routes.ts';
import type { Rule } from '../../rule.ts';

/**
 * A proxy put itself into Record-Route without `lr`, which asks for the routing of RFC 2543 (the Request-URI names the next
 * node; RFC 3261 §12.2.1.1, §16.6-4), and a request in the dialog failed. Where all went well nobody minds.
 */
export const recordRouteMissingLr: Rule<'record-route-missing-lr', Call> = {
  id: 'record-route-missing-lr',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['answer'],
  applies: hasTroubleInside,
  check(call, context) {
    for (const { one, learned, expected, failed } of routed(call, context)) {
      const strict = expected.find(({ uri }) => !uri.params.has('lr'));
      if (!failed || strict === undefined) continue;
      const { method, hops, final } = one;
      return [
        {
          rule: 'record-route-missing-lr',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'dialog',
          args: {
            route: placeOf(strict),
            method,
            node: reachedBy(one),
            code: final?.status ?? 0,
          },
          evidence: [
            shown(learned, 'Record-Route'),
            requestOf(hops[0]),
            ...(final === null ? [] : [shown(final)]),
          ],
        },
      ];
    }
    return [];
  },
};
