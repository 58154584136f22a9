import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';

/**
 * The node took the call with a 100; other calls leave it in this capture, this one was not seen to. Never more than
 * likely: it may have left over an interface that was not captured.
 */
export const tryingNotForwarded: Rule<'trying-not-forwarded', Call> = {
  id: 'trying-not-forwarded',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['trouble'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.cause.kind !== 'not-forwarded') return [];
    const { root, hop, trying, ending, cause } = found;
    const elapsedUs = ending.at - trying.time;
    // It may have gone out over a connection that could not be read.
    const hidden = context.below.isEncryptedAt(hop.server.address);
    return [
      {
        rule: 'trying-not-forwarded',
        severity: hidden ? 'warning' : 'error',
        confidence: hidden ? 'possible' : 'likely',
        status: hidden ? 'inconclusive' : 'present',
        scope: 'call',
        args: { node: hop.server.name, elapsedUs, otherCalls: cause.otherCalls },
        evidence: [
          requestOf(root),
          shown(trying),
          silence(hop.server, hop.client, trying.time, ending.at, AWAITED.afterTrying),
        ],
      },
    ];
  },
};
