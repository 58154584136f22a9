import { UNANSWERED_LIMITS, unansweredInvites } from '../../../call/unanswered.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf } from '../../evidence.ts';
import { largestParts } from '../../facts/size.ts';
import type { Rule } from '../../rule.ts';

/** UDP payload that fits one Ethernet packet over IPv4, bytes. */
const ONE_PACKET = 1472;

/**
 * A large INVITE over UDP that got no response from somebody who does answer others. Size alone is no fault: where
 * nothing has to fragment it, it arrives (RFC 3261 §18.1.1).
 */
export const udpOverMtu: Rule<'udp-over-mtu', Call> = {
  id: 'udp-over-mtu',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  needs: ['no-final'],
  applies: ({ rounds, outcome }) =>
    outcome !== 'scan-or-attack' &&
    rounds.some(({ hops }) => hops.some(({ responses }) => responses.length === 0)),
  check(call, { surroundings, thresholds }) {
    const limits = { ...UNANSWERED_LIMITS, copies: thresholds['retrans.copies'] };
    for (const one of unansweredInvites(call, surroundings, limits)) {
      const { request, hop, silence, saved } = one;
      const bytes = request.end - request.start;
      if (request.transport !== 'udp' || bytes <= thresholds['udp.size']) continue;
      // Somebody who answers nobody is down, whatever the size.
      if (silence !== 'proven') continue;
      const fragmented = bytes > ONE_PACKET;
      return [
        {
          rule: 'udp-over-mtu',
          severity: 'warning',
          confidence: fragmented ? 'likely' : 'possible',
          status: 'present',
          scope: saved ? 'leg' : 'call',
          args: {
            target: hop.server.name,
            sender: hop.client.name,
            method: request.method,
            bytes,
            fragmented,
            largest: largestParts(request),
          },
          evidence: [requestOf(hop)],
        },
      ];
    }
    return [];
  },
};
