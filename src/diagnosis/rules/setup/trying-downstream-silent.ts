import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';

/** The node that sent the 100 did pass the INVITE on, and the next link stayed silent: that link is to blame. */
export const tryingDownstreamSilent: Rule<'trying-downstream-silent', Call> = {
  id: 'trying-downstream-silent',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['trouble'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.cause.kind !== 'downstream-silent') return [];
    const { root, trying, cause } = found;
    const { hop, request, copies, lastCopy, until } = cause.leg;
    const proven = cause.certain && cause.leg.silence === 'proven';
    return [
      {
        rule: 'trying-downstream-silent',
        severity: 'error',
        confidence: proven ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: {
          elapsedUs: (copies > 1 ? lastCopy.time : until) - request.time,
          node: hop.client.name,
          silent: hop.server.name,
          copies,
        },
        evidence: [
          requestOf(root),
          shown(trying),
          requestOf(hop),
          silence(hop.server, hop.client, request.time, until, AWAITED.anyResponse),
        ],
      },
    ];
  },
};
