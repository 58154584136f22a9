import type { Call } from '../../../call/types.ts';
import { OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import { fieldValues } from '../../../sip/field.ts';
import { shown } from '../../evidence.ts';
import { FEW_HOPS, maxForwards } from '../../facts/passes.ts';
import type { Rule } from '../../rule.ts';

/**
 * The sender of an INVITE gives it few hops (RFC 3261 §8.1.1.6 recommends 70). Told where the request went further than one
 * hop or failed: between two neighbours a small value harms nobody. A 483 says the same of itself (`resp-483-hops`).
 */
export const maxForwardsLow: Rule<'max-forwards-low', Call> = {
  id: 'max-forwards-low',
  severity: 'info',
  tier: 'routing',
  kinds: ['call'],
  applies: ({ invite, final, outcome }) =>
    invite !== null &&
    final?.status !== 483 &&
    (invite.downstream.length > 0 || OUTCOME_CLASS[outcome] === 'failure'),
  check({ invite }) {
    const request = invite?.request ?? null;
    const value = maxForwards(request);
    if (request === null || value < 0 || value >= FEW_HOPS) return [];
    // Further on, a small value may be what is left of a large one.
    if (fieldValues(request, 'Via').length > 1) return [];
    return [
      {
        rule: 'max-forwards-low',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'message',
        args: { sender: request.sender.name, value },
        evidence: [shown(request, 'Max-Forwards')],
      },
    ];
  },
};
