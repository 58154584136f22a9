import { producerOf } from '../../../call/producer.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { announcement } from '../../facts/ringing.ts';
import type { Rule } from '../../rule.ts';

/**
 * A 18x carries the Q.850 cause of a failure (RFC 6432, RFC 3326): the network plays busy tone or an announcement in band
 * instead of refusing the call, and what ends it later does not say why.
 */
export const earlyMediaAnnouncementCause: Rule<'early-media-announcement-cause', Call> = {
  id: 'early-media-announcement-cause',
  severity: 'info',
  tier: 'routing',
  kinds: ['call'],
  needs: ['trouble'],
  applies: ({ stage, invite }) =>
    stage !== 'answered' &&
    invite !== null &&
    invite.responses.some(({ status, hasReason }) => hasReason && status < 200),
  check(call) {
    const found = call.invite?.responses.map(announcement).find((one) => one !== null);
    if (call.invite === null || found === undefined || found === null) return [];
    const { response, cause } = found;
    return [
      {
        rule: 'early-media-announcement-cause',
        severity: 'info',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: {
          node: producerOf(call.invite, response).hop.server.name,
          code: response.status,
          cause,
        },
        evidence: [requestOf(call.invite), shown(response, 'Reason')],
      },
    ];
  },
};
