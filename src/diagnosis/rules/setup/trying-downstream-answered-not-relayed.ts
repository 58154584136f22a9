import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';

/** The next hop rang or answered, and the node in the middle was not seen to pass it on (RFC 3261 §16.7-5). */
export const tryingDownstreamAnsweredNotRelayed: Rule<
  'trying-downstream-answered-not-relayed',
  Call
> = {
  id: 'trying-downstream-answered-not-relayed',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['trouble'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.cause.kind !== 'answered-not-relayed') return [];
    const { root, hop, trying, ending, cause } = found;
    const { answer, leg, certain } = cause;
    return [
      {
        rule: 'trying-downstream-answered-not-relayed',
        severity: 'error',
        confidence: certain ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: {
          node: hop.server.name,
          peer: leg.server.name,
          code: answer.status,
          phrase: answer.phrase,
          waitedUs: ending.at - answer.time,
        },
        evidence: [
          requestOf(root),
          shown(trying),
          requestOf(leg),
          shown(answer),
          silence(hop.server, hop.client, answer.time, ending.at, AWAITED.afterTrying),
        ],
      },
    ];
  },
};
