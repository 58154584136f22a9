import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { type Bye, byes } from '../../facts/byes.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/**
 * Both sides hung up at the same time and one BYE was refused for it: harmless, and the reason of the 481. Two BYEs that
 * were both confirmed need no explanation.
 */
export const byeCrossed: Rule<'bye-crossed', Call> = {
  id: 'bye-crossed',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['bye', 'client-error'],
  check(call, context) {
    const limit = us(context.thresholds['race.bye']);
    const [first, ...rest] = byes(call, context);
    if (first === undefined) return [];
    const second = rest.find(({ request }) => request.crossedTags(first.request));
    if (second === undefined || second.request.time - first.request.time > limit) return [];
    const refusal = refusalOf(first) ?? refusalOf(second);
    if (refusal === null) return [];
    return [
      {
        rule: 'bye-crossed',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          first: first.request.sender.name,
          second: second.request.sender.name,
          apartUs: second.request.time - first.request.time,
          code: refusal.status,
        },
        evidence: [shown(first.request), shown(second.request), shown(refusal)],
      },
    ];
  },
};

function refusalOf({ final }: Bye): Bye['final'] {
  return final !== null && final.status >= 400 ? final : null;
}
