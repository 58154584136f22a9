import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { reachedBy } from '../../facts/in-dialog.ts';
import { transferredCall } from '../../facts/other-leg.ts';
import { type Transfer, transfers } from '../../facts/transfers.ts';
import type { Finding, Rule, RuleContext } from '../../rule.ts';

/** How the new call failed, and what shows it. */
interface Failure {
  readonly code: number;
  readonly phrase: string;
  readonly shown: Message;
  readonly confidence: Finding['confidence'];
  readonly behind?: string;
}

/**
 * The side that transferred a call hung up before it was told how the new one went, and that one failed: the transferred
 * party is left with nobody, and nobody can take the call back (RFC 5589 §6 waits for the outcome). A late notification tells
 * it, or the new call itself where it was seen.
 */
export const referCallLost: Rule<'refer-call-lost', Call> = {
  id: 'refer-call-lost',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['refer', 'bye'],
  check(call, context) {
    for (const transfer of transfers(call, context)) {
      const { refer, target, left } = transfer;
      const failure = failureOf(transfer, call, context);
      if (left === null || failure === null || left.time >= failure.shown.time) continue;
      const { code, phrase, confidence, behind } = failure;
      return [
        {
          rule: 'refer-call-lost',
          severity: 'error',
          confidence,
          status: 'present',
          scope: 'call',
          args: {
            transferor: refer.request.sender.name,
            node: reachedBy(refer),
            target,
            code,
            phrase,
            earlyUs: failure.shown.time - left.time,
          },
          evidence: [requestOf(refer.hops[0]), shown(left), shown(failure.shown)],
          ...(behind === undefined ? {} : { behind }),
        },
      ];
    }
    return [];
  },
};

function failureOf(transfer: Transfer, call: Call, { surroundings }: RuleContext): Failure | null {
  const { refer, last, left } = transfer;
  if (last !== null && last.code >= 300) {
    const { code, phrase, notify } = last;
    return { code, phrase, shown: notify.request, confidence: 'proven' };
  }
  const accepted = refer.final !== null && refer.final.status < 300;
  if (left === null || !accepted || (last !== null && last.code >= 200)) return null;
  const leg = transferredCall(call, transfer, surroundings);
  if (leg === null) return null;
  const { status, phrase } = leg.final;
  const { callId } = leg.call;
  return { code: status, phrase, shown: leg.final, confidence: 'likely', behind: callId };
}
