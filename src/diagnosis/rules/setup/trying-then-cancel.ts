import { callerHangUp } from '../../../call/release.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Cancelled while only a 100 had come back: by a person who lost patience, or by a timer of a server at a round time. */
export const tryingThenCancel: Rule<'trying-then-cancel', Call> = {
  id: 'trying-then-cancel',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.ending.kind !== 'cancelled' || found.cause.kind !== 'unknown') return [];
    const { root, hop, trying, elapsedUs, ending } = found;
    // Who changes their mind at once has not waited for anything.
    const waited = elapsedUs >= us(context.thresholds['pdd.notice']);
    return [
      {
        rule: 'trying-then-cancel',
        severity: waited ? 'warning' : 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          elapsedUs,
          node: hop.server.name,
          canceller: ending.cancel.client.name,
          timerSeconds: callerHangUp(call).seconds,
        },
        evidence: [requestOf(root), shown(trying), requestOf(ending.cancel)],
      },
    ];
  },
};
