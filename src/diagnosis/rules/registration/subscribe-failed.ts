import { CHALLENGES } from '../../../call/closing.ts';
import { sawEnough } from '../../../call/horizon.ts';
import { madeBy } from '../../../call/producer.ts';
import type { OtherConversation, Try } from '../../../call/types.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { calleeOf } from '../../../sip/party.ts';
import { shown, silence } from '../../evidence.ts';
import { gaveUp, lastSettled } from '../../facts/registration.ts';
import type { Finding, Proof, Rule, RuleContext } from '../../rule.ts';

/** Timer N: a notifier sends the first NOTIFY at once, and 64·T1 is the longest wait, µs (RFC 6665 §4.1.2.4). */
const TIMER_N = 32_000_000;
/** The notifier lost the subscription; its subscriber subscribes anew (RFC 6665 §4.1.2.2). */
const GONE = 481;

/** A SUBSCRIBE that was refused, or accepted without the NOTIFY that has to follow. */
export const subscribeFailed: Rule<'subscribe-failed', OtherConversation> = {
  id: 'subscribe-failed',
  severity: 'warning',
  tier: 'policy',
  kinds: ['subscription'],
  needs: ['subscribe'],
  check(conversation, context) {
    const last = lastSettled(conversation);
    if (last === null || last.request === null || conversation.outcome === 'scan-or-attack') {
      return [];
    }
    const { request, final } = last;
    if (final.status < 300)
      return isUnheard(conversation, last, context) ? [unheard(last, context)] : [];
    if (conversation.outcome === 'redirected' || isNeedless(request, final)) return [];
    const challenged = CHALLENGES.has(final.status);
    if (challenged && !gaveUp(last, context.surroundings)) return [];
    if (!challenged && conversation.outcome !== 'refused') return [];
    const how = challenged ? 'unauthorised' : 'refused';
    const finding = found(last, how, madeBy(final, conversation.transactions), [
      shown(request, 'Event'),
      shown(final),
    ]);
    // The subscriber may try again, and another answer may come.
    return [gaveUp(last, context.surroundings) ? finding : { ...finding, confidence: 'likely' }];
  },
};

type Settled = Try & { readonly final: Message };

function isNeedless(request: Message, { status }: Message): boolean {
  if (request.hasToTag && status === GONE) return true;
  return /^\s*0+\s*$/.test(field(request, 'Expires') ?? '');
}

function isUnheard(
  { transactions }: OtherConversation,
  { request, final }: Settled,
  { surroundings }: RuleContext,
): boolean {
  if (request === null || request.hasToTag) return false;
  if (transactions.some(({ method }) => method === 'NOTIFY')) return false;
  return sawEnough(surroundings, final.time, TIMER_N);
}

/** The NOTIFY may have taken another way than the response, past this point. */
function unheard(last: Settled, { surroundings }: RuleContext): Finding<'subscribe-failed'> {
  const { final } = last;
  const until = surroundings.captureEnd;
  return found(last, 'no-notify', final, [
    shown(last.request as Message, 'Event'),
    shown(final),
    silence(final.sender, final.receiver, final.time, until, 'NOTIFY'),
  ]);
}

function found(
  { request, final }: Settled,
  how: Finding<'subscribe-failed'>['args']['how'],
  made: Message,
  evidence: readonly [Proof, ...Proof[]],
): Finding<'subscribe-failed'> {
  const asked = request as Message;
  const silent = how === 'no-notify';
  return {
    rule: 'subscribe-failed',
    severity: 'warning',
    confidence: silent ? 'likely' : 'proven',
    status: 'present',
    scope: 'dialog',
    args: {
      event: (field(asked, 'Event') ?? '').split(';', 1)[0]?.trim().slice(0, MAX_EVENT) ?? '',
      node: made.sender.name,
      resource: calleeOf(asked),
      code: silent ? 0 : final.status,
      phrase: silent ? '' : final.phrase,
      how,
    },
    evidence,
  };
}

/** Longest event package that is shown, in characters. */
const MAX_EVENT = 60;
