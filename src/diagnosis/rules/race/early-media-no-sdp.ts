import { isProgress, isSuccess } from '../../../call/milestones.ts';
import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/**
 * A 183 without a session description and then nothing that makes a phone play ringback (RFC 3960 §3): the caller hears
 * silence until a 180, a 183 with a description, the answer or the end.
 */
export const earlyMediaNoSdp: Rule<'early-media-no-sdp', Call> = {
  id: 'early-media-no-sdp',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  applies: ({ invite }) => invite !== null && invite.responses.some(isSilent),
  check(call, context) {
    const { invite, milestones } = call;
    if (invite === null) return [];
    const silent = invite.responses.find(isSilent);
    const heard = invite.responses.find((response) => isProgress(response) || isSuccess(response));
    if (silent === undefined || (heard !== undefined && heard.time <= silent.time)) return [];
    const cancelled = invite.cancel?.request ?? null;
    const end = heard ?? cancelled ?? invite.final;
    const until = end?.time ?? context.surroundings.captureEnd;
    const silentUs = until - silent.time;
    if (!(silentUs >= us(context.thresholds['ring.silent']))) return [];
    return [
      {
        rule: 'early-media-no-sdp',
        severity: 'warning',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: {
          node: silent.sender.name,
          silentUs,
          ended:
            heard === undefined ? 'failed' : milestones.progress === null ? 'answered' : 'heard',
        },
        evidence: [requestOf(invite), shown(silent), ...(end === null ? [] : [shown(end)])],
      },
    ];
  },
};

/** Progress that nobody can hear. */
function isSilent(response: Message): boolean {
  return response.status === 183 && !isProgress(response);
}
