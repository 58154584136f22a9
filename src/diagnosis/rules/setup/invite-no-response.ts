import { UNANSWERED_LIMITS, unansweredInvites, type Unanswered } from '../../../call/unanswered.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, silence } from '../../evidence.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Findings for one call; a longer list of dead targets says no more. */
const MAX_TARGETS = 4;

/**
 * An INVITE that got no response of any class, on whichever hop. Where the other direction was never captured, the
 * sender's own retransmissions (Timer A, RFC 3261 §17.1.1.2) are the evidence that it heard nothing.
 */
export const inviteNoResponse: Rule<'invite-no-response', Call> = {
  id: 'invite-no-response',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  needs: ['no-final'],
  applies: ({ rounds, outcome }) =>
    outcome !== 'scan-or-attack' &&
    rounds.some(({ hops }) => hops.some(({ responses }) => responses.length === 0)),
  check(call, { surroundings, thresholds }) {
    const limits = { ...UNANSWERED_LIMITS, copies: thresholds['retrans.copies'] };
    return unansweredInvites(call, surroundings, limits).slice(0, MAX_TARGETS).map(findingOf);
  },
};

function findingOf(one: Unanswered): Finding<'invite-no-response'> {
  const { hop, request, copies, lastCopy, until, silence: silent, saved } = one;
  const present = silent !== 'unproven';
  return {
    rule: 'invite-no-response',
    severity: present ? (saved ? 'warning' : 'error') : copies > 1 ? 'warning' : 'info',
    confidence: silent === 'proven' ? 'proven' : silent === 'likely' ? 'likely' : 'possible',
    status: present ? 'present' : 'inconclusive',
    scope: saved ? 'leg' : 'call',
    args: {
      target: hop.server.name,
      sender: hop.client.name,
      copies,
      elapsedUs: (copies > 1 ? lastCopy.time : until) - request.time,
    },
    evidence: [
      requestOf(hop),
      silence(hop.server, hop.client, request.time, until, AWAITED.anyResponse),
    ],
  };
}
