import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { reachedBy } from '../../facts/in-dialog.ts';
import { transfers } from '../../facts/transfers.ts';
import type { Rule } from '../../rule.ts';

/**
 * The side that transferred a call hung up before it was told how the new one went, and that one failed: the transferred
 * party is left with nobody, and nobody can take the call back (RFC 5589 §6 waits for the outcome).
 */
export const referCallLost: Rule<'refer-call-lost', Call> = {
  id: 'refer-call-lost',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['refer', 'bye', 'notify'],
  check(call, context) {
    for (const { refer, target, last, left } of transfers(call, context)) {
      if (left === null || last === null || last.code < 300) continue;
      const told = last.notify.request;
      if (left.time >= told.time) continue;
      return [
        {
          rule: 'refer-call-lost',
          severity: 'error',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            transferor: refer.request.sender.name,
            node: reachedBy(refer),
            target,
            code: last.code,
            phrase: last.phrase,
            earlyUs: told.time - left.time,
          },
          evidence: [requestOf(refer.hops[0]), shown(left), shown(told)],
        },
      ];
    }
    return [];
  },
};
