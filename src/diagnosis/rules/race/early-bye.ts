import type { Call, Dialog } from '../../../call/types.ts';
import type { ByeArgs } from '../../../model/race-args.ts';
import { shown, silence } from '../../evidence.ts';
import { answers, type Answer } from '../../facts/answers.ts';
import { type Bye, byes, isByCaller } from '../../facts/byes.ts';
import type { Finding, Proof, Rule, RuleContext } from '../../rule.ts';

/** From here on a BYE of the callee is what has to follow a missing ACK, as a share of 64·T1 = 32 s; µs. */
const WAITED = 28_000_000;

/**
 * BYE where it is not due (RFC 3261 §15): of the callee on a dialog that is still early or not yet acknowledged, or of the
 * caller on an early dialog where the other side refused it. A BYE of the caller instead of CANCEL that worked is legal.
 */
export const earlyBye: Rule<'early-bye', Call> = {
  id: 'early-bye',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['bye'],
  applies: ({ dialogs, invite }) =>
    invite !== null &&
    dialogs.some(({ answer, ack, bye }) => bye !== null && (answer === null || isBefore(bye, ack))),
  check(call, context) {
    for (const bye of byes(call, context)) {
      const dialog = call.dialogs.find(({ toTag }) => belongsTo(bye, toTag));
      if (dialog === undefined) continue;
      const byCaller = isByCaller(bye, call);
      const early = whileEarly(bye, dialog, call);
      if (early !== null && (!byCaller || (bye.final !== null && bye.final.status >= 300))) {
        return [findingOf(bye, byCaller, 'early', early, 'proven')];
      }
      const open = byCaller ? null : whileUnacknowledged(bye, call, context);
      if (open !== null) return [findingOf(bye, false, 'unacknowledged', open, 'likely')];
    }
    return [];
  },
};

function isBefore(bye: NonNullable<Dialog['bye']>, ack: Dialog['ack']): boolean {
  return ack === null || (bye.request !== null && bye.request.time < ack.time);
}

function belongsTo({ request }: Bye, tag: string): boolean {
  return tag !== '' && (request.toTag === tag || request.fromTag === tag);
}

/** What shows that the dialog was early: the INVITE got its final response only after the BYE. */
function whileEarly({ request }: Bye, { created, answer }: Dialog, call: Call): Proof[] | null {
  const final = call.invite?.final ?? null;
  if (created === null || created.status >= 200 || final === null) return null;
  if (final.time <= request.time || (answer !== null && answer.time <= request.time)) return null;
  return [shown(created), shown(request), shown(final)];
}

function whileUnacknowledged({ request }: Bye, call: Call, context: RuleContext): Proof[] | null {
  const one = answers(call, context).find((answer) => answer.bye?.request === request);
  if (one === undefined || !isOpen(one, request.time)) return null;
  const { answer } = one.hops[0];
  if (!context.surroundings.sawDirection(answer.receiver, answer.sender)) return null;
  const waited = silence(answer.receiver, answer.sender, answer.time, request.time, 'ACK');
  return [shown(answer), waited, shown(request)];
}

function isOpen({ hops, acks, gaveUp }: Answer, time: number): boolean {
  if (gaveUp !== null || acks.some((ack) => ack.time <= time)) return false;
  return time - hops[0].answer.time < WAITED;
}

function findingOf(
  { request, final }: Bye,
  byCaller: boolean,
  state: ByeArgs['early-bye']['state'],
  evidence: Proof[],
  confidence: 'proven' | 'likely',
): Finding<'early-bye'> {
  return {
    rule: 'early-bye',
    severity: 'warning',
    confidence,
    status: 'present',
    scope: 'call',
    args: {
      by: byCaller ? 'caller' : 'callee',
      state,
      sender: request.sender.name,
      code: final?.status ?? 0,
    },
    evidence: evidence as [Proof, ...Proof[]],
  };
}
