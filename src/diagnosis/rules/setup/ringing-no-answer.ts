import { ringTime } from '../../../call/outcome.ts';
import type { Call } from '../../../call/types.ts';
import { reasonsOf } from '../../../sip/reasons.ts';
import { requestOf, shown } from '../../evidence.ts';
import { isRinging, ringing } from '../../facts/ringing.ts';
import type { Proof, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Finals by which an unanswered ringing ends; a cancelled call has its 487 or none yet. */
const ENDS: ReadonlySet<number> = new Set([408, 480, 486, 487]);
/** Q.850: no answer from the user, who was alerted. */
const NO_ANSWER = 19;

/** It rang long enough and nobody picked up, whoever ended it. */
export const ringingNoAnswer: Rule<'ringing-no-answer', Call> = {
  id: 'ringing-no-answer',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['trouble'],
  applies: (call) => isRinging(call) && (call.final !== null || call.milestones.cancel !== null),
  check(call, { thresholds }) {
    const { final, invite, outcome, release } = call;
    const ringUs = ringTime(call);
    const rang = ringing(call);
    if (ringUs === null || rang === null || invite === null) return [];
    // Another device answered: the ringing here was no failure.
    if (outcome === 'answered-elsewhere') return [];
    if (final !== null && !ENDS.has(final.status)) return [];
    const alerted = final !== null && reasonsOf(final).some(isNoAnswer);
    if (!alerted && !(ringUs >= us(thresholds['ring.noAnswer']))) return [];
    const end: Proof[] = [];
    if (invite.cancel !== null) end.push(requestOf(invite.cancel));
    if (final !== null) end.push(shown(final, alerted ? 'Reason' : undefined));
    return [
      {
        rule: 'ringing-no-answer',
        severity: 'info',
        // A 183 may be an announcement, a 180 is not.
        confidence: rang.status === 180 || alerted ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: {
          ringUs,
          endedBy: release === 'unknown' ? 'network' : release,
          heard: rang.status === 180 ? 'ringing' : 'media',
          reported: alerted,
        },
        evidence: [requestOf(invite), shown(rang), ...end],
      },
    ];
  },
};

function isNoAnswer({ protocol, cause }: { protocol: string; cause: number | null }): boolean {
  return protocol === 'Q.850' && cause === NO_ANSWER;
}
