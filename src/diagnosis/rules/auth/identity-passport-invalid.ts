import { producerOf } from '../../../call/producer.ts';
import type { Call } from '../../../call/types.ts';
import { hasField } from '../../../sip/field.ts';
import { shown } from '../../evidence.ts';
import { stirVerdict } from '../../facts/stir-verdict.ts';
import { identitiesOf, readIdentity } from '../../facts/passport.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/**
 * The token in Identity contradicts its own rules or the request that carries it, as far as that shows without its
 * certificate (RFC 8224 §4, RFC 8225, RFC 8588): another number signed than called from or to, a date further off than
 * `identity.fresh`, another algorithm than ES256, parts that are missing. Asked only where the call was refused: there it
 * may be the reason. Numbers are compared without prefixes and separators; a capture whose clock is wrong makes good dates
 * look bad. Where a network says itself that it could not verify, `identity-verification-failed` tells the faults.
 */
export const identityPassportInvalid: Rule<'identity-passport-invalid', Call> = {
  id: 'identity-passport-invalid',
  severity: 'warning',
  tier: 'policy',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ invite, final }) =>
    final !== null &&
    final.status >= 400 &&
    !!invite?.request &&
    hasField(invite.request, 'Identity'),
  check(call, { thresholds }) {
    const { invite, final } = call;
    if (invite === null || final === null || isTold(call)) return [];
    const { hop, message } = producerOf(invite, final);
    const { request } = hop;
    if (request === null) return [];
    for (const identity of identitiesOf(request)) {
      const read = readIdentity(identity, request, us(thresholds['identity.fresh']));
      const [worst] = read.faults;
      if (worst === undefined) continue;
      return [
        {
          rule: 'identity-passport-invalid',
          severity: 'warning',
          // What rests on the clock of the capture or on how numbers are written may be otherwise at the verifier.
          confidence: worst === 'unreadable' || worst === 'algorithm' ? 'proven' : 'likely',
          status: 'present',
          scope: 'call',
          args: { ...read, node: hop.client.name, damage: identity.passport.damage },
          evidence: [shown(request, 'Identity'), shown(message)],
        },
      ];
    }
    return [];
  },
};

function isTold(call: Call): boolean {
  const how = stirVerdict(call)?.how ?? 'verstat';
  return how !== 'verstat';
}
