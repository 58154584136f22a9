import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { type Answer, answers } from '../../facts/answers.ts';
import type { Proof, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Answers that are named. */
const MAX_NAMED = 8;

/**
 * Several devices answered one INVITE: 2xx with different To tags. The caller has to acknowledge each and hang up all but
 * one (RFC 3261 §13.2.2.4); where it did, a note, else some device is left in a call without a caller.
 */
export const multiple2xx: Rule<'multiple-2xx', Call> = {
  id: 'multiple-2xx',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer'],
  applies: ({ dialogs }) => dialogs.filter(({ answer }) => answer !== null).length > 1,
  check(call, context) {
    const { cseq } = call.invite ?? { cseq: -1 };
    const caller = call.invite?.request?.fromTag;
    const own = answers(call, context).filter(
      ({ hops: [{ answer, hop }] }) =>
        answer.cseq === cseq && answer.fromTag === caller && hop.upstream === null,
    );
    const [first, second] = own;
    if (first === undefined || second === undefined) return [];
    const known = sawEnough(
      context.surroundings,
      second.hops[0].answer.time,
      us(context.thresholds['race.bye']),
    );
    const unacknowledged = own.filter(({ acks }) => acks.length === 0).length;
    const open = own.filter(({ bye }) => bye === null).length;
    const handled = unacknowledged === 0 && open <= 1;
    return [
      {
        rule: 'multiple-2xx',
        severity: handled || !known ? 'info' : 'warning',
        confidence: known || handled ? 'proven' : 'possible',
        status: known || handled ? 'present' : 'inconclusive',
        scope: 'call',
        args: {
          answers: own.slice(0, MAX_NAMED).map(nameOf),
          unacknowledged,
          open,
        },
        evidence: own.slice(0, MAX_NAMED).map(({ hops }) => shown(hops[0].answer, 'To')) as [
          Proof,
          ...Proof[],
        ],
      },
    ];
  },
};

/** The device nearest to where the answer was made. */
function nameOf({ hops }: Answer): string {
  return (hops.at(-1) ?? hops[0]).answer.sender.name;
}
