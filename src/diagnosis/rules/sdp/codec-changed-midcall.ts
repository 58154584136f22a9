import { codecChangeOf } from '../../../call/offer-answer/codecs.ts';
import type { Call } from '../../../call/types.ts';
import { codecName } from '../../../sip/sdp/codecs.ts';
import { isNegotiated, negotiation, offererOf, proofOf } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** A later offer and answer left no room for the codec in use: from then on it is another one. */
export const codecChangedMidcall: Rule<'codec-changed-midcall', Call> = {
  id: 'codec-changed-midcall',
  severity: 'info',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const change = codecChangeOf(negotiation(call, context).exchanges);
    if (change === null) return [];
    return [
      {
        rule: 'codec-changed-midcall',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          before: codecName(change.before),
          after: codecName(change.after),
          node: offererOf(change.exchange),
        },
        evidence: proofOf(change.exchange),
      },
    ];
  },
};
