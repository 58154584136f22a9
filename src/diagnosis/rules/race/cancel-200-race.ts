import { sawEnough } from '../../../call/horizon.ts';
import { isSuccess } from '../../../call/milestones.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf, shown, silence } from '../../evidence.ts';
import { answers } from '../../facts/answers.ts';
import { cancels, isKept, KEPT_WITHIN } from '../../facts/cancels.ts';
import type { Finding, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** A 2xx that was seen this long before the CANCEL at most has crossed it, µs; who has a 2xx sends BYE. */
const CROSSED = 500_000;

/**
 * The callee answered while the caller was cancelling: the caller has to send ACK and BYE (RFC 3261 §9.1, §15). If no BYE
 * of the caller follows, the callee is left with a call that nobody is in.
 */
export const cancel200Race: Rule<'cancel-200-race', Call> = {
  id: 'cancel-200-race',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel', 'answer'],
  check(call, context) {
    const { invite } = call;
    const found = cancels(call, context).find((one) => one.invite === invite && one.matches);
    if (invite === null || found === undefined || isKept(found, call)) return [];
    const { cancel, request: cancelled } = found;
    const answer = invite.responses.find(isSuccess);
    if (answer === undefined || answer.time < cancelled.time - CROSSED) return [];
    const one = answers(call, context).find(({ hops }) => hops[0].answer === answer);
    const bye = one?.bye?.request ?? null;
    const since = Math.max(answer.time, cancelled.time);
    const limit = us(context.thresholds['race.bye']);
    const byCaller = bye !== null && bye.sameFromTag(answer);
    const afterUs = bye === null ? context.surroundings.captureEnd - since : bye.time - since;
    const ended = bye === null ? 'not-seen' : byCaller ? 'caller' : 'callee';
    const handled = byCaller && afterUs <= limit;
    const visible = context.surroundings.sawDirection(cancel.client, cancel.server);
    // Who goes on in the dialog a little later has kept the call.
    const sawLong = sawEnough(context.surroundings, since, KEPT_WITHIN);
    const known = bye !== null || (visible && sawEnough(context.surroundings, since, limit));
    const finding: Finding<'cancel-200-race'> = {
      rule: 'cancel-200-race',
      severity: handled || !known ? 'info' : byCaller ? 'warning' : 'error',
      confidence: known ? (bye !== null || sawLong ? 'proven' : 'likely') : 'possible',
      status: known ? 'present' : 'inconclusive',
      scope: 'call',
      args: {
        apartUs: answer.time - cancelled.time,
        caller: cancel.client.name,
        callee: answer.sender.name,
        ended,
        afterUs: Math.max(0, afterUs),
      },
      evidence: [
        requestOf(cancel),
        shown(answer),
        bye === null
          ? silence(cancel.client, cancel.server, since, context.surroundings.captureEnd, 'BYE')
          : shown(bye),
      ],
    };
    return [finding];
  },
};
