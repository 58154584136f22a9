import { madeBy } from '../../../call/producer.ts';
import type { OtherConversation } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { partiesOf } from '../../facts/registration.ts';
import type { Rule } from '../../rule.ts';

/** SIP Outbound (RFC 5626 §11.5–11.6): 439, the first hop does not support it; 430, the flow is gone. */
const CODES: ReadonlySet<number> = new Set([430, 439]);

/** A registration over SIP Outbound that met a hop without it, or a flow that had failed. */
export const registerOutbound: Rule<'register-outbound-439-430', OtherConversation> = {
  id: 'register-outbound-439-430',
  severity: 'error',
  tier: 'policy',
  kinds: ['registration'],
  needs: ['register', 'client-error'],
  check({ tries, transactions }) {
    const failed = tries
      .flatMap(({ exchanges }) => exchanges)
      .findLast(({ final }) => final !== null && CODES.has(final.status));
    if (failed === undefined || failed.final === null || failed.request === null) return [];
    const { request, final } = failed;
    const recovered = tries.some(
      (one) => one.final !== null && one.final.status < 300 && one.final.time > final.time,
    );
    return [
      {
        rule: 'register-outbound-439-430',
        severity: recovered ? 'warning' : 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'registration',
        args: {
          aor: partiesOf(request).aor,
          node: madeBy(final, transactions).sender.name,
          code: final.status,
          phrase: final.phrase,
          recovered,
        },
        evidence: [shown(request, 'Supported'), shown(final)],
      },
    ];
  },
};
