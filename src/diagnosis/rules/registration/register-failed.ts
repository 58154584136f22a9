import { CHALLENGES } from '../../../call/closing.ts';
import { madeBy } from '../../../call/producer.ts';
import { wishOf } from '../../../call/registration.ts';
import type { OtherConversation } from '../../../call/types.ts';
import type { RegistrationArgs } from '../../../model/registration-args.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { shown, silence } from '../../evidence.ts';
import { gaveUp, hasCredentials, lastSettled, partiesOf } from '../../facts/registration.ts';
import type { Proof, Rule } from '../../rule.ts';

/** Refusals that have a rule of their own. */
const OWN_RULE: ReadonlySet<number> = new Set([423, 430, 439]);
const STALE = /\bstale\s*=\s*"?true|\bnonce (has changed|expired)|stale nonce/i;
const FAILED: ReadonlySet<string> = new Set(['refused', 'challenged', 'failed-auth', 'redirected']);

/**
 * A registration that ended in a final response ≥ 300 (RFC 3261 §10.3), or in a challenge that nothing followed (§22.2)
 * within 64·T1. Taking a binding away, or asking for bindings, may fail without harm. What got no response at all is
 * `noninvite-no-response`.
 */
export const registerFailed: Rule<'register-failed', OtherConversation> = {
  id: 'register-failed',
  severity: 'error',
  tier: 'policy',
  kinds: ['registration'],
  needs: ['register'],
  applies: ({ outcome }) => FAILED.has(outcome),
  check(conversation, { surroundings }) {
    const last = lastSettled(conversation);
    if (last === null || last.request === null) return [];
    const { request, final } = last;
    const challenged = CHALLENGES.has(final.status);
    if (OWN_RULE.has(final.status) || wishOf(request).kind !== 'bind') return [];
    if (challenged && !gaveUp(last, surroundings)) return [];
    const refused = conversation.outcome === 'redirected' ? 'redirected' : 'refused';
    const how = challenged ? howChallenged(request, final) : refused;
    const evidence: [Proof, ...Proof[]] = [shown(request), shown(final)];
    if (challenged) {
      const { captureEnd } = surroundings;
      evidence.push(silence(request.sender, request.receiver, final.time, captureEnd, 'REGISTER'));
    }
    return [
      {
        rule: 'register-failed',
        severity: how === 'redirected' ? 'warning' : 'error',
        // A device may try again, and another answer may come.
        confidence: gaveUp(last, surroundings) ? 'proven' : 'likely',
        status: 'present',
        scope: 'registration',
        args: {
          ...partiesOf(request),
          registrar: madeBy(final, conversation.transactions).sender.name,
          code: final.status,
          phrase: final.phrase,
          how,
          requests: last.exchanges.length,
          worked: conversation.tries.some((one) => one.final !== null && one.final.status < 300),
        },
        evidence,
      },
    ];
  },
};

function howChallenged(
  request: Message,
  challenge: Message,
): RegistrationArgs['register-failed']['how'] {
  if (!hasCredentials(request)) return 'unauthorised';
  // Some registrars say it in the phrase only.
  const text = `${challenge.phrase} ${field(challenge, 'WWW-Authenticate') ?? ''}`;
  return STALE.test(text) ? 'stale' : 'credentials-refused';
}
