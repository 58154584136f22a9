import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { mayBeStuck, stuck } from '../../facts/stuck.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/**
 * Still at 100 Trying when the capture stopped. A client has no timer once a 100 came (RFC 3261 §17.1.1.2), so the
 * age is measured to the end of the capture: the silence is the symptom.
 */
export const tryingCaptureEnded: Rule<'trying-capture-ended', Call> = {
  id: 'trying-capture-ended',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['no-final'],
  applies: mayBeStuck,
  check(call, context) {
    const found = stuck(call, context);
    if (found?.ending.kind !== 'pending' || found.cause.kind !== 'unknown') return [];
    const { root, hop, trying, elapsedUs, ending } = found;
    const { thresholds } = context;
    const old = elapsedUs >= us(thresholds['pdd.high']);
    return [
      {
        rule: 'trying-capture-ended',
        severity: elapsedUs >= us(thresholds['pdd.error']) ? 'error' : old ? 'warning' : 'info',
        confidence: old ? 'proven' : 'possible',
        // A young set-up is pending, not stuck: its ringing may have come right after.
        status: old ? 'present' : 'inconclusive',
        scope: 'call',
        args: { elapsedUs, node: hop.server.name },
        evidence: [
          requestOf(root),
          shown(trying),
          silence(hop.server, hop.client, trying.time, ending.at, AWAITED.afterTrying),
        ],
      },
    ];
  },
};
