import { producerOf } from '../../../call/producer.ts';
import type { Call } from '../../../call/types.ts';
import { OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import { requestOf, shown } from '../../evidence.ts';
import { signedIdentity } from '../../facts/passport.ts';
import { hasStirReason, stirVerdict } from '../../facts/stir-verdict.ts';
import type { Rule, Proof } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/**
 * A network could not verify the signed caller number, or missed the signature: 428, 436, 437, 438 (RFC 8224 §6.2.2), 403
 * "Stale Date", a `Reason: STIR` (RFC 9410) on a call that went on, or a refused call whose caller is tagged
 * `verstat=…Failed` (3GPP TS 24.229). A 603+ after a good verification is about analytics, not about the signature.
 */
export const identityVerificationFailed: Rule<'identity-verification-failed', Call> = {
  id: 'identity-verification-failed',
  severity: 'error',
  tier: 'policy',
  kinds: ['call'],
  applies: ({ invite, final }) =>
    invite !== null && ((final !== null && final.status >= 400) || hasStirReason(invite)),
  check(call, { thresholds }) {
    const verdict = stirVerdict(call);
    if (verdict === null || call.invite === null) return [];
    const { hop } = producerOf(call.invite, verdict.message);
    const request = hop.request ?? call.invite.request;
    const identity =
      request === null ? null : signedIdentity(request, us(thresholds['identity.fresh']));
    const failed = OUTCOME_CLASS[call.outcome] === 'failure';
    const refused = failed && verdict.how !== 'verstat';
    const evidence: Proof[] = [];
    if (request !== null && identity !== null) evidence.push(shown(request, 'Identity'));
    else if (hop.request !== null) evidence.push(requestOf(hop));
    evidence.push(shown(verdict.message, verdict.field));
    return [
      {
        rule: 'identity-verification-failed',
        severity: refused ? 'error' : verdict.how === 'verstat' ? 'warning' : 'info',
        confidence: verdict.how === 'verstat' ? 'possible' : 'proven',
        status: 'present',
        scope: 'call',
        args: {
          how: verdict.how,
          code: verdict.message.status,
          phrase: verdict.message.phrase.trim().slice(0, MAX_TEXT),
          node: hop.server.name,
          detail: verdict.detail.slice(0, MAX_TEXT),
          refused,
          identity,
        },
        evidence: evidence as [Proof, ...Proof[]],
      },
    ];
  },
};

/** Longest text that is quoted, in characters. */
const MAX_TEXT = 120;
