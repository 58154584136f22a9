import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { type Redirect, redirectsOf } from '../../facts/redirects.ts';
import type { Proof, Rule } from '../../rule.ts';

/** More redirections than this are a loop even if no address comes twice; load balancers need one or two. */
const MANY = 5;
/** Redirections that are shown and named. */
const MAX_SHOWN = 6;

/** The call was sent in a circle by 3xx responses (RFC 3261 §8.1.3.4: a client must not try an address twice). */
export const redirectLoop: Rule<'redirect-loop', Call> = {
  id: 'redirect-loop',
  severity: 'error',
  tier: 'routing',
  kinds: ['call'],
  needs: ['redirect', 'several-invites'],
  applies: ({ stage }) => stage !== 'answered',
  check(call) {
    const redirects = redirectsOf(call);
    const [first] = redirects;
    const targets = redirects.map(({ target }) => target).filter((target) => target !== '');
    const repeated = new Set(targets).size < targets.length;
    if (first === undefined || !(repeated || redirects.length > MANY)) return [];
    return [
      {
        rule: 'redirect-loop',
        severity: 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          node: first.node,
          redirects: redirects.length,
          repeated,
          targets: targets.slice(0, MAX_SHOWN),
        },
        evidence: redirects.slice(0, MAX_SHOWN).map(proofOf) as [Proof, ...Proof[]],
      },
    ];
  },
};

function proofOf({ final }: Redirect): Proof {
  return shown(final, 'Contact');
}
