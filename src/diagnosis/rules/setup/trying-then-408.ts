import { agentOf, producerOf } from '../../../call/producer.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { clockOf } from '../../facts/clocks.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';

/** Nothing but 100 for a long time, then a failure: some node beyond the 100 ran into a timer. Which one, the gap tells. */
export const tryingThen408: Rule<'trying-then-408', Call> = {
  id: 'trying-then-408',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.ending.kind !== 'failed' || found.cause.kind !== 'unknown') return [];
    const { root, hop, trying, elapsedUs, ending } = found;
    const { message } = producerOf(root, ending.final);
    return [
      {
        rule: 'trying-then-408',
        severity: 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          elapsedUs,
          node: hop.server.name,
          code: ending.final.status,
          phrase: ending.final.phrase,
          clock: clockOf(elapsedUs),
          producer: agentOf(message),
        },
        evidence: [requestOf(root), shown(trying), shown(ending.final)],
      },
    ];
  },
};
