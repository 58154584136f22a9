import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { redirectsOf } from '../../facts/redirects.ts';
import type { Rule } from '../../rule.ts';

/** Within this the next INVITE is expected: a client looks up the new address first, µs. */
const FOLLOWS_WITHIN = 5_000_000;
/** A node that sends the call on under another Call-ID does so within this, µs. */
const OTHER_LEG = 10_000_000;

/**
 * The call was redirected and no INVITE to the new address followed (RFC 3261 §8.1.3.4). It may have gone where this capture
 * does not look: a client that was seen calling others is likely not to have.
 */
export const redirectNotFollowed: Rule<'redirect-not-followed', Call> = {
  id: 'redirect-not-followed',
  severity: 'warning',
  tier: 'routing',
  kinds: ['call'],
  needs: ['redirect'],
  applies: ({ outcome }) => outcome === 'redirected',
  check(call, { surroundings }) {
    const last = redirectsOf(call).at(-1);
    if (last === undefined || last.final !== call.final) return [];
    const { hop, final, node, target } = last;
    if (!sawEnough(surroundings, final.time, FOLLOWS_WITHIN)) return [];
    const { address } = hop.client;
    const until = final.time + OTHER_LEG;
    if (surroundings.correlatedLegs(call, address, final.time, until).seen > 0) return [];
    const elsewhere = surroundings.otherCallsSentBy(address, call.callId, hop.server.address) > 0;
    return [
      {
        rule: 'redirect-not-followed',
        severity: 'warning',
        confidence: elsewhere ? 'likely' : 'possible',
        status: 'present',
        scope: 'call',
        args: {
          client: hop.client.name,
          node,
          code: final.status,
          contact: target,
        },
        evidence: [
          requestOf(hop),
          shown(final, 'Contact'),
          silence(hop.client, hop.server, final.time, surroundings.captureEnd, AWAITED.invite),
        ],
      },
    ];
  },
};
