import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import type { ByeArgs } from '../../../model/race-args.ts';
import { shown } from '../../evidence.ts';
import {
  answeredOn,
  type Bye,
  byes,
  farEndOf,
  hasEnded,
  lateHangUp,
  RACE,
} from '../../facts/byes.ts';
import type { Rule } from '../../rule.ts';

/**
 * A BYE was answered 481 (RFC 3261 §15.1.2): the other side did not know the call any more. Told when no BYE of that side
 * is seen to have ended it before or in the same moment: wrong tags, a restart, a fail-over without state, or a node on the
 * way that did not pass it on, so that the other side stayed up until it hung up itself.
 */
export const bye481: Rule<'bye-481', Call> = {
  id: 'bye-481',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['bye', 'client-error'],
  check(call, context) {
    const all = byes(call, context);
    const refused = all.find((bye) => bye.final?.status === 481);
    if (refused?.final === undefined || refused.final === null) return [];
    const { request, final } = refused;
    // It crossed the BYE of the other side, or repeats one that worked.
    if (all.some((other) => other !== refused && hasEnded(other, refused))) return [];
    const late = lateHangUp(all, refused);
    const how = late === null ? causeOf(refused, call) : 'stayed-up';
    // Until then the BYE that it crossed may still come.
    const isOver = late !== null || sawEnough(context.surroundings, request.time, RACE);
    const isSure = how !== 'midcall' && isOver;
    return [
      {
        rule: 'bye-481',
        severity: how === 'tags' || how === 'stayed-up' ? 'warning' : 'info',
        confidence: isSure ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: {
          node: answeredOn(refused).server.name,
          sender: request.sender.name,
          how,
          ...farEndOf(late, refused),
        },
        evidence: [
          shown(request, how === 'tags' ? 'To' : undefined),
          shown(final),
          ...(late === null ? [] : [shown(late.request)]),
        ],
      },
    ];
  },
};

function causeOf({ request }: Bye, { invite, dialogs }: Call): ByeArgs['bye-481']['how'] {
  if (invite?.request === undefined || invite.request === null) return 'midcall';
  const { fromTag } = invite.request;
  const known = dialogs.some(
    ({ toTag }) =>
      (request.fromTag === fromTag && request.toTag === toTag) ||
      (request.toTag === fromTag && request.fromTag === toTag),
  );
  return known || dialogs.length === 0 ? 'unknown' : 'tags';
}
