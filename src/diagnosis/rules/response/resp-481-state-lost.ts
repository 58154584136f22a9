import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { madeBy } from '../../../call/producer.ts';
import { hasField } from '../../../sip/field.ts';
import { requestOf, shown } from '../../evidence.ts';
import { mayBeRefused } from '../../facts/refusal.ts';
import { STATE_LOST } from '../../facts/refusal-codes.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Requests in a dialog whose refusal shows that the other side knows it no more; BYE, CANCEL and PRACK have rules of their own. */
const METHODS: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'INFO', 'REFER']);

/**
 * A request met a node that knows no such dialog (RFC 3261 §12.2.2, §21.4.19) although nobody had ended it: a restart, a
 * fail-over without state, a wrong node. An initial INVITE is answered so when it is to replace a dialog that is gone (RFC 3891 §3).
 */
export const resp481StateLost: Rule<'resp-481-state-lost', Call> = {
  id: 'resp-481-state-lost',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['client-error'],
  check(call) {
    const { invite } = call;
    if (invite !== null && call.final?.status === STATE_LOST && mayBeRefused(call)) {
      return [findingOf(invite, 'error', 0, call)];
    }
    const lost = call.transactions.find((one) => isLost(one, call));
    if (lost === undefined) return [];
    const { answer } = call.milestones;
    return [findingOf(lost, 'warning', answer === null ? 0 : openedAt(lost) - answer, call)];
  },
};

function isLost({ method, request, final }: Transaction, { milestones }: Call): boolean {
  if (request === null || final?.status !== STATE_LOST || !request.hasToTag) return false;
  // A request that crossed the BYE is late, not lost.
  return METHODS.has(method) && !(milestones.bye !== null && milestones.bye <= final.time);
}

function findingOf(
  lost: Transaction,
  severity: 'error' | 'warning',
  ageUs: number,
  { transactions }: Call,
): Finding<'resp-481-state-lost'> {
  const { method, server, request, final } = lost;
  const made = final === null ? null : madeBy(final, transactions);
  const replaces = request !== null && hasField(request, 'Replaces');
  return {
    rule: 'resp-481-state-lost',
    severity,
    confidence: 'proven',
    status: 'present',
    scope: severity === 'error' ? 'call' : 'dialog',
    args: { method, node: (made?.sender ?? server).name, ageUs, replaces },
    evidence: made === null ? [requestOf(lost)] : [requestOf(lost), shown(made)],
  };
}
